"""A panel as it leaves the program: its words, its table and its chart, apart from any widget."""

import re
from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from msgspec import Struct

from ui.seams.formats import QtFormats
from ui.theme.charts.drawing import Drawing

LONGEST = 300  # letters of a cell on paper; a name that long is a mistake
LONGEST_NAME = 80  # letters of a file's name


class Figure(NamedTuple):
    """A number as people read it, and as a spreadsheet reckons with it: "€1,240.50" and "1240.50"."""

    text: str
    plain: str


Cell: TypeAlias = str | int | Figure


class PanelPaper(Struct, frozen=True, kw_only=True):
    """What is saved or copied of a panel.

    `period` is what the panel says ("1 Apr 2025 – 31 Mar 2026"), `when` the same for the name of a file ("2026-03").
    A cell is text, a whole number (its words come from `number_cell`), or a Figure. `note` is the line under the title.
    """

    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    period: str = ""
    when: str = ""
    note: str = ""
    how: str = ""
    drawing: Drawing | None = None

    def __post_init__(self) -> None:
        """Raises ValueError unless each row has a cell for each name of the header."""
        for row in self.rows:
            tuple(zip(self.header, row, strict=True))


def number_cell(formats: QtFormats, number: int) -> Figure:
    """A whole number."""
    return Figure(formats.number(number), str(number))


def money_cell(formats: QtFormats, minor: int) -> Figure:
    """Minor units; the spreadsheet gets them without a currency, with the decimal sign of its language."""
    return Figure(formats.money(minor), formats.currency.text(minor).replace(".", formats.decimal_sign))


def share_cell(formats: QtFormats, thousandths: int) -> Figure:
    """A share in thousandths: "62.5%" and "62.5", without a decimal that is nothing."""
    whole, part = divmod(abs(thousandths), 10)
    plain = ("-" if thousandths < 0 else "") + str(whole) + (f"{formats.decimal_sign}{part}" if part else "")
    return Figure(f"{plain}{formats.locale.percent()}", plain)


def cell_text(cell: Cell) -> str:
    """A cell as it stands on paper."""
    text = " ".join((cell.text if isinstance(cell, Figure) else str(cell)).split())
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def is_number(cell: Cell) -> bool:
    """Whether a cell is reckoned with and stands to the right of its column."""
    return not isinstance(cell, str)


def file_name(parts: Sequence[str], suffix: str) -> str:
    """A name of those parts that every file system takes: "Insights – Customer groups – 2026-03.pdf"."""
    words = [" ".join(re.sub(r'[\x00-\x1f\x7f<>:"/\\|?*]', " ", part).split()).strip(" .") for part in parts]
    name = " – ".join(word for word in words if word)[:LONGEST_NAME].strip(" .–")
    return f"{name or 'Loyalty Desk'}.{suffix}"
