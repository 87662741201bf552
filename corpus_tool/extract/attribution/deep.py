"""Attributions from the dependency parse: a cue, its subject, what it governs.

Every frame is one way English ties a content to a cue: a clause (``ccomp``), a "to"
clause (``xcomp``), a plain object, a preposition, a quotation. The registry `FRAMES`
is asked in order for each cue. Labels are those of spaCy's English models.
"""

from __future__ import annotations

import re
from typing import Any

from corpus_tool.extract.attribution import tree
from corpus_tool.extract.attribution.envelopes import extended_both
from corpus_tool.extract.attribution.extent import left_open
from corpus_tool.extract.attribution.found import Found
from corpus_tool.extract.attribution.grade import NO_SENSE, judge
from corpus_tool.extract.attribution.named import whole_name
from corpus_tool.extract.attribution.page import Line, Page
from corpus_tool.extract.attribution.phrasal import names_someone, sentence_without
from corpus_tool.extract.attribution.phrases import subject_after, subject_before
from corpus_tool.extract.attribution.shallow import extended, shortened
from corpus_tool.extract.attribution.words import Nominal, Verb, nominal_forms, verb_forms
from corpus_tool.extract.nlp import parse
from corpus_tool.models import Span

_CLAUSAL = frozenset({"say", "tell", "show", "think", "judge", "want"})


def found(page: Page) -> list[Found]:
    """Attributions of all sentences that hold a cue or a quotation, in order."""
    lines = [line for line in page.lines if _worth_parsing(line)]
    docs = parse([_REFERENCE.sub(_blank, page.text[line.start : line.end]) for line in lines])
    return [hit for line, doc in zip(lines, docs, strict=True) for hit in _sentence(page, line, doc)]


_REFERENCE = re.compile(r"\[\d{1,3}\]")
"""A footnote's number, which the parser takes for a word of its sentence."""


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _worth_parsing(line: Line) -> bool:
    forms, nominal = verb_forms(), nominal_forms()
    return any(
        word.low in forms or word.low in nominal or word.low in _PUTTING or word.low == "according"
        for word in line.words()
    )


def _sentence(page: Page, line: Line, doc: Any) -> list[Found]:
    here = tree.Sentence(page, line, doc)
    hits: list[Found] = []
    for token in doc:
        if here.quoted(token):
            continue
        hit = _cue(here, token)
        if hit is None:
            continue
        if hit.rule == "quotation" and hits and _inside(hit, hits[-1:]):
            hits[-1] = shortened(page, hits[-1], hit.start_of_cue)
        if not _inside(hit, hits):
            hits.append(hit)
    return hits


def _inside(hit: Found, hits: list[Found]) -> bool:
    """Whether the cue stands within a content already given: the outer attribution is kept."""
    cue = hit.cue
    return cue is not None and any(h.content and h.content.start <= cue.start < h.content.end for h in hits)


def _cue(here: tree.Sentence, token: Any) -> Found | None:
    low = token.lower_.replace("’", "'")
    verb = verb_forms().get(low)
    if low in _PUTTING:
        return _valued(here, token)
    if verb is not None and token.tag_.startswith("VB") and not _in_passing(here, token):
        for frame in FRAMES:
            hit = frame(here, token, verb)
            if hit is not None:
                return hit
    if low == "according":
        return _according(here, token)
    nominal = nominal_forms().get(low)
    if nominal is not None and token.tag_[:2] in ("NN", "JJ", "VB"):
        return _nominal(here, token, nominal)
    return None


_PUTTING = frozenset({"put", "puts", "putting"})


def _valued(here: tree.Sentence, token: Any) -> Found | None:
    """X put the loss at 40 million: a figure given for a thing."""
    thing = next((c for c in token.children if c.dep_ == "dobj" and c.i > token.i), None)
    at = next((t for t in token.subtree if t.lower_ == "at" and t.dep_ == "prep" and t.i > token.i), None)
    if thing is None or at is None or not any(t.tag_ in ("CD", "$") for t in at.subtree):
        return None
    content = here.content(thing, token)
    last = here.content(at, token)
    if content is None or last is None:
        return None
    return _built(here, token, Span(start=content.start, end=max(content.end, last.end)), "object")


_IN_PASSING = re.compile(
    r"(?:^|[\s(])(?:that|having|that\s+being|needless\s+to|so\s+to|as\s+I)\s$", re.IGNORECASE
)


def _in_passing(here: tree.Sentence, token: Any) -> bool:
    """In "that said, …" and "needless to say, …" nobody reports; nor does "a tower called “…”"."""
    at = here.at(token.i)
    text = here.page.masked
    set_off = text[at.end : at.end + 1] == "," or (token.lower_ == "speak" and at.end == here.line.end)
    if (
        set_off
        and token.lower_ in ("said", "say", "speak")
        and _IN_PASSING.search(text, max(0, at.start - 20), at.start)
    ):
        return True
    named = token.dep_ == "acl" and token.tag_ in ("VBN", "VBD")
    return named and not any(c.dep_ == "agent" for c in token.children)


def _according(here: tree.Sentence, token: Any) -> Found | None:
    """According to X, …; …, according to X."""
    to = next((c for c in token.children if c.lower_ == "to" and c.i == token.i + 1), None)
    who = None if to is None else next((c for c in to.children if c.dep_ in ("pobj", "pcomp")), None)
    source = None if who is None else here.phrase(who, token)
    if source is None or to is None or not names_someone(here.text(source)):
        return None
    cue = here.span(token.i, to.i)
    content = sentence_without(here.page, here.line, cue.start, source.end)
    return Found(source=source, cue=cue, content=content, rule="according_to", common=False)


def _nominal(here: tree.Sentence, token: Any, nominal: Nominal) -> Found | None:
    """X's claim that …; their refusal to …; X is worried about something."""
    content, last = None, token.i
    for child in token.children:
        if child.i < token.i:
            continue
        marks = {c.lower_ for c in child.children if c.dep_ in ("mark", "aux")}
        if child.dep_ in ("acl", "ccomp", "xcomp", "relcl") and marks & nominal.ties & {"that", "to"}:
            content = here.content(child, token)
        elif child.dep_ == "prep" and child.lower_ in nominal.ties:
            inner = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
            content, last = (here.content(inner, token), child.i) if inner is not None else (None, last)
        if content is not None:
            break
    if content is None:
        return None
    source = here.predicate_subject(token) if nominal.group == "adjective" else here.owner(token)
    if source is None:
        return None
    return Found(source=source, cue=here.nominal_group(token, last), content=content, rule="nominal")


def _built(
    here: tree.Sentence, token: Any, content: Span | None, rule: str, *, cue: Span | None = None
) -> Found | None:
    source = here.subject(token)
    if source is not None and here.page.quote_at(source.start) is not None and rule == "quotation":
        source = None  # a word of the quotation itself ("“Lost!” cried the woman")
    if rule == "quotation":
        source = _with_apposition(here, token, source) if source is not None else _inverted(here, token)
    if content is None or content.end - content.start < 2:
        return None
    if rule not in ("clause", "quotation") and (source is None or here.is_infinitive(token)):
        return None
    if source is not None and here.text(source).lower() in _NOBODY:
        return None
    if source is not None:
        source = whole_name(here.page.masked, source, (cue or here.verb_group(token)).start)
    return Found(
        source=source,
        cue=cue or here.verb_group(token),
        content=content,
        rule=rule,
        common=here.is_common(source),
        antecedent=here.antecedent(token, source),
    )


def _inverted(here: tree.Sentence, token: Any) -> Span | None:
    """In “…!” cried old Marten: who follows the verb, where the parser gave it no subject."""
    end = here.at(token.i).end
    beside = here.page.quote_at(here.page.before(here.at(token.i).start, " ,") - 1) is not None
    return subject_after(here.page.masked, end + 1, here.line.end) if beside else None


def _with_apposition(here: tree.Sentence, token: Any, source: Span) -> Span:
    """In "says the vice-president, Jan Yip": the name that the parser left out."""
    if source.start < here.at(token.i).end or here.page.text[source.end : source.end + 2] != ", ":
        return source
    longer = subject_after(here.page.masked, source.start, here.line.end)
    return (
        longer if longer is not None and longer.start == source.start and longer.end > source.end else source
    )


_NOBODY = frozenset({"you", "this", "there", "that one", "these", "those"})


def _quotation(here: tree.Sentence, token: Any, verb: Verb) -> Found | None:
    """“…,” said X; X said, “…”; X said that “…” goes on as a clause instead."""
    if verb.group not in ("say", "tell", "show"):
        return None
    quote = here.quote_beside(token)
    if quote is None:
        led = here.quote_led_in(token)
        cue = (
            None
            if led is None
            else Span(start=here.verb_group(token).start, end=here.page.before(led.start, " \n\t\u00a0"))
        )
        return None if led is None else _built(here, token, extended(here.page, led), "quotation", cue=cue)
    return _built(here, token, extended_both(here, token, quote), "quotation")


def _clause(here: tree.Sentence, token: Any, verb: Verb) -> Found | None:
    """X said (that) …; …, X said."""
    if verb.group not in _CLAUSAL or "clause" in verb.bars:
        return None
    for child in token.children:
        if child.dep_ == "ccomp" and not (verb.group in ("want", "judge") and child.i < token.i):
            content = here.without_another(child, here.to_the_end(child, token))
            return _tag(here, token, content) or _built(here, token, content, "clause")
    return None


def _tag(here: tree.Sentence, token: Any, content: Span | None) -> Found | None:
    """In “…,” a friend, Ana Example, told us: where the parser took the name for part of what was said."""
    group = here.verb_group(token)
    quote = None if content is None else here.page.quote_at(content.start)
    if content is None or quote is None or not quote.end < content.end <= group.start:
        return None
    source = subject_before(here.page.masked, quote.end, group.start)
    if source is None or not left_open(here.page, quote):
        return None
    return Found(source=source, cue=group, content=extended_both(here, token, quote), rule="quotation")


def _infinitive(here: tree.Sentence, token: Any, verb: Verb) -> Found | None:
    """X wants to …; X declined to …; X asked them to do it."""
    if "infinitive" in verb.bars:
        return None
    for child in token.children:
        if child.dep_ == "xcomp" and child.i > token.i and any(c.tag_ == "TO" for c in child.children):
            return _built(
                here, token, here.governed(token, _first_governed(token, verb) or child), "infinitive"
            )
    return None


def _first_governed(token: Any, verb: Verb) -> Any | None:
    """In "urged voters to …": whom it is asked of belongs to the content, but not whom it is told."""
    if verb.group == "tell" and verb.stance != "orders":
        return None
    return next((c for c in token.children if c.i > token.i and c.dep_ in ("dobj", "dative", "oprd")), None)


def _object(here: tree.Sentence, token: Any, verb: Verb) -> Found | None:
    """X criticised the plan; X called it a fraud; X called for talks."""
    if verb.group not in ("judge", "say", "think", "want", "show") or "object" in verb.bars:
        return None
    start = None
    for child in token.children:
        if child.i < token.i:
            continue
        if child.dep_ in ("dobj", "oprd", "attr"):
            start = child if start is None else start
    if start is None or _measures(start) or _says_a_lot(here, token, start):
        return None
    return _built(here, token, here.governed(token, start), "object")


def _measures(thing: Any) -> bool:
    """In "weighs 90 kg": an amount, and nothing that is thought or said."""
    return thing.head.lower_ in ("weigh", "weighs", "weighed") and any(c.tag_ == "CD" for c in thing.subtree)


_A_LOT = frozenset({"lot", "much", "something", "everything", "volumes", "more", "little"})


def _says_a_lot(here: tree.Sentence, token: Any, thing: Any) -> bool:
    """In "the sign says a lot about the town": a thing that tells, and nobody who speaks."""
    if token.lower_ not in ("say", "says", "said"):
        return False
    if (
        thing.lower_ == "nothing"
        and not any(True for _ in thing.children)
        and thing.i + 1 >= len(here.doc) - 1
    ):
        return True
    if thing.lower_ not in _A_LOT:
        return False
    source = here.subject(token)
    return source is not None and judge(here.text(source)).reason == NO_SENSE and here.is_common(source)


def _preposition(here: tree.Sentence, token: Any, verb: Verb) -> Found | None:
    """X called for talks; X spoke about the dam: the preposition belongs to the cue."""
    if "preposition" in verb.bars:
        return None
    for child in token.children:
        if (
            child.dep_ == "prep"
            and child.i == token.i + 1
            and child.lower_ not in verb.bars
            and child.lower_ in ("for", "about", "of", "on", "with", "to", "against")
        ):
            inner = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
            if inner is not None:
                group = here.verb_group(token)
                cue = Span(start=group.start, end=here.at(child.i).end)
                return _built(here, token, here.content(inner, token), "preposition", cue=cue)
    return None


def _parenthetical(here: tree.Sentence, token: Any, verb: Verb) -> Found | None:
    """The risk, he said, is high; as he told the paper, the risk is high."""
    as_clause = token.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "as" for c in token.children)
    barred = verb.group not in ("say", "tell", "show", "think") or "clause" in verb.bars
    if barred or not (token.dep_ == "parataxis" or as_clause):
        return None
    content = here.around(token)
    return _built(here, token, content, "parenthetical") if here.subject(token) is not None else None


def _passive(here: tree.Sentence, token: Any, verb: Verb) -> Found | None:
    """X was praised by Y; the dam is expected to hold."""
    if not any(c.dep_ == "auxpass" for c in token.children) or verb.group == "want" or "clause" in verb.bars:
        return None
    subject = next((c for c in token.children if c.dep_ == "nsubjpass"), None)
    agent = here.agent(token)
    after = _complement(here, token)
    if subject is None or (after is None and (agent is None or verb.group not in ("judge", "say"))):
        return None
    content = after
    if subject.lower_ != "it" and verb.group != "tell" and verb.stance != "asks":
        before = here.content(subject, token)
        content = before if after is None or before is None else Span(start=before.start, end=after.end)
    verdict = "" if agent is not None else "vague"
    return (
        None
        if content is None
        else Found(source=agent, cue=here.verb_group(token), content=content, rule="passive", verdict=verdict)
    )


def _complement(here: tree.Sentence, token: Any) -> Span | None:
    """What follows a passive of saying: "to hold", "that it holds", "as a fraud"."""
    for child in token.children:
        if child.i > token.i and (
            child.dep_ in ("xcomp", "ccomp", "oprd") or (child.dep_ == "prep" and child.lower_ == "as")
        ):
            return here.content(child, token)
    return None


FRAMES = (_passive, _parenthetical, _quotation, _clause, _infinitive, _object, _preposition)
"""Ways a cue governs its content, the surest first."""
