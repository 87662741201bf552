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
    verbatim_similarity: float = 0.97
    """Share of words aligned from which only slips of the pen differ."""
    light_similarity: float = 0.7
    """Below it more than three words in ten were changed: the wording was worked over."""
    candidate_fan_out: int = 40
    """A key that more mentions hold says what the pile is about, not what one of them states."""
    candidate_neighbours: int = 16
    """Nearest vectors compared for each mention: about twice the tellings a claim usually has."""
    candidate_cosine: float = 0.3
    """Static vectors of two unrelated sentences rarely come closer."""
    claim_affinity: float = 0.7
    """Average likeness at which two groups of wordings are one claim: a wrong union misleads a reader
    more than a telling that stands alone, so somewhat above even chances."""
    member_affinity: float = 0.75
    """Likeness to a second claim at which a wording belongs to that one too."""
    tracked_affinity: float = 0.7
    """Likeness to a codebook example at which a mention counts as telling that claim: higher than between
    mentions, since the best of several examples is asked and one stray hit would do."""
    deep_wordings: int = 1500
    """Up to so many wordings the transformer, where installed, is asked about every open pair: about ten
    milliseconds a wording. Beyond, its seconds would be minutes, and the rest of the features decide."""
    candidate_nearest: int = 6
    """In a pile small enough for that, each wording is also weighed against its so many likeliest of all."""
    candidate_strongest: int = 4
    """In such a large pile each wording is weighed in full against its so many likeliest candidates."""
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

    families: tuple[tuple[str, ...], ...] = ()
    """The user's own publisher families, beside the shipped table: outlets of one owner are one voice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All rooms together, as the report prints them."""

    ingest: IngestSettings = field(default_factory=IngestSettings)
    extract: ExtractSettings = field(default_factory=ExtractSettings)
    match: MatchSettings = field(default_factory=MatchSettings)
    provenance: ProvenanceSettings = field(default_factory=ProvenanceSettings)


DEFAULT = Settings()
