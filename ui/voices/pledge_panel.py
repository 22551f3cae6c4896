"""One promise or warranty: to whom, until when, who keeps it, and whether it was kept."""

from datetime import date

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loyaltydesk.model.pledges import Pledge, PledgeKind, PledgeState
from loyaltydesk.model.voices import LONGEST_ANSWER
from loyaltydesk.words import tr
from loyaltydesk.words.pledges import PLEDGES, day_text, state_text
from ui.seams.formats import QtFormats
from ui.theme.buttons import Button
from ui.theme.flow import Flow
from ui.theme.forms import Field
from ui.theme.frames import Panel
from ui.theme.head import Head
from ui.theme.scrolling import Scroll
from ui.theme.sheet import Tone, restyle
from ui.theme.text import label
from ui.theme.theme import Theme
from ui.voices.lines import PLEDGE_ICONS


class ToldPledge(Struct, frozen=True):
    """A promise with what is told beside it: whose it is, and its purchase in words."""

    pledge: Pledge
    name: str
    formats: QtFormats
    today: date
    purchase: str = ""


class PledgePanel(Panel):
    """What somebody presses is told; the promise, its view knows."""

    closed = Signal(object)  # PledgeState
    change_wanted = Signal()
    customer_wanted = Signal(str)  # the id of whose it is

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._shown = self._customer = ""
        self._text = label(type_="title", wrap=True)
        self._day, self._keeper = label(wrap=True), label(wrap=True)
        self._purchase, self._story = label(wrap=True), label(type_="muted", wrap=True)
        self.customer_button = Button(theme, tr("Customer"), kind="small", icon="user")
        self._head = Head(theme, "calendar", buttons=[self.customer_button])
        self.change_button = Button(theme, tr("Change"), kind="small", icon="pen-line")
        self.note = Field(theme, tr("What became of it"))
        self.note.setPlaceholderText(tr("what became of it, if there is anything to say"))
        self.note.setMaxLength(LONGEST_ANSWER)
        self.kept_button = Button(theme, "", kind="action", icon="check")
        self.broken_button = Button(theme, tr("Not kept"), icon="x")
        self.open_button = Button(theme, tr("Open again"), icon="undo-2")
        self._lay_out_pledge()
        self.customer_button.clicked.connect(lambda: self.customer_wanted.emit(self._customer))
        self.change_button.clicked.connect(self.change_wanted)
        self.note.returnPressed.connect(lambda: self.closed.emit(PledgeState.KEPT))
        for button, state in (
            (self.kept_button, PledgeState.KEPT),
            (self.broken_button, PledgeState.BROKEN),
            (self.open_button, PledgeState.OPEN),
        ):
            button.clicked.connect(lambda _on=False, state=state: self.closed.emit(state))

    def show_pledge(self, told: ToldPledge) -> None:
        """Shows a promise or warranty; what is typed of it stays while it is the same one."""
        pledge, formats = told.pledge, told.formats
        if pledge.id != self._shown:
            self._shown = pledge.id
            self.note.setText(pledge.note)
        self._customer = pledge.customer
        warranty = pledge.kind is PledgeKind.WARRANTY
        late, near = pledge.is_overdue(told.today), pledge.is_near(told.today)
        tone: Tone = "danger" if late else "warning" if near else "accent"
        self._head.tile.show_icon(PLEDGE_ICONS[pledge.kind], tone)
        self._head.name.setText(told.name)
        state = state_text(pledge, told.today)
        self._head.what.setText(tr("{kind} · {state}").format(kind=tr(PLEDGES[pledge.kind]), state=state))
        self._text.setText(pledge.text)
        when = day_text((pledge.until - told.today).days, formats)
        self._day.setText(tr("Last day: {day} ({when})").format(day=formats.day(pledge.until), when=when))
        restyle(self._day, tone=tone if late or near else "")
        self._keeper.setText(tr("Who keeps it: {name}").format(name=pledge.keeper or tr("nobody yet")))
        self._keeper.setVisible(not warranty)
        self._purchase.setText(tr("Purchase: {what}").format(what=told.purchase))
        self._purchase.setVisible(bool(told.purchase))
        self._story.setText(_story(pledge, formats))
        self.kept_button.setText(tr("Close it") if warranty else tr("Kept"))
        self.kept_button.setVisible(pledge.is_open)
        self.broken_button.setVisible(pledge.is_open and not warranty)
        self.open_button.setVisible(not pledge.is_open)
        self.note.setVisible(pledge.is_open)

    def start(self) -> None:
        """The focus is where work begins: on what became of it, or on the button that opens it again."""
        (self.open_button if self.note.isHidden() else self.note).setFocus()

    def forget(self) -> None:
        """Forgets what was typed, once it is kept."""
        self._shown = ""

    # --- inside

    def _lay_out_pledge(self) -> None:
        m = self.theme.m
        facts = Panel(self.theme, surface="inset")
        for row in (self._day, self._keeper, self._purchase):
            facts.box.addWidget(row)
        change = QHBoxLayout()
        change.addWidget(self.change_button)
        change.addStretch(1)
        facts.box.addLayout(change)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, m.s2, 0)
        column.setSpacing(m.s3)
        for widget in (self._text, facts, self._story):
            column.addWidget(widget)
        column.addStretch(1)
        buttons = Flow(m.s2)
        for button in (self.kept_button, self.broken_button, self.open_button):
            buttons.addWidget(button)
        self.box.addLayout(self._head)
        self.box.addWidget(Scroll(inside), 1)
        self.box.addWidget(self.note)
        self.box.addLayout(buttons)


def _story(pledge: Pledge, formats: QtFormats) -> str:
    """Who wrote it down and what became of it."""
    by = tr("{day}, written down by {name}") if pledge.staff else tr("{day}, written down")
    story = [by.format(day=formats.day(pledge.at.date()), name=pledge.staff)]
    if pledge.closed_at:
        state = state_text(pledge, pledge.until)
        story.append(tr("{outcome} on {day}").format(outcome=state, day=formats.day(pledge.closed_at.date())))
        if pledge.note:
            story.append(pledge.note)
    return " · ".join(story)
