"""What is done with one table from its opening to its import, each piece beside the window."""

from pathlib import Path
from weakref import finalize

from PySide6.QtCore import QDir, QObject, Signal

from loyaltydesk.desk import Desk
from loyaltydesk.desk.import_drafts import Draft
from loyaltydesk.model.imports import Batch, Choices, ReadingPlan, Verdict
from loyaltydesk.words import tr
from ui.exchange.reading import Found, Wish, checked, found_in
from ui.exchange.refused_file import write_refused
from ui.exchange.table_work import TableWork
from ui.seams.giving_up import Tell
from ui.seams.session import Session
from ui.seams.tools import Tools


class Course(QObject):
    """The open table, the draft of its rows, and the one work that is under way; nothing is written but by `take`."""

    found_out = Signal(object)  # Found
    checked = Signal()
    judged = Signal()
    taken = Signal(object)  # Batch
    saved = Signal(str)  # a sentence: where the refused rows are
    refused = Signal(str)
    given_up = Signal()
    advanced = Signal(int, int)

    def __init__(self, session: Session, tools: Tools, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._work = TableWork(session, tools, self)
        self.found: Found | None = None
        self.plan: ReadingPlan | None = None
        self.draft: Draft | None = None
        self._judging = False
        self._work.over.connect(self._on_over)
        self._work.given_up.connect(self._on_given_up)
        self._work.advanced.connect(self.advanced)

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return self._work.is_busy

    @property
    def count(self) -> int:
        """How many customers would be taken over."""
        counts = self.draft.counts() if self.draft else None
        return counts.new + counts.filled if counts else 0

    def stop(self) -> None:
        """Gives up what is under way; `given_up` tells when it has ended."""
        self._work.stop()

    def read(self, wish: Wish) -> None:
        """Opens a table and looks through it."""
        self._work.begin(lambda _desk, tell: found_in(wish, tell), done=self._on_found, refused=self.refused.emit)

    def check(self, plan: ReadingPlan, choices: Choices) -> None:
        """Understands every row, and looks for those who are there already."""
        found = self.found
        assert found is not None
        self.forget_draft()
        self.plan = plan

        def check(desk: Desk, tell: Tell) -> Draft:
            draft = checked(desk, found, plan=plan, choices=choices, tell=tell)
            finalize(draft, draft.scratch.close)  # whoever closes the program leaves no names behind
            return draft

        self._work.begin(check, done=self._on_checked, refused=self.refused.emit)

    def judge(self, choices: Choices) -> None:
        """Judges the rows anew by other choices."""
        draft = self._draft()
        self._judging = True

        def judge(desk: Desk, tell: Tell) -> None:
            desk.imports.choose(draft, choices, tell)

        self._work.begin(judge, done=self._on_judged, refused=self.refused.emit)

    def take(self, *, hold: str = "") -> None:
        """Writes the draft down; meanwhile nothing else is written, and whoever wants to is told to `hold`."""
        draft, name = self._draft(), self.found.wish.path.name if self.found else ""

        def take(desk: Desk, tell: Tell) -> Batch:
            return desk.imports.take(draft, file=name, progress=tell)

        self._session.held = hold
        self._work.begin(take, done=self._on_taken, refused=self.refused.emit)

    def save_refused(self, path: Path) -> None:
        """Writes the refused rows with their reasons."""
        draft, plan, formats = self._draft(), self.plan, self._session.formats
        assert plan is not None

        said = tr("The refused rows are in {path}.").format(path=QDir.toNativeSeparators(str(path)))

        def write(_desk: Desk, _tell: Tell) -> str:
            write_refused(path, plan, draft.rows(Verdict.REFUSED), formats=formats)
            return said

        self._work.begin(write, done=self.saved.emit, refused=self.refused.emit)

    def forget_draft(self) -> None:
        """Lets the rows go."""
        if self.draft:
            self.draft.close()
        self.draft = None

    def let_go(self) -> None:
        """Lets the rows and the table go."""
        self.forget_draft()
        if self.found:
            self.found.table.close()
        self.found = self.plan = None

    # --- inside

    def _draft(self) -> Draft:
        assert self.draft is not None
        return self.draft

    def _on_found(self, found: Found) -> None:
        self.let_go()
        self.found = found
        self.found_out.emit(found)

    def _on_checked(self, draft: Draft) -> None:
        self.draft = draft
        self.checked.emit()

    def _on_judged(self, _nothing: object) -> None:
        self._judging = False
        self.judged.emit()

    def _on_taken(self, batch: Batch) -> None:
        self._session.changed.emit()
        self.taken.emit(batch)

    def _on_over(self) -> None:
        self._session.held = ""

    def _on_given_up(self) -> None:
        if self._judging:
            self.forget_draft()  # some of its rows are judged by other choices than the rest
        self._judging = False
        self.given_up.emit()
