"""Where a second copy of the shop goes each day: nowhere, a drive that is plugged in, or any folder."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDir, QLocale
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from loyaltydesk.words import tr
from ui.seams.preferences import Preferences
from ui.seams.second_backup import keep_second_place, second_place
from ui.settings.drives import Drive
from ui.theme.forms import Choice

NOWHERE, OTHER = "", "other"
FEWEST = 16  # letters of a place that are always seen


def ask_folder(parent: QWidget) -> str:
    """The folder a person chooses; "" for none."""
    return QFileDialog.getExistingDirectory(parent, tr("Where to put the backup"))


class BackupPlace(Choice):
    """Keeps the folder among this computer's preferences; `chosen` says that it may be another one now."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__(tr("Second place"), [])
        self.ask_folder: Callable[[QWidget], str] = ask_folder  # may be replaced, by a test
        self._preferences = preferences
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(FEWEST)
        self._offered: tuple[list[Drive], QLocale] = ([], QLocale())

    @property
    def folder(self) -> Path | None:
        """The folder that was chosen; None for none."""
        kept = second_place(self._preferences)
        return Path(kept) if kept else None

    def offer(self, drives: list[Drive], locale: QLocale) -> None:
        """Lists these drives, and the folder that is kept."""
        self._offered = drives, locale
        kept = second_place(self._preferences)
        self.clear()
        self.addItem(tr("Nowhere else"), NOWHERE)
        for drive in drives:
            free = size_text(locale, drive.free)
            self.addItem(tr("{name}, {size} free").format(name=drive.name, size=free), str(drive.folder))
        if kept and self.findData(kept) < 0:
            self.addItem(QDir.toNativeSeparators(kept), kept)
        self.addItem(tr("Another folder…"), OTHER)
        self.setCurrentIndex(max(self.findData(kept), 0))

    def _on_activated(self, _number: int) -> None:
        """Keeps what was picked; whoever picks no folder after all keeps what there was."""
        picked = self.current()
        folder = self.ask_folder(self) if picked == OTHER else picked
        if folder or picked == NOWHERE:
            keep_second_place(self._preferences, folder)
        self.offer(*self._offered)
        self.chosen.emit(second_place(self._preferences))


def size_text(locale: QLocale, size: int) -> str:
    """Bytes as a person reads them."""
    return locale.formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
