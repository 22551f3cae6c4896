"""The second step: what each column of the file tells."""

from collections import Counter

from msgspec.structs import replace
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loyaltydesk.model.imports import Column, ImportField, ReadingPlan
from loyaltydesk.words import active, tr
from loyaltydesk.words.countries import countries
from loyaltydesk.words.imports import field_name
from ui.exchange.column_row import ColumnRow
from ui.exchange.narrow_choice import NarrowChoice
from ui.exchange.reading import Found
from ui.exchange.step import Step
from ui.seams.session import Session
from ui.theme.frames import Panel, empty, rule
from ui.theme.scrolling import Scroll
from ui.theme.text import label
from ui.theme.theme import Theme

WHO = (
    ImportField.NAME,
    ImportField.FIRST_NAME,
    ImportField.LAST_NAME,
    ImportField.CARD,
    ImportField.PHONE,
    ImportField.EMAIL,
)


class ColumnsStep(Step):
    """Rows with a choice each, and the country of the phone numbers."""

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__(theme, session)
        self.rows: list[ColumnRow] = []
        self._plan: ReadingPlan | None = None
        self.country = NarrowChoice(tr("Country of the phone numbers"))
        self._country_row = QWidget()
        self._list = QVBoxLayout()
        self._lay_out()

    def show_found(self, found: Found) -> None:
        """Shows the columns of a table with what they seem to tell."""
        self._plan, formats = found.plan, self.session.formats
        empty(self._list)
        self.rows = []
        for column in found.plan.columns:
            remarks = tuple(each for each in found.plan.found if each.place == column.place)
            row = ColumnRow(self.theme, formats, column, remarks=remarks)
            row.changed.connect(self._judge)
            if self.rows:
                self._list.addWidget(rule())
            self.rows.append(row)
            self._list.addWidget(row)
        self._judge()

    def start(self) -> None:
        open_row = next((row for row in self.rows if row.column().field is None), None) or next(iter(self.rows), None)
        if open_row:
            open_row.field.setFocus()

    def plan(self) -> ReadingPlan:
        """How the table is read by what is chosen."""
        assert self._plan is not None
        return replace(self._plan, columns=tuple(self._columns()))

    def region(self) -> str:
        """The country (ISO 3166) of phone numbers without its code; empty where none was said."""
        return self.country.current() if self.country.count() else ""

    @property
    def is_ready(self) -> bool:
        return bool(self.rows) and not self._trouble() and not self._doubled()

    # --- inside

    def _lay_out(self) -> None:
        m = self.theme.m
        card = Panel(self.theme)
        card.box.addWidget(label(tr("What each column tells"), "title", wrap=True))
        card.box.addWidget(label(tr("Columns are known by their headings in English, Polish, Latvian and Russian. "
                                    "Put right what is wrong."), "muted", wrap=True))  # fmt: skip
        self._list.setSpacing(0)
        card.box.addLayout(self._list)
        card.box.addStretch(1)
        self.box.addWidget(Scroll(card, narrow=True), 1)
        across = QHBoxLayout(self._country_row)
        across.setContentsMargins(m.s5, 0, m.s5, 0)
        across.setSpacing(m.s3)
        across.addWidget(label(tr("Phone numbers without a country code are of"), wrap=True), 1)
        across.addWidget(self.country, 1)
        self.box.addWidget(self._country_row)

    def _columns(self) -> list[Column]:
        return [row.column() for row in self.rows]

    def _doubled(self) -> set[ImportField]:
        """The fields that two columns tell."""
        counted = Counter(column.field for column in self._columns() if column.field)
        return {field for field, count in counted.items() if count > 1}

    def _trouble(self) -> str:
        """What is missing in all columns together."""
        told = {column.field for column in self._columns()}
        if told.isdisjoint(WHO):
            return tr("No column says who somebody is. Choose one for the name, the card, the phone or the e-mail.")
        return ""

    def _judge(self) -> None:
        doubled = self._doubled()
        for row, column in zip(self.rows, self._columns(), strict=True):
            said = tr("“{field}” is told by another column, too. Choose one of them.")
            row.refuse(said.format(field=field_name(column.field)) if column.field in doubled else "")
        self.refuse(self._trouble())
        has_phone = any(column.field is ImportField.PHONE for column in self._columns())
        self._country_row.setVisible(has_phone)
        if has_phone and not self.country.count():
            self._offer_countries()
        self.answered.emit()

    def _offer_countries(self) -> None:
        """All countries, the shop's own chosen; known only once a column has phone numbers."""
        self.country.addItem(tr("Not known"), "")
        for code, name in countries(active().language):
            self.country.addItem(name, code)
        own = self.session.ask(lambda desk: desk.shop.settings().region)
        if self.country.findData(own) >= 0:
            self.country.choose(own)
