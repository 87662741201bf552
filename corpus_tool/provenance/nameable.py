"""Whether a name is one that a reader could look up, and the fuller name of "the notice" and "section 3"."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus_tool.models import Document, Mention
from corpus_tool.provenance.lexicon import fold, load, words_of
from corpus_tool.provenance.names import looks_like_name, name_key
from corpus_tool.provenance.places import is_place

_PART = re.compile(
    r"^(?:the\s+)?(?:sections?|clauses?|articles?|chapters?|annex|annexe|appendix|paragraphs?|pages?|part|table|figure|"
    r"schedule|footnote|§+)\s*(?:\d[\w.]*|[A-Z]|[IVX]+)\b(?:\s+(?:of|in|to)\s+(?:the\s+)?)?",
    re.IGNORECASE,
)
"""A part of a document: "section 3 of", "Annex C"."""
_OWNER = re.compile(r"^([^()]{3,80})\s+\(([^()]{3,80})\)$")
_OF_BODY = re.compile(
    r"(?:the )?[a-z]+ (?:of|by|from) (?:the )?((?:[A-Z][\w'’&-]*)(?: (?:of |for |and |the )*[A-Z][\w'’&-]*){1,5})"
)
_LONG = 8
"""Words from which a name has run on into its sentence."""
_LONGEST_PLAIN = 90
"""Characters of the longest name in plain words."""
_MOST_TEXT = 30_000


def full_name(document: Document, mention: Mention | None, name: str) -> str:
    """The name under which a source is looked up; empty where a reader could not look it up.

    A part of a document stands for the document; a definite one without an owner ("the notice")
    takes the name by which the text calls it elsewhere.
    """
    whole = _PART.sub("", name).strip(" ,;")
    trimmed = _owned(_trimmed(whole) if mention is not None else whole)
    if trimmed and looks_like_name(trimmed) and not _nobody(trimmed):
        return trimmed
    body = _body_behind(document, mention)
    if body and not _nobody(body):
        return body
    head = _head(trimmed)
    if head in words_of("names", "papers") | words_of("names", "owned_papers"):
        named = _antecedent(document.text[:_MOST_TEXT], head)
        if named or _owned_paper(trimmed) is None:
            return named
        return trimmed
    if not whole and mention is not None and mention.field == "text":
        return _whole_of(document.text[mention.sentence.start : mention.sentence.end][:600])
    return ""


_OWNED = re.compile(
    r"^(?:the|an?) (?:[a-z]+ ){0,3}(?:[a-z]+['’]s? (?:[a-z]+ ){0,2}[a-z]+|[a-z]+ (?:of|by) (?:the|an?) [a-z]+(?: [a-z'’]+){1,4})$"
)
"""A paper in plain words with its owner: "the minute book of the county assembly", "the staff council's protocol"."""


def _owned_paper(name: str) -> re.Match[str] | None:
    """Whether a paper is told by its owner: a reader can ask the county assembly for its minute book."""
    return _OWNED.match(name.strip()) if len(name) <= _LONGEST_PLAIN else None


def _body_behind(document: Document, mention: Mention | None) -> str:
    """The body in "the count of the Example Office", where only the count was taken for the source."""
    source = mention.attribution.source if mention is not None and mention.field == "text" else None
    if source is None:
        return ""
    found = _OF_BODY.match(document.text[source.start : source.end + 60][:200])
    return found.group(1) if found else ""


def _owned(name: str) -> str:
    """A paper whose owner stands behind it in brackets, as "Example Board, annual report"."""
    found = _OWNER.match(name)
    if found is None or not _nobody(found.group(1)) or _nobody(found.group(2)):
        return name
    return f"{found.group(2)}, {found.group(1)}" if looks_like_name(found.group(2)) else name


def _whole_of(sentence: str) -> str:
    """The one document named in a sentence that speaks of a part ("the Example handbook, in section 3")."""
    found = {
        " ".join(m.group().split())
        for head in sorted(words_of("names", "papers"))
        for m in _loosely_titled(head).finditer(sentence)
    }
    return found.pop() if len(found) == 1 else ""


def _trimmed(name: str) -> str:
    """A name that ran on into its sentence, cut where the capitals end."""
    parts = name.split()
    if len(parts) <= _LONG or not parts[0][:1].isupper():
        return name
    small = words_of("grammar", "small_words") | {"the", "a", "an"}
    seen = 0
    for place, part in enumerate(parts):
        if part[:1].isupper() or part[:1].isdigit():
            seen += 1
        elif seen >= 2 and part.casefold() not in small:
            return " ".join(parts[:place])
    return name


@lru_cache(maxsize=4096)
def _nobody(name: str) -> bool:
    """Whether all its words are those of countries, cities and kinds of bodies: nobody in particular."""
    key = name_key(name)
    if not key or is_place(key):
        return True
    tokens = [token for token in re.split(r"[\s-]+", key) if token]
    return all(
        is_place(t) or t in _kinds() or t in words_of("grammar", "small_words") or t == "the" for t in tokens
    )


@lru_cache(maxsize=1)
def _kinds() -> frozenset[str]:
    classes = (members for members in load("actors").values())
    named = (words_of("names", key) for key in ("nobody", "papers", "vague_front", "plain"))
    return frozenset(word for members in (*classes, *named) for word in members)


def _head(name: str) -> str:
    """The head noun of a plain noun phrase: the last word before "of" and its like."""
    core = re.split(r"[(,]|\b(?:of|by|from|for|on)\b", fold(name, 200))[0]
    tokens = re.findall(r"[^\W\d_]+", core)
    return tokens[-1] if tokens else ""


@lru_cache(maxsize=512)
def _titled(head: str) -> re.Pattern[str]:
    """The noun in a proper name: "Notice No. 47", "Harbour Safety Report", "Report on Harbours"."""
    word = re.escape(head.capitalize())
    capital = r"[A-Z0-9][\w'’&/.-]*"
    return re.compile(
        rf"\b{word}\s+(?:No\.?\s*)?\d[\w/:-]*|\b(?:{capital}\s+){{1,4}}{word}\b|\b{word}\s+(?:on|of|for)\s+(?:the\s+)?{capital}(?:\s+{capital}){{0,4}}"
    )


@lru_cache(maxsize=512)
def _loosely_titled(head: str) -> re.Pattern[str]:
    """The noun behind a proper name, with a plain word between at most: "Example Pay user handbook"."""
    return re.compile(rf"(?:[A-Z][\w'’&.-]*\s+){{1,4}}(?:[a-z]+\s+)?{re.escape(head)}\b")


def _antecedent(text: str, head: str) -> str:
    """The proper name that a text gives a document of this kind, where it gives just one."""
    found = {
        " ".join(m.group().split()).removeprefix("The ").strip(" .,") for m in _titled(head).finditer(text)
    }
    return found.pop() if len(found) == 1 else ""
