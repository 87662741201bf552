"""Who took it from whom: documents first, then the statements inside them."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from corpus_tool.models import Comparison, Derivation, DerivationRelation, End, Mention, Pair, Passage
from corpus_tool.provenance.chosen import chosen
from corpus_tool.provenance.furniture import without_furniture
from corpus_tool.provenance.link import Link
from corpus_tool.provenance.overlap import Shared, View, quoted_line_share, quoted_share
from corpus_tool.provenance.pile import Pile, label
from corpus_tool.provenance.references import References
from corpus_tool.provenance.retold import in_thread, retold_confidence
from corpus_tool.provenance.signals import LITERAL_WORDS, Lean, leans
from corpus_tool.text import digest

DIRECTED_FROM = 1.0
"""Log-odds from which one direction is said: about three to one."""
_PRINTED = 20
"""Shared words from which two texts that name one agency are taken to print it."""
_ONLY_QUOTED = 0.8
"""Share of a passage inside quoted lines from which a comment does not say it itself."""
_LEAST_WORDS = 8
"""Fewer words in common than this may be a turn of phrase; under one's own article five are a quotation."""
_KIN = 0.97
"""Most that a text in common shows: both may have it from a third."""
_ROW_EVEN, _ROW_STEP = 8.7, 1.1
"""Words in a row at which copying is as likely as chance, and the log-odds of one word more.
Fitted on tuning worlds of known history, where rows of 7 and less are chance and of 10 and more are copies."""
_WORTH_SAYING = 0.2
"""A likeness that is surely chance is no tie to tell of."""
_MOST_ALONE = 0.45
"""Most that a phrase shows which stands in a denial: less likely than not."""
_CERTAIN = 0.98
"""No confidence is higher: a file can always have been altered after the fact."""
_TOLD = frozenset({"verbatim", "near_copy", "paraphrase"})


def links(pile: Pile, references: References) -> tuple[Link, ...]:
    """All derivations between documents, the less direct ones left out, in order of their ends."""
    found = [link for view in _views(pile, references) for link in _judged(view)]
    return chosen(found)


def derive(pile: Pile, references: References) -> tuple[Derivation, ...]:
    """Derivations between documents as rows; see `links` for the working form."""
    return tuple(as_row(link) for link in links(pile, references) if not link.wire)


def as_row(link: Link) -> Derivation:
    """A link as the derivation a report shows."""
    return Derivation(
        id="d" + digest("document", link.source_id, link.taker_id, link.directed),
        source=End(type="document", id=link.source_id),
        target=End(type="document", id=link.taker_id),
        relation=link.relation, directed=link.directed, confidence=round(link.confidence, 4), evidence=link.evidence,
    )  # fmt: skip


def _views(pile: Pile, references: References) -> list[View]:
    """Each two documents that share a passage, a credit, or several retold statements, once."""
    passages: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    for passage in pile.passages:
        passages[_ordered(passage.left.document_id, passage.right.document_id)].append(passage)
    passages = defaultdict(list, without_furniture(pile, passages))
    cited = {_ordered(r.document_id, r.target_id) for r in references.all if r.target_id}
    told = _told_pairs(pile)
    keys = sorted(set(passages) | cited | {k for k, v in told.items() if len(v) >= _least(pile, k)})
    return [
        View(
            pile=pile, references=references, source=pile.documents[left], taker=pile.documents[right],
            passages=tuple(
                _shared(p, left) for p in passages.get((left, right), ()) if not _cited_in_thread(pile, p)
            ),
            pairs=tuple(told.get((left, right), ())),
        )
        for left, right in keys
        if not pile.one_page(left, right)
    ]  # fmt: skip


def _cited_in_thread(pile: Pile, passage: Passage) -> bool:
    """Whether a comment only quotes it, in a line of its own, from what stands above it, and the other text is elsewhere.

    Who quotes what is answered has it from there, and the text elsewhere has nothing from the quoting.
    """
    for here, there in ((passage.left, passage.right), (passage.right, passage.left)):
        document = pile.documents[here.document_id]
        above = pile.roots.get(here.document_id)
        if (
            document.kind != "comment"
            or there.document_id == above
            or pile.roots.get(there.document_id) == above
        ):
            continue
        if quoted_line_share(document, here.start, here.end) >= _ONLY_QUOTED:
            return True
    return False


def _ordered(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _least(pile: Pile, key: tuple[str, str]) -> int:
    """Retold statements that make two documents worth a look: one inside a thread, else two."""
    one, other = key
    kinds = {pile.documents[one].kind, pile.documents[other].kind}
    if "comment" in kinds and len(kinds) > 1:
        return 1
    return 1 if pile.roots.get(one) == other or pile.roots.get(other) == one else 2


def _told_pairs(pile: Pile) -> Mapping[tuple[str, str], list[Pair]]:
    told: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    for pair in pile.pairs_between.values():
        left, right = pile.mentions[pair.left_id].document_id, pile.mentions[pair.right_id].document_id
        if left != right and pair.comparison.relation in _TOLD:
            told[_ordered(left, right)].append(pair)
    for pair in (*_in_threads(pile), *_rarely_told(pile)):
        ends = _ordered(pile.mentions[pair.left_id].document_id, pile.mentions[pair.right_id].document_id)
        if all(pair.left_id != p.left_id or pair.right_id != p.right_id for p in told[ends]):
            told[ends].append(pair)
    return told


def _in_threads(pile: Pile) -> Iterator[Pair]:
    """Statements of comments that stand, as the same claim, in the text they hang under or answer.

    Who comments has read what stands above, in however different words they tell it.
    """
    for claim in pile.claims.values():
        first: dict[str, Mention] = {}
        for mention in (pile.mentions[m] for m in claim.mention_ids if m in pile.mentions):
            first.setdefault(mention.document_id, mention)
        for document_id, mention in first.items():
            above = {pile.roots.get(document_id), pile.documents[document_id].parent_id}
            for other in sorted(a for a in above if a is not None and a in first and a != document_id):
                yield _pair(pile, mention, first[other])


def _rarely_told(pile: Pile) -> Iterator[Pair]:
    """Statements that two documents of the pile alone make, however different their words."""
    for claim in pile.claims.values():
        told = [pile.mentions[m] for m in claim.mention_ids[:12] if m in pile.mentions]
        if len({m.document_id for m in told}) == 2:
            first = next(m for m in told if m.document_id != told[0].document_id)
            yield _pair(pile, told[0], first)


def _pair(pile: Pile, one: Mention, other: Mention) -> Pair:
    known = pile.pair(one.id, other.id)
    if known is not None:
        return known
    left, right = sorted((one.id, other.id))
    opposed = one.polarity != other.polarity
    comparison = Comparison(relation="related", similarity=0.0, polarity_conflict=opposed)
    return Pair(left_id=left, right_id=right, comparison=comparison)


def _shared(passage: Passage, source: str) -> Shared:
    ends = (passage.left, passage.right)
    one, other = ends if passage.left.document_id == source else ends[::-1]
    return Shared(source=one, taker=other, similarity=passage.similarity, grade=passage.grade)


@dataclass(frozen=True, slots=True)
class _Kinship:
    """How sure it is that two documents are related at all, and the sentence that says why."""

    confidence: float
    sentence: str
    by_credit: bool = False


def _judged(view: View) -> Iterable[Link]:
    """The link between two documents: none, one, or two where each credits the other."""
    back = view.mirrored()
    wire = None if view.citations or back.citations else _wire(view)
    if wire is not None:
        return [wire]
    if view.citations and back.citations:
        return [
            link for v in (view, back) if (link := _link(v, _kinship(v), leans(v), directed=True)) is not None
        ]
    kinship = _kinship(view)
    if kinship.confidence <= 0 or _strangers_in_thread(view):
        return []
    ahead, behind = leans(view), leans(back)
    score = sum(lean.weight for lean in ahead) - sum(lean.weight for lean in behind)
    chosen_view, evidence = (view, ahead) if score >= 0 else (back, behind)
    link = _link(chosen_view, kinship, evidence, directed=abs(score) >= DIRECTED_FROM)
    return [] if link is None else [_weighed(link, abs(score))]


def _strangers_in_thread(view: View) -> bool:
    """Two comments that do not answer one another: what they share, both quote from above."""
    both = view.source.kind == view.taker.kind == "comment"
    return both and not in_thread(view) and not view.citations and not view.mirrored().citations


def _wire(view: View) -> Link | None:
    """The tie of two prints of one agency's text: neither took it from the other."""
    common = view.references.wires(view.source.id) & view.references.wires(view.taker.id)
    if not common or view.shared_words < _PRINTED:
        return None
    name = view.references.names[min(common)]
    return Link(
        view=view, relation="copies", directed=False, confidence=0.97, credited=False, by_credit=False, wire=True,
        evidence=(f"Both print a text of {name}, and say so: it is one source.",),
    )  # fmt: skip


def _weighed(link: Link, score: float) -> Link:
    if not link.directed:
        return link
    sure = 1.0 / (1.0 + math.exp(-score))
    return link.with_confidence(min(_CERTAIN, link.confidence * min(1.0, 0.5 + sure / 2 + 0.02)))


def _kinship(view: View) -> _Kinship:
    """Whether the two are related, from the strongest of credit, shared text and retelling."""
    citing = view if view.citations else view.mirrored()
    if citing.citations:
        cite = citing.citations[0]
        named = max(0.9 if r.matched != "name" else 0.92 for r in citing.citations)
        extra = 0.05 if view.shared_words >= 8 or view.pairs else 0.0
        sentence = (
            f"{label(view.pile, citing.taker)} names {label(view.pile, citing.source)} (“{cite.name[:60]}”)."
        )
        return _Kinship(named + extra, sentence[:1].upper() + sentence[1:], by_credit=True)
    shared = view.shared_words
    if shared >= (5 if in_thread(view) else _LEAST_WORDS):
        sure = _from_words(shared) if in_thread(view) else _from_wording(view)
        if sure >= _WORTH_SAYING:
            return _Kinship(sure, _shared_sentence(view))
    if view.common_quotes:
        count = len(view.common_quotes)
        return _Kinship(0.5 if count == 1 else 0.58, _common_sentence(view))
    return _Kinship(retold_confidence(view), _retold_sentence(view))


def _denies(view: View) -> bool:
    """Whether all that one of the two tells of the other's statements is their opposite: it need not have read them there."""
    return bool(view.pairs) and all(pair.comparison.polarity_conflict for pair in view.pairs)


def _from_wording(view: View) -> float:
    """How likely it is that a text in common was copied.

    Who tells the same thing has its words in common. What chance does not bring is a long row of words,
    letter for letter, or a whole text in nearly the same words.
    """
    row = 1.0 / (1.0 + math.exp(_ROW_STEP * (_ROW_EVEN - view.longest_run)))
    whole = _from_words(view.shared_words) if view.literal_words >= LITERAL_WORDS else 0.0
    sure = min(_KIN, max(row, whole))
    return min(sure, _MOST_ALONE) if view.literal_words < LITERAL_WORDS and _denies(view) else sure


def _from_words(shared: float) -> float:
    """More words in common, less chance: eight are a turn of phrase, forty are a text."""
    return min(_KIN, _KIN - 0.8 * math.exp(-shared / 14.0))


def _shared_sentence(view: View) -> str:
    count = len(view.own)
    where = "one passage" if count == 1 else f"{count} passages"
    return f"{where.capitalize()} in common, about {round(view.shared_words)} words, in the same or nearly the same wording."


def _common_sentence(view: View) -> str:
    count = len(view.common_quotes)
    what = "the same words" if count == 1 else f"the same {count} sets of words"
    return f"Both quote {what} of a third party; whether one took them from the other or both from elsewhere, these texts do not show."


def _retold_sentence(view: View) -> str:
    return f"Both tell {len(view.pairs)} of the same statements in other words; that alone is weak evidence."


def _link(view: View, kinship: _Kinship, evidence: tuple[Lean, ...], *, directed: bool) -> Link | None:
    if kinship.confidence <= 0:
        return None
    sentences = [kinship.sentence, *(lean.sentence for lean in evidence if directed)]
    if not directed:
        sentences.append("Which of the two came first, these texts and dates do not show.")
        view = view if view.source.id < view.taker.id else view.mirrored()
    return Link(
        view=view, relation=_relation(view), directed=directed, confidence=kinship.confidence,
        credited=bool(view.citations), by_credit=kinship.by_credit, evidence=tuple(dict.fromkeys(sentences)),
    )  # fmt: skip


def _relation(view: View) -> DerivationRelation:
    own = view.own
    literal = sum(p.grade != "heavy" for p in own)
    if own and view.shared_words >= 5:
        length = sum(p.taker.end - p.taker.start for p in own)
        quoted = sum(
            quoted_share(view.taker, p.taker.start, p.taker.end) * (p.taker.end - p.taker.start) for p in own
        )
        if quoted >= 0.5 * length or (view.taker.kind == "comment" and literal):
            return "quotes"
        return "copies" if literal else "paraphrases"
    if view.common_quotes and not view.citations:
        return "quotes"
    return "cites" if view.citations else "paraphrases"
