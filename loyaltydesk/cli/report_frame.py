"""What every report can be asked on the command line."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, TypeVar

import click
from msgspec import Struct

from loyaltydesk.cli.demo_command import DAY
from loyaltydesk.words import tr

_Command = TypeVar("_Command", bound=Callable[..., Any])


class Wish(Struct, frozen=True, kw_only=True):
    """What every report can be asked: from which day to which, both inclusive, and how it is written."""

    first: datetime | None
    last: datetime | None
    as_json: bool
    as_csv: bool

    def __post_init__(self) -> None:
        """Wrong usage for what cannot be."""
        if self.first and self.last and self.last < self.first:
            raise click.UsageError(tr("The last day is before the first."))
        if self.as_json and self.as_csv:
            raise click.UsageError(tr("A report is written as JSON or as CSV."))

    @property
    def days(self) -> tuple[date | None, date | None]:
        """The first day and the last; None without an end."""
        return self.first.date() if self.first else None, self.last.date() if self.last else None


def asked(command: _Command) -> _Command:
    """Gives a report the options of all reports; what is said with them comes as the fields of `Wish`."""
    for option in (
        click.option("--csv", "as_csv", is_flag=True, help="Lines for a spreadsheet or another program."),
        click.option("--json", "as_json", is_flag=True, help="One JSON document."),
        click.option("--to", "last", type=DAY, help="The last day; until now when it is not given."),
        click.option("--from", "first", type=DAY, help="The first day; the shop's first when it is not given."),
    ):
        command = option(command)
    return command
