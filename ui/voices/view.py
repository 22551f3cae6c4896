"""What the Voices page knows of a view: what it does when it is shown, and the buttons it puts into the title bar."""

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.theme.theme import Theme


class View(QWidget):
    """A view of the Voices page, which has it reload when the shop changed and it is seen, or is next shown."""

    wanted = Signal(str, str)  # another page by its key, and what it should open there

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__()
        self.theme, self.session, self.tools = theme, session, tools
        self.buttons: tuple[QWidget, ...] = ()  # in the title bar while the view is shown

    def entered(self) -> None:
        """The view is shown now, with the focus where work begins."""

    def open(self, what: str) -> None:
        """Shows one thing in particular: what stands behind the colon in `wanted("voices", "<view>:<what>")`."""

    def open_customer(self, customer: str) -> None:
        """Shows what there is of the customer with this id, whose card was scanned."""

    def take_code(self, code: str) -> bool:
        """Whether the view does something of its own with a scanned code that is no customer's card."""
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
