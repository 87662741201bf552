"""One parsed sentence, its tokens placed in the document: subjects, verb groups, contents."""

from __future__ import annotations

from typing import Any

from corpus_tool.extract.attribution.extent import first_part, left_open, with_closing_bracket
from corpus_tool.extract.attribution.page import Line, Page
from corpus_tool.extract.attribution.words import closed, verb_forms
from corpus_tool.models import Span

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_CUE_PARTS = frozenset({"aux", "auxpass", "neg", "prt"})
_AGAINST = frozenset({"while", "whereas", "although", "though"})
_EXPAND_NOT = frozenset({"conj", "cc", "nsubj", "parataxis"})
_ADVERBIAL = frozenset({"RB", "CC", "UH", "IN"})
_LINKS = frozenset({"conj", "advcl", "xcomp", "ccomp", "pcomp", "dep"})


def _ends_content(token: Any, cue: Any) -> bool:
    """Whether what follows a content belongs to the reporting verb, not to the reported clause."""
    if token.dep_ in ("cc", "conj", "npadvmod"):
        return True
    ties = [token, *token.ancestors]
    joint = next((t for t in ties if t.head.i == cue.i), None)
    return joint is None or joint.dep_ in _EXPAND_NOT


class Sentence:
    """A parsed sentence.

    Args:
        page: The document.
        line: The sentence's place in it.
        doc: spaCy's parse of exactly that stretch.
    """

    def __init__(self, page: Page, line: Line, doc: Any) -> None:
        self.page = page
        self.line = line
        self.doc = doc

    def at(self, index: int) -> Span:
        """Where a token stands in the document."""
        token = self.doc[index]
        start = self.line.start + token.idx
        return Span(start=start, end=start + len(token))

    def text(self, span: Span) -> str:
        """What a span cuts."""
        return self.page.text[span.start : span.end]

    def is_common(self, span: Span | None) -> bool:
        """Whether a phrase opens the sentence with a word that is no name."""
        if span is None:
            return False
        first = next((t for t in self.doc if self.line.start + t.idx == span.start), None)
        return first is not None and first.i <= 1 and not first.tag_.startswith("NNP") and first.text != "I"

    def antecedent(self, token: Any, source: Span | None) -> Span | None:
        """What a relative pronoun stands for: the noun that its clause hangs on."""
        if source is None or self.text(source).lower() not in ("who", "which", "that"):
            return None
        node = token
        while node.dep_ in _LINKS:
            node = node.head
        return self._noun_phrase(node.head, node) if node.dep_ == "relcl" else None

    @staticmethod
    def is_infinitive(token: Any) -> bool:
        """Whether the verb stands after "to"."""
        return any(child.tag_ == "TO" for child in token.children)

    def quoted(self, token: Any) -> bool:
        """Whether a token stands inside a quotation."""
        return self.page.quote_at(self.line.start + token.idx) is not None

    def span(self, first: int, last: int) -> Span:
        """From the start of one token to the end of another."""
        return Span(start=self.at(first).start, end=self.at(last).end)

    def subject(self, token: Any) -> Span | None:
        """The subject of a verb, or of what it hangs on: "X came in, saying that …"."""
        node = self._subject_token(token)
        return None if node is None else self._noun_phrase(node, token)

    def _subject_token(self, token: Any) -> Any | None:
        node = token
        for _ in range(4):
            own = [child for child in node.children if child.dep_ in _SUBJECTS]
            if own:
                return own[0]
            if node.dep_ in ("acl", "relcl"):
                return node.head
            if node.dep_ not in _LINKS:
                return None
            node = node.head
        return None

    def _noun_phrase(self, node: Any, cue: Any) -> Span:
        """The subtree of a noun that stands on its own side of the cue, with its closing comma."""
        members = [t.i for t in node.subtree if not self._within(t, cue, node)]
        low = high = node.i
        inside = set(members)
        while low - 1 in inside and low - 1 != cue.i:
            low -= 1
        while high + 1 in inside and high + 1 != cue.i:
            high += 1
        while low < node.i and self.doc[low].is_punct:
            low += 1
        while high > node.i and self.doc[high].is_punct and self.doc[high].text != ")":
            high -= 1
        return self._closed(self._whole_word(self.span(low, high)), cue)

    def _whole_word(self, span: Span) -> Span:
        """Not "vice" of "vice-president"."""
        end = span.end
        while (
            end < self.line.end and self.page.text[end] == "-" and self.page.text[end + 1 : end + 2].isalnum()
        ):
            end += 1
            while end < self.line.end and self.page.text[end].isalnum():
                end += 1
        return Span(start=span.start, end=end)

    def _closed(self, span: Span, cue: Any) -> Span:
        """The comma that closes an apposition before the cue belongs to it."""
        text = self.page.text
        apposed = "," in text[span.start : span.end]
        if apposed and text[span.end : span.end + 1] == "," and span.end < self.at(cue.i).start:
            return Span(start=span.start, end=span.end + 1)
        return span

    def agent(self, token: Any) -> Span | None:
        """Who did it, in a passive: the noun after "by"."""
        for child in token.children:
            if child.dep_ == "agent":
                inner = next((c for c in child.children if c.dep_ == "pobj"), None)
                return None if inner is None else self._noun_phrase(inner, token)
        return None

    def owner(self, token: Any) -> Span | None:
        """Whose claim it is: "X's claim", "the claim by X", "X made the claim"."""
        for child in token.children:
            if child.dep_ == "poss":
                return self._noun_phrase(child, token)
            if child.dep_ == "prep" and child.lower_ in ("by", "from"):
                inner = next((c for c in child.children if c.dep_ == "pobj"), None)
                if inner is not None:
                    return self._noun_phrase(inner, token)
        head = token.head
        light = head.tag_.startswith("VB") and token.dep_ == "dobj" and head.lower_ in closed("light_verbs")
        return self.subject(head) if light else None

    def predicate_subject(self, token: Any) -> Span | None:
        """Who is worried: the subject of the copula."""
        return self.subject(token.head) if token.dep_ in ("acomp", "attr") or token.tag_ == "VBN" else None

    def nominal_group(self, token: Any, last: int) -> Span:
        """The noun with its adjectives and preposition, or the copula with its adjective."""
        low = token.i
        parts = {c.i for c in token.children if c.dep_ in ("amod", "advmod", "neg", "auxpass", "aux")}
        if token.dep_ in ("acomp", "attr") and token.head.i < token.i:
            parts |= set(range(token.head.i, token.i))
            parts |= {c.i for c in token.head.children if c.dep_ in _CUE_PARTS or c.dep_ == "advmod"}
        elif (
            token.dep_ == "dobj"
            and token.head.lower_ in closed("light_verbs")
            and not any(c.dep_ == "poss" for c in token.children)
        ):
            parts |= set(range(token.head.i, token.i))
            parts |= {c.i for c in token.head.children if c.dep_ in _CUE_PARTS}
        while low - 1 in parts:
            low -= 1
        return self.span(low, last)

    def phrase(self, node: Any, cue: Any) -> Span:
        """A noun with all that belongs to it."""
        return self._noun_phrase(node, cue)

    def around(self, token: Any) -> Span | None:
        """The main clause about a parenthetical "he said": its envelope."""
        own = {t.i for t in token.subtree}
        rest = [t.i for t in token.head.subtree if t.i not in own and not t.is_punct]
        after = [i for i in rest if i > max(own)]
        if after and all(self.doc[i].tag_ in _ADVERBIAL for i in rest if i not in after):
            rest = after
        if not rest:
            return None
        return self._with_quote(self.span(min(rest), max(rest)))

    @staticmethod
    def _within(token: Any, cue: Any, stop: Any) -> bool:
        """Whether a token belongs to the cue's own subtree (the cue may hang on its source)."""
        while token.i != stop.i:
            if token.i == cue.i:
                return True
            if token.head.i == token.i:
                return False
            token = token.head
        return False

    def verb_group(self, token: Any) -> Span:
        """The verb with its auxiliaries, negation and the adverbs between them."""
        low = high = token.i
        parts = {
            c.i
            for c in token.children
            if c.dep_ in _CUE_PARTS or (c.dep_ == "advmod" and len(list(c.subtree)) == 1)
        }
        while low - 1 in parts:
            low -= 1
        while high + 1 in parts and self.doc[high + 1].dep_ == "prt":
            high += 1
        if high + 1 < len(self.doc) and self.doc[high + 1].text == ":":
            high += 1
        return self.span(low, high)

    def content(self, head: Any, cue: Any) -> Span | None:
        """The subtree of what a cue governs, without the cue's own group and closing marks."""
        members = sorted(t.i for t in head.subtree)
        members = [i for i in members if i > cue.i] if head.i > cue.i else [i for i in members if i < cue.i]
        if not members:
            return None
        low, high = members[0], members[-1]
        while low < high and self.doc[low].text in ",;:.–—-":
            low += 1
        while high > low and self.doc[high].text in (",", ";", ":", ".", "!", "?", "–", "—", "--", "-"):
            high -= 1
        return self._with_quote(self.span(low, high))

    def _with_quote(self, span: Span) -> Span:
        """A quotation that the span cuts belongs to it whole."""
        start, end = span.start, span.end
        first, last = self.page.quote_at(start), self.page.quote_at(end - 1)
        if first is not None:
            start = first.start
        if last is not None:
            end = last.end
        elif self.page.quote_at(end) is not None and self.page.text[end : end + 1] in '”"’':
            end += 1
        return with_closing_bracket(self.page, Span(start=start, end=end))

    def quote_led_in(self, token: Any) -> Span | None:
        """A quotation after a colon that ends what the verb governs: "answered with a smile: “…”"."""
        group = self.verb_group(token)
        text = self.page.masked
        colon = text.find(":", group.end, min(self.line.end, group.end + 80))
        if colon < 0 or "," in text[colon - 1 : colon] or self.page.quote_at(colon) is not None:
            return None
        return self.page.quote_after(colon + 1)

    def governed(self, token: Any, first: Any) -> Span | None:
        """From one thing a verb governs to the end of all it governs on the right, up to a comma or "and"."""
        head = self.content(first, token)
        if head is None:
            return None
        end = head.end
        for child in token.children:
            if child.i <= first.i:
                continue
            if child.tag_ in ("``", "''"):
                continue
            if child.dep_ in ("cc", "conj", "punct", "advcl", "parataxis", "npadvmod"):
                break
            if child.dep_ in (
                "prep",
                "oprd",
                "xcomp",
                "ccomp",
                "dative",
                "attr",
                "dobj",
                "acomp",
                "prt",
                "advmod",
            ):
                span = self.content(child, token)
                end = max(end, span.end) if span is not None else end
        return Span(start=head.start, end=end)

    def to_the_end(self, head: Any, cue: Any) -> Span | None:
        """The content of a clause right of a main cue, with the loose phrase the parser hung elsewhere."""
        content = self.content(head, cue)
        if content is None or head.i < cue.i or cue.dep_ not in ("ROOT", "conj"):
            return content
        rest = [
            t for t in self.doc if self.at(t.i).start >= content.end and not t.is_punct and not t.is_space
        ]
        if not rest or _ends_content(rest[0], cue):
            return content
        last = rest[-1].i
        return self._with_quote(Span(start=content.start, end=self.at(last).end))

    def that_before(self, offset: int) -> int:
        """Where a "that" right before ``offset`` begins, else ``offset``."""
        before = self.page.text[max(0, offset - 8) : offset]
        stripped = before.rstrip()
        return (
            offset - len(before) + len(stripped) - 4 if stripped.endswith((" that", "\xa0that")) else offset
        )

    @staticmethod
    def _states_on(token: Any) -> bool:
        """Whether a verb has a clause or an object of its own on its right: the quotation before it is over."""
        return any(child.i > token.i and child.dep_ in ("ccomp", "dobj", "xcomp") for child in token.children)

    def without_another(self, head: Any, content: Span | None) -> Span | None:
        """A clause that ends before ", while X argues that …": what another says is none of it."""
        if content is None:
            return None
        for clause in head.children:
            marks = [c for c in clause.children if c.dep_ == "mark" and c.lower_ in _AGAINST]
            others = clause.dep_ == "advcl" and clause.i > head.i and clause.lower_ in verb_forms()
            if marks and others and any(c.dep_ in _SUBJECTS for c in clause.children):
                end = self.page.before(self.at(marks[0].i).start, " ,;")
                return Span(start=content.start, end=end) if content.start < end < content.end else content
        return content

    def quote_beside(self, token: Any) -> Span | None:
        """A quotation that begins right after the cue, or ends right before it or its subject."""
        group = self.verb_group(token)
        subject = self.subject(token)
        after = self.page.quote_after(group.end, gap=r"[\s,:]*(?:that\s+)?")
        if after is not None:
            return first_part(self.page, min(group.start, subject.start) if subject else group.start) or after
        own = any(child.dep_ in _SUBJECTS for child in token.children)
        if not own and token.dep_ in ("advcl", "acl", "conj", "xcomp"):
            return None
        first = min(group.start, subject.start) if subject is not None else group.start
        last = max(group.end, subject.end) if subject is not None else group.end
        stop = self.page.before(first, " ,")
        before = self.page.quote_at(stop - 1) if stop > 0 else None
        if before is not None and (left_open(self.page, before) or not self._states_on(token)):
            return before
        return self.page.quote_after(last, gap=r"[\s,:]*")
