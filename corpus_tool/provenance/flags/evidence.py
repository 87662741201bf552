"""What a flag rule is given and what it answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from corpus_tool.models import Document, Flag, FlagCode, Mention, Severity, Sureness
from corpus_tool.provenance.chains import Chain, Step
from corpus_tool.provenance.dates import before
from corpus_tool.provenance.nearby import outside
from corpus_tool.provenance.notes import content_words
from corpus_tool.provenance.origins import Origin
from corpus_tool.provenance.papers import around, names_paper, rests_on_paper
from corpus_tool.provenance.pile import label, sentence_of
from corpus_tool.provenance.references import is_checkable
from corpus_tool.provenance.wording import excerpt

TOLD: Final = frozenset({"verbatim", "near_copy", "paraphrase"})
"""Relations of two wordings that say the same."""
_MATTER = 1 / 3
_MATTER_WORDS = 2
_MOST = 60
"""Tellings of one claim held against one another: enough to show that it drifts."""
_WORDINGS, _NEARLY_ALL = 3, 0.7
"""Different wordings of a claim that must share a word, and the share of them that must, for it to belong to the claim."""
_WORTH, _WORTH_ALONE = 0.35, 0.55
"""Check-worthiness of the best telling from which the source is missed: with something in it to check, and without."""
Lost = Literal["links", "block_quotes", "dates"]
_WORDS: dict[Lost, str] = {"links": "links", "block_quotes": "quotation boxes", "dates": "dates"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The answer of a rule: how severe, how sure, the sentence, the proof, and what files lost that bears on it."""

    severity: Severity
    sureness: Sureness
    reason: str
    mentions: tuple[Mention, ...]
    lost: str = ""


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """One claim's chain and origins, with the few words every rule needs."""

    chain: Chain
    origins: tuple[Origin, ...]
    origin_range: tuple[int, int]

    def document(self, mention: Mention) -> Document:
        """The document a mention stands in."""
        return self.chain.pile.documents[mention.document_id]

    def who(self, mention: Mention) -> str:
        """How the document of a mention is called."""
        return label(self.chain.pile, self.document(mention))

    def says(self, mention: Mention) -> str:
        """The document and its words."""
        return f"{self.who(mention)} (“{excerpt(mention.text, 8)}”)"

    def lost(self, mentions: Iterable[Mention], *kinds: Lost) -> str:
        """The clause that names what the files of these mentions lost; empty where they lost nothing that matters."""
        documents = {m.document_id: self.document(m) for m in mentions}.values()
        gone = [kind for kind in kinds if any(not getattr(d.kept, kind) for d in documents)]
        if not gone:
            return ""
        return f"Some of these files have lost their {' and '.join(_WORDS[k] for k in gone)}: only possible."

    def flag(self, code: FlagCode, found: Found) -> Flag:
        """The flag a report shows; what rests on a loss is at most possible and says so."""
        sureness: Sureness = "possible" if found.lost else found.sureness
        reason = f"{found.reason} {found.lost}".strip()
        ids = tuple(dict.fromkeys(m.id for m in found.mentions))
        return Flag(
            code=code, claim_id=self.chain.claim.id, severity=found.severity, sureness=sureness, reason=reason,
            mention_ids=ids,
        )  # fmt: skip

    def alike(self, one: Mention, other: Mention) -> bool:
        """Whether two tellings may be held against one another.

        Grouping by meaning makes mistakes: their wordings must have been found to say the same, a
        derivation must tie them, or a third of the shorter one's matter must be in the other; if
        not of the two, then from telling to telling between them. A tracked claim is the user's word.
        """
        if self.chain.claim.tracked is not None:
            return True
        if self._cluster.get(one.id, 0) == self._cluster.get(other.id, 1):
            return True
        both = one.id in self._cluster and other.id in self._cluster
        return not both and self._kin(one, other)

    def close(self, one: Mention, other: Mention) -> bool:
        """Whether two tellings are alike by themselves, not only from telling to telling between them."""
        return self.chain.claim.tracked is not None or self._kin(one, other)

    @cached_property
    def _cluster(self) -> Mapping[str, int]:
        """Mention id to the number of the group of tellings that it hangs together with."""
        told = self.chain.mentions[:_MOST]
        number = dict.fromkeys((m.id for m in told), -1)
        for place, start in enumerate(told):
            waiting = [start] if number[start.id] < 0 else []
            while waiting:
                current = waiting.pop()
                number[current.id] = place
                kin = [m for m in told if number[m.id] < 0 and self._kin(current, m)]
                number |= dict.fromkeys((m.id for m in kin), place)
                waiting += kin
        return number

    def _kin(self, one: Mention, other: Mention) -> bool:
        if one.text == other.text:
            return True
        pair = self.chain.pile.pair(one.id, other.id)
        if pair is not None and pair.comparison.relation in TOLD:
            return True
        if frozenset((one.document_id, other.document_id)) in self._tied:
            return True
        a, b = content_words(one.text), content_words(other.text)
        return len(a & b) >= max(_MATTER_WORDS, _MATTER * min(len(a), len(b)))

    @cached_property
    def _tied(self) -> frozenset[frozenset[str]]:
        floor = self.chain.pile.settings.counted_confidence
        steps = (s for s in self.chain.steps if s.confidence >= floor)
        return frozenset(frozenset((s.source.document_id, s.taker.document_id)) for s in steps)

    @cached_property
    def core(self) -> frozenset[str]:
        """The content words that nearly all different wordings of the claim have; empty where there are few wordings."""
        wordings = {content_words(m.text) for m in self.chain.mentions[:_MOST]}
        counts = Counter(word for wording in wordings for word in wording)
        least = max(_WORDINGS, _NEARLY_ALL * len(wordings))
        return frozenset(word for word, count in counts.items() if count >= least)

    @cached_property
    def near(self) -> tuple[Mention, ...]:
        """Statements outside the claim that are as like its tellings as to be some of them."""
        pile, claim = self.chain.pile, self.chain.claim
        if claim.tracked is not None:
            return ()
        return outside(
            pile.wordings, pile.mentions, pile.pairs_of, self.chain.mentions, frozenset(claim.mention_ids)
        )

    def has_core(self, mention: Mention) -> bool:
        """Whether a statement has what nearly all wordings of the claim have.

        "Nine burglaries in Willow Park" does not tell that burglars in Willow Park mark houses.
        """
        return len(self.core & content_words(mention.text)) >= _NEARLY_ALL * len(self.core)

    def rests_on_something(self, mention: Mention) -> bool:
        """Whether any source is given for a statement, be it only that its sentence names a paper that holds it.

        In a comment the paper may stand in the sentence beside it: "It is in the minutes of the council. They voted no."
        """
        references = self.chain.references
        if references.targets(mention.id):
            return False
        if (
            is_checkable(mention)
            or references.externals(mention.id)
            or rests_on_paper(sentence_of(self.chain.pile, mention))
        ):
            return True
        document = self.document(mention)
        return document.kind == "comment" and names_paper(around(document.text, mention.start, mention.end))

    @property
    def matters(self) -> bool:
        """Whether a reader need ask for the source at all: "autumn has come to the boulevards" needs none.

        Whoever draws up a list under a lead-in means each point of it. A figure, a date, a doer or an effect can be
        checked, where the statement is not far from worth it.
        """
        told = self.chain.mentions
        if self.chain.claim.tracked is not None or any(m.governed_by is not None for m in told):
            return True
        worth = max((m.check_worthiness for m in told), default=0.0)
        return worth >= (_WORTH if any(m.slots or m.quoted for m in told) else _WORTH_ALONE)

    def articles(self) -> list[str]:
        """Ids of the articles and posts that tell the claim, one for each page."""
        documents = self.chain.pile.documents
        return [d for d in sorted(self.chain.pages) if documents[d].kind != "comment"]

    def apart(self, one: Mention, other: Mention) -> bool:
        """Whether two tellings stand on two pages, and not in one text or in two saved copies of it."""
        return not self.chain.pile.one_page(one.document_id, other.document_id)

    def severity(self, documents: int, *, grave: bool = False) -> Severity:
        """More documents, a graver kind of change and a tracked claim each weigh."""
        points = (documents >= 3) + (documents >= 6) + grave + (self.chain.claim.tracked is not None)
        return "high" if points >= 2 else "medium" if points else "low"


def counted(number: int, noun: str) -> str:
    """A number with its noun: 1 document, 3 documents."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def listed(parts: Iterable[str], limit: int = 3) -> str:
    """Parts joined as in a sentence; beyond ``limit`` only their number is said."""
    every = list(dict.fromkeys(parts))
    shown = every[:limit]
    if len(every) > limit:
        shown.append(f"{len(every) - limit} more")
    return shown[0] if len(shown) == 1 else ", ".join(shown[:-1]) + " and " + shown[-1] if shown else ""


def sureness_of_steps(steps: Iterable[Step]) -> Sureness:
    """The sureness of the weakest of some steps; certain only where credit or dates show the order of each."""
    every = list(steps)
    shown = all(
        s.credited or before(s.link.view.source.published, s.link.view.taker.published) for s in every
    )
    sure = sureness_of(min((s.confidence for s in every), default=0.0))
    return "probable" if sure == "certain" and not shown else sure


def sureness_of(confidence: float) -> Sureness:
    """A step's confidence as a word: certain from .9, probable from .7."""
    return "certain" if confidence >= 0.9 else "probable" if confidence >= 0.7 else "possible"
