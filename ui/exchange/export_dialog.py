"""The dialog that takes everything elsewhere: what and as what, a warning, and how far it is.

To be used as:
    ExportDialog(theme, session, tools, parent=page).show()     # the window behind it stays usable
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDir, Qt
from PySide6.QtWidgets import QButtonGroup, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.words import tr
from loyaltydesk.words.exports import warning
from ui.exchange.export_work import Form, write_out
from ui.exchange.files import ask_folder, ask_where
from ui.exchange.table_work import TableWork
from ui.seams.giving_up import Tell
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.theme.blocks import Banner
from ui.theme.buttons import Button, SegmentedControl
from ui.theme.choice_card import ChoiceCard
from ui.theme.growing import grow
from ui.theme.progress import ProgressBar
from ui.theme.scrolling import Scroll
from ui.theme.text import label
from ui.theme.theme import Theme

WIDE, HIGH = 620, 560  # px
EVERYTHING, CUSTOMERS = "everything", "customers"


class ExportDialog(QDialog):
    """Esc gives up what is under way, and closes the dialog otherwise."""

    def __init__(self, theme: Theme, session: Session, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ask_where: Callable[[QWidget, str], str] = ask_where  # both may be replaced, by a test
        self.ask_folder: Callable[[QWidget, str], str] = ask_folder
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Export"))
        self._theme, self._session = theme, session
        self._work = TableWork(session, tools, self)
        self._path = Path()
        options = [(EVERYTHING, tr("Everything")), (CUSTOMERS, tr("Customers only"))]
        self.what = SegmentedControl(theme, options)
        self._group = QButtonGroup(self)
        self.forms = {form: self._card(form) for form in Form}
        self.banner = Banner(theme, warning(), tone="warning")
        self.bar = ProgressBar(theme)
        self.bar.setAccessibleName(tr("Writing"))
        self.close_button = Button(theme, tr("Close"), kind="ghost")
        self.stop_button = Button(theme, tr("Cancel"))
        self.export_button = Button(theme, tr("Export…"), kind="action", icon="download")
        self._lay_out()
        self._connect()
        self._show_forms()
        self._hold(False)
        self.export_button.setDefault(True)
        self.export_button.setFocus()

    def form(self) -> Form:
        """As what it is to be written."""
        return list(Form)[self._group.checkedId()]

    # --- inside

    def _card(self, form: Form) -> ChoiceCard:
        title, hint = {
            Form.WORKBOOK: (tr("A workbook (XLSX)"), tr("A sheet for each table; opens in every spreadsheet program.")),
            Form.ZIP: (tr("CSV files in a ZIP"), tr("One file, to be kept or sent on.")),
            Form.FOLDER: (tr("CSV files in a folder"), tr("For other programs to read.")),
            Form.CSV: (tr("A CSV file"), tr("Opens by a double click; card and phone numbers stay text.")),
        }[form]
        card = ChoiceCard(self._theme, name=title, description=hint)
        card.box.setContentsMargins(self._theme.m.s4, self._theme.m.s3, self._theme.m.s4, self._theme.m.s3)
        card.box.setSpacing(0)
        card.box.addWidget(label(title, "strong", wrap=True))
        card.box.addWidget(label(hint, "muted", wrap=True))
        self._group.addButton(card, list(Form).index(form))
        return card

    def _lay_out(self) -> None:
        m = self._theme.m
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(m.s3)
        column.addWidget(label(tr("Take everything elsewhere"), "name", wrap=True))
        column.addWidget(self.what)
        for card in self.forms.values():
            column.addWidget(card)
        column.addWidget(self.banner)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(m.s3)
        foot.addWidget(self.bar, 1)
        foot.addStretch(0)
        for button in (self.stop_button, self.close_button, self.export_button):
            foot.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(m.s5, m.s4, m.s5, m.s4)
        whole.setSpacing(m.s3)
        whole.addWidget(Scroll(inside, narrow=True), 1)
        whole.addLayout(foot)
        self.resize(WIDE * self._theme.text_percent // 100, HIGH)

    def _connect(self) -> None:
        self.what.chosen.connect(lambda _key: self._show_forms())
        self.export_button.clicked.connect(self._on_export_pressed)
        self.stop_button.clicked.connect(self._work.stop)
        self.close_button.clicked.connect(self.reject)
        self._work.advanced.connect(lambda done, whole: self.bar.show_progress(done, goal=max(whole, 1)))
        self._work.given_up.connect(self._on_given_up)

    def _show_forms(self) -> None:
        """One table needs neither a ZIP nor a folder."""
        everything = self.what.current() == EVERYTHING
        for form, card in self.forms.items():
            card.setVisible(form is Form.WORKBOOK or (form is Form.CSV) is not everything)
        self.forms[Form.WORKBOOK].setChecked(True)

    def _hold(self, busy: bool) -> None:
        for widget in (self.bar, self.stop_button):
            widget.setVisible(busy)
        for button in (self.export_button, self.close_button):
            button.setVisible(not busy)
        for choice in (self.what, *self.forms.values()):
            choice.setEnabled(not busy)
        (self.stop_button if busy else self.export_button).setFocus()

    def _ask(self) -> str:
        """Where it is to be written; "" for nowhere."""
        form, everything = self.form(), self.what.current() == EVERYTHING
        name = tr("shop") if everything else tr("customers")
        if form is Form.FOLDER:
            return self.ask_folder(self, name)
        suffix = {Form.WORKBOOK: "xlsx", Form.ZIP: "zip", Form.CSV: "csv"}[form]
        return self.ask_where(self, f"{name}.{suffix}")

    # --- slots

    def _on_export_pressed(self) -> None:
        chosen = self._ask()
        if not chosen or self._work.is_busy:
            return
        path, form, everything = Path(chosen), self.form(), self.what.current() == EVERYTHING
        self._path = path

        def write(desk: Desk, tell: Tell) -> None:
            write_out(desk, path, form, everything=everything, tell=tell)

        self.bar.show_progress(0, goal=1)
        self._hold(True)
        self._work.begin(write, done=self._on_written, refused=self._on_refused)

    def _on_written(self, _nothing: object) -> None:
        self._hold(False)
        path = QDir.toNativeSeparators(str(self._path))
        self._say(tr("Saved as {path}").format(path=path), warning())

    def _on_given_up(self) -> None:
        self._hold(False)
        self._say(tr("Stopped. Nothing was saved."))

    def _on_refused(self, sentence: str) -> None:
        self._hold(False)
        self.banner.say(sentence, tone="danger")

    def _say(self, sentence: str, detail: str = "") -> None:
        self.banner.say(sentence, detail=detail, tone="accent" if detail else "info")
        grow(self)

    # --- Qt

    def reject(self) -> None:
        if self._work.is_busy:
            self._work.stop()
        else:
            super().reject()
