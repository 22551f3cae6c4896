"""A small window while the demo shop is made: how far it is, and a way to give it up."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyaltydesk.model.refusals import Refused
from loyaltydesk.words import active, tr
from loyaltydesk.words.refusals import sentence
from ui.firstrun.answers import make_room
from ui.seams.formats import formats_without_shop
from ui.seams.giving_up import Tell, Watched
from ui.seams.tasks import Run
from ui.theme.blocks import Banner
from ui.theme.buttons import Button
from ui.theme.growing import grow
from ui.theme.marks import IconTile
from ui.theme.progress import ProgressBar
from ui.theme.text import label
from ui.theme.theme import Theme


class DemoWindow(QWidget):
    """Makes the demo shop beside the window's thread; nothing is left of it when the window is closed before."""

    made = Signal()
    given_up = Signal()

    def __init__(self, theme: Theme, run: Run) -> None:
        super().__init__()
        self._run = run
        self._is_made = False
        self.setObjectName("page")
        self.setWindowTitle(tr("Loyalty Desk"))
        self.bar = ProgressBar(theme)
        self.bar.setAccessibleName(tr("Making a demo shop…"))
        self._work = Watched(self.bar)
        self.banner = Banner(theme, "", tone="danger")
        self.banner.hide()
        self.stop_button = Button(theme, tr("Cancel"))
        self.stop_button.clicked.connect(self.close)
        self._lay_out(theme)

    def begin(self, path: Path, now: Callable[[], datetime]) -> None:
        """Starts to make the shop at `path`, in the language in use."""
        language = active().language

        def make(tell: Tell) -> None:
            from loyaltydesk.demo import Demo, make_demo  # only now: it brings the whole desk with it

            make_room(path)
            make_demo(path, now, demo=Demo(language=language), progress=tell)

        self._run(self._work.job(make), done=self._on_done, refused=self._on_refused)

    def _lay_out(self, theme: Theme) -> None:
        m = theme.m
        box = QVBoxLayout(self)
        box.setContentsMargins(m.s6, m.s6, m.s6, m.s6)
        box.setSpacing(m.s3)
        title, hint = label(tr("Making a demo shop…"), "name", wrap=True), label(type_="muted", wrap=True)
        hint.setText(tr("A café with 300 customers and a year of purchases, to look around in. It takes a moment."))
        box.addWidget(IconTile(theme, "store", side="medium"))
        for widget in (title, hint, self.bar, self.banner):
            box.addWidget(widget)
        box.addStretch(1)
        box.addWidget(self.stop_button, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(520 * theme.text_percent // 100, 300)
        grow(self)

    def _on_done(self, made: bool) -> None:
        self._is_made = made
        if made:
            self.made.emit()

    def _on_refused(self, refused: Refused) -> None:
        self.banner.say(sentence(refused, formats_without_shop()), tone="danger")
        self.banner.show()
        self.bar.hide()
        self.stop_button.setText(tr("Close"))
        grow(self)

    # --- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._work.stop()
        if not self._is_made:
            self.given_up.emit()
        super().closeEvent(event)
