"""Counts, ranges, money, percentages, durations, thresholds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus_tool.extract.slots import ages, approximators, lexicon, series, vetoes
from corpus_tool.extract.slots.amounts import Amount, amount_at, rate_at, starters
from corpus_tool.extract.slots.compounds import compound
from corpus_tool.extract.slots.drafts import Draft, slot_of
from corpus_tool.extract.slots.nouns import counted_noun, singular
from corpus_tool.extract.slots.numbers import word_values
from corpus_tool.extract.slots.ranges import range_from
from corpus_tool.extract.slots.tokens import Tokens
from corpus_tool.models import Slot, SlotKind

_SCORED = frozenset({"score", "rating", "scores", "ratings", "scored", "points", "tally"})
_THRESHOLD = frozenset({
    "reach", "reaches", "reached", "reaching", "hit", "hits", "hitting", "score", "scores", "scored", "scoring",
    "pass", "passes", "passed", "exceed", "exceeds", "tops", "topped", "of", "above", "below", "at", "over",
    "under", "from", "to", "than", "least", "most", "is", "was", "are", "equals", "=", ":", "(", "beyond",
    "about", "around", "nearly", "almost", "roughly", "approximately", "until", "gets", "get", "by", "between",
    "some", "only", "just", "exactly", "as", "many", "with", "past", "crosses", "crossed", "had", "has", "have",
    "needs", "need", "earn", "earned", "earns", "and", "or", "up", "for", "in", "into", "against", "were",
    "fell", "rose", "be", "within", "without", "like", "on", "then", "…", "their", "his", "her", "its",
})  # fmt: skip

_RUNNING = frozenset({
    "that", "which", "ranges", "ranging", "range", "ranged", "runs", "running", "goes", "going", "spans", "lies",
    "varies", "can", "may", "will", "anywhere",
})  # fmt: skip


def quantities(t: Tokens, anchors: Sequence[int], taken: bytearray) -> Iterator[Slot]:
    """Slots of every amount outside the tokens already ``taken``; marks what it takes."""
    begin = starters()
    for i in anchors:
        if taken[i] or not ("0" <= t.low[i][0] <= "9" or t.low[i] in begin):
            continue
        for draft in _drafts_at(t, i, taken):
            taken[draft.first : draft.last] = b"\x01" * (draft.last - draft.first)
            yield slot_of(t, draft)


def _drafts_at(t: Tokens, i: int, taken: bytearray) -> Iterator[Draft]:
    row = series.series_at(t, i) if series.may_begin(t, i) else None
    if row is None or any(taken[row.items[0].first : row.items[-1].last]):
        draft = _draft_at(t, i, taken)
        if draft is not None:
            yield draft
    elif not row.labelled and range_from(t, row.items[0]) is None:
        yield from _in_a_row(t, row, taken)
    elif not row.labelled and (draft := _draft_at(t, i, taken)) is not None:
        yield draft


def _in_a_row(t: Tokens, row: series.Series, taken: bytearray) -> Iterator[Draft]:
    """Each figure of a row, in the unit that its last one brings: "600, 650 and 700 points"."""
    tail = row.items[-1]
    value = tail.number.value
    last = _with_noun(t, Draft(tail.first, tail.last, value, value, tail.kind, tail.unit))
    if last.unit is None and all(_unsupported(t, item) or _is_empty(t, item) for item in row.items):
        return
    for item in row.items[:-1]:
        value = item.number.value
        yield _bent(t, Draft(item.first, item.last, value, value, last.kind, last.unit), taken)
    yield _bent(t, last, taken)


def _draft_at(t: Tokens, i: int, taken: bytearray) -> Draft | None:
    head = amount_at(t, i)
    if head is None or any(taken[head.first : head.last]):
        return None
    joined = range_from(t, head)
    if joined is not None and not any(taken[joined.first : joined.last]):
        draft = Draft(joined.first, joined.last, joined.low, joined.high, joined.kind, joined.unit)
        return _bent_range(t, _with_noun(t, draft), taken)
    if _is_empty(t, head):
        return None
    if _is_tally(t, head):
        return None
    value, head = _signed(t, compound(t, head))
    draft = _with_noun(t, Draft(head.first, head.last, value, value, head.kind, head.unit))
    if draft.unit is None and _unsupported(t, head):
        return None
    return _bent(t, draft, taken)


_COLD = frozenset({"degree", "degree celsius", "degree fahrenheit", "percent"})
_MINUS = frozenset({"-", "−", "–"})


def _signed(t: Tokens, head: Amount) -> tuple[float, Amount]:
    """The value with its sign, and the amount from the sign on: "minus 12 degrees", "-5 °C"."""
    at, value = head.first - 1, head.number.value
    below = t.word(at) == "minus"
    sign = t.word(at) in _MINUS and t.glued(head.first) and not t.glued(at)
    if (below or sign) and head.unit in _COLD:
        return -value, replace(head, first=at)
    return value, head


def _is_tally(t: Tokens, head: Amount) -> bool:
    """Either number of "52 to 48": two bare counts, the first not smaller, are the score of a vote or a game."""
    if head.unit is not None or head.kind != "quantity":
        return False
    i, word = head.last, t.word(head.last)
    after = amount_at(t, i + 1) if word == "to" else None
    if after is not None and after.unit is None and after.number.value <= head.number.value < 1000:
        return counted_noun(t, after.last) is None
    before = t.low[head.first - 2] if t.word(head.first - 1) == "to" and head.first > 1 else ""
    tall = before.isdigit() and float(before) >= head.number.value and len(before) < 4
    return tall and t.word(head.first - 3) != "from" and counted_noun(t, head.last) is None


def _is_empty(t: Tokens, head: Amount) -> bool:
    """Number words that count nothing here: pronouns, and "one day" for some day."""
    if head.unit == "day" and t.word(head.first) == "one" and t.word(head.first - 1) not in _THRESHOLD:
        return True
    return head.number.worded and head.unit is None and t.word(head.first) == "one" and (
        head.number.value == 1 and vetoes.is_pronoun_one(t, head.first)
    )  # fmt: skip


def _unsupported(t: Tokens, head: Amount) -> bool:
    """A number without unit counts only where the words around it make it a value."""
    before = t.word(head.first - 1)
    if head.number.scale > 1 or head.number.value >= 10000:
        return False
    if not head.number.worded and vetoes.is_named_number(t, head.first):
        return before not in _SCORED
    bends = approximators.before(t, head.first) or approximators.after(t, head.last)
    if t.word(head.last) == "…":
        return False
    return before not in _THRESHOLD and before not in _SCORED and bends is None


def _with_noun(t: Tokens, draft: Draft) -> Draft:
    """Add the counted noun, or "point" where a score is named before the number."""
    if draft.unit is not None:
        return ages.named(t, _with_rate(t, draft))
    aged = ages.bare(t, draft)
    if aged is not None:
        return aged
    post = approximators.after(t, draft.last)
    at = post.last if post else draft.last
    if t.word(at) == "-" and t.glued(at):
        at += 1
    at = at + 1 if t.word(at) == "of" and t.word(at + 1) in {"these", "those", "the", "its"} else at
    if _scored(t, draft.first) and singular(t.word(at)) is None:
        return replace(draft, unit="point")
    noun = counted_noun(t, at, one=draft.high == 1 and draft.low == 1)
    if noun is not None:
        return _with_rate(t, replace(draft, unit=noun[0], last=max(noun[1], draft.last)))
    shared = _shared_noun(t, draft.last)
    return replace(draft, unit=shared or _unit_before(t, draft.first))


def _unit_before(t: Tokens, i: int) -> str | None:
    """The unit that words before a bare number give it."""
    if _scored(t, i):
        return "point"
    return "person" if _headcount(t, i) else None


_PEOPLE = frozenset(
    {"population", "populations", "workforce", "headcount", "electorate", "congregation", "crowd", "audience"}
)
_COUNTED_BY = frozenset({"of", "at", "is", "was", "to", ":", "numbers", "numbered", "reached"})


def _headcount(t: Tokens, i: int) -> bool:
    """Cases like "a population of 31,204", "the workforce at about 340": what counts people."""
    bend = approximators.before(t, i)
    at = bend.first if bend is not None else i
    if t.word(at) == "a" or (bend is not None and t.word(at - 1) in _PEOPLE):
        return t.word(at - 1) in _PEOPLE
    return t.word(at - 1) in _COUNTED_BY and t.word(at - 2) in _PEOPLE


def _shared_noun(t: Tokens, i: int) -> str | None:
    """The noun of the second bound, which the first one shares: "at least 5 but no more than 20 members"."""
    at = i + 1 if t.word(i) == "," else i
    if t.word(at) not in {"but", "and"}:
        return None
    for place in range(at + 2, min(at + 6, t.size)):
        if not (t.is_number(place) or t.low[place] in word_values()):
            continue
        bound = approximators.before(t, place)
        tail = amount_at(t, place)
        if bound is None or bound.first != at + 1 or tail is None or tail.unit is not None:
            return None
        noun = counted_noun(t, tail.last)
        return noun[0] if noun is not None else None
    return None


def _with_rate(t: Tokens, draft: Draft) -> Draft:
    """Add what the thing is counted by: "30 to 40 pupils per class", "60 to 75 cents a copy"."""
    period = rate_at(t, draft.last)
    if period is None or draft.unit is None or " per " in draft.unit or draft.kind == "percent":
        return draft
    return replace(draft, unit=f"{draft.unit} per {period}", last=draft.last + 2)


def _scored(t: Tokens, i: int) -> bool:
    """Such as "a score of 650", "a rating between 0 and 5": a score is counted in points."""
    for at in range(i - 1, max(i - 6, -1), -1):
        word = t.low[at]
        if word in _SCORED:
            return True
        if word not in _THRESHOLD and word not in _RUNNING:
            return False
    return False


def _bent(t: Tokens, draft: Draft, taken: bytearray) -> Draft:
    """Apply the approximator before or after the number."""
    before = approximators.before(t, draft.first)
    if (
        before is not None
        and draft.kind == "duration"
        and before.text == "over"
        and not _lasts(t, before.first)
    ):
        return draft
    if before is not None and not any(taken[before.first : draft.first]):
        low, high = _bounds(before.bend, draft)
        kind: SlotKind = "range" if before.bend == "upto" and draft.kind == "quantity" else draft.kind
        return replace(
            draft, first=before.first, low=low, high=high, kind=kind,
            approximator=None if before.text in {"a total of", "a full"} else before.text,
        )  # fmt: skip
    post = approximators.after(t, draft.last) or _inner(t, draft)
    if post is None:
        return draft
    low, high = _bounds(post.bend, draft)
    return replace(draft, last=max(draft.last, post.last), low=low, high=high, approximator=post.text)


_LASTING = frozenset({
    "took", "takes", "take", "taking", "taken", "last", "lasts", "lasted", "lasting", "spent", "spend", "spends", "spending",
    "wait", "waits", "waited", "waiting", "serve", "served", "serves", "worked", "lived", "stayed", "owed", "needs", "needed",
    "requires", "required", "ran", "runs", "slept", "wasted", "lost", "saved", "saves", "sits", "sat", "well", "just", "aged",
    "totalled", "totaled", "totals", "averages", "averaged", "often", "sometimes", "usually", "now", "already", "going",
})  # fmt: skip


def _lasts(t: Tokens, i: int) -> bool:
    """Whether "over" before a time says more than it ("took over nine days"), not in the course of it."""
    before = t.word(i - 1)
    return (
        i == 0 or not t.is_word(i - 1) or before in _LASTING or before in lexicon.words("function_words.txt")
    )


def _bent_range(t: Tokens, draft: Draft, taken: bytearray) -> Draft:
    """A range that is itself loose: "some 2 to 3 million"."""
    near = approximators.before(t, draft.first)
    if near is None or near.bend != "near" or any(taken[near.first : draft.first]):
        return draft
    return replace(draft, first=near.first, approximator=near.text)


def _inner(t: Tokens, draft: Draft) -> approximators.Approximator | None:
    """Such as "40-odd people", "500 or more cities": the bend between number and noun."""
    for at in range(draft.first + 1, draft.last):
        found = approximators.after(t, at)
        if found is not None:
            return found
    return None


def _bounds(bend: str, draft: Draft) -> tuple[float | None, float | None]:
    if bend == "low":
        return draft.low, None
    if bend in {"high", "upto"}:
        return None, draft.high
    return draft.low, draft.high
