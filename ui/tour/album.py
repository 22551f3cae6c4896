"""The pictures and papers that the tour leaves, numbered in the order in which they came about."""

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from loyaltydesk.model.refusals import FileReadOnly
from loyaltydesk.words import tr

PAPERS = (
    "balances", "bonus", "card", "day-end", "dossier", "envelope", "focus-group", "greeting", "groups",
    "insights", "letter", "month-letter", "sheet", "slip", "survey", "voucher",
)  # fmt: skip
_OURS = re.compile(rf"\d{{2,3}}-[a-z0-9-]+\.png|({'|'.join(PAPERS)})\.pdf")


class Album:
    """A folder of pictures; `say` is told what was put into it."""

    def __init__(self, folder: Path, say: Callable[[str], None]) -> None:
        """Makes the folder, and takes out what an earlier tour left. Raises FileReadOnly."""
        self._folder = folder
        self._say = say
        self.count = 0  # pictures
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for old in folder.iterdir():
                if _OURS.fullmatch(old.name):
                    old.unlink()
        except OSError:
            raise FileReadOnly(str(folder)) from None

    def take(self, window: QWidget, name: str, *, what: str) -> None:
        """A picture of the window as it is now, and `what` it shows. Raises FileReadOnly."""
        QApplication.processEvents()
        self._keep(window.grab(), name, what=what)

    def take_with(self, window: QWidget, name: str, *, over: QWidget, what: str) -> None:
        """A picture of the window with what hangs from a button or stands before it. Raises FileReadOnly."""
        QApplication.processEvents()
        picture, corner = window.grab(), window.mapFromGlobal(over.mapToGlobal(QPoint()))
        with QPainter(picture) as painter:
            painter.drawPixmap(corner, over.grab())
        self._keep(picture, name, what=what)

    def _keep(self, picture: QPixmap, name: str, *, what: str) -> None:
        self.count += 1
        path = self._folder / f"{self.count:03}-{name}.png"
        if not picture.save(str(path)):
            raise FileReadOnly(str(path))
        self._say(tr("{file}: {what}").format(file=path.name, what=what))

    def paper(self, name: str) -> Path:
        """Where a paper of this name belongs."""
        return self._folder / f"{name}.pdf"

    def tell_paper(self, name: str, what: str) -> None:
        """Says that a paper was put there."""
        self._say(tr("{file}: {what}").format(file=f"{name}.pdf", what=what))
