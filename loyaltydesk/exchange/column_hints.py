"""Looks at whole columns: what their cells are like, in which order their dates are, whether zeros were lost."""

import re
from collections import Counter
from collections.abc import Iterable

from loyaltydesk.exchange import days_in
from loyaltydesk.model.cards import SHORTEST, check_digit
from loyaltydesk.model.imports import Column, DayOrder, ImportField, Remark

SAMPLES = 40
SHOWN = 3
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_PHONE = re.compile(r"\+[0-9][0-9 ()-]{6,18}|[0-9]{3}[ -][0-9]{3}[ -][0-9]{3}|[0-9]{8,9}")
_PERSON = re.compile(r"[^\W\d_]{2,}([ '-][^\W\d_]{2,}){1,3}")
_ID = re.compile(r"[0-9]+\.?|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_EAN = 13
_POSSIBLE = (ImportField.EMAIL, ImportField.CARD, ImportField.PHONE, ImportField.BIRTH_DATE, ImportField.NAME)


class ColumnStudy:
    """One column while a table is read from end to end; keeps a handful of cells and some sums."""

    def __init__(self, place: int) -> None:
        self.place = place
        self.samples: list[str] = []
        self.filled = 0
        self._orders: Counter[DayOrder] = Counter()
        self._open = ""
        self._short_year = ""
        self._lengths: Counter[int] = Counter()
        self._short_codes = ("", 0, 0)  # an example, how many, how many of them an EAN-13 with zeros in front

    def see(self, cell: str) -> None:
        """Takes one more cell in."""
        if not cell:
            return
        self.filled += 1
        if len(self.samples) < SAMPLES and cell not in self.samples:
            self.samples.append(cell[:200])
        if cell.isdigit():
            self._see_code(cell)
        elif len(cell) < 12 and cell[:1].isdigit():
            self._see_day(cell)

    def _see_code(self, cell: str) -> None:
        self._lengths[min(len(cell), 30)] += 1
        if 7 <= len(cell) < _EAN:
            example, count, whole = self._short_codes
            filled = cell.rjust(_EAN, "0")
            right = check_digit(filled[:-1]) == filled[-1] if filled.isascii() else False
            self._short_codes = example or cell, count + 1, whole + right

    def _see_day(self, cell: str) -> None:
        if "/" in cell:
            order = days_in.order_of(cell)
            if order:
                self._orders[order] += 1
            elif not self._open and days_in.is_open(cell):
                self._open = cell
        if not self._short_year and days_in.has_short_year(cell):
            self._short_year = cell

    # --- what is to be thought of it

    def order(self) -> DayOrder:
        """The order of its dates; the day comes first where nothing says otherwise."""
        return max(DayOrder, key=lambda order: self._orders[order])

    def zeros(self) -> int:
        """To how many digits its numbers are filled up: where all short ones make an EAN-13 then, and some are one."""
        _example, count, right = self._short_codes
        return _EAN if count and count == right and self._lengths[_EAN] >= count else 0

    def numbers_rows(self, field: ImportField | None) -> bool:
        """Whether its cells are 1, 2, 3 … and no numbers of cards, which are longer; or ids, and no names."""
        if field is ImportField.NAME:
            return all(_ID.fullmatch(sample) for sample in self.samples)
        return all(len(sample) < SHORTEST and sample.rstrip(".").isdigit() for sample in self.samples)

    def remarks(self, heading: str) -> Iterable[Remark]:
        """What its owner should look at."""
        example, count, right = self._short_codes
        if self._orders.total() and len(self._orders) > 1:
            yield Remark("days_mixed", heading, min(self._orders.values()), self._open, self.place)
        elif self._open and not self._orders:
            yield Remark("days_open", heading, 0, self._open, self.place)
        if self._short_year:
            yield Remark("years_short", heading, 0, self._short_year, self.place)
        if right * 2 > count and self._lengths[_EAN] >= count:
            yield Remark("zeros_lost", heading, count, example, self.place)

    def hint(self) -> ImportField | None:
        """What its cells look like, whatever its heading says."""
        return next((field for field in _POSSIBLE if self._mostly(field)), None)

    def _mostly(self, field: ImportField) -> bool:
        like = sum(_is_like(field, sample) for sample in self.samples)
        return like * 5 >= len(self.samples) * 4 > 0


def columns_of(headings: tuple[str, ...], studies: list[ColumnStudy], *, named: dict[int, ImportField]) -> list[Column]:
    """The columns with what each tells: by its name, or by what its cells are like where nothing is named so."""
    taken, columns = set(named.values()), []
    known = bool(taken)
    for study in studies:
        heading = headings[study.place] if study.place < len(headings) else ""
        field = named.get(study.place)
        if field is None:
            hint = study.hint()
            guess = hint if hint in _POSSIBLE[: 1 if known and heading else None] else None
            field = guess if guess and guess not in taken and not (guess is ImportField.NAME and known) else None
            taken |= {field} if field else set()
        shown = tuple(study.samples[:SHOWN])
        columns.append(Column(study.place, heading, shown, field, study.place in named, study.order(), study.zeros()))
    return columns


def _is_like(field: ImportField, cell: str) -> bool:
    if field is ImportField.EMAIL:
        return _EMAIL.fullmatch(cell) is not None
    if field is ImportField.CARD:
        return len(cell) == _EAN and cell.isdigit() and cell.isascii() and check_digit(cell[:-1]) == cell[-1]
    if field is ImportField.PHONE:
        return _PHONE.fullmatch(cell) is not None
    if field is ImportField.BIRTH_DATE:
        return days_in.looks_like_day(cell)
    return _PERSON.fullmatch(cell) is not None
