"""Words by which one may tell a statement from talk: who speaks, who is meant, what merely chats."""

from __future__ import annotations

SELF = frozenset({"i", "i'm", "i've", "i'd", "i'll", "me", "myself"})
OWN = frozenset({"my", "mine"})
WE = frozenset({"we", "we're", "we've", "we'll", "us", "our", "ours", "let's"})
POINTERS = frozenset({"this", "that", "it", "these", "those", "that's", "it's"})
EXISTENCE = frozenset({"there", "there's", "here", "here's"})
MODALS = frozenset({"may", "might", "could"})
WOULD = frozenset({"would", "wouldn't", "should", "i'd", "you'd", "we'd"})
PERSONS = frozenset({"he", "she", "they", "he's", "she's", "they're", "they've"})
PAST_SUBJECT = frozenset({"i", "we", "my", "our"})
QUANTIFIED = frozenset(
    {
        "most",
        "many",
        "some",
        "few",
        "several",
        "no",
        "every",
        "each",
        "all",
        "both",
        "half",
        "none",
        "only",
        "not",
    }
)
CHATTER = frozenset(
    {"well", "oh", "yes", "yeah", "no", "sorry", "thanks", "ok", "okay", "anyway", "honestly"}
)
