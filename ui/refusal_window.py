"""What is shown when the shop's file cannot be opened: one clear sentence, and what can be done."""

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from loyaltydesk.model.money import Currency
from loyaltydesk.model.refusals import Refused
from loyaltydesk.words import active, tr
from loyaltydesk.words.refusals import sentence
from ui.seams.formats import QtFormats
from ui.theme.blocks import EmptyState
from ui.theme.buttons import Button
from ui.theme.theme import Theme


class RefusalWindow(QWidget):
    """A window with the refusal and a way out."""

    def __init__(self, theme: Theme, refused: Refused) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setWindowTitle("Loyalty Desk")
        close = Button(theme, tr("Close"), kind="action")
        close.clicked.connect(QApplication.quit)
        said = sentence(refused, QtFormats(active().language, Currency("EUR", 2)))
        block = EmptyState(theme, "circle-alert", title=tr("The shop cannot be opened"), hint=said, action=close)
        block.say("circle-alert", tr("The shop cannot be opened"), hint=said, tone="danger")
        QVBoxLayout(self).addWidget(block)
        self.resize(640, 420)
        close.setFocus()
