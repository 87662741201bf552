"""Forms of sentence that report what holds or is held: denials, hearsay, accusations, what a sign stands for.

Each is as good a statement as the one inside it: "there is no well in the village" can be looked up as well
as that there is one. What merely waves a matter off ("there is no excuse") denies nothing of the kind.
"""

from __future__ import annotations

from itertools import pairwise

from corpus_tool.extract.lexicon import group, hits
from corpus_tool.extract.statement import Statement
from corpus_tool.extract.tokens import Tokens
from corpus_tool.extract.verbs import first_finite

_BE = frozenset({"is", "are", "was", "were", "be", "been", "isn't", "aren't", "wasn't", "weren't"})
_NONE = frozenset({"no", "not", "never"})
_MORE = frozenset(
    {"longer", "more", "yet", "any", "a", "an", "one", "single", "real", "such", "good", "better"}
)
_IDLE = frozenset({
    "excuse", "excuses", "point", "reason", "reasons", "need", "way", "ways", "doubt", "substitute", "shame", "harm", "hurry", "time",
    "hope", "end", "wonder", "room", "turning", "business", "question", "limit", "use", "sense", "justice", "choice",
    "alternative", "place", "secret", "telling", "denying", "going", "stopping", "pleasing", "rush", "comparison",
    "replacement", "joy", "fun", "dignity", "logic", "shortage", "accounting", "arguing", "such", "thing", "winner", "winners",
    "matter", "glory", "love", "greater", "problem", "surprise", "magic", "cure", "easy", "simple", "escape",
})  # fmt: skip
_EXISTENCE_REACH = 5


def denies_held(statement: Statement) -> float:
    """Cases like "it is not true that …", "there is no evidence that …": denies what somebody may hold."""
    words = statement.words.words
    without = any(
        words[at] in _HAVE and words[at + 1] == "no" and words[at + 2] in _WEIGHT
        for at in range(len(words) - 2)
    )
    return float(without or any(hit.term.label == "frame" for hit in hits(statement.words, "negations.tsv")))


_HAVE = frozenset({"make", "makes", "made", "has", "have", "had", "play", "plays", "played"})
_WEIGHT = frozenset({"difference", "effect", "influence", "bearing", "say", "part", "role", "impact"})
"""Cases like "age makes no difference to the fare": that one thing bears on the other."""


def denies_existence(statement: Statement) -> float:
    """Cases like "there is no well", "there will be no ferries": of things, and not of reasons or excuses."""
    words = statement.words.words
    for at in range(len(words) - 3):
        if words[at] not in ("there", "there's"):
            continue
        near = words[at + 1 : at + _EXISTENCE_REACH]
        denied = next((place for place, word in enumerate(near) if word in _NONE or word.endswith("n't")), -1)
        if denied < 0 or (words[at] == "there" and _BE.isdisjoint(near)):
            continue
        return float(_thing(words[at + 1 + denied + 1 :]))
    return 0.0


def _thing(rest: tuple[str, ...]) -> bool:
    """Whether what is denied is a thing: the next word, or the one behind "longer" or "more"."""
    at = next((place for place, word in enumerate(rest) if word not in _MORE | _BE), len(rest))
    return at < len(rest) and rest[at].isalpha() and _IDLE.isdisjoint(rest[at : at + 2])


def is_told_of(statement: Statement) -> float:
    """Cases like "a gang is believed to be behind it", "everybody knows that", "there are claims that …"."""
    words = statement.words.words
    held = any(
        words[at] in _BE and words[at + 1] in _HELD and words[at + 2] in _HELD_TIES
        for at in range(len(words) - 2)
    )
    known = any(a in _ALL and b in _KNOW for a, b in pairwise(words))
    claimed = words[0] == "there" and not _CLAIMS.isdisjoint(words[1:5]) and "that" in words[2:7]
    return float(held or known or claimed)


_HELD = frozenset({
    "believed", "said", "rumoured", "rumored", "thought", "suspected", "known", "alleged", "reported", "understood",
    "supposed", "claimed", "feared", "reputed",
})  # fmt: skip
_HELD_TIES = frozenset({"to", "that", "of"})
_ALL = frozenset({"everybody", "everyone", "people", "they"})
_KNOW = frozenset({"knows", "know", "says", "say"})
_CLAIMS = frozenset({
    "claims", "claim", "rumours", "rumors", "rumour", "rumor", "reports", "allegations", "talk", "suspicion", "suspicions",
    "evidence", "proof", "signs", "indications", "doubt", "denying", "question",
})  # fmt: skip


def _identifies(statement: Statement) -> bool:
    """Cases like "it's the same gang from the estate", "it was the clerk": who it is or was."""
    words = statement.words.words
    if words[0] not in _IT:
        return False
    at = 2 if words[1:2] and words[1] in _BE else 1
    near = words[at : at + 4] if at == 2 or words[0] in _IT_IS else ()
    who = group("people", "covered.tsv") | group("people s", "covered.tsv") | group("crime") | _WHO
    return bool(near) and near[0] in _SAME and not who.isdisjoint(near)


_IT_IS = frozenset({"it's", "that's", "they're"})
_IT = frozenset({"it", "that", "they"}) | _IT_IS
_SAME = frozenset({"the", "a", "an", "our", "their", "his", "her", "somebody", "someone"})
_WHO = frozenset({
    "lot", "crew", "man", "men", "woman", "women", "people", "boys", "lads", "brother", "brothers", "family", "owner", "owners",
    "group", "guy", "guys", "clerk", "mayor", "police", "same",
})  # fmt: skip


def held_out(words: tuple[str, ...]) -> bool:
    """Cases like "it is not true that …", "it is known that …": this "it" points at what follows."""
    return (
        words[0] in ("it", "it's")
        and "that" in words[2:_THAT_REACH]
        and not _BE.isdisjoint((*words[1:3], _is(words[0])))
    )


def _is(word: str) -> str:
    return "is" if word == "it's" else ""


_THAT_REACH = 7


def accuses(statement: Statement) -> float:
    """Cases like "a gang is behind the thefts", "the clerk stole the keys": a crime, who did it, who stands behind it."""
    words = statement.words.words
    behind = any(a in _BE and b == "behind" for a, b in pairwise(words))
    return float(behind or _identifies(statement) or not group("crime").isdisjoint(statement.look.seen))


def signifies(statement: Statement) -> float:
    """Cases like "a red flag means the beach is closed": a definite sign, and a clause of what it tells."""
    words = statement.words
    at = next((place for place, word in enumerate(words.words) if word in _MEANS), -1)
    if at < 2 or words.words[0] not in _SIGN:
        return 0.0
    return float(first_finite(words, at + 2, len(words)) > 0)


_MEANS = frozenset({"means", "mean", "meant", "signals", "shows"})
_SIGN = frozenset({"a", "an", "the", "two", "three", "one"})


def is_small_ad(statement: Statement) -> bool:
    """Cases like "Oak table, seats six, needs varnish": a thing without its article, and the state it is sold in."""
    words = statement.words.words
    comma = words.index(",") if "," in words[:_AD_HEAD] else -1
    if comma < 1 or not statement.words.raw[0][:1].isupper():
        return False
    bare = words[0] not in _DETERMINED and not any(
        word[:1].isupper() for word in statement.words.raw[1:comma]
    )
    return (
        bare and first_finite(statement.words, 0, comma) < 0 and bool(hits(statement.words, "small_ads.txt"))
    )


_AD_HEAD = 6
_DETERMINED = frozenset({
    "the", "a", "an", "this", "that", "these", "those", "my", "our", "his", "her", "its", "their", "your", "in", "on", "at",
    "for", "by", "of", "with", "from", "if", "when", "while", "as", "after", "before", "since", "although", "he", "she", "it",
    "they", "we", "i", "you", "no", "some", "many", "most", "all", "every",
})  # fmt: skip


def told_within(words: Tokens) -> Tokens | None:
    """What "it is not true that …" or "there is no doubt that …" says the truth of; null where nothing.

    Whoever denies or affirms a statement makes it as checkable as it is by itself.
    """
    low = words.words
    at = low.index("that", 0, _THAT_REACH) if "that" in low[:_THAT_REACH] else -1
    if at < 3 or len(words) - at < _SHORTEST:
        return None
    opens = low[0] in ("it", "it's", "there", "there's")
    return words.part(at + 1, len(words)) if opens and low[at - 1] in _TRUTH else None


_SHORTEST = 4
_TRUTH = frozenset({
    "true", "untrue", "false", "wrong", "right", "correct", "incorrect", "case", "fact", "known", "certain", "doubt", "question",
    "denying", "evidence", "proof", "sign", "myth", "lie", "rumour", "rumor", "claims", "rumours", "rumors", "reports",
})  # fmt: skip
