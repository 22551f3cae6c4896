"""Understands one row of a customer table after the other, by what its columns tell."""

from collections.abc import Mapping
from datetime import date

from loyaltydesk.exchange import days_in
from loyaltydesk.exchange.cells_in import (
    cell_text,
    code_text,
    consent_in,
    first_email,
    language_in,
    phones_in,
    points_in,
)
from loyaltydesk.exchange.encodings import MOST_CELL, Row
from loyaltydesk.model.imports import DAYS, Column, ImportField, ImportRow, ReadingPlan
from loyaltydesk.model.refusals import BadRequest

_NAMING = (ImportField.CARD, ImportField.PHONE, ImportField.EMAIL)
_PLAIN = (ImportField.COMPANY, ImportField.NAME_DAY, ImportField.ADDRESS, ImportField.NOTE)
_LAST_YEAR = 2099  # of points that end


class RowReading:
    """How the rows of one table are understood; `today` tells the century of short years."""

    def __init__(self, plan: ReadingPlan, today: date) -> None:
        self.fields: dict[ImportField, Column] = {
            column.field: column for column in plan.columns if column.field is not None
        }
        self._today = today
        self._width = len(plan.heading) if plan.strict else MOST_CELL

    def names_somebody(self, row: Row) -> bool:
        """Whether a row has a card, a phone number or an e-mail address behind its first word."""
        first = next((cell for cell in row.cells if cell.strip()), "").strip()
        return any(self._cell(row, field) not in ("", first) for field in _NAMING)

    def read(self, row: Row) -> ImportRow | None:
        """The row as it was understood; None when nothing stands in the columns that are read."""
        told = {field: cell for field in self.fields if (cell := self._cell(row, field))}
        if not told:
            return None
        try:
            if any(row.cells[self._width :]):
                raise BadRequest("row", "cells_beyond")
            return self._understood(row, told)
        except BadRequest as no:
            seen = {"name": name[:120]} if (name := _name(told)) else {}
            return ImportRow(row.number, seen, told.get(ImportField.CARD, "")[:60], cells=row.cells, refused=no)

    def _cell(self, row: Row, field: ImportField) -> str:
        column = self.fields.get(field)
        cell = cell_text(row.cells[column.place]).strip() if column and column.place < len(row.cells) else ""
        return "" if field in DAYS and days_in.is_nothing(cell) else cell

    def _understood(self, row: Row, told: Mapping[ImportField, str]) -> ImportRow:
        since, until, joined = (
            self._day(told, field) for field in (ImportField.POINTS_SINCE, ImportField.POINTS_UNTIL, ImportField.JOINED)
        )
        if joined and joined > self._today:
            raise BadRequest(ImportField.JOINED, "day_ahead")
        points = told.get(ImportField.POINTS)
        return ImportRow(
            row.number,
            self._profile(told),
            self._card(told),
            code_text(told.get(ImportField.PRINTED, ""), ImportField.PRINTED),
            points_in(points) if points else 0,
            since,
            until,
            told.get(ImportField.TIER, ""),
            joined,
            row.cells,
        )

    def _profile(self, told: Mapping[ImportField, str]) -> dict[str, str]:
        phone, other_phone = phones_in(told.get(ImportField.PHONE, ""))
        note = "; ".join(filter(None, (told.get(ImportField.NOTE, ""), other_phone)))
        found = {field.value: " ".join(told[field].split()) for field in _PLAIN if field in told}
        found.update(
            name=_name(told),
            phone=code_text(phone, ImportField.PHONE),
            email=first_email(told.get(ImportField.EMAIL, "")),
            birth_date=self._birth_date(told),
            language=language_in(told.get(ImportField.LANGUAGE, "")),
            tax_id=code_text(told.get(ImportField.TAX_ID, ""), ImportField.TAX_ID),
            consent=self._consent(told),
            address=_address(told),
            note=note,
        )
        return {name: text for name, text in found.items() if text}

    def _card(self, told: Mapping[ImportField, str]) -> str:
        number = code_text(told.get(ImportField.CARD, ""), ImportField.CARD)
        zeros = self.fields[ImportField.CARD].zeros if number else 0
        return number.rjust(zeros, "0") if number.isdigit() and len(number) > 6 else number

    def _birth_date(self, told: Mapping[ImportField, str]) -> str:
        field = ImportField.BIRTH_DATE
        if field not in told:
            return ""
        day = days_in.read(told[field], self.fields[field].order, field=field, latest=self._today.year)
        return f"{day.year:04}-{day.month:02}-{day.day:02}" if day.year else f"--{day.month:02}-{day.day:02}"

    def _day(self, told: Mapping[ImportField, str], field: ImportField) -> date | None:
        assert field in DAYS
        if field not in told:
            return None
        latest = _LAST_YEAR if field is ImportField.POINTS_UNTIL else self._today.year
        day = days_in.read(told[field], self.fields[field].order, field=field, latest=latest)
        if not day.year:
            raise BadRequest(field, "day_year_missing")
        return date(day.year, day.month, day.day)

    def _consent(self, told: Mapping[ImportField, str]) -> str:
        cell = told.get(ImportField.CONSENT, "")
        return consent_in(cell, self.fields[ImportField.CONSENT].heading) if cell else ""


def _name(told: Mapping[ImportField, str]) -> str:
    """The whole name, which may stand in one column or in two, of which one may be headed “name”."""
    whole, first, last = (
        " ".join(told.get(field, "").split())
        for field in (ImportField.NAME, ImportField.FIRST_NAME, ImportField.LAST_NAME)
    )
    if whole and first and (last or first in whole):
        return whole
    if whole and first:
        return f"{first} {whole}"
    parts = (first or whole, last)
    return " ".join(filter(None, parts))


def _address(told: Mapping[ImportField, str]) -> str:
    """As on an envelope: the street with house and flat, then the postcode and the town."""
    house = "/".join(told[field] for field in (ImportField.HOUSE, ImportField.FLAT) if field in told)
    street = " ".join(filter(None, (told.get(ImportField.STREET, ""), house)))
    place = " ".join(told[field] for field in (ImportField.POSTCODE, ImportField.CITY) if field in told)
    parts = (told.get(ImportField.ADDRESS, ""), street, place)
    return ", ".join(" ".join(part.split()) for part in parts if part)
