"""Inflected forms of the verbs in this room's lists, by rule and by a table of exceptions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from corpus_tool.extract.slots import lexicon

_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Effect:
    """A verb or idiom of effect: its class, what is affected, and the words after the verb."""

    direction: str
    frame: str
    rest: tuple[str, ...] = ()


def inflected(base: str) -> Iterator[str]:
    """All regular written forms of a verb, and its irregular ones."""
    yield base
    yield from _regular(base)
    yield from _irregular().get(base, ())


def _regular(base: str) -> Iterator[str]:
    if base.endswith("e"):
        yield from (base + "s", base + "d", base[:-1] + "ing")
    elif base.endswith("y") and base[-2] not in _VOWELS:
        yield from (base[:-1] + "ies", base[:-1] + "ied", base + "ing")
    else:
        stem = base + base[-1] if _doubles(base) else base
        plural = "es" if base.endswith(("s", "x", "z", "ch", "sh")) else "s"
        yield from (base + plural, stem + "ed", stem + "ing")


def _doubles(base: str) -> bool:
    """Short verbs that end consonant-vowel-consonant double the last letter."""
    short = len(base) <= 4 or base in {
        "permit",
        "forbid",
        "deter",
        "commit",
        "begin",
        "cancel",
        "control",
        "prefer",
    }
    return (
        short
        and base[-1] in "bdgmnprtl"
        and base[-2] in _VOWELS
        and base[-3] not in _VOWELS
        and base != "open"
    )


@lru_cache(maxsize=1)
def _irregular() -> dict[str, tuple[str, ...]]:
    return {row[1]: tuple(row[0].split("|")) for row in lexicon.rows("irregular_forms.tsv")}


@lru_cache(maxsize=1)
def effects() -> dict[str, tuple[Effect, ...]]:
    """Written verb form → what it may mean, idioms first, longest first."""
    table: dict[str, list[Effect]] = {}
    for phrases, direction, frame in lexicon.rows("effect_idioms.tsv"):
        for phrase in phrases.split("|"):
            verb, *rest = phrase.split()
            for form in inflected(verb):
                table.setdefault(form, []).append(Effect(direction, frame, tuple(rest)))
    for base, direction, frame in lexicon.rows("effects.tsv"):
        for form in inflected(base):
            table.setdefault(form, []).append(Effect(direction, frame))
    return {form: tuple(sorted(found, key=lambda e: -len(e.rest))) for form, found in table.items()}


@lru_cache(maxsize=1)
def deeds() -> dict[str, str]:
    """Written form of a verb of doing → its base."""
    table: dict[str, str] = {}
    for base in sorted(lexicon.words("deeds.txt")):
        for form in inflected(base):
            table.setdefault(form, base)
    return table


@lru_cache(maxsize=1)
def participles() -> frozenset[str]:
    """Forms that may stand before "by" in a passive."""
    bases = sorted(lexicon.words("deeds.txt")) + [row[0] for row in lexicon.rows("effects.tsv")]
    forms = {form for base in bases for form in inflected(base)}
    strong = {form for forms in _irregular().values() for form in forms}
    return frozenset(form for form in forms if form.endswith("ed") or form in strong)


@lru_cache(maxsize=1)
def irregular_forms() -> frozenset[str]:
    """Irregular forms that may be the participle of a passive ("drawn", "sold")."""
    return frozenset(form for forms in _irregular().values() for form in forms)
