"""Names of sources as keys: "Wired", "Wired's article" and "WIRED magazine" are one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from corpus_tool.provenance.lexicon import fold, load, words_of
from corpus_tool.provenance.places import is_place
from corpus_tool.text import words

_POSSESSIVE = re.compile(r"'s?(?=\s|$)")
_DOMAIN = re.compile(r"^(?:https?://)?(?:www\.)?([a-z0-9-]+)(?:\.[a-z0-9-]+)*\.[a-z]{2,12}(?:/\S*)?$")
_BRACKET = re.compile(r"\([^()]{0,80}\)")
_TITLED = re.compile(r"['\"]([^'\"]{12,200})['\"]")
_SMALL = frozenset({"of", "the", "for", "and", "in", "on", "de", "la"})


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """The folded core of a name; empty when it names nobody in particular.

    Possessives, articles, honorifics, appositions after a comma and carrier words
    ("magazine", "article") fall away; a web address gives its site's name.
    """
    text = _BRACKET.sub(" ", fold(name, 300)).strip(" \t\n\"'.,:;-()[]*_")
    site = _DOMAIN.match(text)
    if site is not None:
        return site.group(1)
    text = re.split(r"[,|(]", text)[0]
    tokens = [token for token in re.split(r"[\s\"]+", _POSSESSIVE.sub("", text)) if token.strip(".-'")]
    tokens = _strip_front(tokens)
    carriers = words_of("names", "carriers") | words_of("names", "verbs")
    # Of "annual report" nothing would be left that names anybody.
    while (
        len(tokens) > 1
        and tokens[-1].strip(".") in carriers
        and tokens[0] not in words_of("names", "vague_front")
    ):
        tokens.pop()
    key = " ".join(token.strip("'") for token in tokens).replace(".", "")
    if key in words_of("names", "articles"):
        return ""
    return "" if key in words_of("names", "nobody") or len(key) < 2 else key


def _strip_front(tokens: list[str]) -> list[str]:
    front = words_of("names", "articles") | words_of("names", "honorifics") | words_of("names", "openers")
    while len(tokens) > 1 and tokens[0].strip(".") in front:
        tokens = tokens[1:]
    return tokens


def looks_like_name(name: str) -> bool:
    """Whether somebody could look it up: it has a capital or a figure somewhere ("the university" has not)."""
    return any(char.isupper() or char.isdigit() for char in name[:300])


def shown_name(name: str) -> str:
    """A name as a reader is shown it: without what follows in brackets or behind a bar."""
    bare = " ".join(re.split(r"\|", _BRACKET.sub(" ", name[:300]))[0].split()).strip(" ,;")
    return bare or " ".join(name[:300].split())


def name_parts(name: str) -> tuple[str, ...]:
    """A name and the parts it may be made of: headline and outlet, outlet in brackets, a date behind a bar."""
    inside = re.findall(r"\(([^()]{3,80})\)", name[:400])
    pieces = re.split(r"[,|;()]| [–—-] |: ", name[:400])
    return tuple(dict.fromkeys(p.strip() for p in (name, *inside, *pieces) if len(p.strip()) > 2))


def title_key(title: str) -> str:
    """A headline as a string of folded words, so that punctuation and case do not matter."""
    return " ".join(words(title[:400]))


def quoted_title(name: str) -> str | None:
    """The words in quotation marks inside a longer name, as of an article's headline."""
    found = _TITLED.search(fold(name, 400))
    return title_key(found.group(1)) if found else None


def url_key(url: str) -> str:
    """A web address without what varies between two links to one page."""
    bare = re.sub(r"^[a-z]+://", "", url.strip().lower())
    bare = re.sub(r"^(?:www\d?|m|amp)\.", "", bare)
    return re.split(r"[?#]", bare)[0].rstrip("/")


def merged_keys(keys: Iterable[str]) -> dict[str, str]:
    """Each key mapped to the key it is one with: a surname to the only full name, initials to their words."""
    known = sorted(set(keys))
    longer: dict[str, set[str]] = {}
    for key in known:
        for short in _short_forms(key):
            longer.setdefault(short, set()).add(key)
    result = {}
    for key in known:
        fuller = longer.get(key, set())
        result[key] = next(iter(fuller)) if len(fuller) == 1 else key
    return result


def _short_forms(key: str) -> set[str]:
    tokens = key.split()
    if len(tokens) < 2:
        return set()
    initials = "".join(token[0] for token in tokens if token not in _SMALL)
    forms = {initials} if len(initials) > 2 else set()
    if len(tokens) > 3 or set(tokens) & _carried():
        return forms
    # "China" is not short for "Credit China".
    return forms | {token for token in (tokens[0], tokens[-1]) if not is_place(token)}


def _carried() -> frozenset[str]:
    """Last words that are no surnames: "University" is not short for one university."""
    classes = load("actors")
    return frozenset(word for members in classes.values() for word in members)


@lru_cache(maxsize=1)
def _shipped_families() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(family["members"]) for family in load("publisher_families")["family"])


def families(extra: Iterable[Iterable[str]] = ()) -> dict[str, int]:
    """Publisher key to the number of its family; the user's own lists come on top of ours."""
    groups = [*_shipped_families(), *(tuple(group) for group in extra)]
    return {name_key(member): number for number, group in enumerate(groups) for member in group}
