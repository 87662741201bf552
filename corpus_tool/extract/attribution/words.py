"""The word lists of this room, read once: verbs with their forms, nouns of sources, outlets."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

_FOLDER = "corpus_tool.extract.attribution"
_VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb that gives words, thoughts or findings to a source.

    Attributes:
        lemma: Dictionary form.
        group: say, tell, show, think, want or judge (see ``lexicons/verbs.tsv``).
        stance: How the reporter stands to what is reported ("admits", "claims", …).
        bars: Frames in which it does not report ("found a job").
    """

    lemma: str
    group: str
    stance: str
    bars: frozenset[str]


def _read(name: str) -> str:
    return (resources.files(_FOLDER) / "lexicons" / name).read_text(encoding="utf-8")


def _lines(name: str) -> list[str]:
    return [line for line in _read(name).splitlines() if line.strip() and not line.startswith("#")]


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ied"
    return lemma + "ed"


def _third(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _ing(lemma: str) -> str:
    stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else lemma
    return stem + "ing"


def _forms(lemma: str, irregular: str) -> tuple[str, ...]:
    past, participle, ing = [*irregular.split("|"), "", ""][:3] if irregular else ("", "", "")
    past = past or _past(lemma)
    return (lemma, _third(lemma), past, participle or past, ing or _ing(lemma))


@lru_cache(maxsize=1)
def _verb_rows() -> tuple[tuple[Verb, tuple[str, ...]], ...]:
    rows = []
    for line in _lines("verbs.tsv"):
        lemma, group, stance, irregular, bars = [*line.split("\t"), "", ""][:5]
        rows.append((Verb(lemma, group, stance, frozenset(bars.split("|"))), _forms(lemma, irregular)))
    return tuple(rows)


@lru_cache(maxsize=1)
def verbs() -> dict[str, Verb]:
    """Verbs by lemma."""
    return {verb.lemma: verb for verb, _ in _verb_rows()}


@lru_cache(maxsize=1)
def verb_forms() -> dict[str, Verb]:
    """Verbs by every inflected form, lower case."""
    table: dict[str, Verb] = {}
    for verb, forms in _verb_rows():
        for form in forms:
            table.setdefault(form, verb)
    return table


@lru_cache(maxsize=8)
def finite_forms(*groups: str) -> tuple[str, ...]:
    """Base, third-person and past forms of the verbs of some groups, longest first."""
    forms = {form for verb, all_forms in _verb_rows() if verb.group in groups for form in all_forms[:4]}
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))


@lru_cache(maxsize=1)
def _nouns() -> dict[str, frozenset[str]]:
    return {key: _with_plurals(values) for key, values in tomllib.loads(_read("nouns.toml")).items()}


def _with_plurals(nouns: list[str]) -> frozenset[str]:
    irregular = {
        "man": "men",
        "woman": "women",
        "person": "people",
        "spokesman": "spokesmen",
        "child": "children",
    }
    return frozenset(nouns) | {irregular.get(noun, _third(noun)) for noun in nouns}


def nouns(kind: str) -> frozenset[str]:
    """Nouns of one list of ``nouns.toml`` with their plurals, lower case."""
    return _nouns()[kind]


@lru_cache(maxsize=32)
def closed(name: str) -> frozenset[str]:
    """One closed class of ``function_words.toml``, lower case."""
    return frozenset(_function_words()[name])


@lru_cache(maxsize=1)
def _function_words() -> dict[str, list[str]]:
    words: dict[str, list[str]] = tomllib.loads(_read("function_words.toml"))
    return words


@lru_cache(maxsize=1)
def outlets() -> dict[str, bool]:
    """Known outlets, lower case, and whether the name must be capitalised to count."""
    return {line.rstrip("*").strip().lower(): line.rstrip().endswith("*") for line in _lines("outlets.txt")}


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun or adjective that carries a reported content ("the claim that", "worried about").

    Attributes:
        word: Singular form.
        group: noun or adjective.
        stance: As for verbs.
        ties: What may tie the content to it: "that", "to", prepositions.
    """

    word: str
    group: str
    stance: str
    ties: frozenset[str]


@lru_cache(maxsize=1)
def nominal_forms() -> dict[str, Nominal]:
    """Nouns (both numbers) and adjectives that carry a content, by form."""
    table: dict[str, Nominal] = {}
    for line in _lines("nominals.tsv"):
        word, group, stance, ties = line.split("\t")
        entry = Nominal(word, group, stance, frozenset(ties.split("|")))
        for form in (word, _third(word)) if group == "noun" else (word,):
            table[form] = entry
    return table
