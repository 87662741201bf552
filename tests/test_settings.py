"""Every threshold is frozen, has its reason beside it, and is printed in the report."""

from __future__ import annotations

import ast
import dataclasses
import inspect
import json

import pytest

from corpus_tool import settings

ROOMS = [type(getattr(settings.DEFAULT, item.name)) for item in dataclasses.fields(settings.DEFAULT)]


def _reasons(cls: type) -> dict[str, str]:
    body = ast.parse(inspect.getsource(cls)).body[0]
    assert isinstance(body, ast.ClassDef)
    found: dict[str, str] = {}
    for field, after in zip(body.body, [*body.body[1:], None], strict=True):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            says = isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)
            found[field.target.id] = str(after.value.value) if says else ""
    return found


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.__name__)
def test_every_setting_has_its_reason(room: type) -> None:
    reasons = _reasons(room)
    assert set(reasons) == {item.name for item in dataclasses.fields(room)}
    assert not [name for name, reason in reasons.items() if len(reason.split()) < 4]


def test_settings_cannot_be_changed_and_can_be_printed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        settings.DEFAULT.match = settings.MatchSettings()  # type: ignore[misc]
    assert json.loads(json.dumps(dataclasses.asdict(settings.DEFAULT)))
