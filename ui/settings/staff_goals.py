"""The goals of a month in the settings: for each deed a goal of one's own and of the team, and what each brings."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QGridLayout

from loyaltydesk.model.staff import MOST_DEEDS, Deed, Goal, Goals
from loyaltydesk.words import tr
from loyaltydesk.words.staff import DEEDS, HOW_COUNTED
from ui.seams.formats import QtFormats
from ui.seams.money_typing import MoneyOnly, minor_from, typed_form
from ui.seams.session import Session
from ui.settings.staff_views import MonthRow, StaffView
from ui.theme.buttons import Button
from ui.theme.flow import Flow
from ui.theme.forms import Field, FormRow
from ui.theme.text import label, set_tip
from ui.theme.theme import Theme

NARROW = 5  # letters of a number that are always seen


class CountField(Field):
    """A whole number; nothing is none."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name)
        self.setValidator(QIntValidator(0, MOST_DEEDS, self))
        self.setPlaceholderText("—")

    def show_number(self, number: int) -> None:
        """Shows a number, and nothing for none."""
        self.setText(str(number) if number else "")

    @property
    def number(self) -> int:
        """What was typed."""
        return int(self.text()) if self.text().isdecimal() else 0


class MoneyField(Field):
    """An amount of money; nothing is none."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name)
        self._validator: QObject | None = None
        self.setPlaceholderText("—")

    def show_minor(self, minor: int, formats: QtFormats) -> None:
        """Shows minor units, and nothing for none."""
        self.setValidator(MoneyOnly(formats, self))
        self.setText(typed_form(minor, formats) if minor else "")

    def minor(self, formats: QtFormats) -> int:
        """What was typed, in minor units."""
        return minor_from(self.text(), formats) or 0


class StaffGoals(StaffView):
    """Kept as a whole, by its button."""

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__(theme, session)
        self.month = MonthRow(theme, session.ask(lambda desk: desk.now().date()))
        self.shown = QCheckBox(tr("Show at the till how far the team is"))
        self._aims = {deed: self._fields(deed) for deed in Deed}
        self.reaching = MoneyField(theme, tr("For all own goals"))
        self.team = MoneyField(theme, tr("For all goals of the team"))
        self.save = Button(theme, tr("Save the goals"), kind="action", icon="check")
        self._lay_out()
        self.month.changed.connect(self.show_goals)
        self.shown.clicked.connect(self._on_shown_clicked)
        self.save.clicked.connect(self._on_save_pressed)
        self.show_goals()

    # --- from outside

    def reload(self) -> None:
        """What is being typed stays; only the tick can be another."""
        self.shown.setChecked(self.session.ask(lambda desk: desk.staff.shows_goals))

    def show_goals(self) -> None:
        """Fills the fields with the goals of the month."""
        goals = self.session.ask(lambda desk: desk.staff.goals(self.month.month))
        formats = self.session.formats
        for deed, (each, team, bonus) in self._aims.items():
            goal = goals.goal(deed)
            each.show_number(goal.each)
            team.show_number(goal.team)
            bonus.show_minor(goal.bonus, formats)
        self.reaching.show_minor(goals.reaching, formats)
        self.team.show_minor(goals.team, formats)

    # --- inside

    def _fields(self, deed: Deed) -> tuple[CountField, CountField, MoneyField]:
        def name(what: str) -> str:
            return tr("{deed}: {what}").format(deed=tr(DEEDS[deed]), what=what)

        each, team = (CountField(self.theme, name(what)) for what in (tr("each"), tr("team")))
        return each, team, MoneyField(self.theme, name(tr("bonus")))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.theme.m.s2)
        grid.setVerticalSpacing(self.theme.m.s2)
        for column, words in enumerate((tr("each"), tr("team"), tr("bonus")), 1):
            grid.addWidget(label(words, "muted"), 0, column)
            grid.setColumnStretch(column, 2)
        grid.setColumnStretch(0, 5)
        for row, (deed, fields) in enumerate(self._aims.items(), 1):
            named = label(tr(DEEDS[deed]), "strong", wrap=True)
            set_tip(named, tr(HOW_COUNTED[deed]))
            grid.addWidget(named, row, 0)
            for column, field in enumerate(fields, 1):
                field.setMinimumWidth(field.fontMetrics().averageCharWidth() * NARROW + 28)
                grid.addWidget(field, row, column)
        hint = tr(
            "The goal for each is for whoever is at the till most often; with half of the days it is half. "
            "Goals hold until others are set for a later month."
        )
        self.box.addWidget(self.month)
        self.box.addWidget(label(hint, "muted", wrap=True))
        self.box.addLayout(grid)
        self.box.addWidget(self._row(self.reaching, tr("For fewer days it is smaller, as the goal is.")))
        self.box.addWidget(self._row(self.team, tr("In equal parts to every cashier who was at the till.")))
        buttons = Flow(self.theme.m.s3)
        buttons.addWidget(self.save)
        self.box.addLayout(buttons)
        self.box.addWidget(self.shown, 0, Qt.AlignmentFlag.AlignLeft)

    def _row(self, field: Field, hint: str) -> FormRow[Field]:
        return FormRow(self.theme, field, text=field.accessibleName(), hint=hint)

    # --- slots

    def _on_save_pressed(self) -> None:
        formats = self.session.formats
        of = {
            deed: Goal(each.number, team.number, bonus.minor(formats))
            for deed, (each, team, bonus) in self._aims.items()
        }
        goals = Goals(self.month.month, of, self.reaching.minor(formats), self.team.minor(formats))
        self.do(lambda desk: desk.staff.save_goals(goals))

    def _on_shown_clicked(self, on: bool) -> None:
        self.do(lambda desk: desk.staff.show_goals(on))
