"""What the Partners page knows of a view: what it does when it is shown, and the buttons it puts into the title bar."""

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.theme.theme import Theme

NARROW, WIDE = 7, 11  # how a list and what stands beside it share the width


class View(QWidget):
    """A view of the Partners page, which has it reload when the shop changed and it is seen, or is next shown."""

    wanted = Signal(str, str)  # another page by its key, and what it should open there

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__()
        self.theme, self.session, self.tools = theme, session, tools
        self.buttons: tuple[QWidget, ...] = ()  # in the title bar while the view is shown

    def entered(self) -> None:
        """The view is shown now, with the focus where work begins."""

    def open(self, what: str) -> None:
        """Shows one thing in particular: what stands behind the colon in `wanted("partners", "<view>:<what>")`."""

    def take_card(self, number: str) -> bool:
        """Whether the view does something of its own with the scanned number of a card that nobody has."""
        return False

    def go_back(self) -> bool:
        """Escape: takes back the last step; False when there is none."""
        return False

    def reload(self) -> None:
        """Shows the shop as it is now."""


class ViewSpec(Struct, frozen=True):
    """A view by its key and its name in the language in use; `make` is called when it is first shown."""

    key: str
    name: str
    make: Callable[[Theme, Session, Tools], View]


def beside(theme: Theme, *, left: QWidget, right: QWidget) -> QHBoxLayout:
    """A list and what it leads to, side by side."""
    columns = QHBoxLayout()
    columns.setSpacing(theme.m.s4)
    columns.addWidget(left, NARROW)
    columns.addWidget(right, WIDE)
    return columns
