"""Findings about a claim. One file a flag, one line here; the order is that of the design's table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from corpus_tool.models import Flag, FlagCode
from corpus_tool.provenance.chains import Chain
from corpus_tool.provenance.flags.actor_drift import actor_drift
from corpus_tool.provenance.flags.attribution_lost import attribution_lost
from corpus_tool.provenance.flags.caveat_not_carried import caveat_not_carried
from corpus_tool.provenance.flags.certainty_gained import certainty_gained
from corpus_tool.provenance.flags.circular import circular
from corpus_tool.provenance.flags.contradicted import contradicted
from corpus_tool.provenance.flags.evidence import Evidence, Found
from corpus_tool.provenance.flags.repeated_unsourced import repeated_unsourced
from corpus_tool.provenance.flags.scope_drift import scope_drift
from corpus_tool.provenance.flags.single_origin import single_origin
from corpus_tool.provenance.flags.source_requested import source_requested
from corpus_tool.provenance.flags.source_says_less import source_says_less
from corpus_tool.provenance.flags.thread_born import thread_born
from corpus_tool.provenance.flags.value_drift import value_drift
from corpus_tool.provenance.origins import Origin

Rule: TypeAlias = Callable[[Evidence], Found | None]

FLAGS: Final[tuple[tuple[FlagCode, Rule], ...]] = (
    ("repeated_unsourced", repeated_unsourced),
    ("single_origin", single_origin),
    ("circular", circular),
    ("attribution_lost", attribution_lost),
    ("source_says_less", source_says_less),
    ("certainty_gained", certainty_gained),
    ("caveat_not_carried", caveat_not_carried),
    ("value_drift", value_drift),
    ("actor_drift", actor_drift),
    ("scope_drift", scope_drift),
    ("source_requested", source_requested),
    ("contradicted", contradicted),
    ("thread_born", thread_born),
)


def flags(chain: Chain, origins: tuple[Origin, ...], origin_range: tuple[int, int]) -> tuple[Flag, ...]:
    """All flags of one claim, in the order of the registry."""
    evidence = Evidence(chain=chain, origins=origins, origin_range=origin_range)
    found = ((code, rule(evidence)) for code, rule in FLAGS)
    return tuple(evidence.flag(code, finding) for code, finding in found if finding is not None)


__all__ = ["FLAGS", "Evidence", "Found", "Rule", "flags"]
