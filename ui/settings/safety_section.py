"""The section about the shop's file: what is in it, safety copies of it, and the proof that it is whole."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QDir, QObject, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout

from loyaltydesk.desk import Desk
from loyaltydesk.model.refusals import Refused
from loyaltydesk.model.shop import Contents
from loyaltydesk.words import tr
from ui.restoring.choosing import Choosing, ChoosingDialog
from ui.seams.session import Session
from ui.seams.tasks import while_alive
from ui.seams.tools import Tools
from ui.settings.backup_place import BackupPlace, size_text
from ui.settings.drives import drives
from ui.settings.section import Section
from ui.theme.buttons import Button
from ui.theme.frames import rule
from ui.theme.progress import ProgressBar
from ui.theme.text import ElidedLabel, label
from ui.theme.theme import Theme

NAMED = 3  # faults that are told


class Telling(QObject):
    """Brings the progress of work over from its thread."""

    told = Signal(int, int)  # done, of how many


class SafetySection(Section):
    """Both works are done beside the window, on a desk of their own."""

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme, session, tools)
        self._values: list[ElidedLabel] = []
        self.place = BackupPlace(tools.preferences)
        self.back_up = Button(theme, tr("Make a backup now"), kind="action", icon="database-backup")
        self.check = Button(theme, tr("Check the file"), icon="shield-check")
        self.put_back = Button(theme, tr("Put a backup back…"), icon="undo-2")
        self.take_in = Button(theme, tr("Import customers…"), icon="folder-up")
        self.give_out = Button(theme, tr("Export…"), icon="download")
        self.progress = ProgressBar(theme)
        self._lay_out()
        self.place.chosen.connect(self._on_place_chosen)
        self.back_up.clicked.connect(self._on_back_up_pressed)
        self.check.clicked.connect(self._on_check_pressed)
        self.put_back.clicked.connect(self._on_put_back_pressed)
        self.take_in.clicked.connect(lambda: self.wanted.emit("customers", "import"))
        self.give_out.clicked.connect(lambda: _export(self))

    @staticmethod
    def title() -> str:
        return tr("Data and safety")

    def reload(self) -> None:
        path = self.session.ask(lambda desk: desk.path)
        last = self.session.ask(lambda desk: desk.shop.last_backup() if desk.path else None)
        self.put_back.setVisible(path is not None)
        self._values[0].setText(QDir.toNativeSeparators(str(path)) if path else "—")
        self._values[4].setText(self._when(last))
        self._show_second()
        self._values[6].setText(self.session.ask(lambda desk: desk.shop.sqlite_release))
        self.place.offer(drives(), self.session.formats.locale)
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
        hint = tr(
            "Each day a copy is made beside the shop by itself, and one here, whenever this place can be reached. "
            "A stick that is taken home survives a fire."
        )
        self.add_row(self.place, tr("Second place"), hint=hint)
        self.progress.setAccessibleName(tr("Checking"))
        self.progress.hide()
        self.add_buttons(self.back_up, self.check, self.put_back)
        self.box.addWidget(self.progress)
        self.box.addWidget(rule())
        self.add_note(tr("Customers come in from a table of another till, and everything can be taken elsewhere."))
        self.add_buttons(self.take_in, self.give_out)
        self.box.addStretch(1)

    def _show_second(self) -> None:
        """When a copy went to the second place, where there is one."""
        folder = self.place.folder
        said = tr("Not within reach") if folder and not folder.is_dir() else ""
        if folder and not said:
            said = self._when(self.session.ask(lambda desk: desk.shop.last_backup(folder) if desk.path else None))
        self._values[5].setText(said or "—")

    def _folder(self) -> Path:
        """Where a backup goes that is asked for: the second place, or beside the shop."""
        return self.place.folder or self.session.ask(lambda desk: desk.shop.backup_folder)

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

    def _on_place_chosen(self, _folder: str) -> None:
        self.say_saved()
        self.reload()

    def _on_counted(self, held: Contents) -> None:
        formats = self.session.formats
        self._values[1].setText(size_text(formats.locale, held.size))
        self._values[2].setText(formats.number(held.customers))
        self._values[3].setText(formats.number(held.purchases))

    def _on_back_up_pressed(self) -> None:
        folder = self._folder()
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


def _export(section: Section) -> None:
    from ui.exchange.export_dialog import ExportDialog

    ExportDialog(section.theme, section.session, section.tools, parent=section).show()


def _names() -> list[str]:
    return [
        tr("The shop's file"),
        tr("Size"),
        tr("Customers"),
        tr("Purchases"),
        tr("Last backup beside it"),
        tr("Last backup in the second place"),
        tr("SQLite"),
    ]
