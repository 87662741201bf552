"""The HTML page: one file, no script, nothing loaded from elsewhere, everything escaped."""

from __future__ import annotations

from functools import cache
from importlib import resources

import jinja2
from markupsafe import Markup

from corpus_tool.models import Findings
from corpus_tool.report.page import Page, page


def _template_text(name: str) -> str:
    return resources.files("corpus_tool.report").joinpath("templates", name).read_text(encoding="utf-8")


@cache
def _environment() -> jinja2.Environment:
    loader = jinja2.DictLoader({name: _template_text(name) for name in ("report.html.j2", "claim.html.j2")})
    return jinja2.Environment(
        loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined
    )


def html_page(findings: Findings, shown: Page | None = None) -> str:
    """The report as one HTML document; ``shown`` where the page is made already."""
    style = Markup(_template_text("report.css"))  # noqa: S704 our own file, no text from outside
    return _environment().get_template("report.html.j2").render(page=shown or page(findings), style=style)
