"""Whether a statement asserts or denies: negation of its own predicate, by simple scope rules."""

from __future__ import annotations

from corpus_tool.extract.lexicon import Hit, hits
from corpus_tool.extract.tokens import Tokens
from corpus_tool.extract.verbs import first_finite, is_verb_form, word_class
from corpus_tool.models import Polarity

_RELATIVE = frozenset({"who", "which", "that", "whose", "where", "if", "when", "because", "unless"})
_EXISTENCE = frozenset(
    {"there", "there's", "has", "have", "had", "is", "are", "was", "were", "isn't", "exists"}
)
_CONTRACTED = ("n't",)
_JOINS = frozenset({"and", "or", "nor"})


def polarity(words: Tokens) -> Polarity:
    """Cases like "negative" where the main predicate is denied; two denials undo each other."""
    found = hits(words, "negations.tsv")
    blocked = {at for hit in found if hit.term.label == "not" for at in range(hit.start, hit.end)}
    cues = [hit for hit in found if hit.term.label != "not"]
    denials = [hit.start for hit in cues if hit.start not in blocked and _counts(words, hit)]
    denials += [
        at
        for at, word in enumerate(words.words)
        if word.endswith(_CONTRACTED) and _counts_contracted(words, at)
    ]
    denials = [at for at in denials if words.words[at] != "nor" or "neither" not in words.words[:at]]
    # "Has not made an offer and will not sign": each predicate is denied for itself.
    parts = [sum(word in _JOINS for word in words.words[:at]) for at in denials]
    return "negative" if any(parts.count(part) % 2 for part in parts) else "positive"


def _counts(words: Tokens, hit: Hit) -> bool:
    if hit.term.label in ("frame", "verb"):
        return True
    if _exceptive(words, hit) or _spoken(words, hit):
        return False
    if hit.term.label == "noun":
        return _denies_existence(words, hit)
    return _in_main(words, hit.start)


_EXCEPTING = frozenset({"but", "except", "save"})
_FAR = 4


def _exceptive(words: Tokens, hit: Hit) -> bool:
    """Cases like "no ministry but the treasury pays", "nobody except the owners": said of the one left over."""
    if hit.term.label != "noun":
        return False
    for at in range(hit.end, min(len(words), hit.end + _FAR)):
        if not words.words[at][0].isalpha() or is_verb_form(words.words[at]):
            return False
        if words.words[at] in _EXCEPTING:
            return True
    return False


def _spoken(words: Tokens, hit: Hit) -> bool:
    """Cases like "they said no to it": the answer that was given is told, and not denied."""
    return hit.term.words == ("no",) and hit.start > 0 and words.words[hit.start - 1] in _SAYING


_SAYING = frozenset({"say", "says", "said", "saying", "vote", "votes", "voted", "voting"})


def _denies_existence(words: Tokens, hit: Hit) -> bool:
    """Cases like "no" counts as a denial as subject ("No score exists") or after be, have or a verb ("found no …")."""
    if hit.start == 0 or hit.term.words != ("no",):
        return _in_main(words, hit.start)
    before = words.words[max(0, hit.start - 3) : hit.start]
    return bool(_EXISTENCE.intersection(before)) or (
        first_finite(words, 0, hit.start) >= 0 and _in_main(words, hit.start)
    )


def _counts_contracted(words: Tokens, at: int) -> bool:
    return _in_main(words, at)


def _in_main(words: Tokens, at: int) -> bool:
    """Whether token ``at`` belongs to the main predicate, not to a relative clause or condition."""
    if _in_contact_clause(words, at):
        return False
    for place in range(at - 1, -1, -1):
        word = words.words[place]
        if word in (",", ";", ":", "—", "–"):
            before = words.words[:place]
            return not (before and before[0] in _RELATIVE and word != ",") and not _hangs(
                words, place + 1, at
            )
        if word in _RELATIVE:
            return (word == "that" and _reports(words, place)) or (
                place == 0 and word in ("who", "which", "that")
            )
    return True


_PRONOUNS = frozenset({"it", "they", "he", "she", "we", "you", "i"})
_HEAD_REACH = 5


def _in_contact_clause(words: Tokens, at: int) -> bool:
    """Cases like "it moved the patients it cannot treat": a relative clause without its pronoun."""
    while at > 0 and words.words[at - 1] in _AUXILIARIES:
        at -= 1
    if at < 2 or words.words[at - 1] not in _PRONOUNS:
        return False
    head, before = words.words[at - 2], words.words[max(0, at - 2 - _HEAD_REACH) : at - 2]
    plain = words.words[at - 3] in _DETERMINERS or not (is_verb_form(head) or word_class(head))
    if not head.isalpha() or not (plain or head == "those"):
        return False
    given = not _DETERMINERS.isdisjoint(before) or head == "those"
    verb = first_finite(words, 0, at - 2)
    told = any(word in _TELLING or word in _TOLD for word in words.words[max(0, verb) : at - 1])
    return given and verb >= 0 and not told


_AUXILIARIES = frozenset(
    {"can", "could", "will", "would", "do", "does", "did", "has", "have", "had", "is", "are", "was", "were"}
)
_DETERMINERS = frozenset(
    {"the", "a", "an", "those", "every", "all", "some", "its", "their", "his", "her", "of", "to"}
)
_TOLD = frozenset({
    "told", "tell", "tells", "said", "says", "say", "assured", "assures", "informed", "informs", "warned", "warns",
    "reminded", "reminds", "promised", "promises", "convinced", "thinks", "think", "thought", "believes", "believe",
})  # fmt: skip


def _hangs(words: Tokens, start: int, at: int) -> bool:
    return any(word in _RELATIVE for word in words.words[start:at])


def _reports(words: Tokens, place: int) -> bool:
    """Cases like "says that … not": the content's own predicate, since the mention is the content."""
    return place > 0 and (is_verb_form(words.words[place - 1]) or words.words[place - 1] in _TELLING)


_TELLING = frozenset(
    {
        "cautioned", "cautions", "caution", "alleged", "alleges", "affirmed", "affirms", "asserts", "asserted", "clarified",
        "clarifies", "conceded", "concedes", "contends", "contended", "emphasised", "emphasized", "emphasises", "emphasizes",
        "estimates", "estimated", "maintains", "maintained", "reiterated", "reiterates", "testified", "testifies", "us", "me",
        "reporters", "them", "him", "her", "journalists", "parliament",
    }
)  # fmt: skip
"""Verbs that give somebody's words, and whom they are told: "told us that no figure …"."""
