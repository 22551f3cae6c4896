"""Asks which backup of a shop shall be put back, and says what that means."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from loyaltydesk.desk.putting_back import Backup, backup, backups_of
from loyaltydesk.words import tr
from ui.seams.formats import QtFormats
from ui.theme.blocks import Banner
from ui.theme.buttons import Button
from ui.theme.forms import Choice, FormRow
from ui.theme.growing import grow
from ui.theme.text import label
from ui.theme.theme import Theme

FEWEST = 16  # letters of a backup that are always seen
WIDTH = 560  # px


def ask_file(parent: QWidget, folder: str) -> str:
    """The backup a person chooses, beginning in `folder`; "" for none."""
    kinds = tr("Backups") + " (*.ldbak *.db)"
    return QFileDialog.getOpenFileName(parent, tr("Put a backup back"), folder, kinds)[0]


class Choosing(QWidget):
    """The backups beside the shop with the newest chosen, and a way to one that lies elsewhere."""

    wanted = Signal(Path)
    given_up = Signal()

    def __init__(self, theme: Theme, shop: Path, *, now: datetime, formats: QtFormats) -> None:
        super().__init__()
        self.ask_file: Callable[[QWidget, str], str] = ask_file  # may be replaced, by a test
        self._shop, self._now, self._formats = shop, now, formats
        self._offered = backups_of(shop, now)
        self.choice = Choice(tr("Backup"), [])
        self.another = Button(theme, tr("Another file…"))
        self.put_back = Button(theme, tr("Put it back"), kind="action")
        self.cancel = Button(theme, tr("Cancel"))
        self.banner = Banner(theme, "", tone="danger")
        self.banner.hide()
        self._row = FormRow(theme, self.choice, text=tr("Backup"))
        self._meaning = label(wrap=True)
        self._lay_out(theme)
        self.choice.currentIndexChanged.connect(self._on_chosen)
        self.another.clicked.connect(self._on_another_pressed)
        self.put_back.clicked.connect(lambda: self.wanted.emit(self._offered[self.choice.currentIndex()].path))
        self.cancel.clicked.connect(self.given_up)
        self._offer(self._offered)
        self._on_chosen(self.choice.currentIndex())

    @property
    def offers(self) -> bool:
        """Whether there is a backup to choose."""
        return bool(self._offered)

    def refuse(self, sentence: str) -> None:
        """Says in place why the backup was not put back."""
        self.banner.say(sentence, tone="danger")
        self.banner.show()
        grow(self.window())

    # --- inside

    def _lay_out(self, theme: Theme) -> None:
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(FEWEST)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.m.s3)
        for widget in (label(tr("Put a backup back"), "name", wrap=True), self.banner, self._row):
            box.addWidget(widget)
        box.addWidget(self.another, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self._meaning)
        box.addStretch(1)
        below = QHBoxLayout()
        below.setSpacing(theme.m.s3)
        below.addStretch(1)
        below.addWidget(self.put_back)
        below.addWidget(self.cancel)
        box.addLayout(below)
        self.setFocusProxy(self.choice if self.offers else self.another)

    def _offer(self, offered: list[Backup]) -> None:
        for each in offered:
            self.choice.addItem(self._formats.moment(each.made) if each.made else each.path.name)

    def _meant(self) -> str:
        if not self.offers:
            return tr("There is no backup beside the shop's file. Choose one that lies elsewhere, on a stick perhaps.")
        made = self._offered[self.choice.currentIndex()].made
        if made is None:
            return tr(
                "The shop will be as it was when this copy was made; what was recorded since is missing. "
                "The file that is there now is kept beside it."
            )
        words = tr(
            "The shop will be as it was on {when}; what was recorded since is missing. "
            "The file that is there now is kept beside it."
        )
        return words.format(when=self._formats.moment(made))

    # --- slots

    def _on_chosen(self, _place: int) -> None:
        self.banner.hide()  # it spoke of another
        self._meaning.setText(self._meant())
        self._row.setVisible(self.offers)
        self.put_back.setEnabled(self.offers)
        grow(self.window())

    def _on_another_pressed(self) -> None:
        chosen = self.ask_file(self, str(self._shop.parent))
        if chosen:
            found = backup(Path(chosen), self._now)
            self._offered.append(found)
            self.choice.addItem(found.path.name)
            self.choice.setCurrentIndex(len(self._offered) - 1)
            self.put_back.setFocus()


class ChoosingDialog(QDialog):
    """The same question before a window; `choosing.wanted` is the answer."""

    def __init__(self, parent: QWidget, theme: Theme, choosing: Choosing) -> None:
        super().__init__(parent)
        self.choosing = choosing
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Put a backup back"))
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.m.s5, theme.m.s5, theme.m.s5, theme.m.s5)
        box.addWidget(choosing)
        choosing.wanted.connect(self.accept)
        choosing.given_up.connect(self.reject)
        self.resize(WIDTH * theme.text_percent // 100, 0)
        grow(self)
        choosing.setFocus()
