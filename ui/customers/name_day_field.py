"""The day on which a customer keeps the name day: one the calendar knows, another date, or none at all."""

from datetime import date

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from loyaltydesk.model.customers import NO_NAME_DAY, Profile
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.rules import namedays
from loyaltydesk.words import tr
from ui.seams import birthdays
from ui.seams.session import Session
from ui.theme.forms import Choice, Field
from ui.theme.theme import Theme

UNKNOWN, ANOTHER = "", "another"
LEAST_LENGTH = 10  # characters
MOST_DATES = 12  # of a name that has one in every week only the usual ones are listed


class NameDayField(QWidget):
    """A list of dates, and a line for another one; it follows the name and the birthday that stand in the form."""

    edited = Signal()
    submitted = Signal()

    def __init__(self, theme: Theme, session: Session, name: str) -> None:
        super().__init__()
        self._session = session
        self._region = ""
        self._usual = ""
        self.choice = Choice(name, [(UNKNOWN, tr("Not known"))])
        # as wide as the form gives, and not as the longest date
        self.choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(LEAST_LENGTH)
        self.another = Field(theme, tr("Another date"))
        self.another.setPlaceholderText(tr("dd.mm"))
        self._box = box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.m.s2)
        box.addWidget(self.choice, 2)
        box.addWidget(self.another, 1)
        self.setFocusProxy(self.choice)
        self._show_line()
        self.choice.chosen.connect(self._on_chosen)
        self.another.textEdited.connect(self.edited)
        self.another.returnPressed.connect(self.submitted)

    def show_profile(self, kept: Profile) -> None:
        """Shows the day that is kept, and the other dates of the name."""
        self._region = self._session.ask(lambda desk: desk.shop.settings()).region
        self._fill(kept, kept.name_day_on)

    def follow(self, told: Profile) -> None:
        """Another name or birthday was typed: a day of custom goes along with it, a chosen one stays."""
        on = self.choice.current()
        if on in (UNKNOWN, self._usual):
            self._fill(told, namedays.automatic(told, self._region))
        elif on == ANOTHER:
            text = self.another.text()
            self._fill(told, ANOTHER)
            self.another.setText(text)
        else:
            self._fill(told, on)

    def day(self) -> str:
        """What is chosen, as it is kept. Raises BadRequest for another date that is none."""
        on = self.choice.current()
        if on != ANOTHER:
            return on
        try:
            typed = birthdays.read(self.another.text())
        except BadRequest:
            typed = ""
        if not typed:
            raise BadRequest("name_day_on", "name_day_unreadable")
        return typed[-5:]

    # --- inside

    def _fill(self, told: Profile, on: str) -> None:
        """The dates of somebody's name, with `on` chosen."""
        self._usual = namedays.automatic(told, self._region)
        days = namedays.days_of(namedays.kept_name(told), self._region)
        options = [(day, self._written(day)) for day in _listed(days, self._usual)]
        if on == UNKNOWN or not options:
            options.insert(0, (UNKNOWN, tr("Not known")))
        options += [(ANOTHER, tr("Another date")), (NO_NAME_DAY, tr("Keeps no name day"))]
        self.choice.clear()
        for key, text in options:
            self.choice.addItem(text, key)
        is_another = on not in dict(options)
        self.choice.choose(ANOTHER if is_another else on)
        self.another.setText(birthdays.written(f"--{on}") if is_another else "")
        self._show_line()

    def _written(self, day: str) -> str:
        month, number = day.split("-")
        text = self._session.formats.short_day(date(2000, int(month), int(number)))  # a leap year has every day
        return tr("{day} (usual)").format(day=text) if day == self._usual else text

    def _show_line(self) -> None:
        self.another.setVisible(self.choice.current() == ANOTHER)

    def _on_chosen(self) -> None:
        self._show_line()  # Tab leads there; going on by arrow keys stays in the list
        self.edited.emit()

    # --- Qt

    def minimumSizeHint(self) -> QSize:
        """With the line for another date, whether it is seen or not, so that the form does not move."""
        size = super().minimumSizeHint()
        parts = self.choice.minimumSizeHint().width() + self.another.minimumSizeHint().width()
        return size.expandedTo(QSize(parts + self._box.spacing(), 0))


def _listed(days: namedays.NameDays | None, first: str) -> list[str]:
    """The dates to choose from, the one of custom first."""
    if days is None:
        return []
    dates = days.dates if len(days.dates) <= MOST_DATES else days.usual
    return [*([first] if first else []), *(day for day in dates if day != first)]
