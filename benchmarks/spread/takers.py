"""Operators that take from a page of the pile: reposts, retouched copies, quotations, retellings; updates."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence

from benchmarks.spread.pages import Block, Page, Piece, Taking, Trace, freed
from benchmarks.spread.press import (
    Manner,
    Press,
    around,
    figures,
    fillers,
    headline,
    prose,
    sentence,
    tell,
    with_furniture,
)
from benchmarks.spread.stock import frames

_NEW_WORDS, _FLAT, _NEW_FIGURE, _NO_SOURCE = 0.2, 0.35, 0.15, 0.4
"""How often a retouched copy words a sentence anew, drops its hedge, changes its figure, drops its source."""
_LEAST_KEPT = 14
"""Words that a copy must have in common with its source, or nothing in it shows that it is one."""


def _source(press: Press) -> Page | None:
    """A page to take from: articles that tell something, the much copied ones more likely."""
    telling = [p for p in press.pages if p.kind == "article" and p.told() and p.blocks]
    if not telling:
        return None
    takers: dict[int, int] = {}
    for page in press.pages:
        for taking in page.takings:
            takers[taking.source] = takers.get(taking.source, 0) + 1
    return press.rng.choices(telling, [1 + takers.get(page.number, 0) for page in telling])[0]


def _own_kinds(pieces: Iterable[Piece]) -> list[Piece]:
    return [p for p in pieces if p.kind not in {"furniture", "credit"}]


def _taken(source: Page, page: Page, trace: Trace, *, lossy: bool) -> list[Taking]:
    """The taking of a copy: by shared text, or nothing that shows where too little of it was kept."""
    kept = source.texts() & page.texts()
    words = sum(len(text.split()) for text in kept)
    shown: Trace = trace
    if trace == "copy":
        # Who copies one print of an agency's text leaves what another print would leave.
        shown = "none" if words < _LEAST_KEPT else "wire" if source.wire else "copy"
    claims = source.told() & page.told()
    return [
        Taking(source=source.number, taker=page.number, claims=claims, trace=shown, kept=kept, lossy=lossy)
    ]


def _credit(press: Press, source: Page) -> Block:
    text = press.frame("credit_line").format(outlet=source.outlet)
    piece = Piece(kind="credit", text=text, credits=source.number)
    return Block(style="line", pieces=(piece,))


def repost(press: Press) -> bool:
    """The whole text under another name, with or without a credit; an update may get lost."""
    source = _source(press)
    if source is None:
        return False
    page = press.page(topic=source.topic)
    drop_notes = press.chance(0.6)
    blocks = [_without(block, drop_notes=drop_notes) for block in source.blocks]
    page.blocks = [block for block in blocks if block.pieces]
    credited = press.chance(0.4)
    if credited:
        page.blocks = (
            [_credit(press, source), *page.blocks]
            if press.chance(0.5)
            else [*page.blocks, _credit(press, source)]
        )
    page.blocks = with_furniture(press, page.blocks)
    page.title = (
        source.title if press.chance(0.6) else headline(press, press.topic(page.topic), list(page.body()))
    )
    if press.chance(0.4):
        page.author = source.author
    page.wire = source.wire if credited or source.wire in "".join(p.text for p in page.body()) else ""
    had = any(p.role == "weakens" for p in source.body())
    page.takings = _taken(source, page, "credit" if credited else "copy", lossy=had and drop_notes)
    return True


def _without(block: Block, *, drop_notes: bool) -> Block:
    kept = [p for p in _own_kinds(block.pieces) if not (drop_notes and p.kind == "note")]
    return dataclasses.replace(block, pieces=tuple(kept))


def retouch(press: Press) -> bool:
    """A copy of a run of sentences with changes: other words, a hedge or a source gone, another figure."""
    source = _source(press)
    if source is None:
        return False
    topic = press.topic(source.topic)
    blocks = [_without(b, drop_notes=True) for b in source.blocks]
    blocks = [b for b in blocks if b.pieces]
    first = press.rng.randrange(2) if len(blocks) > 2 else 0
    cut = blocks[first : len(blocks) - press.rng.randrange(2)] or blocks
    edited = [_edited(press, block) for block in cut]
    lossy = any(_lost(a, b) for a, b in zip(cut, edited, strict=True))
    page = press.page(topic=source.topic)
    own = Block(style="prose", pieces=around(press, topic, "intro", 1) + around(press, topic, "filler", 1))
    page.blocks = [block for block in (own, *edited) if block.pieces]
    credited = press.chance(0.35)
    if credited:
        page.blocks.append(_credit(press, source))
    page.blocks = with_furniture(press, page.blocks)
    page.title = headline(press, topic, [piece for piece in page.body() if piece.tells])
    page.wire = source.wire if any(source.wire in p.text for p in page.body()) else ""
    page.takings = _taken(source, page, "credit" if credited else "copy", lossy=lossy)
    if not page.told():
        press.pages.pop()
        return False
    return True


def _edited(press: Press, block: Block) -> Block:
    """A block with its sentences retouched; a hedged lead may become a plain one."""
    topic = (
        next(t for t in press.topics if any(s.id == p.claim for s in t.statements for p in block.pieces))
        if any(p.claim not in {"", "*"} for p in block.pieces)
        else None
    )
    drops_lead = block.style == "list" and press.chance(0.5)
    pieces = []
    for piece in block.pieces:
        if piece.kind == "lead" and drops_lead and piece.hedged and topic is not None:
            text = press.rng.choice(topic.forms["list_lead"])
            pieces.append(Piece(kind="lead", text=text))
        elif piece.tells:
            changed = _changed(press, piece)
            pieces.append(freed(changed) if drops_lead else changed)
        elif piece.kind != "filler" or press.chance(0.85):
            pieces.append(piece)
    if block.style == "list" and len(pieces) > 3 and press.chance(0.4):
        pieces.pop(press.rng.randrange(1, len(pieces)))
    return dataclasses.replace(block, pieces=tuple(pieces))


def _changed(press: Press, piece: Piece) -> Piece:
    """A telling after retouching: itself, or another wording, firmer, without its source, with another figure."""
    statement = press.statement(piece.claim)
    fresh: Piece | None = None
    plain = not piece.hedged and not piece.source and piece.credits < 0
    if press.chance(_FLAT if piece.hedged else _NO_SOURCE if piece.source else _NEW_WORDS * plain):
        fresh = tell(press, statement, piece.figures)
    elif piece.figures and press.chance(_NEW_FIGURE):
        fresh = _other_figure(press, piece)
    return piece if fresh is None else dataclasses.replace(fresh, governed=piece.governed)


def _other_figure(press: Press, piece: Piece) -> Piece | None:
    statement = press.statement(piece.claim)
    chosen = figures(press, statement, 1.0)
    text = piece.text
    for (slot, old), (_, new) in zip(piece.figures, chosen, strict=True):
        before, after = statement.slots[slot][old], statement.slots[slot][new]
        text = text.replace(before, after).replace(
            before[:1].upper() + before[1:], after[:1].upper() + after[1:]
        )
    return None if text == piece.text else dataclasses.replace(piece, text=text, figures=chosen)


def _lost(before: Block, after: Block) -> bool:
    """Whether a hedge or a source fell away between two versions of a block."""
    hedges = [sum(p.hedged or p.governed for p in b.pieces) for b in (before, after)]
    sources = [sum(bool(p.source) for p in b.pieces) for b in (before, after)]
    claims = [sum(p.tells for p in b.pieces) for b in (before, after)]
    return claims[0] == claims[1] and (hedges[0] > hedges[1] or sources[0] > sources[1])


def quotation(press: Press) -> bool:
    """One or two tellings set apart as a quotation, with or without the name of where they stood."""
    source = _source(press)
    if source is None:
        return False
    block = press.rng.choice([b for b in source.blocks if any(p.tells for p in b.pieces)] or source.blocks)
    pieces = [p for p in block.pieces if p.kind in {"tell", "filler"}]
    at = next((n for n, p in enumerate(pieces) if p.tells), None)
    if at is None or not any(p.tells for p in pieces):
        return False
    run = tuple(freed(p) for p in pieces[at : at + press.rng.choice((2, 3))])
    page = press.page(topic=source.topic)
    credited = press.chance(0.6)
    lead = press.frame("quote_credited" if credited else "quote_bare").format(outlet=source.outlet)
    named = Piece(kind="credit", text=lead, credits=source.number if credited else -1)
    style = "box" if press.chance(0.5) else "quote"
    topic = press.topic(source.topic)
    own = [_remark(press) or around(press, topic, "filler", 1) for _ in range(2)]
    page.blocks = [
        Block(
            style="prose",
            pieces=(*around(press, topic, "intro", 1), *around(press, topic, "filler", 1), *own[0]),
        ),
        Block(style="line", pieces=(named,)),
        Block(style=style, pieces=run),  # type: ignore[arg-type]  # one of the two
        Block(style="prose", pieces=(*own[1], *around(press, topic, "filler", 1))),
    ]
    page.blocks = with_furniture(press, [block for block in page.blocks if block.pieces])
    page.title = headline(press, topic, [])
    lossy = any(p.governed for p in pieces if p.tells)
    page.takings = _taken(source, page, "credit" if credited else "quote", lossy=lossy)
    return True


def _remark(press: Press) -> tuple[Piece, ...]:
    """A remark that no other page makes, while there are such."""
    text = press.deck.deal("frames", "own_words", frames()["own_words"])
    return () if text is None else (Piece(kind="own", text=text),)


def retelling(press: Press) -> bool:
    """A claim in words of its own, credited by name, by a link, or not at all."""
    source = _source(press)
    if source is None:
        return False
    claims = sorted(source.told())
    wanted = press.rng.sample(claims, min(len(claims), press.rng.choice((1, 1, 2))))
    how = press.rng.choices(("name", "link", "silent"), (0.55, 0.2, 0.25))[0]
    tells = [_retold(press, source, claim, how) for claim in wanted]
    made = [piece for piece in tells if piece is not None]
    if not made:
        return False
    page = press.page(topic=source.topic)
    topic = press.topic(source.topic)
    page.blocks = with_furniture(press, prose(press, topic, made))
    if how == "link":
        page.links_to = source.number
    page.title = headline(press, topic, made)
    claims_told = frozenset(piece.claim for piece in made)
    trace: Trace = "none" if how == "silent" else "credit"
    page.takings = [Taking(source=source.number, taker=page.number, claims=claims_told, trace=trace)]
    return True


def _retold(press: Press, source: Page, claim: str, how: str) -> Piece | None:
    """The claim as the retelling has it: hedges and sources are lost, figures may change."""
    statement = press.statement(claim)
    theirs: Sequence[Piece] = [p for p in source.pieces() if p.tells and p.claim == claim]
    chosen = theirs[0].figures if not press.chance(_NEW_FIGURE) else figures(press, statement, 1.0)
    keeps_doubt = any(p.hedged or p.governed for p in theirs) and press.chance(0.4)
    if how == "name":
        return tell(press, statement, chosen, Manner(page=source))
    return tell(press, statement, chosen, Manner(hedged=keeps_doubt))


def update(press: Press) -> bool:
    """A page takes back, doubts or confirms, some time later, what it says."""
    pages = [
        p
        for p in press.pages
        if p.kind == "article" and p.told() and not any(q.kind == "note" for q in p.body())
    ]
    if not pages:
        return False
    page = press.rng.choice(pages)
    claim = press.rng.choice(sorted(page.told()))
    statement = press.statement(claim)
    piece = next(p for p in page.pieces() if p.tells and p.claim == claim)
    doubtful = press.chance(0.75)
    words = fillers(statement, piece.figures)
    words["source"] = press.rng.choice(press.topic(page.topic).forms["sources"])
    text = sentence(press, statement, "doubt" if doubtful else "confirm", words)
    if text is None:
        return False
    note = Piece(
        kind="note", text=text, claim=claim, figures=piece.figures, role="weakens" if doubtful else "confirms",
        source="" if doubtful else words["source"],
    )  # fmt: skip
    page.blocks.append(Block(style="line", pieces=(note,)))
    return True
