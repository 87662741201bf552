"""Who "he", "it" or "Example" is: the last source named in full. Plain cases only."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus_tool.extract.attribution.grade import judge
from corpus_tool.extract.attribution.introduced import (
    are_authors,
    first_reported_by,
    full_name,
    introduced,
    is_outlet_here,
    is_person_here,
    outlet_before,
    stands_for_outlet,
    stands_for_text,
)
from corpus_tool.extract.attribution.judgement import Judgement
from corpus_tool.extract.attribution.people import LONE

_PERSON = frozenset({"he", "she", "him", "his", "her"})
_SEX = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
_FEMALE = re.compile(r"(?:Mrs|Ms|Miss|Lady|Dame|Queen|Princess|Madame|Aunt|Sister)\b")
_MALE = re.compile(r"(?:Mr|Sir|Lord|King|Prince|Uncle|Father|Brother|Monsieur|Herr)\b")
_GROUP = frozenset({"it", "they", "its", "their", "them"})
_TITLES = re.compile(r"^(?:Mr|Mrs|Ms|Dr|Prof|Sir|Mx)\.?\s+")
_FULL = re.compile(
    r"\b[A-Z][\w’'-]{1,30}(?:\s+(?:[A-Z]\.|[A-Z][\w’'-]{1,30}|of|de|van|von|bin"
    r"|al)){0,4}\s+[A-Z][\w’'-]{1,30}\b"
)
_BODY = re.compile(
    r"\b[Tt]he ((?:[A-Z][\w’'-]{1,30} ){0,4}(?:government|ministry|council|company|agency"
    r"|commission|authority|university|party|bank|court|police|board|office|union))\b"
)
_PLACE = re.compile(r"\b(?:in|at|near|from|around|across|outside)\s$")
_LOOK_BACK = 800
_AROUND = 3000


class Cast:
    """The sources met so far, read in document order.

    Args:
        text: The document, to look back for a name before the first source was met.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._person: Judgement | None = None
        self._person_at = 0
        self._group: Judgement | None = None
        self._known: dict[str, Judgement] = {}
        self._sexes: dict[str, str] = {}

    def judge(self, source: str | None, at: int) -> Judgement:
        """Kind and grade of a source; pronouns and surnames take those of who they stand for."""
        if source is None:
            return judge(None)
        key = source.strip().lower()
        if key in _PERSON:
            return self._of_sex(self._last_person(at), _SEX[key])
        if key in _GROUP:
            return self._group or self._looked_back(at)
        verdict = self._stands_for(key, at) or self._known_better(self._owned(source, judge(source), at), at)
        if verdict.kind == "person":
            self._person_at = at
        return self._remember(source, verdict)

    def _of_sex(self, verdict: Judgement, sex: str) -> Judgement:
        """Whoever was "he" before is not "she" now: then the last who may be, else nobody plain."""
        name = verdict.external
        if name is None or self._sexes.setdefault(name, _sex_of_title(name) or sex) == sex:
            return verdict
        for other in reversed(list(self._known.values())):
            known = other.external
            if known is not None and self._sexes.get(known, _sex_of_title(known) or sex) == sex:
                self._sexes[known] = sex
                return other
        return judge(None)

    def _last_person(self, at: int) -> Judgement:
        """Who "she" is: whoever the text names in full since the last source, else that source."""
        since = max(self._person_at if self._person is not None else 0, at - _LOOK_BACK)
        for name in reversed(_FULL.findall(self._text[since:at])):
            found = introduced(self._text, re.sub(r"['’]s$", "", name))
            if found is not None:
                return found
        return self._person or self._looked_back(at)

    def _stands_for(self, key: str, at: int) -> Judgement | None:
        """What "the magazine", "the same page" or "the authors" take from what the text named before."""
        if stands_for_outlet(key):
            return outlet_before(self._text, at)
        group = self._group
        if stands_for_text(key) and judge(key).grade == "uncheckable":
            return group
        return group if are_authors(key) and group is not None and group.kind == "document" else None

    def _known_better(self, verdict: Judgement, at: int) -> Judgement:
        """A person with the role, an outlet with the kind, that the text gives elsewhere."""
        name = verdict.external
        if name is not None and verdict.kind == "organisation" and " " not in name:
            verdict = self._surname(verdict, name, at)
        if name is None:
            return verdict
        name = verdict.external or name
        titled = _TITLES.match(name)
        if verdict.kind == "person" and titled is not None and " " not in name[titled.end() :]:
            whole = full_name(self._text, name[titled.end() :], at)
            if whole != name[titled.end() :] and not _TITLES.match(whole):
                name, verdict = whole, replace(verdict, external=whole)
        if verdict.kind == "person" and verdict.grade == "secondary" and " (" not in name:
            person = introduced(self._text, name)
            if person is None and first_reported_by(self._near(at), name):
                return Judgement("outlet", "secondary", name, "an outlet, as the text says itself")
            return person or verdict
        if verdict.kind == "organisation" and is_outlet_here(self._near(at), name):
            return Judgement("outlet", "secondary", name, "an outlet, as the text says itself")
        return verdict

    def _near(self, at: int) -> str:
        """What stands around a source: who somebody is stands near where they are named."""
        return self._text[max(0, at - _AROUND) : at + _AROUND]

    def speaking(self, at: int) -> Judgement:
        """Who goes on speaking in a quotation without a cue: the last person, if close by."""
        near = self._person is not None and 0 <= at - self._person_at <= _LOOK_BACK
        return self._person if near and self._person is not None else judge(None)

    def _surname(self, verdict: Judgement, name: str, at: int) -> Judgement:
        """A lone name is a person's where the text gave it behind a first name."""
        known = self._known.get(name.lower())
        if known is not None:
            return known
        if _is_region(self._text, name):
            return verdict
        whole = full_name(self._text, name, at)
        if whole == name and verdict.reason == LONE and is_person_here(self._near(at), name):
            return Judgement("person", "secondary", name, "somebody, as the text speaks of them")
        return verdict if whole == name or judge(whole).kind != "person" else judge(whole)

    def _owned(self, source: str, verdict: Judgement, at: int) -> Judgement:
        """In "their policy": the owner is part of the name where the text before gives one."""
        first = source.strip().split(" ")[0].lower()
        if verdict.external is None or first not in ("its", "their", "his", "her"):
            return verdict
        owner = self._owner(at) if first in ("its", "their") else self._person and self._person.external
        if owner is None:
            return verdict
        return Judgement(verdict.kind, verdict.grade, f"{verdict.external} ({owner})", verdict.reason)

    def _owner(self, at: int) -> str | None:
        """The last body named shortly before, else the last source that is one."""
        bodies = _BODY.findall(self._text[max(0, at - _LOOK_BACK // 2) : at])
        if bodies:
            return str(bodies[-1])
        return self._group.external if self._group is not None else None

    def _remember(self, source: str, verdict: Judgement) -> Judgement:
        if verdict.external is None:
            return verdict
        short = _TITLES.sub("", verdict.external.split(" (")[0])
        last = short.split(" ")[-1].lower()
        if verdict.kind == "person":
            known = self._known.get(last)
            if known is not None and len(short.split(" ")) == 1:
                verdict = known
            else:
                self._known[last] = verdict
            self._person = verdict
        elif verdict.kind in ("organisation", "document", "outlet") and _definite(source):
            self._group = verdict
        return verdict

    def _looked_back(self, at: int) -> Judgement:
        found = list(_FULL.finditer(self._text, max(0, at - _LOOK_BACK), at))
        names = [
            one.group()
            for one in found
            if not _PLACE.search(self._text, max(0, one.start() - 10), one.start())
        ]
        return judge(names[-1]) if names else judge(None)


def _is_region(text: str, name: str) -> bool:
    """Whether the text has a lone name behind "in", as no person is: "in Norland", though "Credit Norland" is a firm."""
    behind = re.escape(name)
    return (
        re.search(rf"(?<!believe )(?<!trust )(?<!faith )(?<!confidence )\b[Ii]n {behind}\b(?!['’]s)", text)
        is not None
    )


def _sex_of_title(name: str) -> str | None:
    """Told by a title alone; first names are not guessed at."""
    if _FEMALE.match(name):
        return "f"
    return "m" if _MALE.match(name) else None


def _definite(source: str) -> bool:
    """Whether a later "it" or "they" can stand for this: a name, or "the …"."""
    return (
        source[:4].lower() == "the "
        or any(word[:1].isupper() for word in source.split()[1:])
        or " " not in source
    )
