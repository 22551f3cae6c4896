"""The section about the shop's file: what is in it, safety copies of it, and the proof that it is whole."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QDir, QLocale, QObject, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QGridLayout, QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.model.refusals import Refused
from loyaltydesk.model.shop import Contents
from loyaltydesk.words import tr
from ui.restoring.choosing import Choosing, ChoosingDialog
from ui.seams.session import Session
from ui.seams.tasks import while_alive
from ui.seams.tools import Tools
from ui.settings.drives import drives
from ui.settings.section import Section
from ui.theme.buttons import Button
from ui.theme.forms import Choice
from ui.theme.progress import ProgressBar
from ui.theme.text import ElidedLabel, label
from ui.theme.theme import Theme

USUAL, OTHER = "", "other"
FEWEST = 16  # letters of a place that are always seen
NAMED = 3  # faults that are told


class Telling(QObject):
    """Brings the progress of work over from its thread."""

    told = Signal(int, int)  # done, of how many


def ask_folder(parent: QWidget) -> str:
    """The folder a person chooses; "" for none."""
    return QFileDialog.getExistingDirectory(parent, tr("Where to put the backup"))


class SafetySection(Section):
    """Both works are done beside the window, on a desk of their own."""

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme, session, tools)
        self.ask_folder: Callable[[QWidget], str] = ask_folder  # may be replaced, by a test
        self._values: list[ElidedLabel] = []
        self.place = Choice(tr("Where to"), [])
        self.back_up = Button(theme, tr("Make a backup now"), kind="action", icon="database-backup")
        self.check = Button(theme, tr("Check the file"), icon="shield-check")
        self.put_back = Button(theme, tr("Put a backup back…"), icon="undo-2")
        self.progress = ProgressBar(theme)
        self._lay_out()
        self.back_up.clicked.connect(self._on_back_up_pressed)
        self.check.clicked.connect(self._on_check_pressed)
        self.put_back.clicked.connect(self._on_put_back_pressed)

    @staticmethod
    def title() -> str:
        return tr("Data and safety")

    def reload(self) -> None:
        path = self.session.ask(lambda desk: desk.path)
        last = self.session.ask(lambda desk: desk.shop.last_backup() if desk.path else None)
        self.put_back.setVisible(path is not None)
        self._values[0].setText(QDir.toNativeSeparators(str(path)) if path else "—")
        self._values[4].setText(self._when(last))
        self._values[5].setText(self.session.ask(lambda desk: desk.shop.sqlite_release))
        self._offer_places()
        self._run(lambda desk: desk.shop.contents(), self._on_counted)

    # --- inside

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(self.theme.m.s5)
        grid.setVerticalSpacing(self.theme.m.s2)
        for place, name in enumerate(_names()):
            value = ElidedLabel(type_="strong")
            grid.addWidget(label(name, "muted"), place, 0)
            grid.addWidget(value, place, 1)
            self._values.append(value)
        self.box.addLayout(grid)
        self.place.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.place.setMinimumContentsLength(FEWEST)
        hint = tr("A copy on a stick, taken home, survives a fire. One is made beside the shop each day by itself.")
        self.add_row(self.place, tr("Where to"), hint=hint)
        self.progress.setAccessibleName(tr("Checking"))
        self.progress.hide()
        self.add_buttons(self.back_up, self.check, self.put_back)
        self.box.addWidget(self.progress)
        self.box.addStretch(1)

    def _offer_places(self) -> None:
        chosen, locale = self.place.current(), self.session.formats.locale
        self.place.clear()
        self.place.addItem(tr("Beside the shop's file"), USUAL)
        for drive in drives():
            free = _size(locale, drive.free)
            self.place.addItem(tr("{name}, {size} free").format(name=drive.name, size=free), str(drive.folder))
        self.place.addItem(tr("Another folder…"), OTHER)
        self.place.setCurrentIndex(max(self.place.findData(chosen), 0))

    def _folder(self) -> Path | None:
        """Where the backup goes; None when no folder was chosen after all."""
        key = self.place.current()
        if key == OTHER:
            chosen = self.ask_folder(self)
            return Path(chosen) if chosen else None
        return Path(key) if key else self.session.ask(lambda desk: desk.shop.backup_folder)

    def _run(self, action: Callable[[Desk], object], done: Callable[..., None]) -> None:
        self.tools.run(
            self.session.job(action), done=while_alive(self, done), refused=while_alive(self, self._on_refused)
        )

    def _busy(self, sentence: str) -> None:
        self._hold(True)
        self.notice.say(sentence, tone="info")
        self.notice.show()

    def _hold(self, busy: bool) -> None:
        self.back_up.setEnabled(not busy)
        self.check.setEnabled(not busy)
        self.put_back.setEnabled(not busy)

    def _when(self, at: datetime | None) -> str:
        return self.session.formats.moment(at) if at else tr("Never")

    # --- slots

    def _on_counted(self, held: Contents) -> None:
        formats = self.session.formats
        self._values[1].setText(_size(formats.locale, held.size))
        self._values[2].setText(formats.number(held.customers))
        self._values[3].setText(formats.number(held.purchases))

    def _on_back_up_pressed(self) -> None:
        folder = self._folder()
        if folder:
            self._busy(tr("Copying the file and proving the copy …"))
            self._run(lambda desk: desk.shop.back_up(folder), self._on_backed_up)

    def _on_backed_up(self, copy: Path) -> None:
        self._hold(False)
        self.reload()
        self.notice.say(tr("The backup is made and proved."), detail=QDir.toNativeSeparators(str(copy)), tone="accent")
        self.notice.show()

    def _on_check_pressed(self) -> None:
        telling = Telling()
        telling.told.connect(self._on_told)
        self._busy(tr("Reading the whole file, and deriving every table once more …"))
        self.progress.show_progress(0, goal=1)
        self.progress.show()
        self._run(lambda desk: desk.shop.faults(telling.told.emit), self._on_checked)

    def _on_told(self, done: int, whole: int) -> None:
        self.progress.show_progress(done, goal=max(whole, 1))

    def _on_checked(self, faults: list[str]) -> None:
        self._hold(False)
        self.progress.hide()
        if faults:
            advice = tr("Put the newest backup back, with the button below. What was found: {faults}")
            self.notice.say(
                tr("The file is not whole."), detail=advice.format(faults="; ".join(faults[:NAMED])), tone="danger"
            )
        else:
            self.notice.say(
                tr("The file is whole."),
                detail=tr("Every figure follows from the journal, and nothing in the journal was changed."),
                tone="accent",
            )
        self.notice.show()

    def _on_put_back_pressed(self) -> None:
        path, now = self.session.ask(lambda desk: (desk.path, desk.now()))
        assert path is not None  # or there is no such button
        choosing = Choosing(self.theme, path, now=now, formats=self.session.formats)
        choosing.wanted.connect(self.session.backup_wanted)
        ChoosingDialog(self, self.theme, choosing).open()

    def _on_refused(self, refused: Refused) -> None:
        self._hold(False)
        self.progress.hide()
        self.refuse(self.session.sentence(refused))

    # --- Qt

    def showEvent(self, event: QShowEvent) -> None:
        self.reload()  # today's backup is made by itself and changes nothing that a page hears of
        super().showEvent(event)


def _size(locale: QLocale, size: int) -> str:
    return locale.formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def _names() -> list[str]:
    return [
        tr("The shop's file"),
        tr("Size"),
        tr("Customers"),
        tr("Purchases"),
        tr("Last backup beside it"),
        tr("SQLite"),
    ]
