"""Operators that make threads: comments that repeat, exaggerate, deny, ask, answer, joke."""

from __future__ import annotations

from benchmarks.spread.pages import Block, Page, Piece, Taking
from benchmarks.spread.press import Press, figures, fillers, headline, prose, sentence, tell, with_furniture
from benchmarks.spread.stock import Figures, Statement

_ACTS = ("repeat", "exaggerate", "ask", "joke", "chat", "deny")
_WEIGHTS = (5, 2, 3, 2, 4, 1)


def thread(press: Press) -> bool:
    """Two to five comments under an article."""
    bare = {p.root for p in press.pages if p.kind == "comment"}
    articles = [p for p in press.pages if p.kind == "article" and p.told() and p.number not in bare]
    if not articles:
        return False
    article = press.rng.choice(articles)
    for _ in range(press.rng.choice((2, 3, 4, 5))):
        _comment(press, article)
    return True


def _reply(press: Press, parent: Page, root: Page, pieces: tuple[Piece, ...]) -> Page:
    page = Page(
        number=len(press.pages), time=max(parent.time, root.time) + 0.02 + press.rng.expovariate(2.0), kind="comment",
        author=press.person(), topic=root.topic, parent=parent.number, root=root.number,
        blocks=[Block(style="prose", pieces=pieces)],
    )  # fmt: skip
    press.pages.append(page)
    press.clock = max(press.clock, page.time)
    return page


def _comment(press: Press, article: Page) -> None:
    act = press.rng.choices(_ACTS, _WEIGHTS)[0]
    claim = press.rng.choice(sorted(article.told()))
    statement = press.statement(claim)
    theirs = next(p for p in article.pieces() if p.tells and p.claim == claim)
    if act in {"repeat", "exaggerate"}:
        chosen = figures(press, statement, 1.0) if act == "exaggerate" else theirs.figures
        _repeat(press, article, statement, chosen)
    elif act == "ask":
        _ask(press, article, statement, theirs.figures)
    elif act == "deny":
        text = sentence(press, statement, "denial", fillers(statement, theirs.figures))
        if text is not None:
            piece = Piece(kind="tell", text=text, claim=claim, figures=theirs.figures, role="denies")
            _reply(press, article, article, (piece,))
    else:
        text = sentence(press, statement, "comment_joke", {}) if act == "joke" else press.frame("chatter")
        if text is not None:
            _reply(press, article, article, (Piece(kind="chat", text=text),))


def _repeat(press: Press, article: Page, statement: Statement, chosen: Figures) -> None:
    text = sentence(press, statement, "comment_repeat", fillers(statement, chosen))
    if text is None:
        return
    piece = Piece(kind="tell", text=text, claim=statement.id, figures=chosen, role="states")
    page = _reply(press, article, article, (piece,))
    page.takings = [
        Taking(source=article.number, taker=page.number, claims=frozenset({statement.id}), trace="thread")
    ]


def _ask(press: Press, article: Page, statement: Statement, chosen: Figures) -> None:
    text = sentence(press, statement, "comment_ask", {})
    if text is None:
        return
    asked = _reply(press, article, article, (Piece(kind="chat", text=text, claim=statement.id, role="asks"),))
    if not press.chance(0.4):
        return
    source = press.rng.choice(press.topic(article.topic).forms["sources"])
    answer = sentence(press, statement, "comment_answer", {**fillers(statement, chosen), "source": source})
    if answer is not None:
        piece = Piece(
            kind="tell", text=answer, claim=statement.id, figures=chosen, source=source, role="answers"
        )
        _reply(press, asked, article, (piece,))


def thread_first(press: Press) -> bool:
    """A claim that stands first in a comment, under an article that does not tell it, and later in an article."""
    articles = [p for p in press.pages if p.kind == "article"]
    told = {claim for page in press.pages for claim in page.told()}
    fresh = [s for t in press.topics for s in t.statements if s.id not in told]
    if not articles or not fresh:
        return False
    statement = press.rng.choice(fresh)
    topic = next(t for t in press.topics if statement in t.statements)
    chosen = figures(press, statement, 0.0)
    text = sentence(press, statement, "comment_repeat", fillers(statement, chosen))
    piece = tell(press, statement, chosen)
    if text is None or piece is None:
        return False
    under = press.rng.choice(articles)
    first = Piece(kind="tell", text=text, claim=statement.id, figures=chosen, role="states")
    comment = _reply(press, under, under, (first,))
    page = press.page(topic=topic.name)
    page.blocks = with_furniture(press, prose(press, topic, [piece]))
    page.title = headline(press, topic, [piece])
    page.takings = [
        Taking(source=comment.number, taker=page.number, claims=frozenset({statement.id}), trace="none")
    ]
    return True
