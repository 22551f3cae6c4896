"""The strip "To do": what waits for the owner today, each matter a button that leads to where it is seen to."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent

from loyaltydesk.model.agenda import Matter, Urgency
from loyaltydesk.words import tr, tr_n
from loyaltydesk.words.agenda import matter_saying
from ui.seams.formats import QtFormats
from ui.theme.buttons import Button
from ui.theme.flow import Flow
from ui.theme.frames import Panel, empty
from ui.theme.sheet import Kind
from ui.theme.text import label, set_tip
from ui.theme.theme import Theme

LOOKS: dict[Urgency, tuple[Kind, str]] = {
    Urgency.LATE: ("danger", "circle-alert"),
    Urgency.SOON: ("outline", "clock"),
    Urgency.NOTED: ("outline", "info"),
}


class Todo(Panel):
    """One line of what is most urgent, which unfolds; out of sight while nothing waits."""

    wanted = Signal(str, str)  # a page by its key, and what it should open there

    def __init__(self, theme: Theme) -> None:
        self._buttons: list[Button] = []  # first: Panel lays out as it is made
        self._flow = Flow(theme.m.s2)
        super().__init__(theme, across=True)
        self._title = label(tr("To do"), "strong")
        self.more = Button(theme, "", kind="ghost", icon="chevron-down")
        self.more.setCheckable(True)
        self.box.addWidget(self._title)
        self.box.addLayout(self._flow, 1)
        self.box.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(tr("To do"))
        self.more.toggled.connect(self._fold)
        self.hide()

    def show_matters(self, matters: Sequence[Matter], formats: QtFormats) -> None:
        """Shows what waits, in the order it comes in."""
        empty(self._flow)
        self._buttons = [self._button(matter, formats) for matter in matters]
        for button in self._buttons:
            self._flow.addWidget(button)
        self.setVisible(bool(matters))
        self._fold()

    def _button(self, matter: Matter, formats: QtFormats) -> Button:
        kind, icon = LOOKS[matter.urgency]
        saying = matter_saying(matter, formats)
        button = Button(self.theme, saying.headline, kind=kind, icon=icon)
        button.setAccessibleDescription(saying.hint)
        set_tip(button, saying.hint)
        button.clicked.connect(lambda: self.wanted.emit(matter.page, matter.what))
        return button

    def _fold(self) -> None:
        """Shows all matters, or as many as stand in the first line, and says how many are left."""
        whole = len(self._buttons)
        self.more.setText(_more(whole))  # at its widest
        room = self.contentsRect().width() - self._around()
        fitting = self._fitting(room)
        if fitting < whole:
            fitting = self._fitting(room - self.more.sizeHint().width() - self.box.spacing())
        unfolded = self.more.isChecked()
        for place, button in enumerate(self._buttons):
            button.setVisible(unfolded or place < fitting)
        self.more.setText(tr("Show less") if unfolded else _more(whole - fitting))
        self.more.setIcon(self.theme.icon("chevron-up" if unfolded else "chevron-down", "text"))
        self.more.setVisible(fitting < whole)

    def _around(self) -> int:
        """The px beside the matters and what unfolds them."""
        margins = self.box.contentsMargins()
        return margins.left() + margins.right() + self._title.sizeHint().width() + self.box.spacing()

    def _fitting(self, room: int) -> int:
        """How many matters stand side by side in so many px; the first of them always does."""
        taken = 0
        for place, button in enumerate(self._buttons):
            taken += button.sizeHint().width() + (self._flow.spacing() if place else 0)
            if place and taken > room:
                return place
        return len(self._buttons)

    def _lay_out(self) -> None:
        super()._lay_out()
        m = self.theme.m
        self.box.setContentsMargins(m.s5, 2, m.s1, 2)
        self.box.setSpacing(m.s3)

    # --- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()


def _more(left: int) -> str:
    return tr_n("{n} more", "{n} more", left).format(n=left)
