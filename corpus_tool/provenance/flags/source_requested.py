"""A reader asked for the source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus_tool.models import Document, Mention
from corpus_tool.provenance.flags.evidence import Evidence, Found
from corpus_tool.provenance.lexicon import fold, patterns
from corpus_tool.provenance.notes import content_words
from corpus_tool.provenance.pile import Pile
from corpus_tool.provenance.references import is_checkable
from corpus_tool.provenance.wording import excerpt

_ASKING = content_words(
    "source sources anyone anybody link links citation evidence come from got says said told see study please know"
)
_NEXT = 4
"""Comments after a question in which an answer is looked for, where the thread does not show who answers whom."""
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")


def source_requested(evidence: Evidence) -> Found | None:
    """A comment asks where a statement comes from; said with it: whether anyone in the thread answered."""
    near = {*evidence.chain.tellings, *(m.document_id for m in evidence.chain.quotations)}
    for document_id in sorted(near):
        for comment in _comments_near(evidence, document_id):
            asked = request_in(_own_words(comment))
            if asked and _about_this(evidence, comment, asked, document_id):
                return _found(evidence, comment, asked, document_id)
    return None


def request_in(text: str) -> str:
    """The sentence in which a text asks for a source; empty when none does."""
    for found in _SENTENCE.finditer(text[:20_000]):
        sentence = found.group().strip()
        folded = fold(sentence)
        if any(patterns("speech", key).search(folded) for key in ("source_request", "written_request")):
            return sentence
    return ""


def _own_words(document: Document) -> str:
    """A text without what it quotes of others: lines marked ">" and quotation boxes."""
    text = document.text
    for box in sorted(document.block_quotes, key=lambda q: -q.start):
        text = text[: box.start] + "\n" + text[box.end :]
    return "\n".join(line for line in text.splitlines() if not line.lstrip().startswith(">"))


def _cited_words(document: Document) -> frozenset[str]:
    """The matter of what a comment quotes of others: its question is about that."""
    marked = [line for line in document.text.splitlines() if line.lstrip().startswith(">")]
    boxes = [document.text[q.start : q.end] for q in document.block_quotes]
    return content_words(" ".join((*marked, *boxes)))


def _found(evidence: Evidence, comment: Document, asked: str, document_id: str) -> Found:
    answer = _answer(evidence, comment)
    mentions = evidence.chain.tellings.get(document_id) or evidence.chain.quotations[:1]
    said = {
        "": "In this pile nobody in the thread answers with a source.",
    }.get(answer, answer)
    return Found(
        severity="medium" if not answer or evidence.chain.claim.tracked else "low",
        sureness="probable" if _names_it(evidence, comment, asked) else "possible",
        reason=f"In this pile, a reader asks where this comes from (“{excerpt(asked)}”). {said}",
        mentions=tuple(mentions),
    )


def _comments_near(evidence: Evidence, document_id: str) -> Iterator[Document]:
    """Comments that answer the document, and those elsewhere in its thread; the document itself if it is one."""
    pile = evidence.chain.pile
    document = pile.documents[document_id]
    if document.kind in {"comment", "post"} or pile.thread_of(document_id):
        yield document
    for reply in pile.replies.get(document_id, ()):
        yield pile.documents[reply]
    for comment_id in pile.thread_of(document_id):
        comment = pile.documents[comment_id]
        if comment.parent_id is None and comment_id != document_id and document.kind != "comment":
            yield comment


def _about_this(evidence: Evidence, comment: Document, asked: str, document_id: str) -> bool:
    """Whether the question is about this claim: it names it, quotes it, or answers the comment that tells it."""
    cited = _cited_words(comment)
    if cited and not any(_overlap(cited, m) for m in evidence.chain.mentions):
        return False
    if _names_it(evidence, comment, asked) or _names_it_best(evidence, comment, asked, document_id):
        return True
    document = evidence.chain.pile.documents[document_id]
    bare = len(content_words(asked)) <= 3
    return bare and document.kind == "comment" and comment.parent_id == document_id


def _names_it(evidence: Evidence, comment: Document, asked: str) -> bool:
    if any(m.document_id == comment.id for m in evidence.chain.quotations):
        return True
    words = _asked_about(comment, asked)
    return any(_overlap(words, m) for m in evidence.chain.mentions)


def _names_it_best(evidence: Evidence, comment: Document, asked: str, document_id: str) -> bool:
    """Whether, of all claims of the text above, this one has the most words in common with the question, or is the only one."""
    pile = evidence.chain.pile
    if comment.id == document_id:
        return False
    wanted = _asked_about(comment, asked)
    above = pile.claim_ids_in(document_id)
    told = {c: len(wanted & _words_of(pile, c)) for c in sorted(above) if _is_passed_on(pile, c)}
    own = told.get(evidence.chain.claim.id, 0)
    return (own > 0 and list(told.values()).count(own) == 1 and own == max(told.values())) or (
        len(told) == 1
        and not any(told.values())
        and evidence.chain.claim.id in told
        and len(wanted) <= _NAMELESS
    )


_NAMELESS = 2
"""Words of matter in a question that means whatever stands above it ("Who says it was them?")."""
_MOST = 40


def _is_passed_on(pile: Pile, claim_id: str) -> bool:
    """Whether a claim is worth a question: told in more than one document, or tracked."""
    claim = pile.claims[claim_id]
    documents = {pile.mentions[m].document_id for m in claim.mention_ids if m in pile.mentions}
    return claim.tracked is not None or len(documents) > 1


def _words_of(pile: Pile, claim_id: str) -> frozenset[str]:
    told = (pile.mentions[m].text for m in pile.claims[claim_id].mention_ids[:_MOST] if m in pile.mentions)
    return frozenset(word for text in told for word in content_words(text))


def _asked_about(comment: Document, asked: str) -> frozenset[str]:
    """The matter of the request and of the questions beside it, without the words of asking."""
    questions = [s for s in _SENTENCE.findall(_own_words(comment)[:2_000]) if s.rstrip().endswith("?")]
    return content_words(" ".join([asked, *questions])) - _ASKING


def _overlap(words: frozenset[str], mention: Mention) -> bool:
    shared = words & content_words(mention.text)
    return len(shared) >= 2 or any(w[0].isdigit() for w in shared)


def _answer(evidence: Evidence, comment: Document) -> str:
    """What answers there are under the question, as a sentence; empty when none gives a source."""
    for reply in _replies(evidence, comment):
        if _gives_source(evidence, reply) and _answers(evidence, comment, reply):
            return f"A reply names a source (“{excerpt(_own_words(reply), 9)}”)."
    return ""


def _replies(evidence: Evidence, comment: Document) -> list[Document]:
    """Comments that answer the question; in a thread that shows no answers, the next few after it."""
    pile = evidence.chain.pile
    direct = [pile.documents[d] for d in pile.replies.get(comment.id, ())]
    if direct:
        return direct
    thread = sorted((pile.documents[d] for d in pile.thread_of(comment.id)), key=lambda d: (d.part, d.id))
    if comment.kind != "comment":
        return thread[:_NEXT]
    flat = not any(d.parent_id in {t.id for t in thread} for d in thread)
    return [d for d in thread if d.part > comment.part][:_NEXT] if flat else []


def _answers(evidence: Evidence, comment: Document, reply: Document) -> bool:
    """Whether what a reply gives a source for may be what was asked for, and not a statement of its own on something else.

    A reply to the question may give the bare source; one that only comes after it must speak of the matter.
    """
    pile = evidence.chain.pile
    told = [m for m in pile.mentions_in.get(reply.id, ()) if not m.quoted]
    if not told:
        return True
    own = content_words(_own_words(reply))
    matter = _asked_about(comment, request_in(_own_words(comment)))
    if evidence.chain.claim.id in pile.claim_ids_in(reply.id) or own & matter:
        return True
    shared = any(_overlap(own, m) for m in evidence.chain.mentions)
    if reply.parent_id == comment.id:
        return shared or not any(_is_passed_on(pile, c) for c in pile.claim_ids_in(reply.id))
    return shared


def _gives_source(evidence: Evidence, reply: Document) -> bool:
    """Whether a reply names something one could check, and does not only ask in its turn."""
    pile = evidence.chain.pile
    given = any(is_checkable(m) for m in pile.mentions_in.get(reply.id, ()))
    elsewhere = any(r.key or r.target_id for r in evidence.chain.references.by_document.get(reply.id, ()))
    named = given or elsewhere or bool(reply.links or pile.credits_in.get(reply.id)) or "http" in reply.text
    return named and not request_in(_own_words(reply))
