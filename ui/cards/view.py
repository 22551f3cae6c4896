"""What the Cards page knows of a view: what it does when it is shown, and the buttons it puts into the title bar."""

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.theme.theme import Theme


class View(QWidget):
    """A view of the Cards page, which has it reload when the shop changed and it is seen, or is next shown."""

    unsaved_changed = Signal(bool)  # what `is_changed` is now

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__()
        self.theme = theme
        self.session = session
        self.buttons: tuple[QWidget, ...] = ()  # in the title bar while the view is shown

    @property
    def is_changed(self) -> bool:
        """Whether there is something here that is not in the shop's file."""
        return False

    def entered(self) -> None:
        """The view is shown now, with the focus where work begins."""

    def take_scan(self, code: str) -> bool:
        """Whether the view does something of its own with a scanned code."""
        return False

    def go_back(self) -> bool:
        """Escape: takes back the last step; False when there is none."""
        return False

    def open(self, what: str) -> None:
        """Shows the card of the customer with this id."""

    def reload(self) -> None:
        """Shows the shop as it is now."""

    def save(self) -> bool:
        """Puts what is not in the shop's file there; False when the desk refused, and the view has said why."""
        return True


class ViewSpec(Struct, frozen=True):
    """A view by its key and its name in the language in use; `make` is called when it is first shown."""

    key: str
    name: str
    make: Callable[[Theme, Session, Tools], View]
