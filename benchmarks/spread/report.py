"""Scores of many worlds as rows of the bench, with intervals from drawing worlds anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from benchmarks.spread.score import Counts, Score, calibration_error
from benchmarks.spread.world import Dates
from benchmarks.table import Row

DRAWS = 300
EDGE_TARGETS: Mapping[str, float] = {"all": 0.90, "third": 0.82, "none": 0.70}
DATED: Mapping[str, str] = {
    "all": "all dates true", "third": "a third of dates missing", "none": "no dates", "false": "a tenth of dates wrong",
}  # fmt: skip
CHANGES = (
    "certainty_gained", "attribution_lost", "value_drift", "actor_drift", "scope_drift", "caveat_not_carried",
)  # fmt: skip
PAIRED = (("circular", 0.95, 0.90), ("repeated_unsourced", 0.95, 0.88), ("single_origin", 0.95, 0.88))
"""Flags with a target of precision and one of recall."""
OTHERS = ("source_requested", "contradicted", "thread_born", "source_says_less")


@dataclass(slots=True, kw_only=True)
class Measured:
    """One world: what the tool, the reader and the baselines make of it, for each setting of its dates."""

    tool: dict[Dates, Score]
    reader: dict[Dates, Score]
    baselines: dict[str, list[int]] = field(default_factory=dict)


Figure = Callable[[Score], float]


def pooled(scores: Sequence[Score]) -> Score:
    """All scores as one."""
    result = Score()
    for one in scores:
        result.add(one)
    return result


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The rows of one way of measuring.

    Attributes:
        task: How the rows are called.
        worlds: What was measured.
    """

    task: str
    worlds: Sequence[Measured]

    def rows(self) -> list[Row]:
        """Every figure of the issue's table, beside its target and what the reader reaches."""
        found = [row for dates in self.worlds[0].tool for row in self._of_dates(dates)]
        return [*found, *self._of_flags(), *self._of_confidence()]

    def _of_dates(self, dates: Dates) -> list[Row]:
        name = DATED[dates]
        edges = self._row(f"derivation F1, {name}", lambda s: s.edges.f1, EDGE_TARGETS.get(dates), [dates])
        exact = self._row(f"origin count exact, {name}", lambda s: s.origins_exact, 0.88, [dates])
        error = self._row(
            f"origin count error, {name}", lambda s: s.origins_error, 0.2, [dates], note=self._beside()
        )
        return [edges, exact, error]

    def _beside(self) -> str:
        """The baselines' mean errors, best first."""
        names = list(self.worlds[0].baselines)
        means = {
            name: _mean([float(e) for world in self.worlds for e in world.baselines[name]]) for name in names
        }
        return "lower; " + ", ".join(
            f"{name} {value:.2f}" for name, value in sorted(means.items(), key=lambda i: i[1])
        )

    def _of_flags(self) -> list[Row]:
        rows = [self._row(f"{code} F1", _f1(code), 0.88) for code in CHANGES]
        for code, precision, recall in PAIRED:
            rows.append(self._row(f"{code} precision", _precision(code), precision))
            rows.append(self._row(f"{code} recall", _recall(code), recall))
        rows += [self._row(f"{code} F1", _f1(code), None) for code in OTHERS]
        return [*rows, self._row("absent sources F1", lambda s: s.absent.f1, None)]

    def _of_confidence(self) -> list[Row]:
        return [
            self._row(
                "calibration error, edges", lambda s: calibration_error(s.edge_odds), 0.08, note="lower"
            ),
            self._row(
                "calibration error, flags", lambda s: calibration_error(s.flag_odds), 0.08, note="lower"
            ),
        ]

    def _row(
        self,
        metric: str,
        figure: Figure,
        target: float | None,
        dates: Sequence[Dates] = (),
        *,
        note: str = "",
    ) -> Row:
        """One figure with its interval; ``dates`` are the settings pooled, all where none is named."""
        chosen = list(dates) or list(self.worlds[0].tool)
        each = [pooled([world.tool[d] for d in chosen]) for world in self.worlds]
        value = figure(pooled(each))
        reader = figure(pooled([world.reader[d] for world in self.worlds for d in chosen]))
        low, high = _interval(each, figure)
        told = f"{low:.3f} to {high:.3f}" + ("" if "calibration" in metric else f", reader {reader:.3f}")
        return Row(
            task=self.task,
            metric=metric,
            value=round(value, 4),
            target=target,
            note="; ".join(filter(None, (note, told))),
        )


def _interval(each: Sequence[Score], figure: Figure) -> tuple[float, float]:
    """The middle 95 % of the figure over draws of as many worlds, with replacement."""
    rng = Random(0)
    values = sorted(figure(pooled(rng.choices(each, k=len(each)))) for _ in range(DRAWS))
    return values[int(0.025 * DRAWS)], values[int(0.975 * DRAWS)]


def _f1(code: str) -> Figure:
    return lambda score: score.flags.get(code, Counts()).f1


def _precision(code: str) -> Figure:
    return lambda score: score.flags.get(code, Counts()).precision


def _recall(code: str) -> Figure:
    return lambda score: score.flags.get(code, Counts()).recall


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
