"""How widely a statement reaches: one, some, most, all, or nothing said.

Read from quantifiers ("every", "most"), counts of people, bodies or places ("33 students", "two
counties"), and what people are narrowed to: those of one body ("users of one app", "the
firm's staff"), those who chose it ("customers who opt in"), those of a place ("shoppers in Lund").
A narrowing beats the quantifier before it: all employees of the firm are those of one firm.
"""

from __future__ import annotations

from functools import lru_cache

from corpus_tool.extract.lexicon import Hit, group, hits
from corpus_tool.extract.shares import share
from corpus_tool.extract.tokens import Tokens

_REACH = 4
"""Words from a quantifier or count to its noun ("3,300 young office workers")."""
_WIDE_BEFORE = frozenset({"nearly", "almost", "practically", "virtually"})
_SINGLE = frozenset(
    {"one", "the", "a", "an", "its", "this", "that", "single", "our", "their", "my", "certain"}
)
_TIES = frozenset({"of", "at", "with", "from", "in", "by"})
_CHOOSING = frozenset({"who", "that", "which"})
_IDLE_AFTER = {
    "all": frozenset({"day", "time", "other", "year", "week", "month", "night", "along", "but", "too", "in"}),
    "every": frozenset({"day", "time", "other", "year", "week", "month", "night", "single", "now"}),
    "each": frozenset({"other", "day", "time", "year", "week", "month"}),
    "one": frozenset({"another", "day", ",", "in", "of", "would", "hopes", "might", "can"}),
}
_IDLE_BEFORE = {
    "all": frozenset({"after", "above", "at", "in"}),
    "every": frozenset({"in"}),
    "each": frozenset({"for", "in", "of"}),
    "one": frozenset({"no", "this", "that", "the", "which", "each", "any", "everyone"}),
    "any": frozenset({"not", "without", "if", "in"}),
    "any of": frozenset(),
}


def scope(words: Tokens) -> str | None:
    """Breadth of the first people, bodies or places that the statement counts or narrows; null where none is told."""
    if not hits(words, "scopes.tsv") and (_covered() | _persons()).isdisjoint(words.words):
        return None
    for at in range(len(words)):
        found = (
            _shared(words, at)
            or _excluded(words, at)
            or _quantified(words, at)
            or _counted(words, at)
            or _narrowed(words, at)
        )
        if found is not None:
            return found
    return None


def _shared(words: Tokens, at: int) -> str | None:
    """Cases like "two-thirds of members", "nine in ten farmers", "80 percent of voters": more than half is most."""
    value, end = share(words, at) or (0.0, at)
    if end == at:
        return None
    noun = next(
        (
            place
            for place in range(end, min(len(words), end + _REACH + 1))
            if words.words[place] in _covered()
        ),
        -1,
    )
    if noun < 0 or not _WHOLE.isdisjoint(words.words[end:noun]):
        return None
    above = value == _HALF and at > 0 and words.words[at - 1] in _MORE
    return _narrowed(words, noun) or ("most" if value > _HALF or above else "some")


_HALF = 0.5
_WHOLE = frozenset({"all", "every", "each"})
"""In "a third of all employees" the figure is about all of them."""
_MORE = frozenset({"than", "over", "above"})


def _excluded(words: Tokens, at: int) -> str | None:
    """Cases like "no driver may …": what holds of none is said of all."""
    if words.words[at] != "no" or at + 1 >= len(words):
        return None
    near = words.words[at + 1 : at + 3]
    return "all" if any(word in _persons() or word in _covered() for word in near) else None


@lru_cache(maxsize=1)
def _covered() -> frozenset[str]:
    """Every noun whose count or narrowing tells a breadth, plural."""
    return _plural("people") | _plural("dwellers") | _plural("bodies") | _plural("places")


@lru_cache(maxsize=1)
def _persons() -> frozenset[str]:
    """Every noun for people, in both numbers."""
    return _plural("people") | _plural("dwellers") | _single("people") | _single("dwellers")


def _plural(name: str) -> frozenset[str]:
    return group(f"{name} s", "covered.tsv")


def _single(name: str) -> frozenset[str]:
    return group(name, "covered.tsv")


def _quantified(words: Tokens, at: int) -> str | None:
    """Every, most, some …; narrower where its noun is narrowed."""
    hit = next((one for one in hits(words, "scopes.tsv") if one.start == at), None)
    if hit is None or _idle(words, hit):
        return None
    noun = _noun(words, hit.end)
    narrow = _narrowed(words, noun) if noun >= 0 else None
    return narrow or _breadth(words, hit)


def _noun(words: Tokens, start: int) -> int:
    """The first word for people within reach, or -1."""
    for at in range(start, min(len(words), start + _REACH)):
        if not words.words[at][0].isalpha():
            return -1
        if words.words[at] in _persons():
            return at
    return -1


def _idle(words: Tokens, hit: Hit) -> bool:
    """Cases like "after all", "every day", "one another": no quantity of people or things."""
    term = " ".join(hit.term.words)
    before = words.words[hit.start - 1] if hit.start else ""
    after = words.words[hit.end] if hit.end < len(words) else ""
    if term == "some" and after[:1].isdigit():
        return True  # "some 300 tons": about as many
    if term == "all" and before == "of" and hit.start == 1:
        return True  # "Of all the ideas, …"
    single = term == "every" and after == "single"  # "every single desk" is as wide as "every desk"
    return before in _IDLE_BEFORE.get(term, ()) or (after in _IDLE_AFTER.get(term, ()) and not single)


def _breadth(words: Tokens, hit: Hit) -> str:
    before = words.words[hit.start - 1] if hit.start else ""
    if before == "not" and hit.term.label == "all":
        return "some"
    if before in _WIDE_BEFORE and hit.term.label == "all":
        return "most"
    return hit.term.label


def _counted(words: Tokens, at: int) -> str | None:
    """Cases like "33 students", "two rural counties", "eight pilot companies"."""
    word = words.words[at]
    if not (word[0].isdigit() and not word.endswith("%")) and word not in group("number"):
        return None
    for place in range(at + 1, min(len(words), at + 1 + _REACH)):
        if not words.words[place][0].isalpha() or words.words[place] in _TIES:
            return None
        if words.words[place] in _covered():
            return _narrowed(words, place) or "some"
    return None


def _narrowed(words: Tokens, at: int) -> str | None:
    """What the people named at ``at`` are narrowed to: one body, those who chose it, a place; null where to nothing."""
    word = words.words[at]
    if word not in _persons() or word in _single("dwellers"):
        return None
    if at > 1 and _of_body(words, at):
        return "one"
    following = words.words[at + 1] if at + 1 < len(words) else ""
    if following in _CHOOSING and not _single("joining").isdisjoint(words.words[at + 2 : at + 5]):
        return "some"
    if following not in _TIES:
        return None
    if _one_body(words, at + 2):
        return "one"
    return (
        "some"
        if word in _plural("people") and following in ("in", "from") and _place(words, at + 2)
        else None
    )


def _of_body(words: Tokens, at: int) -> bool:
    """Cases like "one company's customers", "the app's users"."""
    owner = words.words[at - 1]
    return owner.endswith("'s") and owner[:-2] in _single("bodies") | _single("places")


def _one_body(words: Tokens, start: int) -> bool:
    """Cases like "of the firm", "at one large bank"; a place only where it is said to be one."""
    if start >= len(words) or words.words[start] not in _SINGLE:
        return False
    near = words.words[start + 1 : start + _REACH]
    plain = [word for word in near[: near.index(",")] if word] if "," in near else near
    told_one = words.words[start] == "one" or "single" in plain
    wanted = _single("bodies") | (_single("places") if told_one else frozenset())
    return not wanted.isdisjoint(plain)


def _place(words: Tokens, start: int) -> bool:
    """A name or a kind of place ("in Lund", "in two districts")."""
    if start >= len(words):
        return False
    named = words.raw[start][0].isupper() and len(words.raw[start]) > 1
    return named or not (_single("places") | _plural("places")).isdisjoint(words.words[start : start + 3])
