"""The wizard that takes customers over from a table: choose, say what the columns tell, look, and only then write.

To be used as:
    view = ImportView(theme, session, tools)
    view.left.connect(show_the_list)
    view.begin()
Enter goes on, Esc goes back; nothing is written before the last step, and until that is done it can be given up.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from loyaltydesk.model.imports import Batch
from loyaltydesk.words import tr
from ui.exchange.columns_step import ColumnsStep
from ui.exchange.course import Course
from ui.exchange.done_step import DoneStep
from ui.exchange.file_step import FileStep
from ui.exchange.files import ask_where
from ui.exchange.preview_step import PATIENT, PreviewStep
from ui.exchange.reading import Found, Wish
from ui.exchange.refused_file import suggested_name
from ui.exchange.wizard_frame import WizardFrame
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.theme.theme import Theme

FILE, COLUMNS, PREVIEW, DONE = range(4)


class ImportView(WizardFrame):
    """Four steps, one of them at a time; `left` leads back to where it was opened."""

    left = Signal()

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        self._session = session
        self.file, self.columns = FileStep(theme, session, tools), ColumnsStep(theme, session)
        self.preview, self.done = PreviewStep(theme, session), DoneStep(theme, session, tools)
        names = (tr("File"), tr("Columns"), tr("Preview"), tr("Done"))
        steps = (self.file, self.columns, self.preview, self.done)
        super().__init__(theme, tr("Customers from a table"), tuple(zip(names, steps, strict=True)))
        self.ask_where: Callable[[QWidget, str], str] = ask_where  # may be replaced, by a test
        self.course = Course(session, tools, self)
        self._connect()
        self._go(FILE)

    # --- from outside

    def begin(self, path: Path | None = None) -> None:
        """Begins anew, unless something is under way; perhaps with a file at once."""
        if self.is_busy:
            return
        self.preview.let_go()
        self.course.let_go()
        self.file.show_found(None)
        self.file.earlier.reload()
        self._go(FILE)
        if path:
            self.file.take(path)

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return self.course.is_busy

    def go_on(self) -> None:
        if self.is_busy or not self.steps[self.number].is_ready:
            return
        if self.number == FILE:
            self._go(COLUMNS)
        elif self.number == COLUMNS:
            self._check()
        elif self.number == PREVIEW:
            self._take()
        else:
            self._leave()

    def go_back(self) -> bool:
        if self.is_busy:
            self._stop()
        elif self.number in (COLUMNS, PREVIEW):
            self._go(self.number - 1)
        elif not (self.file if self.number == FILE else self.done).go_back():
            self._leave()
        return True

    # --- inside

    def _connect(self) -> None:
        course = self.course
        self.progress.stop_button.clicked.connect(self._stop)
        self.file.wished.connect(self._read)
        self.preview.changed.connect(self._judge)
        self.preview.save_button.clicked.connect(self._save_refused)
        self.done.save_button.clicked.connect(self._save_refused)
        self.done.another_button.clicked.connect(lambda: self.begin())
        course.advanced.connect(self.progress.advance)
        course.advanced.connect(self.preview.advance)
        course.found_out.connect(self._on_found)
        course.checked.connect(self._on_checked)
        course.judged.connect(self._on_checked)
        course.taken.connect(self._on_taken)
        course.saved.connect(lambda said: self.steps[self.number].tell(said))
        course.refused.connect(self._on_refused)
        course.given_up.connect(self._on_given_up)

    def _go(self, number: int) -> None:
        if number < PREVIEW:
            self.preview.let_go()
            self.course.forget_draft()
        self.show_step(number)

    def _leave(self) -> None:
        self.begin()
        self.left.emit()

    def _stop(self) -> None:
        self.course.stop()
        self.progress.tell_stopping()

    # --- the work

    def _read(self, wish: Wish) -> None:
        if self.is_busy:
            return
        self.course.read(wish)
        self._show_work(tr("Reading the file"), tr("Nothing is written."))

    def _check(self) -> None:
        plan, choices = self.columns.plan(), self.preview.form.begin(self.columns.region())
        self.course.check(plan, choices)
        self._show_work(tr("Looking at each row"), tr("Nothing is written. Whoever is there already is looked for."))

    def _judge(self) -> None:
        self.course.judge(self.preview.form.chosen())
        if self.is_busy:
            self.preview.hold(True)
            self.show_next()

    def _take(self) -> None:
        count = self.course.count
        hold = tr("Customers of a table are being written just now. Try again in a moment.")
        self.course.take(hold=hold if count > PATIENT else "")
        hint = tr("All of it is written together, or nothing where you cancel. The till can be looked at meanwhile; "
                  "what is to be written there waits.")  # fmt: skip
        self._show_work(tr("Taking customers over"), hint)

    def _save_refused(self) -> None:
        found = self.course.found
        chosen = self.ask_where(self, suggested_name(found.wish.path)) if found and not self.is_busy else ""
        if chosen:
            self.course.save_refused(Path(chosen))

    def _show_work(self, title: str, hint: str) -> None:
        """Shows how far it is; work that needs no time is done by now."""
        if self.is_busy:
            self.show_progress(title, hint, formats=self._session.formats)

    # --- slots

    def _on_found(self, found: Found) -> None:
        self.file.show_found(found)
        self.columns.show_found(found)
        self._go(FILE)

    def _on_checked(self) -> None:
        draft, plan = self.course.draft, self.course.plan
        assert draft is not None
        assert plan is not None
        self.preview.show_draft(draft, plan)
        if self.number != PREVIEW:
            self._go(PREVIEW)

    def _on_taken(self, batch: Batch) -> None:
        self.done.show_batch(batch)
        self._go(DONE)

    def _on_refused(self, sentence: str) -> None:
        self.show_step(self.number)
        if self.number == FILE:
            self.file.cannot_read(sentence)
        else:
            self.steps[self.number].refuse(sentence)

    def _on_given_up(self) -> None:
        if self.number == PREVIEW and self.course.draft is None:
            self._go(COLUMNS)
        else:
            self.show_step(self.number)
        self.steps[self.number].tell(tr("Stopped. Nothing was written."))
