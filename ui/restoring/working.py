"""Shows how far a backup is put back, which is done beside the window's thread."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyaltydesk.desk.putting_back import put_back
from loyaltydesk.model.refusals import FileBroken, Refused
from loyaltydesk.words import tr
from loyaltydesk.words.refusals import sentence
from ui.restoring.choosing import WIDTH
from ui.seams.formats import QtFormats
from ui.seams.giving_up import Watched
from ui.seams.tasks import Run
from ui.theme.buttons import Button
from ui.theme.growing import grow
from ui.theme.marks import IconTile
from ui.theme.progress import ProgressBar
from ui.theme.text import label
from ui.theme.theme import Theme


class Working(QWidget):
    """Puts one backup back; it can be given up as long as nothing was changed."""

    done = Signal()
    refused = Signal(str)  # the sentence
    given_up = Signal()

    def __init__(self, theme: Theme, run: Run, formats: QtFormats) -> None:
        super().__init__()
        self._run, self._formats = run, formats
        self.bar = ProgressBar(theme)
        self.bar.setAccessibleName(tr("Putting the backup back…"))
        self._work = Watched(self.bar)
        self.stop_button = Button(theme, tr("Cancel"))
        self.stop_button.clicked.connect(self.stop)
        self._lay_out(theme)

    def begin(self, copy: Path, shop: Path, *, now: Callable[[], datetime]) -> None:
        """Starts to put `copy` in the place of the shop's file, which nobody may have open."""
        self.bar.show_progress(0, goal=1)
        job = self._work.job(lambda tell: put_back(copy, shop, now=now(), progress=tell))
        self._run(job, done=self._on_done, refused=lambda refused: self._on_refused(refused, copy))

    def stop(self) -> None:
        """Gives it up, unless the backup is in place already; which of the two it was is told later."""
        self._work.stop()

    def _lay_out(self, theme: Theme) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.m.s3)
        box.addWidget(IconTile(theme, "database-backup", side="medium"))
        box.addWidget(label(tr("Putting the backup back…"), "name", wrap=True))
        hint = tr("It is proved first, then taken over into a new file. Nothing is changed before that is done.")
        box.addWidget(label(hint, "muted", wrap=True))
        box.addWidget(self.bar)
        box.addStretch(1)
        box.addWidget(self.stop_button, 0, Qt.AlignmentFlag.AlignRight)
        self.setFocusProxy(self.stop_button)

    def _on_done(self, in_place: bool) -> None:
        (self.done if in_place else self.given_up).emit()

    def _on_refused(self, refused: Refused, copy: Path) -> None:
        if isinstance(refused, FileBroken) and refused.path == str(copy):
            self.refused.emit(tr("This backup is damaged. Nothing was changed; choose another one."))
        else:
            self.refused.emit(sentence(refused, self._formats))


class WorkingWindow(QWidget):
    """A window of its own for it, while the shop's window is gone; closing it gives it up."""

    def __init__(self, theme: Theme, working: Working) -> None:
        super().__init__()
        self.working = working
        self.setObjectName("page")
        self.setWindowTitle("Loyalty Desk")
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.m.s6, theme.m.s6, theme.m.s6, theme.m.s6)
        box.addWidget(working)
        self.resize(WIDTH * theme.text_percent // 100, 0)
        grow(self)
        working.setFocus()

    # --- Qt

    def closeEvent(self, event: QCloseEvent) -> None:
        self.working.stop()
        event.ignore()  # whoever opened it lets it go when the work has ended
