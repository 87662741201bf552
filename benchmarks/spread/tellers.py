"""Operators that bring a claim into the pile: first tellings, wires, magazines, families, rings, denials."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from benchmarks.spread.pages import Block, Page, Piece, Taking
from benchmarks.spread.press import (
    PLAIN,
    Manner,
    Press,
    around,
    figures,
    fillers,
    headline,
    listed,
    prose,
    sentence,
    tell,
    with_furniture,
)
from benchmarks.spread.stock import Topic, frames, names


def first_telling(press: Press) -> bool:
    """A page that has its claims from nowhere in the pile."""
    topic = press.rng.choice(press.topics)
    count = press.rng.choice((1, 1, 2, 2, 3, 4))
    wanted = press.rng.sample(topic.statements, min(count, len(topic.statements)))
    return tell_first(press, topic, [statement.id for statement in wanted])


def tell_first(press: Press, topic: Topic, claims: Sequence[str]) -> bool:
    """A page that tells these claims of its own; in a list now and then, hedged or sourced now and then."""
    as_list = len(claims) > 1 and press.chance(0.45)
    doubtful = press.chance(0.35)
    pieces = [_first(press, topic, claim, doubtful=doubtful and not as_list) for claim in claims]
    tells = [piece for piece in pieces if piece is not None]
    if not tells:
        return False
    page = press.page(topic=topic.name)
    if as_list:
        page.blocks = with_furniture(press, listed(press, topic, tells, hedged=doubtful))
    else:
        page.blocks = with_furniture(press, prose(press, topic, tells))
    if press.chance(0.06):
        page.blocks.append(Block(style="line", pieces=(_whole_doubt(press, topic),)))
    page.title = headline(press, topic, [piece for piece in page.body() if piece.tells])
    return True


def _first(press: Press, topic: Topic, claim: str, *, doubtful: bool) -> Piece | None:
    statement = press.statement(claim)
    manner = PLAIN
    if doubtful:
        manner = Manner(hedged=True)
    elif press.chance(0.35):
        manner = Manner(source=press.rng.choice(topic.forms["sources"]))
    return tell(press, statement, figures(press, statement), manner)


def _whole_doubt(press: Press, topic: Topic) -> Piece:
    text = press.deck.deal(topic.name, "caveat", topic.forms["caveat"])
    return Piece(kind="note", text=text or topic.forms["caveat"][0], claim="*", role="weakens")


def wire(press: Press) -> bool:
    """An agency's text that three to five outlets print; one or two say nothing of the agency."""
    topic = press.rng.choice(press.topics)
    wanted = press.rng.sample(topic.statements, min(2, len(topic.statements)))
    source = press.rng.choice(topic.forms["sources"]) if press.chance(0.4) else ""
    manner = Manner(source=source) if source else PLAIN
    tells = [t for s in wanted if (t := tell(press, s, figures(press, s, 0.05), manner)) is not None]
    text = prose(press, topic, tells)
    if not tells or sum(len(block.pieces) for block in text) < 4:
        return False
    agency = press.rng.choice(names()["agencies"])
    dateline = frames()["dateline"].format(place=press.rng.choice(frames()["places"]), agency=agency)
    start = press.clock
    for number in range(press.rng.choice((3, 4, 5))):
        page = press.page(topic=topic.name, wire=agency)
        page.time = start + 0.2 + press.rng.random()
        shown = number == 0 or press.chance(0.75)
        page.blocks = _print(press, text, dateline if shown else "")
        page.wire = agency if shown else ""
        page.title = headline(press, topic, tells)
        if number:
            first = press.pages[page.number - number]
            page.takings = [_print_of(first, page)]
    press.clock = start + 1.3
    return True


def _print(press: Press, text: Sequence[Block], dateline: str) -> list[Block]:
    """One outlet's print: cut from below now and then, with or without the agency's name."""
    kept = list(text[:-1]) if press.chance(0.4) and len(text) > 2 else list(text)
    if dateline:
        first = kept[0].pieces[0]
        named = dataclasses.replace(first, text=dateline + first.text)
        kept[0] = dataclasses.replace(kept[0], pieces=(named, *kept[0].pieces[1:]))
    return with_furniture(press, kept)


def _print_of(first: Page, page: Page) -> Taking:
    kept = first.texts() & page.texts()
    return Taking(source=first.number, taker=page.number, claims=page.told(), trace="wire", kept=kept)


def magazine(press: Press) -> bool:
    """Two or three pages that rest on one magazine which is not in the pile, in words of their own."""
    topic = press.rng.choice(press.topics)
    statement = press.rng.choice(topic.statements)
    name = press.deck.deal("names", "magazines", names()["magazines"])
    if name is None:
        return False
    chosen = figures(press, statement)
    made = 0
    for _ in range(press.rng.choice((2, 3))):
        piece = tell(press, statement, chosen, Manner(magazine=name))
        if piece is None:
            break
        page = press.page(topic=topic.name)
        page.blocks = with_furniture(press, prose(press, topic, [piece]))
        page.title = headline(press, topic, [piece])
        made += 1
    return made > 0


def family(press: Press) -> bool:
    """Two outlets of one owner that tell a claim in words of their own, without a source."""
    topic = press.rng.choice(press.topics)
    statement = press.rng.choice(topic.statements)
    house = press.rng.choice(names()["families"])["outlets"]
    used = {page.outlet for page in press.pages}
    free = [outlet for outlet in house if outlet not in used]
    if len(free) < 2:
        return False
    for outlet in free[:2]:
        piece = tell(press, statement, figures(press, statement, 0.05))
        if piece is None:
            return True
        page = press.page(topic=topic.name)
        page.outlet = outlet
        press.outlets = [name for name in press.outlets if name != outlet]
        page.blocks = with_furniture(press, prose(press, topic, [piece]))
        page.title = headline(press, topic, [piece])
    return True


def ring(press: Press) -> bool:
    """Two or three pages each of which credits the next for one claim, and the last the first."""
    topic = press.rng.choice(press.topics)
    statement = press.rng.choice(topic.statements)
    count = press.rng.choice((2, 2, 3))
    chosen = figures(press, statement)
    pages = [press.page(topic=topic.name) for _ in range(count)]
    for place, page in enumerate(pages):
        following = pages[(place + 1) % count]
        piece = tell(press, statement, chosen, Manner(page=following))
        if piece is None:
            del press.pages[pages[0].number :]
            return False
        page.blocks = with_furniture(press, prose(press, topic, [piece]))
        page.title = headline(press, topic, [piece])
        page.takings = [
            Taking(
                source=following.number, taker=page.number, claims=frozenset({statement.id}), trace="credit"
            )
        ]
    return True


def denial(press: Press) -> bool:
    """A page that says the opposite of a claim some page tells."""
    told = sorted({claim for page in press.pages for claim in page.told()})
    if not told:
        return False
    statement = press.statement(press.rng.choice(told))
    topic = next(t for t in press.topics if statement in t.statements)
    chosen = figures(press, statement, 0.0)
    text = sentence(press, statement, "denial", fillers(statement, chosen))
    if text is None:
        return False
    page = press.page(topic=topic.name)
    piece = Piece(kind="tell", text=text, claim=statement.id, figures=chosen, role="denies")
    page.blocks = with_furniture(press, prose(press, topic, [piece]))
    page.title = headline(press, topic, [piece])
    return True


def chatter(press: Press) -> bool:
    """A page of the topic that states none of its claims."""
    topic = press.rng.choice(press.topics)
    pieces = around(press, topic, "intro", 1) + around(press, topic, "filler", 3)
    if len(pieces) < 3:
        return False
    page = press.page(topic=topic.name)
    page.blocks = with_furniture(press, [Block(style="prose", pieces=pieces)])
    page.title = headline(press, topic, [])
    return True
