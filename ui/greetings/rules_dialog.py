"""Whom the shop greets, and for what: occasions, holidays and days of its own."""

from datetime import date
from uuid import uuid4

from msgspec.structs import replace
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCheckBox, QDateEdit, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from loyaltydesk.model.greetings import OWN, GreetingRules, Holiday, Occasion, OwnDay
from loyaltydesk.words import mark, tr
from loyaltydesk.words.greetings import OCCASIONS, holiday_name
from ui.seams.formats import QtFormats
from ui.theme.buttons import Button
from ui.theme.forms import Field
from ui.theme.frames import empty
from ui.theme.scrolling import Scroll
from ui.theme.text import label
from ui.theme.theme import Theme

SINGLE = (Occasion.BIRTHDAY, Occasion.NAME_DAY, Occasion.ANNIVERSARY)
LONGEST = 60  # letters of the name of a day
HINT = mark(
    "A holiday stands in the list with how many customers it is for; no card is printed before you tick it there."
)


class RulesDialog(QDialog):
    """Ticks; `rules()` is what they say."""

    def __init__(
        self, theme: Theme, rules: GreetingRules, *, offered: list[Holiday], formats: QtFormats, parent: QWidget
    ) -> None:
        """`offered` are the holidays of this year that can be chosen, the shop's own days among them."""
        super().__init__(parent)
        self._theme, self._formats = theme, formats
        self._rules, self._own = rules, list(rules.own)
        self.setWindowTitle(tr("Whom to greet"))
        self.occasions = {each: _tick(tr(OCCASIONS[each]), on=each in rules.occasions) for each in SINGLE}
        self.only_agreed = _tick(tr("Only customers who agreed to it"), on=rules.only_agreed)
        self.joins = _tick(tr("A birthday and a name day on one day make one card"), on=rules.joins)
        self.holidays: dict[str, QCheckBox] = {}
        self.name = Field(theme, tr("A day of the shop's own"))
        self.day = QDateEdit(QDate(2000, 1, 1))  # a leap year
        self.add_button = Button(theme, tr("Add"), icon="plus")
        self.close_button = Button(theme, tr("Close"), kind="ghost")
        self.save_button = Button(theme, tr("Save"), kind="action", icon="check")
        self._list = QVBoxLayout()
        self._lay_out()
        self._show_holidays(offered)
        self.add_button.clicked.connect(self._on_add_pressed)
        self.name.textChanged.connect(lambda text: self.add_button.setEnabled(bool(text.strip())))
        self.close_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self.accept)

    def rules(self) -> GreetingRules:
        """What is ticked."""
        return replace(
            self._rules,
            only_agreed=self.only_agreed.isChecked(),
            joins=self.joins.isChecked(),
            occasions=tuple(each for each, box in self.occasions.items() if box.isChecked()),
            holidays=tuple(key for key, box in self.holidays.items() if box.isChecked()),
            own=tuple(self._own),
        )

    # --- inside

    def _lay_out(self) -> None:
        m = self._theme.m
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, m.s2, 0)
        column.setSpacing(0)
        column.addWidget(label(tr("Occasions"), "title"))
        for box in (*self.occasions.values(), self.only_agreed, self.joins):
            column.addWidget(box)
        column.addSpacing(m.s3)
        column.addWidget(label(tr("Holidays"), "title"))
        column.addWidget(label(tr(HINT), "muted", wrap=True))
        column.addLayout(self._list)
        column.addSpacing(m.s3)
        column.addLayout(self._new())
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        for button in (self.close_button, self.save_button):
            foot.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(m.s5, m.s4, m.s5, m.s4)
        whole.setSpacing(m.s3)
        whole.addWidget(Scroll(inside), 1)
        whole.addLayout(foot)
        self.resize(560, 620)

    def _new(self) -> QHBoxLayout:
        """A day of the shop's own: its name, and when it is kept."""
        self.name.setPlaceholderText(tr("A day of the shop's own, such as its birthday"))
        self.name.setMaxLength(LONGEST)
        self.day.setAccessibleName(tr("When it is kept"))
        self.day.setDisplayFormat("d MMM")
        self.day.setLocale(self._formats.locale)
        self.add_button.setEnabled(False)
        self.add_button.setAutoDefault(False)  # Enter saves
        row = QHBoxLayout()
        row.setSpacing(self._theme.m.s2)
        row.addWidget(self.name, 1)
        row.addWidget(self.day)
        row.addWidget(self.add_button)
        return row

    def _show_holidays(self, offered: list[Holiday]) -> None:
        chosen = set(self._rules.holidays) | {key for key, box in self.holidays.items() if box.isChecked()}
        empty(self._list)
        self.holidays.clear()
        self._offered = sorted(offered, key=lambda each: (each.day.month, each.day.day))
        for each in self._offered:
            words = tr("{name} · {day}").format(name=holiday_name(each), day=self._formats.short_day(each.day))
            self.holidays[each.key] = _tick(words, on=each.key in chosen)
            self._list.addWidget(self.holidays[each.key], 0, Qt.AlignmentFlag.AlignLeft)

    def _on_add_pressed(self) -> None:
        name, day = self.name.text().strip(), self.day.date()
        own = OwnDay(f"{OWN}{uuid4().hex[:8]}", name, f"{day.month():02}-{day.day():02}")
        self._own.append(own)
        self._show_holidays([*self._offered, Holiday(own.key, date(2000, day.month(), day.day()), name)])
        self.holidays[own.key].setChecked(True)
        self.name.clear()
        self.holidays[own.key].setFocus()


def _tick(words: str, *, on: bool) -> QCheckBox:
    box = QCheckBox(words)
    box.setAccessibleName(words)
    box.setChecked(on)
    return box
