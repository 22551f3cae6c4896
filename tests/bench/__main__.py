"""Measures what was promised and prints tables: speeds, each against the least that could do the work, and how well the
codes on every paper are read.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from tests.bench.cards import cards
from tests.bench.filling import Filled, fill
from tests.bench.forecasting import forecasts
from tests.bench.importing import imports
from tests.bench.insights import insights
from tests.bench.measuring import Row, table
from tests.bench.papers import papers
from tests.bench.purchase import purchases
from tests.bench.reading import DPI, decode_table, rates
from tests.bench.scanning import scans
from tests.bench.searching import searches
from tests.bench.starting import starts


class Plan:
    """How much of everything is measured, and where the shops are; a shop is filled when it is first asked for."""

    def __init__(self, folder: Path, kept: Path, *, quick: bool) -> None:
        self.folder = folder  # of what goes when the run is over
        self._kept = kept
        self._sizes = (40, 60, 120) if quick else (1_000, 10_000, 1_000_000)
        self._share = 50 if quick else 1
        self.dpis = (203,) if quick else DPI
        self.papers = papers()[:: 8 if quick else 1]

    @property
    def small(self) -> Filled:
        """The small shop."""
        return self._filled(self._sizes[0])

    @property
    def middle(self) -> Filled:
        """A shop of a hundred thousand purchases."""
        return self._filled(self._sizes[1])

    @property
    def large(self) -> Filled:
        """The large shop."""
        return self._filled(self._sizes[2])

    def times(self, whole: int) -> int:
        """How often, where a whole run does so `whole` times."""
        return -(-whole // self._share)

    def _filled(self, customers: int) -> Filled:
        return fill(self._kept / f"shop-{customers}.db", customers)


MEASURES: dict[str, Callable[[Plan], list[Row]]] = {
    "purchase": lambda plan: purchases(plan.folder, plan.times(800)),
    "scan": lambda plan: scans(plan.small, plan.large, plan.times(4000)),
    "insights": lambda plan: insights(plan.folder, plan.middle, plan.large, plan.times(200)),
    "search": lambda plan: searches(plan.large, plan.times(400)),
    "forecast": lambda plan: forecasts(plan.folder, plan.times(5000)),
    "import": lambda plan: imports(plan.folder, plan.times(20_000)),
    "cards": lambda plan: cards(plan.folder, plan.times(10_000), plan.times(50)),
    "start": lambda plan: starts(plan.small.path, plan.folder, plan.times(31)),
}
READING = "reading"
CODES = 10  # of each paper


@click.command(help=__doc__)
@click.option("--quick", is_flag=True, help="A small shop and few repetitions: to see that it runs, not how fast.")
@click.option("--keep", type=click.Path(path_type=Path, file_okay=False), help="Where filled shops stay for next time.")
@click.option("--only", type=click.Choice([*MEASURES, READING]), multiple=True, help="One of the measures alone.")
@click.option("--strict", is_flag=True, help="End with status 1 when a limit does not hold.")
def main(quick: bool, keep: Path | None, only: tuple[str, ...], strict: bool) -> None:
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="bench-", dir=keep) as name:  # what is durable must be on a disk
        folder = Path(name)
        plan = Plan(folder, keep or folder, quick=quick)
        chosen = only or (*MEASURES, READING)
        rows = [row for measure in chosen if measure in MEASURES for row in MEASURES[measure](plan)]
    read = rates(plan.times(CODES), dpis=plan.dpis, some=plan.papers) if READING in chosen else []
    if rows:
        click.echo(table(rows))
    if read:
        click.echo(decode_table(read))
    if strict and not all(each.holds for each in (*rows, *read)):
        sys.exit(1)


if __name__ == "__main__":
    main()
