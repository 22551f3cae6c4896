"""The rows of a table on the screen: as they will be, and as they stand with the reason why not."""

from datetime import date

from msgspec import Struct

from loyaltydesk.model.imports import CheckedRow, ImportField, ImportRow
from loyaltydesk.model.programme import PointRules
from loyaltydesk.rules.calendar import last_valid_day
from loyaltydesk.words import tr
from loyaltydesk.words.imports import field_name, why
from ui.seams.formats import QtFormats
from ui.seams.tables import Column


class Ends(Struct, frozen=True):
    """When opening points end: as the table says, or as the programme does from a day on."""

    rules: PointRules
    today: date

    def of(self, row: ImportRow) -> date | None:
        """The last day of a row's points; None where they never end."""
        return row.until or last_valid_day(self.rules, row.since or self.today)


def good_columns(formats: QtFormats, ends: Ends) -> list[Column[CheckedRow]]:
    """Rows as they will be."""

    def told(name: str, room: str = "") -> Column[CheckedRow]:
        return Column(field_name(name), lambda checked: checked.row.told.get(name, ""), room=room)

    def points(checked: CheckedRow) -> str:
        return formats.number(checked.row.points) if checked.row.points else ""

    def until(checked: CheckedRow) -> str:
        last = ends.of(checked.row) if checked.row.points else None
        return formats.day(last) if last else ""

    return [
        Column(tr("Row"), lambda checked: formats.number(checked.row.number), right=True, muted=True, room="88,888"),
        Column(field_name(ImportField.NAME), lambda checked: _name(checked.row)),
        Column(field_name(ImportField.CARD), lambda checked: checked.row.card, room="8888888888888"),
        told("phone", "+888 8888 8888"),
        told("email"),
        told("birth_date", "8888-88-88"),
        Column(field_name(ImportField.POINTS), points, right=True, room="88,888"),
        Column(tr("Good until"), until, muted=True, room="88 Mmm 8888"),
        Column(tr("Why"), lambda checked: why(checked, formats), muted=True),
    ]


GOOD_SPARE = (8, 5, 4, 7, 3)
SENTENCE = "8" * 52  # as long as most reasons


def bad_columns(formats: QtFormats) -> list[Column[CheckedRow]]:
    """Rows that stay out, each with its reason and as it stands in the file."""
    return [
        Column(tr("Row"), lambda checked: formats.number(checked.row.number), right=True, muted=True, room="88,888"),
        Column(tr("Why"), lambda checked: why(checked, formats), room=SENTENCE),
        Column(tr("As it stands"), lambda checked: " · ".join(filter(None, checked.row.cells)), muted=True),
    ]


def _name(row: ImportRow) -> str:
    return row.told.get("name", "") or row.told.get("company", "")
