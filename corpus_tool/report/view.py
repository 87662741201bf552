"""What the page shows, worked out once: the writers of HTML and Markdown only lay it out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from corpus_tool.models import Account, Claim, Derivation, Document, Findings, Flag, Mention
from corpus_tool.report.words import count, document_name, listed
from corpus_tool.text import digest


@dataclass(frozen=True, kw_only=True)
class Index:
    """Findings by id, computed when first asked for."""

    findings: Findings

    @cached_property
    def documents(self) -> dict[str, Document]:
        """Documents by id."""
        return {document.id: document for document in self.findings.documents}

    @cached_property
    def mentions(self) -> dict[str, Mention]:
        """Mentions by id."""
        return {mention.id: mention for mention in self.findings.mentions}

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.findings.claims}

    @cached_property
    def accounts(self) -> dict[str, Account]:
        """Accounts by document id."""
        return {account.document_id: account for account in self.findings.accounts}

    @cached_property
    def externals(self) -> dict[str, str]:
        """Names of sources outside the pile by id."""
        return {external.id: external.name for external in self.findings.externals}

    @cached_property
    def named(self) -> dict[str, list[str]]:
        """Ids of the sources outside the pile that each mention rests on."""
        found: dict[str, list[str]] = defaultdict(list)
        for external in self.findings.externals:
            for mention in external.mention_ids:
                found[mention].append(external.id)
        return found

    @cached_property
    def derivations(self) -> dict[str, list[Derivation]]:
        """Derivations by the id at their taking end."""
        found: dict[str, list[Derivation]] = defaultdict(list)
        for derivation in self.findings.derivations:
            found[derivation.target.id].append(derivation)
        return found

    @cached_property
    def flags(self) -> dict[str, list[Flag]]:
        """Flags by claim id."""
        found: dict[str, list[Flag]] = defaultdict(list)
        for flag in self.findings.flags:
            found[flag.claim_id].append(flag)
        return found

    @cached_property
    def names(self) -> dict[str, str]:
        """A short name for every document; two that would share one are told apart by their file."""
        short = {document.id: document_name(document) for document in self.findings.documents}
        shared = {name for name, times in Counter(short.values()).items() if times > 1}
        return {
            document.id: (
                f"{short[document.id]} ({_file(document)})"
                if short[document.id] in shared and document.kind == "article"
                else short[document.id]
            )
            for document in self.findings.documents
        }

    def shown_claims(self, first: Sequence[str] = ()) -> list[Claim]:
        """Claims worth a section: tracked, flagged, or stated in two documents or more.

        Tracked ones stand first, then those of the leading findings in their order, then the gravest.

        Args:
            first: Ids of the claims of the leading findings.
        """
        places = {identity: place for place, identity in reversed(list(enumerate(first)))}
        severity = {"high": 3, "medium": 2, "low": 1}
        worth = [
            claim
            for claim in self.findings.claims
            if claim.tracked or claim.document_count > 1 or self.flags.get(claim.id)
        ]

        def rank(claim: Claim) -> tuple[int, int, int, int, str]:
            grave = sum(severity[flag.severity] for flag in self.flags.get(claim.id, ()))
            place = places.get(claim.id, len(first))
            return (0 if claim.tracked else 1, place, -grave, -claim.document_count, claim.id)

        return sorted(worth, key=rank)


def anchor(kind: str, identity: str) -> str:
    """A fragment name that no id from outside can break."""
    return f"{kind}-{digest(kind, identity, size=10)}"


def _file(document: Document) -> str:
    path = document.path or document.id
    return path.rsplit("/", 1)[-1] + (f", part {document.part + 1}" if document.part else "")


def reading(findings: Findings) -> list[str]:
    """What was read, in plain sentences."""
    kinds = Counter(document.kind for document in findings.documents)
    files = len({document.path for document in findings.documents if document.path})
    parts = [
        f"{kinds[kind]:,} {kind if kinds[kind] == 1 else kind + 's'}"
        for kind in ("article", "post", "comment")
        if kinds[kind]
    ]
    where = f" from {files:,} {'file' if files == 1 else 'files'}" if files else ""
    shared = sum(claim.document_count > 1 for claim in findings.claims)
    found = count(len(findings.mentions), "checkable statement")
    return [
        f"Read: {listed(parts) or 'nothing'}{where}.",
        f"Found: {found}; {count(shared, 'claim')} stated in two documents or more.",
    ]


def losses(findings: Findings) -> list[str]:
    """What the files lost, and so what this report cannot know."""
    articles = [document for document in findings.documents if document.kind == "article"]
    if not articles:
        return []
    undated = sum(document.published is None for document in articles)
    found = []
    if undated:
        found.append(f"{_of(undated, len(articles))} of no known date: the order of copies can be open.")
    for name, words in (
        ("links", "lost their links: a source linked there cannot be seen here."),
        ("block_quotes", "lost their quotation boxes: quoted words can look like the author's own."),
        ("bylines", "lost their bylines."),
    ):
        lost = sum(not getattr(document.kept, name) for document in articles)
        if lost:
            found.append(f"{_of(lost, len(articles))} {words}")
    found += [
        f"{document_name(document)}: {document.status_reason}."
        for document in articles
        if document.status == "ok" and document.status_reason
    ]
    return found


def _of(part: int, whole: int) -> str:
    return f"{part:,} of {whole:,} articles"


def unread(findings: Findings) -> list[str]:
    """Documents that could not be read, or not whole, and why."""
    return [
        f"{document.path or document.id}: {document.status}: {document.status_reason or 'no reason given'}"
        for document in findings.documents
        if document.status != "ok"
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A source that is named in the pile and not in it."""

    name: str
    claims: int
    statements: tuple[str, ...]


def wanted(index: Index) -> list[Wanted]:
    """Sources to get next, those that would settle most claims first."""
    owner: dict[str, set[str]] = defaultdict(set)
    for membership in index.findings.memberships:
        owner[membership.mention_id].add(membership.claim_id)
    found = []
    for external in index.findings.externals:
        claims = {claim for mention in external.mention_ids for claim in owner[mention]} & set(index.claims)
        statements = sorted(claims, key=lambda claim: (-index.claims[claim].document_count, claim))
        found.append(
            Wanted(
                name=external.name,
                claims=len(claims),
                statements=tuple(index.claims[claim].statement for claim in statements[:3]),
            )
        )
    return sorted(found, key=lambda want: (-want.claims, want.name))


def lost_pointers(mentions: Iterable[Mention]) -> list[str]:
    """Written pointers whose target the files lost, each once."""
    found = {
        mention.attribution.source.text
        for mention in mentions
        if mention.attribution.kind == "lost" and mention.attribution.source is not None
    }
    return sorted(found)
