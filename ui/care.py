"""What the program does by itself for the shop: the daily round, a look through the file, and a backup a day."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from loyaltydesk.desk import Desk
from loyaltydesk.model.refusals import FileBroken, Refused
from loyaltydesk.words import tr
from ui.seams.preferences import Preferences
from ui.seams.second_backup import second_place
from ui.seams.session import Session
from ui.seams.tasks import Run

HOUR_MS = 3_600_000


class Care(QObject):
    """Looks after the shop when the window is there, and on each new day of a program that is never closed."""

    worried = Signal(str, str)  # what is wrong, and what to do about it

    def __init__(self, session: Session, run: Run, *, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._preferences = preferences
        self._run = run
        self._looked_on: date | None = None
        self._hour = QTimer(self, interval=HOUR_MS)
        self._hour.timeout.connect(self.look_after)

    def begin(self) -> None:
        """Looks after the shop now, and from here on once a day."""
        self._hour.start()
        self.look_after()

    def look_after(self) -> None:
        """Does what is due today; again on the same day it does nothing."""
        today = self._session.ask(lambda desk: desk.now().date())
        if today == self._looked_on:
            return
        self._looked_on = today
        if self._session.ask(lambda desk: desk.upkeep.is_due()):
            self._session.do(lambda desk: desk.upkeep.day())
        kept = second_place(self._preferences)
        second = Path(kept) if kept else None
        job = self._session.job(lambda desk: examine(desk, second))
        self._run(job, done=self._on_examined, refused=self._on_refused)

    def _on_examined(self, faults: list[str]) -> None:
        if faults:
            self._say_damaged(faults[0])

    def _on_refused(self, refused: Refused) -> None:
        if isinstance(refused, FileBroken):
            self._say_damaged(refused.detail)
        else:
            self.worried.emit(tr("Today's backup was not made."), self._session.sentence(refused))

    def _say_damaged(self, fault: str) -> None:
        way = " → ".join((tr("Settings"), tr("Data and safety"), tr("Put a backup back…")))
        advice = tr("Put the newest backup back, here: {way}").format(way=way)
        self.worried.emit(tr("The shop's file is damaged: {fault}").format(fault=fault), advice)


def examine(desk: Desk, second: Path | None = None) -> list[str]:
    """What SQLite finds wrong with the file; a sound file is copied to the backups, unless that was done today.

    Another copy goes to the `second` place where that is within reach: a stick may be at home. Raises FileReadOnly,
    DiskFull, or FileBroken when a copy does not prove whole.
    """
    faults = desk.shop.quick_faults()
    if faults or desk.path is None:
        return faults
    places = [desk.shop.backup_folder]
    if second and second.parent.is_dir():
        places.append(second)
    for folder in places:
        last = desk.shop.last_backup(folder)
        if last is None or last.date() < desk.now().date():
            desk.shop.back_up(folder)
    return []
