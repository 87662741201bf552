"""Every threshold, with the reason for its value. One frozen dataclass a room.

A value stands here if a user might argue with it. Weights learnt from data stand with
their model; word lists stand in data files.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestSettings:
    """Limits and habits of the readers."""

    max_bytes: int = 256 * 1024 * 1024
    """A larger file is refused, not half read: no article is that long."""
    columns: tuple[tuple[str, str], ...] = ()
    """The user's own names of a table's columns, as (field, column): the usual names are known without it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WebSettings:
    """How the web is asked: slowly, in bounds, and only what is public."""

    user_agent: str = "corpus-tool"
    """The name that robots.txt can address, and that a site's owner finds in the log."""
    private: bool = False
    """Addresses of this machine and its networks: refused, since any page or redirect may name them.
    Allowed for an intranet, and for tests on loopback; link-local and metadata addresses never are."""
    workers: int = 8
    """Hosts asked at the same time; one host gets one request at a time in any case."""
    delay: float = 1.0
    """Seconds between two requests to one host: what a patient reader needs for a page."""
    longest_wait: float = 60.0
    """A site that asks for a longer pause (Retry-After, Crawl-delay) is left for another day."""
    retries: int = 3
    """Tries again after 429, a server's failure or a broken line, each wait twice as long as the last."""
    connect: float = 15.0
    """Seconds for a connection: a site that needs more is down."""
    silence: float = 20.0
    """Seconds without a byte."""
    total: float = 60.0
    """Seconds for one answer in all, however steadily it drips."""
    max_bytes: int = 32 * 1024 * 1024
    """Of one answer, as sent and as unpacked: no page is larger, a scanned report may come near."""
    redirects: int = 8
    """Consent walls and short links need four or five."""
    listed: int = 2000
    """Addresses taken from one feed or sitemap: an archive of years, not a whole site by accident."""
    resume_hours: float = 24.0
    """A job that was stopped goes on with the pages it has, unless they are older than this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractSettings:
    """What counts as a statement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchSettings:
    """When two wordings state one thing."""

    passage_words: int = 8
    """A shared passage is at least this long: shorter ones are phrases that writers share by chance."""
    passage_content_words: int = 4
    """Of its matched words so many carry content: "at the end of the day it is what it is" is nobody's."""
    passage_fan_out: int = 24
    """Wording found in more documents than this is boilerplate, not one writer taking from another …"""
    passage_frequent_words: int = 80
    """… unless it is as long as an article: then it is a wire story, and each copy is tied to the next."""
    borrowed_share: float = 0.18
    """Share of a document's words in short runs which another has too: two who write about one thing come to a
    tenth, one in many to a sixth; beyond this, one text was before the other's eyes."""
    verbatim_similarity: float = 0.97
    """Share of words kept from which only slips of the pen differ."""
    light_similarity: float = 0.8
    """Below it more than one word in five was changed, what was added or dropped aside: the wording was worked over."""
    candidate_fan_out: int = 40
    """A key that more mentions hold says what the pile is about, not what one of them states."""
    candidate_neighbours: int = 16
    """Nearest vectors compared for each mention: about twice the tellings a claim usually has."""
    candidate_cosine: float = 0.3
    """Static vectors of two unrelated sentences rarely come closer."""
    claim_affinity: float = 0.75
    """Average likeness at which two groups of wordings are one claim: a wrong union misleads a reader
    more than a telling that stands alone, so somewhat above even chances. On worlds of known history .70 to .75 is level."""
    member_affinity: float = 0.7
    """Likeness to a second claim at which a wording belongs to that one too."""
    member_length: float = 1.4
    """Such a wording says two things, so it is so many times as long as the middle one of that claim."""
    tracked_affinity: float = 0.5
    """Likeness to a codebook example at which a mention counts as telling that claim: more likely than not,
    since a user who tracks a claim wants its odd tellings, and at least a third of a group must be drawn."""
    deep_wordings: int = 2500
    """Up to so many wordings the transformer, where installed, is asked about every open pair: about ten
    milliseconds a wording. Beyond, its seconds would be minutes, and the rest of the features decide."""
    candidate_nearest: int = 6
    """In a pile small enough for that, each wording is also weighed against its so many likeliest of all."""
    candidate_strongest: int = 4
    """In such a large pile each wording is weighed in full against its so many likeliest candidates."""
    rerank_depth: int = 50
    """So many of a query's candidates the transformer reads again: half a second to a second each query."""
    rerank_texts: int = 20_000
    """Where queries would have it read more texts than this (some minutes), the command does without it
    unless told to use it."""
    dense_component: int = 80
    """Up to so many wordings every pair of a component is compared, beyond only candidates."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvenanceSettings:
    """When a finding is worth a reader's time."""

    repeated_documents: int = 3
    """Two tellings are a coincidence; from three on a reader meets a claim "everywhere"."""

    counted_confidence: float = 0.5
    """Derivations from here on fold tellings into one origin: more likely than not."""

    certain_confidence: float = 0.9
    """Derivations from here on are kept when only the certain ones count (`origin_range`)."""

    certain_odds: float = 0.93
    """What "certain" says: the share of such findings that are right, measured on worlds of known history read from text alone."""

    probable_odds: float = 0.88
    """How often a finding called probable is right, as measured on piles of known history."""

    possible_odds: float = 0.75
    """How often a finding called possible is right, as measured on piles of known history."""

    tracked_odds: float = 0.97
    """How often any finding is right on a claim that the user tracks: what is one claim is then no guess."""

    families: tuple[tuple[str, ...], ...] = ()
    """The user's own publisher families, beside the shipped table: outlets of one owner are one voice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscourseSettings:
    """Which words are worth a line. No part of a report's settings: a report prints none of them."""

    least_count: int = 3
    """Twice is chance: a word is asked about from the third time on."""
    least_likelihood: float = 15.13
    """Log-likelihood at the .0001 level: thousands of words are tested at once."""
    near_words: int = 5
    """Words to each side that count as beside: the width collocates are mostly counted in."""
    shown_words: int = 8
    """Words to each side of a line of context: what fits a terminal."""
    most_rows: int = 25
    """Keywords of one document, collocates of one word: more are not read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All rooms together, as the report prints them."""

    ingest: IngestSettings = field(default_factory=IngestSettings)
    web: WebSettings = field(default_factory=WebSettings)
    extract: ExtractSettings = field(default_factory=ExtractSettings)
    match: MatchSettings = field(default_factory=MatchSettings)
    provenance: ProvenanceSettings = field(default_factory=ProvenanceSettings)


DEFAULT = Settings()
DISCOURSE = DiscourseSettings()
