"""A light guess at finite verbs, from closed-class words, a verb list and endings.

It is there to tell a clause from a phrase at thousands of sentences a second; it does not
parse. A form that can be noun or verb ("scores") counts as a verb only where its left
neighbour allows one.
"""

from __future__ import annotations

from functools import lru_cache

from corpus_tool.extract.lexicon import group, mapping, terms
from corpus_tool.extract.tokens import Tokens

_NOT_BEFORE_VERB = frozenset({"det", "poss", "prep", "conj"})
_PLURAL_SUBJECTS = frozenset({
    "i", "you", "we", "they", "people", "who", "which", "both", "many", "most", "men", "women", "children", "police",
})  # fmt: skip
_ONE, _SEVERAL = frozenset({"this", "that"}), frozenset({"these", "those"})
_ENDS = frozenset({".", "!", ";", '"'})
_MARKS = frozenset({",", "(", "-"})
_ADJECTIVES = frozenset({
    "higher", "lower", "better", "worse", "more", "less", "new", "old", "big", "small", "good", "bad", "high", "low",
    "own", "same", "other", "first", "last", "total", "certain", "different", "various", "social", "public", "national",
})  # fmt: skip
_AFTER_NOUN = frozenset({".", ",", ";", ":", "of"})
_AUXILIARY_LIKE = frozenset({"not", "to", "never", "will", "would"})
_NO_PARTICIPLES = frozenset({
    "fell", "rose", "grew", "went", "began", "broke", "came", "drew", "drove", "gave", "knew", "saw", "took", "wrote",
    "spoke", "wore", "chose", "ate", "became", "shrank", "stole", "withdrew", "flew", "froze", "sank", "swam", "threw",
    "tore", "woke", "ran", "rode", "forgot", "overtook", "drank", "sang", "shook", "led", "meant",
})  # fmt: skip
_PARTICIPLE_BEFORE = frozenset({"by", "in", "on", "at", "with", "for", "from", "to"})


@lru_cache(maxsize=1)
def _forms() -> dict[str, str]:
    """Every written form of a listed verb: "s", "past" or "base"."""
    forms: dict[str, str] = {}
    irregular = mapping("irregular_verbs.tsv")
    strong = set(irregular.values())
    for base in terms("verbs.txt"):
        forms[third_person(base)] = "s"
        if base not in strong:
            forms[_past(base)] = "past"
    forms.update(dict.fromkeys(irregular, "past"))
    for base in terms("verbs.txt"):
        forms.setdefault(base, "base")
    return forms


@lru_cache(maxsize=1)
def past_forms() -> frozenset[str]:
    """All past forms of listed verbs, and the past of "be" and "have"."""
    return frozenset(word for word, form in _forms().items() if form == "past") | {
        "was",
        "were",
        "had",
        "did",
    }


def third_person(base: str) -> str:
    """Third person singular of a regular verb."""
    if base == "go":
        return "goes"
    if base.endswith(("s", "x", "ch", "sh", "z", "ss")):
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ies"
    return base + "s"


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ied"
    doubles = (
        len(base) > 2 and base[-1] in "bdgmnpt" and base[-2] in "aeiou" and not set(base[:-2]) & set("aeiou")
    )
    return base + base[-1] + "ed" if doubles else base + "ed"


@lru_cache(maxsize=16384)
def word_class(word: str) -> str:
    """Closed class of a word ("det", "pron", "prep", …) or an empty string."""
    return mapping("function_words.tsv").get(word, "")


def is_base_verb(word: str) -> bool:
    """Whether the word is the bare form of a listed verb."""
    return word in terms("verbs.txt")


def is_verb_form(word: str) -> bool:
    """Whether the word is any written form of a listed verb."""
    return word in _forms()


def first_finite(words: Tokens, start: int, end: int) -> int:
    """Index of the first finite verb in the token range, or -1.

    A form that may be a noun does not count as the first token of the range.
    """
    flags = _flags(words)
    for at, flag in enumerate(flags[start:end], start):
        if flag and (flag == _SURE or at > start):
            return at
    return -1


_SURE, _LIKELY = 2, 1


def _flags(words: Tokens) -> tuple[int, ...]:
    flags: tuple[int, ...] | None = words.memo.get("finite")
    if flags is None:
        flags = words.memo["finite"] = _finite(words)
    return flags


def _finite(words: Tokens) -> tuple[int, ...]:
    """Per token: an auxiliary or contraction, a listed form where a verb can stand, or neither."""
    titled = is_title_case(words)
    auxiliaries, forms, classes = terms("auxiliaries.txt"), _forms(), mapping("function_words.tsv")
    out = []
    for at, word in enumerate(words.words):
        if word in auxiliaries or classes.get(word) == "subjverb" or ("'" in word and _contracted(words, at)):
            out.append(_SURE)
        else:
            out.append(_LIKELY if word in forms and _listed(words, at, titled=titled) else 0)
    return tuple(out) if any(out) else _plain_past(words)


def _plain_past(words: Tokens) -> tuple[int, ...]:
    """With no surer verb about, a past form after a noun is the verb ("the bridge opened in May")."""
    return tuple(
        int(
            at > 0
            and _forms().get(word) == "past"
            and not word_class(words.words[at - 1])
            and is_noun_like(words, at)
        )
        for at, word in enumerate(words.words)
    )


def is_noun_like(words: Tokens, at: int) -> bool:
    """Whether the token before ``at`` is a word that could be a subject."""
    before = words.words[at - 1]
    return before[:1].isalnum() and not before.endswith("ly")


def _contracted(words: Tokens, at: int) -> bool:
    """Cases like "China's building", "who'll": a noun with 's before an -ing form or participle, or 'll, 've."""
    word = words.words[at]
    if "'" not in word:
        return False
    if word.endswith(("'ll", "'ve", "'re")):
        return True
    if not word.endswith("'s") or at + 1 >= len(words):
        return False
    following = words.words[at + 1]
    return following in {"not", "been", "a", "an", "the", "now", "going", "already", "no"}


def _listed(words: Tokens, at: int, *, titled: bool) -> bool:
    """Whether a listed form stands where a finite verb can."""
    form = _forms().get(words.words[at], "")
    named = words.raw[at][0].isupper() and not titled  # "United States", not the verb
    if not form or at == 0 or named or _before_auxiliary(words, at):
        return False
    before = words.words[at - 1]
    left = word_class(before)
    if form == "base" or (at == 1 and before in _ONE):
        return _base_verb(words, at, before) or (at == 1 and _agrees(words, form, before))
    counted = form == "s" and before in group("number")  # "in five numbers", "two million visits"
    if counted or (left in _NOT_BEFORE_VERB and not (form == "past" and left == "conj")):
        return False
    if words.words[at] in _NO_PARTICIPLES:
        return True
    following = words.words[at + 1] if at + 1 < len(words) else ""
    if form == "past":
        return left == "pron" or following not in _PARTICIPLE_BEFORE - {"to"}
    return word_class(following) in ("det", "poss") if before in _MARKS else before not in _ADJECTIVES


def _agrees(words: Tokens, form: str, before: str) -> bool:
    """Cases like "That includes pensioners", "These go first": as a noun the word would differ in number."""
    if before in _SEVERAL:
        return form == "base"
    return before in _ONE and (form == "s" or words.words[1] in _NO_PARTICIPLES)


def _base_verb(words: Tokens, at: int, before: str) -> bool:
    """A bare form is a verb after a plural, or before "to" after a plain noun."""
    if before in _PLURAL_SUBJECTS:
        return True
    if word_class(before) or not before[-1:].isalpha() or before.endswith("ly"):
        return False
    following = words.words[at + 1] if at + 1 < len(words) else ""
    if before.endswith("s") and len(before) > 3:
        return following not in _AFTER_NOUN
    return following == "to" and before not in _AUXILIARY_LIKE


def has_predicate(words: Tokens) -> bool:
    """Whether a stretch says something of something.

    Beside a plain finite verb, a whole sentence with any listed verb form after a noun will do:
    a bare form after a phrase ("plants around a desk swallow noise") is too rare to tell for sure.
    """
    if first_finite(words, 0, len(words)) >= 0:
        return True
    if len(words) < 6 or words.words[-1] not in _ENDS:
        return False
    forms = _forms()
    return any(
        words.words[at] in forms and not word_class(words.words[at - 1]) and words.words[at - 1] not in _MARKS
        for at in range(2, len(words) - 1)
    )


def is_title_case(words: Tokens) -> bool:
    """Whether most longer words carry a capital, as in headlines."""
    long_words = [raw for raw in words.raw if len(raw) > 3 and raw[0].isalpha()]
    return sum(raw[0].isupper() for raw in long_words) * 3 >= len(long_words) * 2


def _before_auxiliary(words: Tokens, at: int) -> bool:
    """Cases like "Scores are": what stands right before an auxiliary is its subject."""
    return at + 1 < len(words) and words.words[at + 1] in terms("auxiliaries.txt")
