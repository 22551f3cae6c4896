"""What the Greetings page knows of a view: what it does when it is shown, and the buttons it has in the title bar."""

from PySide6.QtWidgets import QWidget

from ui.seams.session import Session
from ui.theme.theme import Theme


class View(QWidget):
    """A view of the page, which has it reload when the shop changed and it is seen, or is next shown."""

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__()
        self.theme = theme
        self.session = session
        self.in_bar = QWidget()  # in the title bar while the view is shown

    def entered(self) -> None:
        """The view is shown now, with the focus where work begins."""

    def open(self, what: str) -> None:
        """Shows what there is for the customer with this id."""

    def go_back(self) -> bool:
        """Escape: takes back the last step; False when there is none."""
        return False

    def reload(self) -> None:
        """Shows the shop as it is now."""
