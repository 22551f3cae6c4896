"""The third step: what would become of each row; nothing is written yet."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from loyaltydesk.desk.import_drafts import Draft
from loyaltydesk.model.imports import CheckedRow, ReadingPlan, Verdict
from loyaltydesk.words import tr, tr_n
from loyaltydesk.words.imports import verdict_name, why
from ui.exchange.figures import ORDER, Figures
from ui.exchange.row_columns import GOOD_SPARE, Ends, bad_columns, good_columns
from ui.exchange.step import QuietTable, Step
from ui.exchange.twins_form import TwinsForm
from ui.seams.paged_rows import PagedRows
from ui.seams.session import Session
from ui.theme.buttons import Button
from ui.theme.frames import Panel
from ui.theme.progress import ProgressBar
from ui.theme.scrolling import Scroll
from ui.theme.text import label
from ui.theme.theme import Theme

PATIENT = 5_000  # rows that are written before anybody at the till has to wait for it


class PreviewStep(Step):
    """Figures, the rows of one of them, and what is done with whoever is there already."""

    changed = Signal()  # other choices: the rows are to be judged anew

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__(theme, session)
        self.draft: Draft | None = None
        self._verdict = Verdict.NEW
        self.figures = Figures(theme)
        self.form = TwinsForm(theme)
        today, rules = session.ask(lambda desk: (desk.now().date(), desk.shop.programme.points))
        self._ends = Ends(rules, today)
        self.good = PagedRows[CheckedRow](good_columns(session.formats, self._ends), self._page)
        self.bad = PagedRows[CheckedRow](bad_columns(session.formats), self._page)
        self._tables = [
            QuietTable(theme, self.good, name=tr("Rows as they will be"), key=_number, spare=GOOD_SPARE),
            QuietTable(theme, self.bad, name=tr("Rows that stay out"), key=_number, spare=(2,)),
        ]
        self._title, self._hint = label(type_="title", wrap=True), label(type_="muted", wrap=True)
        self._reason = label(wrap=True)  # of the row that is chosen, which may be longer than its cell
        self.save_button = Button(theme, tr("Save the refused rows as CSV…"), icon="download")
        self.bar = ProgressBar(theme, thin=True)
        self._stack = QStackedWidget()
        self._lay_out()
        self.figures.chosen.connect(self._show_rows)
        self.form.changed.connect(self.changed)
        for table in self._tables:
            table.chosen.connect(self._on_row_chosen)

    # --- from outside

    def show_draft(self, draft: Draft, plan: ReadingPlan) -> None:
        """Shows a draft as its rows are judged now."""
        if draft is not self.draft:
            self._verdict = Verdict.NEW
        self.draft = draft
        counts, formats = draft.counts(), self.session.formats
        self.hold(False)
        self.figures.show_counts(counts, formats)
        self.form.show_draft(draft, plan, ends=self._ends, formats=formats)
        if not getattr(counts, self._verdict.value):
            self._verdict = next((each for each in ORDER if getattr(counts, each.value)), Verdict.NEW)
        self._show_rows(self._verdict)
        self.refuse("" if self.is_ready else tr("Nothing in this table is new: there is nothing to take over."))
        self.answered.emit()

    def let_go(self) -> None:
        """Forgets the draft, which whoever made it closes."""
        for rows in (self.good, self.bad):
            rows.set_rows([])
        self.draft = None

    def advance(self, done: int, whole: int) -> None:
        """Shows how many rows are judged."""
        self.bar.show_progress(done, goal=max(whole, 1))

    def hold(self, busy: bool) -> None:
        """Takes no answers while the rows are judged anew."""
        self.bar.setVisible(busy)
        for widget in (self.figures, self.form, *self._tables):
            widget.setEnabled(not busy)

    def start(self) -> None:
        self.figures.figure(self._verdict).setFocus()

    @property
    def is_ready(self) -> bool:
        counts = self.draft.counts() if self.draft else None
        return counts is not None and counts.new + counts.filled > 0

    def next_words(self) -> str:
        counts = self.draft.counts() if self.draft else None
        count = counts.new + counts.filled if counts else 0
        words = tr_n("Take {n} customer over", "Take {n} customers over", count)
        return words.format(n=self.session.formats.number(count))

    # --- inside

    def _lay_out(self) -> None:
        m = self.theme.m
        card = Panel(self.theme)
        head, words = QHBoxLayout(), QVBoxLayout()
        head.setSpacing(m.s3)
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._hint)
        head.addLayout(words, 1)
        head.addWidget(self.save_button)
        card.box.addLayout(head)
        for table in self._tables:
            self._stack.addWidget(table)
        card.box.addWidget(self._stack, 1)
        card.box.addWidget(self._reason)
        self.bar.setAccessibleName(tr("Judging the rows anew"))
        self.bar.hide()
        self.box.addWidget(self.figures)
        self.box.addWidget(self.bar)
        sides = QHBoxLayout()
        sides.setSpacing(m.s4)
        sides.addWidget(card, 7)
        sides.addWidget(Scroll(self.form, narrow=True), 3)
        self.box.addLayout(sides, 1)

    def _page(self, last: CheckedRow | None, count: int) -> Sequence[CheckedRow]:
        if self.draft is None:
            return []
        return self.draft.page(last.row.number if last else -1, count, only=[self._verdict])

    def _show_rows(self, verdict: Verdict) -> None:
        self._verdict = verdict
        out = verdict in (Verdict.REFUSED, Verdict.SKIPPED)
        self.figures.choose(verdict)
        self._title.setText(verdict_name(verdict))
        self._hint.setText(self._meaning(verdict))
        self.save_button.setVisible(verdict is Verdict.REFUSED)
        self._stack.setCurrentIndex(int(out))
        (self.bad if out else self.good).restart()
        self._tables[int(out)].scrollToTop()
        self._on_row_chosen(None)

    def _on_row_chosen(self, checked: CheckedRow | None) -> None:
        said = why(checked, self.session.formats) if checked else ""
        self._reason.setText(said)
        self._reason.setVisible(bool(said))

    def _meaning(self, verdict: Verdict) -> str:
        if verdict is Verdict.NEW and self.draft and self.draft.counts().rows > PATIENT:
            return tr("Nothing is written yet. Writing so many takes a while, in which nothing else can be written.")
        return {
            Verdict.NEW: tr("Nothing is written yet."),
            Verdict.FILLED: tr("They are there already; only what is not known of them yet is filled in."),
            Verdict.SAME: tr("They are there already, and there is nothing to fill in."),
            Verdict.SKIPPED: tr("They are left out by what is chosen beside."),
            Verdict.REFUSED: tr("They are not taken. Save them, mend them there, and take that file over, too."),
        }[verdict]


def _number(checked: CheckedRow) -> int:
    return checked.row.number
