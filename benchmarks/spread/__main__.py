"""``python -m benchmarks.spread``: how well the tool reads known histories.

``--full`` takes 50 held-out worlds, ``--seeds A:B`` others (tune on seeds below 100 alone), ``--own`` the
whole pipeline instead of the world's claims, ``--wrong WORD`` lists what is wrong, ``--write SEED SIZE``
prints a world as JSON Lines.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from benchmarks.spread.render import render
from benchmarks.spread.report import Table
from benchmarks.spread.run import FULL, HELD_OUT, QUICK, Plan, worlds
from benchmarks.spread.world import make
from benchmarks.table import show


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.spread", description=__doc__)
    parser.add_argument("--full", action="store_true", help=f"{FULL} held-out worlds instead of {QUICK}")
    parser.add_argument("--seeds", help="first seed and the one after the last, as 0:20")
    parser.add_argument("--own", action="store_true", help="with the tool's own claims")
    parser.add_argument("--wrong", action="append", default=[], help="list what is wrong, by a word of it")
    parser.add_argument("--cache", type=Path, help="a project file that keeps what was extracted")
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--write", nargs=2, type=int, metavar=("SEED", "SIZE"), help="print one world")
    return parser.parse_args()


def main() -> None:
    """Print the table."""
    given = _arguments()
    if given.write:
        for row in render(make(*given.write), "all").rows:
            sys.stdout.write(json.dumps(row) + "\n")
        return
    first, last = (HELD_OUT, HELD_OUT + (FULL if given.full else QUICK))
    if given.seeds:
        first, last = (int(part) for part in given.seeds.split(":"))
    plan = Plan(seeds=range(first, last), own=given.own, cache=given.cache, processes=given.processes)
    found = list(worlds(plan))
    show(Table(task="own claims" if given.own else "given claims", worlds=found).rows())
    for word in given.wrong:
        for world in found:
            for one in world.tool.values():
                sys.stdout.writelines(f"{line}\n" for line in one.wrong if word in line)


if __name__ == "__main__":
    main()
