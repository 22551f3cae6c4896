"""What the Partners page knows of a view besides what every page does: which card was scanned."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.seams import views
from ui.theme.theme import Theme

NARROW, WIDE = 7, 11  # how a list and what stands beside it share the width


class View(views.View):
    """A view of the Partners page."""

    def take_card(self, number: str) -> bool:
        """Whether the view does something of its own with the scanned number of a card that nobody has."""
        return False


def beside(theme: Theme, *, left: QWidget, right: QWidget) -> QHBoxLayout:
    """A list and what it leads to, side by side."""
    columns = QHBoxLayout()
    columns.setSpacing(theme.m.s4)
    columns.addWidget(left, NARROW)
    columns.addWidget(right, WIDE)
    return columns
