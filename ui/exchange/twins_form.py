"""What is done with rows whose customer is there already, and with customers without a card; and the opening points."""

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from loyaltydesk.desk.import_drafts import Draft
from loyaltydesk.model.imports import Choices, ImportField, OnTwin, ReadingPlan, TwinKind
from loyaltydesk.rules.calendar import last_valid_day
from loyaltydesk.words import tr, tr_n
from loyaltydesk.words.imports import CHOICES, TWINS
from ui.exchange.narrow_choice import NarrowChoice
from ui.exchange.row_columns import Ends
from ui.seams.formats import QtFormats
from ui.theme.frames import Panel, rule
from ui.theme.text import label, literal
from ui.theme.theme import Theme


class TwinsForm(Panel):
    """`changed` says that something else is wanted."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._region = ""
        self.choices = {kind: _choice(kind) for kind in TwinKind}
        self._heads = {kind: label(wrap=True) for kind in TwinKind}
        self.numbers = QCheckBox(literal(tr("Card numbers of ours")))
        self.numbers.setChecked(True)
        self._numbers_hint = label(tr("for customers who have no card"), "muted", wrap=True)
        self._none = label(tr("Nobody in the file is there already."), "muted", wrap=True)
        self.points, self._ends = label(type_="stat"), label(type_="muted", wrap=True)
        self._points_title = label(tr("Opening points"), "title", wrap=True)
        self.box.addWidget(label(tr("Who is there already"), "title", wrap=True))
        self.box.addWidget(self._none)
        for kind, head in self._heads.items():
            self.box.addWidget(head)
            self.box.addWidget(self.choices[kind])
            self.choices[kind].chosen.connect(lambda _key: self.changed.emit())
        self.box.addWidget(rule())
        self.box.addWidget(self.numbers)
        self.box.addWidget(self._numbers_hint)
        self._line = rule()
        for widget in (self._line, self._points_title, self.points, self._ends):
            self.box.addWidget(widget)
        self.box.addStretch(1)
        self.numbers.toggled.connect(lambda _on: self.changed.emit())

    def begin(self, region: str) -> Choices:
        """Chooses what is usual, for a table of which nothing was seen yet; `region` is that of its phone numbers."""
        self._region = region
        usual = Choices()
        for kind, choice in self.choices.items():
            choice.choose(usual.on(kind).value)
        self.numbers.blockSignals(True)
        self.numbers.setChecked(usual.new_numbers)
        self.numbers.blockSignals(False)
        return self.chosen()

    def chosen(self) -> Choices:
        """What is chosen."""
        told = {kind.value: OnTwin(choice.current()) for kind, choice in self.choices.items()}
        return replace(Choices(), **told, new_numbers=self.numbers.isChecked(), region=self._region)

    def show_draft(self, draft: Draft, plan: ReadingPlan, *, ends: Ends, formats: QtFormats) -> None:
        """Shows how many twins there are of each kind, and the opening points."""
        twins, points = draft.twins(), draft.counts().points
        for kind, head in self._heads.items():
            head.setVisible(kind in twins)
            self.choices[kind].setVisible(kind in twins)
            count = twins.get(kind, 0)
            words = tr_n("{n} row has {what}", "{n} rows have {what}", count)
            head.setText(words.format(n=formats.number(count), what=tr(TWINS[kind])))
        self._none.setVisible(not twins)
        for widget in (self._line, self._points_title, self.points, self._ends):
            widget.setVisible(points > 0)
        self.points.setText(formats.number(points))
        self._ends.setText(_ends(plan, ends, formats))


def _choice(kind: TwinKind) -> NarrowChoice:
    """Of a card nobody has two owners: there is no adding."""
    options = [
        (each.value, tr(CHOICES[each])) for each in OnTwin if kind is not TwinKind.CARD or each is not OnTwin.ADD
    ]
    return NarrowChoice(tr(TWINS[kind]), options)


def _ends(plan: ReadingPlan, ends: Ends, formats: QtFormats) -> str:
    """When the opening points end."""
    if plan.column(ImportField.POINTS_UNTIL):
        return tr("They end on the day that the table says.")
    if plan.column(ImportField.POINTS_SINCE):
        return tr("They end as the programme says, counted from the day the table says.")
    last = last_valid_day(ends.rules, ends.today)
    return (
        tr("They end on {day}, as the programme says.").format(day=formats.day(last)) if last else tr("They never end.")
    )
