"""The strip "To do": what waits for the owner today, each matter a button that leads to where it is seen to."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from loyaltydesk.model.agenda import Matter, Urgency
from loyaltydesk.words import tr
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
    """Out of sight while nothing waits."""

    wanted = Signal(str, str)  # a page by its key, and what it should open there

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, across=True)
        self._flow = Flow(theme.m.s2)
        self.box.addWidget(label(tr("To do"), "title"))
        self.box.addLayout(self._flow, 1)
        self.setAccessibleName(tr("To do"))
        self.hide()

    def show_matters(self, matters: Sequence[Matter], formats: QtFormats) -> None:
        """Shows what waits, in the order it comes in."""
        empty(self._flow)
        for matter in matters:
            self._flow.addWidget(self._button(matter, formats))
        self.setVisible(bool(matters))

    def _button(self, matter: Matter, formats: QtFormats) -> Button:
        kind, icon = LOOKS[matter.urgency]
        saying = matter_saying(matter, formats)
        button = Button(self.theme, saying.headline, kind=kind, icon=icon)
        button.setAccessibleDescription(saying.hint)
        set_tip(button, saying.hint)
        button.clicked.connect(lambda: self.wanted.emit(matter.page, matter.what))
        return button

    def _lay_out(self) -> None:
        super()._lay_out()
        m = self.theme.m
        self.box.setContentsMargins(m.s5, m.s1, m.s1, m.s1)
        self.box.setSpacing(m.s4)
