"""Asks whether an import is to be taken back, with what would go and who would stay, and takes it back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.model.imports import Batch, Undone
from loyaltydesk.words import tr, tr_n
from loyaltydesk.words.imports import kept_text
from ui.exchange.table_work import TableWork
from ui.seams.giving_up import Tell
from ui.seams.notice import Notice
from ui.seams.question import Answer, Question
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.theme.buttons import Button
from ui.theme.progress import ProgressBar
from ui.theme.text import label
from ui.theme.theme import Theme

NAMED = 5  # who stay that are named
PATIENT = 2_000  # customers who are taken back before anybody at the till has to wait for it


class Undoing(QWidget):
    """A question, a bar while it is done, and what came of it; nothing to be seen before."""

    undone = Signal()

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__()
        self._session = session
        self._work = TableWork(session, tools, self)
        self._batch: Batch | None = None
        self.question, self.notice = Question(theme), Notice(theme)
        self.bar = ProgressBar(theme)
        self.stop_button = Button(theme, tr("Cancel"), kind="small")
        self._said = label(type_="muted", wrap=True)
        self._under_way = QWidget()
        self._lay_out(theme)
        self._work.advanced.connect(lambda done, whole: self.bar.show_progress(done, goal=max(whole, 1)))
        self._work.over.connect(self._on_over)
        self._work.given_up.connect(self._on_given_up)
        self.stop_button.clicked.connect(self._work.stop)

    @property
    def is_busy(self) -> bool:
        """Whether something is being looked up or taken back."""
        return self._work.is_busy

    def ask(self, batch: Batch) -> None:
        """Looks up what taking `batch` back would do, and asks."""
        self._batch = batch
        self._begin(tr("Looking what would go …"))
        self._work.begin(
            lambda desk, tell: desk.imports.undoable(batch.id, tell), done=self._on_known, refused=self._on_refused
        )

    def go_back(self) -> bool:
        """Gives up what is under way, or asks no more; False where nothing was."""
        if self._work.is_busy:
            self._work.stop()
            return True
        return self.question.withdraw()

    # --- inside

    def _lay_out(self, theme: Theme) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.m.s2)
        below = QVBoxLayout(self._under_way)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(theme.m.s2)
        below.addWidget(self._said)
        across = QHBoxLayout()
        across.setSpacing(theme.m.s3)
        across.addWidget(self.bar, 1)
        across.addWidget(self.stop_button)
        below.addLayout(across)
        for widget in (self.notice, self.question, self._under_way):
            box.addWidget(widget)
        self._under_way.hide()

    def _begin(self, sentence: str) -> None:
        self.notice.hide()
        self.question.withdraw()
        self._said.setText(sentence)
        self.bar.setAccessibleName(sentence)
        self.bar.show_progress(0, goal=1)
        self._under_way.show()

    def _undo(self) -> None:
        batch = self._batch
        assert batch is not None

        def undo(desk: Desk, tell: Tell) -> Undone:
            return desk.imports.undo(batch.id, progress=tell)

        if batch.counts.new + batch.counts.filled > PATIENT:
            self._session.held = tr("An import is being taken back just now. Try again in a moment.")
        self._begin(tr("Taking the import back …"))
        self.stop_button.setFocus()
        self._work.begin(undo, done=self._on_undone, refused=self._on_refused)

    def _told(self, outlook: Undone) -> str:
        """What would go or went, and who stays and why."""
        count = self._session.formats.number
        said = [tr_n("{n} customer goes.", "{n} customers go.", outlook.customers).format(n=count(outlook.customers))]
        if outlook.emptied:
            words = tr_n("What was filled in with {n} other is emptied again.",
                         "What was filled in with {n} others is emptied again.", outlook.emptied)  # fmt: skip
            said.append(words.format(n=count(outlook.emptied)))
        if outlook.kept:
            words = tr_n("{n} stays as it is:", "{n} stay as they are:", len(outlook.kept))
            said.append(words.format(n=count(len(outlook.kept))))
            said += [kept_text(each) for each in outlook.kept[:NAMED]]
            said += ["…"] if len(outlook.kept) > NAMED else []
        return "\n".join(said)

    # --- slots

    def _on_over(self) -> None:
        self._session.held = ""

    def _on_known(self, outlook: Undone) -> None:
        self._under_way.hide()
        assert self._batch is not None
        self.question.ask(
            tr("Take the import of {file} back?").format(file=self._batch.file or "—"),
            [Answer(tr("Take it back"), self._undo, "danger")],
            detail=self._told(outlook),
        )

    def _on_undone(self, outlook: Undone) -> None:
        self._under_way.hide()
        self.notice.tell(tr("The import was taken back."), detail=self._told(outlook))
        self._session.changed.emit()
        self.undone.emit()

    def _on_given_up(self) -> None:
        self._under_way.hide()
        self.notice.tell(tr("Stopped. Nothing was changed."), tone="info")

    def _on_refused(self, sentence: str) -> None:
        self._under_way.hide()
        self.notice.tell(sentence, tone="danger")
