"""What a reader is told, in one place: the names of flags, of sureness, of ways of taking."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from corpus_tool.models import Attribution, Document, FlagCode, Given, GivenField, GivenPlace

FLAG_NAMES: Final[dict[FlagCode, str]] = {
    "repeated_unsourced": "Repeated; no source given",
    "single_origin": "One earliest telling in this pile",
    "circular": "Circular reporting",
    "attribution_lost": "Source dropped on the way",
    "source_says_less": "The source says less",
    "certainty_gained": "Hedge dropped on the way",
    "caveat_not_carried": "A doubt or correction did not travel",
    "value_drift": "Figures differ",
    "actor_drift": "Who did it differs",
    "scope_drift": "Who it covers differs",
    "source_requested": "A reader asked for the source",
    "contradicted": "Contradicted in the pile",
    "thread_born": "Appeared in a comment first",
}
SURENESS: Final = {
    "certain": "certain: the texts show it",
    "probable": "probable: the texts point to it",
    "possible": "possible: the texts leave it open",
}
RELATIONS: Final = {"quotes": "quotes", "copies": "copies", "paraphrases": "retells", "cites": "cites"}
KEPT: Final = {
    "links": "links",
    "block_quotes": "quotation boxes",
    "dates": "dates",
    "images": "images",
    "bylines": "bylines",
}
_PLACES: Final[dict[GivenPlace, str]] = {
    "json-ld": "JSON-LD",
    "opengraph": "OpenGraph",
    "meta": "meta element",
}
_GIVEN: Final[dict[GivenField, str]] = {
    "title": "titles",
    "author": "bylines",
    "published": "days",
    "publisher": "publishers",
}
_NO_SOURCE: Final = {
    "absent": "gives no source",
    "lost": "points to a source that this file lost",
    "vague": "names no one in particular",
    "self": "rests on the writer's own word",
}


def document_name(document: Document, *, width: int = 60) -> str:
    """A short name a reader will know again: publisher and title, else what there is."""
    if document.kind != "article":
        who = document.author or "unnamed"
        return f"{'post' if document.kind == 'post' else 'comment'} by {who}"
    title = document.title or document.url or document.path or document.id
    name = f"{document.publisher}: {title}" if document.publisher else title
    return shortened(name, width)


def day(published: str | None) -> str:
    """A date as a reader is shown it: no seconds, no zone of UTC; "no date" where there is none."""
    if published is None:
        return "no date"
    date, _, time = published.partition("T")
    return f"{date} {time[:5]}" if time else date


def shortened(text: str, width: int) -> str:
    """At most ``width`` characters, cut at a word, with an ellipsis."""
    if len(text) <= width:
        return text
    cut = text[: width - 1].rsplit(" ", 1)[0] or text[: width - 1]
    return f"{cut.rstrip(' ,;:')}…"


def sourcing(attribution: Attribution) -> str:
    """What one telling rests on, in a few words."""
    if attribution.grade == "absent":
        return _NO_SOURCE["absent"]
    if attribution.kind in _NO_SOURCE:
        said = attribution.source.text if attribution.source else ""
        return (
            f"{_NO_SOURCE[attribution.kind]} (“{shortened(said, 60)}”)"
            if said
            else _NO_SOURCE[attribution.kind]
        )
    named = attribution.external or (attribution.source.text if attribution.source else "a source")
    return f"credits {shortened(named, 60)}"


def count(number: int, singular: str, plural: str | None = None) -> str:
    """A number with its noun."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def listed(items: list[str]) -> str:
    """Items as a person lists them."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def disputed(given: Sequence[Given]) -> str:
    """One line on a field for which the places of a page give more than one value.

    Args:
        given: The value taken, then the others.
    """
    said = [
        f"{one.value[:10] if one.field == 'published' else shortened(one.value, 80)} ({_PLACES.get(one.place, one.place)})"
        for one in given
    ]
    return f"{len(given)} {_GIVEN[given[0].field]} are given: {', '.join(said)}; the first is used"
