# Needs only Python 3.11 or later, make and a package registry; works in a folder with a space in its name.
# Set up once, then no target asks the network, until pyproject.toml or requirements.lock change.
PYTHON ?= python3
UV ?= uv
VENV := .venv
PY := $(VENV)/bin/python
STAMP := $(VENV)/.stamp
DEMO := reports/demo
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1
# One thread a process: the processes are the parallelism, and results do not depend on a thread count.
export OMP_NUM_THREADS ?= 1

.DEFAULT_GOAL := help
.PHONY: help setup demo test check bench docs lock schema format golden clean

help: ## Show the targets
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' Makefile

setup: $(STAMP) ## Make .venv and install what requirements.lock names, once

$(STAMP): pyproject.toml requirements.lock
	@"$(PYTHON)" -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or later is needed: make PYTHON=/path/to/python3")'
	"$(PYTHON)" -m venv "$(VENV)"
	"$(PY)" -m pip install --quiet --require-hashes -r requirements.lock
	"$(PY)" -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch "$(STAMP)"

# Exit 3 is "done in part": the report stands, and what could not be read is listed.
demo: $(STAMP) ## Run the main job on data/citizen_score and say where the report is
	@mkdir -p "$(DEMO)"
	@"$(PY)" -m corpus_tool run data/citizen_score/articles data/citizen_score/threads \
	  --sidecar data/citizen_score/sidecar.csv --codebook data/citizen_score/codebook.toml \
	  --project "$(DEMO)/project.sqlite" --output "$(DEMO)" || test $$? -eq 3
	@"$(PY)" -c 'import pathlib; print("The report:", pathlib.Path("$(DEMO)/report.html").resolve())'

test: $(STAMP) ## Run every test
	"$(PY)" -m pytest -n auto --dist worksteal

check: $(STAMP) ## What pre-commit and CI run before the tests: format, lint, types, imports, documents
	"$(PY)" -m ruff format --check .
	"$(PY)" -m ruff check .
	"$(PY)" -m mypy
	"$(PY)" -c 'from importlinter.cli import lint_imports_command; lint_imports_command()' --no-logo
	"$(PY)" -m pytest -q tests/docs

bench: $(STAMP) ## Measure quality and speed
	"$(PY)" -m benchmarks

docs: $(STAMP) ## Write docs/commands.md from the help texts
	"$(PY)" -m tests.docs.commands_page

golden: $(STAMP) ## Write tests/golden/ anew; read the difference before committing it
	"$(PY)" -m pytest -q tests/report --update-golden

schema: $(STAMP) ## Write the packaged JSON Schema from the types
	"$(PY)" -c 'from corpus_tool.schema import write_packaged_schema; write_packaged_schema()'

lock: ## Write requirements.lock from pyproject.toml (needs uv)
	"$(UV)" pip compile pyproject.toml --all-extras --group dev --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate --quiet \
	  --output-file requirements.lock

format: $(STAMP) ## Format and mend what ruff can mend
	"$(PY)" -m ruff format .
	"$(PY)" -m ruff check --fix .

clean: ## Remove what the targets above made
	rm -rf "$(VENV)" "$(DEMO)" .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
