"""The dossier of a person on A4: chapter after chapter, all that is kept, and at last where it comes from."""

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby

from loyaltydesk.model.dossiers import Chapter, Dossier
from loyaltydesk.model.exports import CellKind, ExportColumn
from loyaltydesk.printing.reports.flow import EDGE, INSIDE, Flow, Title
from loyaltydesk.printing.reports.ruled import Column, Ruled
from loyaltydesk.printing.scene import Align, Document, Role
from loyaltydesk.words import active, tr
from loyaltydesk.words.dossier_values import field_text, record_name
from loyaltydesk.words.dossiers import (
    chapter_title,
    closing_words,
    column_title,
    dossier_title,
    field_name,
    row_texts,
    told_line,
)
from loyaltydesk.words.formats import Formats

SIZE, LINES = 3.0, 60
_WIDE = {
    "goods": 2.8, "value": 3.6, "at": 2.9, "refunded": 1.1, "earned": 1.1, "issued": 2.4, "kind": 2.0,
    "reward_name": 1.8, "card": 1.7, "receipt": 2.1, "code": 1.6, "field": 1.5, "reason": 2.0, "source": 1.3,
    "due": 1.4, "spent": 1.4, "state": 1.6,
}  # fmt: skip
_RIGHT = (CellKind.NUMBER, CellKind.MONEY)


def dossier_scene(dossier: Dossier, formats: Formats) -> Document:
    """All of it, in the language in use."""
    made = tr("Made on {day}, {time}").format(day=formats.day(dossier.at.date()), time=f"{dossier.at:%H:%M}")
    flow = Flow(Title(dossier.shop, dossier_title(dossier.name), made, active().language))
    for chapter in dossier.chapters:
        flow.heading(chapter_title(chapter.key))
        _write(flow, chapter, formats)
    flow.heading(tr("Where it comes from, and your rights"))
    for words in closing_words(dossier.shop):
        flow.words(words)
    return flow.document("dossier")


def _write(flow: Flow, chapter: Chapter, formats: Formats) -> None:
    names = [column.name for column in chapter.columns]
    if names == ["field", "value"]:
        columns = (Column("", 1.0), Column("", 2.4))
        rows = ((field_name(str(name)), field_text(str(name), value, formats)) for name, value in chapter.rows)
        flow.table(Ruled(columns, EDGE, INSIDE, most=LINES), rows)
    elif names[0] == "record":
        for head, told in _records(chapter, formats):
            flow.words(head, role=Role.BOLD, size=3.5)
            flow.words(told, size=3.5)
    else:
        _table(flow, chapter, formats)


def _table(flow: Flow, chapter: Chapter, formats: Formats) -> None:
    """The columns in which anything stands but nothings."""
    used = [place for place in range(len(chapter.columns)) if any(row[place] for row in chapter.rows)]
    columns = tuple(_column(chapter.columns[place]) for place in used)
    rows = (
        [cell for place, cell in enumerate(row_texts(chapter, row, formats)) if place in used] for row in chapter.rows
    )
    flow.table(Ruled(columns, EDGE, INSIDE, size=SIZE, most=LINES, air=1.0), rows)


def _column(column: ExportColumn) -> Column:
    return Column(
        column_title(column.name), _WIDE.get(column.name, 1.2), Align.RIGHT if column.kind in _RIGHT else Align.LEFT
    )


def _records(chapter: Chapter, formats: Formats) -> Iterator[tuple[str, str]]:
    """Each record as a line about it, and its fields; the newest word in it says when."""
    for about, of_record in groupby(chapter.rows, key=lambda row: row[0]):
        rows = list(of_record)
        at, staff = max((str(row[3] or ""), str(row[4] or "")) for row in rows)
        when = [formats.day(datetime.fromisoformat(at).date())] if at else []
        fields = [(str(row[1]), row[2]) for row in rows]
        yield " · ".join(filter(None, (record_name(str(about)), *when, staff))), told_line(fields, formats)
