"""What the views of the section about the staff have in common, and the row that leads from one to the other."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.model.staff import month_of
from loyaltydesk.words import tr
from loyaltydesk.words.staff import month_text
from ui.seams.session import Session
from ui.theme.buttons import Button, IconButton
from ui.theme.flow import Flow
from ui.theme.text import label
from ui.theme.theme import Theme


class StaffView(QWidget):
    """One view; what it keeps, or cannot keep, it tells the section."""

    kept = Signal()
    refused = Signal(str)

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__()
        self.theme, self.session = theme, session
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(theme.m.s3)

    def do(self, action: Callable[[Desk], object]) -> None:
        """Changes something in the shop, and tells that it is kept, or why not."""

        def kept(desk: Desk) -> bool:
            action(desk)
            return True

        if self.session.do(kept, refused=self.refused.emit):
            self.kept.emit()

    def reload(self) -> None:
        """Shows the shop as it is now."""

    def take_scan(self, code: str) -> bool:
        """Whether the view has a use for a scanned code."""
        return False

    def go_back(self) -> bool:
        """Takes back what is under way; False where nothing is."""
        return False


class ViewRow(QWidget):
    """The names of the views in a row that goes on below where there is no room; `chosen` carries the place of one."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, names: Sequence[str]) -> None:
        super().__init__()
        row, self._group = Flow(theme.m.s1), QButtonGroup(self)
        for place, name in enumerate(names):
            button = Button(theme, name, kind="segment")
            button.setCheckable(True)
            button.setChecked(place == 0)
            self._group.addButton(button, place)
            row.addWidget(button)
        self.setLayout(row)
        self._group.idClicked.connect(self.chosen)

    def choose(self, place: int) -> None:
        """Turns the name at this place on."""
        self._group.button(place).setChecked(True)


class MonthRow(QWidget):
    """A month, with the one before it and the one after it a click away; `changed` says that it is another."""

    changed = Signal()

    def __init__(self, theme: Theme, month: date) -> None:
        super().__init__()
        self.month = month_of(month).first
        self._name = label(month_text(self.month), "strong")
        self.earlier = IconButton(theme, "chevron-left", name=tr("The month before"))
        self.later = IconButton(theme, "chevron-right", name=tr("The month after"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.earlier, self._name, self.later):
            row.addWidget(widget)
        row.addStretch(1)
        self.earlier.clicked.connect(lambda: self._go(self.month - timedelta(days=1)))
        self.later.clicked.connect(lambda: self._go(month_of(self.month).last + timedelta(days=1)))

    def _go(self, day: date) -> None:
        self.month = month_of(day).first
        self._name.setText(month_text(self.month))
        self.changed.emit()
