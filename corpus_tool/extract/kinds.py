"""What sort of statement a wording is: fact, forecast, mandate, effect, comparison and the rest."""

from __future__ import annotations

from corpus_tool.extract.lexicon import Hit, hits, terms
from corpus_tool.extract.tokens import Tokens, is_word
from corpus_tool.extract.verbs import first_finite, has_predicate, is_base_verb, word_class
from corpus_tool.models import MentionKind

ORDER: tuple[MentionKind, ...] = (
    "mandate",
    "forecast",
    "effect",
    "comparison",
    "fact",
    "experience",
    "opinion",
    "question",
    "other",
)
_INVERTING = frozenset(
    {
        "is",
        "are",
        "was",
        "were",
        "do",
        "does",
        "did",
        "can",
        "could",
        "will",
        "would",
        "should",
        "has",
        "have",
        "had",
        "isn't",
        "aren't",
        "don't",
        "doesn't",
        "didn't",
        "can't",
        "won't",
        "wouldn't",
        "haven't",
        "hasn't",
    }
)
_NOUN_BEFORE = frozenset({"det", "poss", "prep"})
_AMBIGUOUS = frozenset(
    {
        "ban",
        "bans",
        "cut",
        "cuts",
        "drop",
        "drops",
        "damage",
        "reward",
        "rewards",
        "mandate",
        "increase",
        "decrease",
        "boost",
        "limit",
        "limits",
        "influence",
        "help",
        "orders",
        "harm",
        "forecast",
        "best",
        "block",
        "blocks",
        "gains",
        "will",
        "benefits",
    }
)


def kinds(words: Tokens) -> tuple[MentionKind, ...]:
    """All kinds that apply, in a fixed order; ``other`` where none does."""
    if is_question(words):
        return ("question",)
    labels = {hit.term.label for hit in hits(words, "kinds.tsv") if _is_cue(words, hit)}
    found: set[MentionKind] = {kind for kind in ORDER if kind in labels}
    if "experience" in found and not _lived(words):
        found.discard("experience")
    if _judges(words) or "wish" in labels:
        found.add("opinion")
    if "comparison" in found and not _compares(words):
        found.discard("comparison")
    if "effect" in found and "forecast" in found and not _has_year(words):
        found.discard("forecast")  # "will lower it": how a thing works, not what is to come
    if _states_fact(words, found):
        found.add("fact")
    return tuple(kind for kind in ORDER if kind in found) or ("other",)


def _is_cue(words: Tokens, hit: Hit) -> bool:
    """A word that may be a noun counts only where it cannot be one."""
    first = words.words[hit.start]
    if first not in _AMBIGUOUS or hit.end - hit.start > 1:
        return True
    before = words.words[hit.start - 1] if hit.start else ""
    return word_class(before) not in _NOUN_BEFORE or before in ("to", "that")


def _lived(words: Tokens) -> bool:
    """Whether a first person tells of more than how well they know: "so I gather" is no experience."""
    knowing = [hit for hit in hits(words, "hedges.tsv") if hit.term.label == "self"]
    return any(
        not any(said.start <= hit.start and hit.end <= said.end for said in knowing)
        for hit in hits(words, "kinds.tsv")
        if hit.term.label == "experience"
    )


def _compares(words: Tokens) -> bool:
    """Cases like "more than 300" is an approximator; "more … than X" compares."""
    for at, word in enumerate(words.words):
        if word == "than" and at + 1 < len(words) and not words.words[at + 1][:1].isdigit():
            return words.words[at - 1] not in (
                "rather",
                "other",
                "more",
                "less",
                "fewer",
            ) or not _number_next(words, at)
    return any(
        hit.term.label == "comparison" and hit.term.words != ("than",) for hit in hits(words, "kinds.tsv")
    )


def _number_next(words: Tokens, at: int) -> bool:
    return any(word[:1].isdigit() for word in words.words[at + 1 : at + 3])


def _has_year(words: Tokens) -> bool:
    return any(len(word) == 4 and word.isdigit() and word[:2] in ("19", "20", "21") for word in words.words)


def _states_fact(words: Tokens, found: set[MentionKind]) -> bool:
    if found & {"forecast", "mandate", "opinion", "experience"} or not has_predicate(words):
        return False
    return not is_command(words)


def _judges(words: Tokens) -> bool:
    """Cases like "is creepy", "how sad": judgement right after a form of "be"; none is "to be fair, …"."""
    judged = terms("evaluations.txt")
    for at, word in enumerate(words.words):
        if word in judged and at > 0 and words.words[max(0, at - 2) : at] != ("to", "be"):
            reach = words.words[max(0, at - 4) : at]
            if any(before in _BE or before.endswith(("'s", "'re", "'m")) for before in reach):
                return True
    return False


_BE = frozenset({"is", "are", "was", "were", "be", "seems", "sounds", "looks", "feels", "how", "what", "so"})


def is_question(words: Tokens) -> bool:
    """Whether the words ask."""
    marks = [word for word in words.words[-4:] if not is_word(word)]
    if "?" in marks:
        return True
    plain = [word for word in words.words if is_word(word)][:3]
    if len(plain) < 3:
        return False
    return (
        plain[0] in _INVERTING
        and word_class(plain[1]) in ("pron", "det")
        and words.words[-1] not in (".", ":")
    )


_COMMANDS = frozenset(
    {
        "imagine",
        "remember",
        "forget",
        "beware",
        "relax",
        "enjoy",
        "click",
        "scroll",
        "thank",
        "thanks",
        "welcome",
        "suppose",
        "picture",
        "guess",
        "wake",
        "shut",
        "stick",
        "shake",
        "tweet",
        "let",
        "fingers",
        "subscribe",
        "consider",
    }
)


def is_command(words: Tokens) -> bool:
    """Whether the words tell the reader to do something ("Imagine …", "If it is cold, take a coat")."""
    start = _skip_lead(words)
    if _supposes(words, start) or _asks_nicely(words):
        return True
    if _promises(words, start):
        return False
    plain = [word for word in words.words[start : start + 6] if is_word(word)]
    if len(plain) < 2:
        return False
    if plain[0] in _LETS or plain[:2] == ["do", "not"]:
        return True
    if plain[0] in ("never", "always", "do") and is_base_verb(plain[1]):
        return True
    return plain[0] in _COMMANDS or _is_bare_order(words, start)


def _supposes(words: Tokens, start: int) -> bool:
    """What is only imagined: "Suppose …; …", "Think of the widow who …", "Had they asked, …", "Say you lose it"."""
    first, following = (*words.words[start : start + 2], "", "")[:2]
    if first in _SUPPOSING:
        return True
    if first in ("had", "were"):
        return word_class(following) in ("det", "poss", "pron") or following in _SUBJECTS
    return (first, following) in _THINKING and len(words) - start > _SHORT_ORDER


_SUPPOSING = frozenset({"suppose", "imagine", "picture", "pretend"})
_SUBJECTS = frozenset({"i", "it", "they", "he", "she", "we", "you"})
_THINKING = frozenset({("think", "of"), ("say", "you"), ("say", "they"), ("let", "us")})
_SHORT_ORDER = 3


def _asks_nicely(words: Tokens) -> bool:
    """Cases like "Please …", "Source, please."; not "they please nobody", "the shop, please note, is shut"."""
    at = words.words.index("please") if "please" in words.words[:_PLEASE_REACH] else -1
    if at < 1:
        return at == 0
    return words.words[at - 1] == "," and not is_word((*words.words[at + 1 : at + 2], ".")[0])


_PLEASE_REACH = 5


def _promises(words: Tokens, start: int) -> bool:
    """Cases like "Put a pot on it and the rating rises": an order in form, a condition in sense."""
    for at in range(start + 2, len(words) - 2):
        if words.words[at] in ("and", ";", "or") and word_class(words.words[at + 1]) in (
            "det",
            "poss",
            "pron",
            "subjverb",
        ):
            return first_finite(words, at + 1, min(len(words), at + 8)) >= 0
    return False


def _skip_lead(words: Tokens) -> int:
    """Where the order itself would begin: after "So please", "By all means", "If you are cold,"."""
    at = words.words.index(":") + 1 if ":" in words.words[:8] else 0
    while at < len(words) and (words.words[at] in _BEFORE_ORDERS or not is_word(words.words[at])):
        at += 1
    if at < len(words) and words.words[at] in _CONDITIONS and "," in words.words[at:]:
        return _skip_fillers(words, words.words.index(",", at) + 1)
    return at


def _skip_fillers(words: Tokens, at: int) -> int:
    while at < len(words) and words.words[at] in _BEFORE_ORDERS:
        at += 1
    return at


def _is_bare_order(words: Tokens, start: int) -> bool:
    """A bare verb opens the clause and no finite verb follows that would make it a noun."""
    if start >= len(words) or not is_base_verb(words.words[start]) or words.raw[start].isupper():
        return False
    following = words.words[start + 1] if start + 1 < len(words) else ""
    if following == "no":
        return False  # "Notice No. 47"
    if following in _AFTER_ORDERS or word_class(following) in ("det", "poss", "sub"):
        return True
    stops = _STOPS if word_class(following) == "prep" else _MARKS
    end = next((at for at in range(start, len(words)) if words.words[at] in stops), len(words))
    return first_finite(words, start, min(end, start + 14)) < 0


_MARKS = frozenset(",;:")
_STOPS = _MARKS | {"before", "until", "when", "because", "while", "if", "unless"}
"""In "talk to the cleaners before you start" the verb of the second clause is not the first one's."""


_LETS = frozenset({"let's", "lets", "don't"})
_BEFORE_ORDERS = frozenset(
    {
        "and",
        "but",
        "so",
        "then",
        "or",
        "now",
        "just",
        "please",
        "by",
        "all",
        "means",
        "also",
        "instead",
        "first",
        "next",
        "simply",
        "luckily",
        "people",
    }
)
_CONDITIONS = frozenset({"if", "when", "before", "after", "once", "while"})
_AFTER_ORDERS = frozenset(
    {
        "more",
        "less",
        "out",
        "up",
        "down",
        "me",
        "him",
        "them",
        "us",
        "it",
        "yourself",
        "back",
        "one",
        "two",
        "twice",
        "and",
        "not",
    }
)
