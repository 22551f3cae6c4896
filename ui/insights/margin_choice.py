"""What the shop keeps of its turnover after the cost of goods: without it more sales say nothing of a gain."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSpinBox

from loyaltydesk.model.programme_cost import EVERYTHING
from loyaltydesk.words import tr
from ui.insights.popover import Popover
from ui.theme.buttons import Button
from ui.theme.forms import FormRow
from ui.theme.text import label
from ui.theme.theme import Theme

WIDE = 320  # px, in text of 100 %
PERCENT = 100  # hundredths of a percent


class MarginChoice(Button):
    """Says the margin; a press opens a field for another one, which `decided` carries in hundredths of a percent."""

    decided = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", kind="small", icon="coins")
        self.popover = Popover(theme, self, wide=WIDE)
        self.popover.setAccessibleName(tr("Margin"))
        self.field = QSpinBox()
        self.field.setRange(0, EVERYTHING // PERCENT)
        self.field.setSuffix(tr("{percent}%").format(percent=""))
        self.field.setAccessibleName(tr("Margin"))
        self.keep = Button(theme, tr("Count with this margin"), kind="action")
        hint = label(tr("What is left of a sale after the cost of goods. It is kept for the shop."), "muted", wrap=True)
        for part in (FormRow(theme, self.field, text=tr("Margin")), hint, self.keep):
            self.popover.box.addWidget(part)
        self.popover.setFocusProxy(self.field)
        self.clicked.connect(lambda: self.popover.open_at(self))
        self.keep.clicked.connect(self._on_keep_pressed)

    def show_margin(self, margin: int) -> None:
        """Shows the margin in force, in hundredths of a percent."""
        percent = (margin + PERCENT // 2) // PERCENT
        self.setText(tr("Margin: {percent}%").format(percent=percent))
        self.field.setValue(percent)

    def _on_keep_pressed(self) -> None:
        self.popover.hide()
        self.decided.emit(self.field.value() * PERCENT)
