"""What is shown when the shop's file cannot be opened: one clear sentence, and what can be done."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from loyaltydesk.model.refusals import FileBroken, FileForeign, FileMissing, Refused
from loyaltydesk.words import tr
from loyaltydesk.words.refusals import sentence
from ui.restoring.choosing import Choosing
from ui.restoring.working import Working
from ui.seams.formats import formats_without_shop
from ui.seams.tasks import Run
from ui.theme.blocks import EmptyState
from ui.theme.buttons import Button
from ui.theme.growing import grow
from ui.theme.text import breakable
from ui.theme.theme import Theme

GONE = (FileForeign, FileMissing)  # a shop was there, if there are backups of it


class RefusalWindow(QWidget):
    """A window with the refusal and the ways out: a damaged file leads to its backups."""

    ready = Signal(Path)  # the shop can be opened again

    def __init__(self, theme: Theme, run: Run, now: Callable[[], datetime], *, shop: Path, refused: Refused) -> None:
        super().__init__()
        self._shop, self._now = shop, now
        self.setObjectName("page")
        self.setWindowTitle("Loyalty Desk")
        formats = formats_without_shop()
        self.choosing = Choosing(theme, shop, now=now(), formats=formats)
        self.working = Working(theme, run, formats)
        self.put_back = Button(theme, tr("Put a backup back…"), kind="action", icon="database-backup")
        self.close_button = Button(theme, tr("Close"), kind="outline")
        self._said = self._saying(theme, sentence(refused, formats))
        if isinstance(refused, FileBroken) or (isinstance(refused, GONE) and self.choosing.offers):
            self.put_back.setFocus()
        else:
            self.put_back.hide()
            self.close_button.setFocus()
        self._lay_out(theme)
        self._connect()

    # --- inside

    def _saying(self, theme: Theme, said: str) -> QWidget:
        """The sentence, with the ways out below it."""
        title, whole, ways = tr("The shop cannot be opened"), QWidget(), QHBoxLayout()
        block = EmptyState(theme, "circle-alert", title=title)
        block.say("circle-alert", title, hint=breakable(said), tone="danger")
        ways.addStretch(1)
        for way in (self.put_back, self.close_button):
            ways.addWidget(way)
        ways.addStretch(1)
        ways.setSpacing(theme.m.s3)
        box = QVBoxLayout(whole)
        box.addWidget(block, 1)
        box.addLayout(ways)
        return whole

    def _lay_out(self, theme: Theme) -> None:
        m = theme.m
        box = QVBoxLayout(self)
        box.setContentsMargins(m.s6, m.s6, m.s6, m.s6)
        for part in (self._said, self.choosing, self.working):
            box.addWidget(part)
        self.resize(640 * theme.text_percent // 100, 420)
        self._show(self._said)

    def _connect(self) -> None:
        self.close_button.clicked.connect(QApplication.quit)
        self.put_back.clicked.connect(lambda: self._show(self.choosing))
        self.choosing.wanted.connect(self._on_wanted)
        self.choosing.given_up.connect(lambda: self._show(self._said))
        self.working.given_up.connect(lambda: self._show(self.choosing))
        self.working.refused.connect(self._on_refused)
        self.working.done.connect(lambda: self.ready.emit(self._shop))

    def _show(self, part: QWidget) -> None:
        """Shows one of the three."""
        for each in (self._said, self.choosing, self.working):
            each.setVisible(each is part)
        grow(self)
        (self.put_back if part is self._said else part).setFocus()

    def _on_wanted(self, copy: Path) -> None:
        self._show(self.working)
        self.working.begin(copy, self._shop, now=self._now)

    def _on_refused(self, said: str) -> None:
        self._show(self.choosing)
        self.choosing.refuse(said)

    # --- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes back a step."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.working.isVisible():
            self.working.stop()
        elif self.choosing.isVisible():
            self._show(self._said)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.working.stop()
        super().closeEvent(event)
