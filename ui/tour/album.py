"""The pictures and papers that the tour leaves, numbered in the order in which they came about."""

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from loyaltydesk.model.refusals import FileReadOnly
from loyaltydesk.words import tr

_OURS = re.compile(r"\d\d-[a-z0-9-]+\.png|(card|envelope|greeting|sheet|slip|voucher)\.pdf")


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
        self.count += 1
        path = self._folder / f"{self.count:02}-{name}.png"
        if not window.grab().save(str(path)):
            raise FileReadOnly(str(path))
        self._say(tr("{file}: {what}").format(file=path.name, what=what))

    def paper(self, name: str) -> Path:
        """Where a paper of this name belongs."""
        return self._folder / f"{name}.pdf"

    def tell_paper(self, name: str, what: str) -> None:
        """Says that a paper was put there."""
        self._say(tr("{file}: {what}").format(file=f"{name}.pdf", what=what))
