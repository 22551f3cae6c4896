"""The view of calls and messages: whom to call today, the words ready to say or to send, and what came of it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.model.greetings import Call, Outcome
from loyaltydesk.model.refusals import Refused
from loyaltydesk.printing.files import save
from loyaltydesk.words import tr, tr_n
from loyaltydesk.words.greetings import CALLS, OUTCOMES
from ui.greetings.call_lines import in_order, line_of
from ui.greetings.call_panel import CallPanel
from ui.greetings.campaigning import BEGINS
from ui.greetings.mail import Mail, mail_of
from ui.greetings.wording import when
from ui.seams.file_dialogs import ask_to_save
from ui.seams.line_list import LineList
from ui.seams.notice import Notice
from ui.seams.people import shown_name
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.seams.views import View
from ui.theme.frames import Panel
from ui.theme.text import ElidedLabel
from ui.theme.theme import Theme


def ask_where(parent: QWidget, suggested: str) -> str:
    """The path a person chooses for an e-mail, "" for none."""
    return ask_to_save(parent, suggested, title=tr("Save the e-mail"), kind=tr("E-mail"))


def open_file(path: str) -> bool:
    """Whether this computer has a program for a file, which is opened with it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(path))


class CallsView(View):
    """The list on the left, one call on the right; what is noted moves down."""

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme, session, tools)
        # What asks a person or another program may be replaced, by a test or by the tour.
        self.ask_file: Callable[[QWidget, str], str] = ask_where
        self.open_file: Callable[[str], bool] = open_file
        self._calls: list[Call] = []
        self._folder: QTemporaryDir | None = None  # for e-mails that are opened at once
        self._count = ElidedLabel(type_="title")
        self.list = LineList(theme, name=tr("Calls"))
        self.panel = CallPanel(theme)
        self.notice = Notice(theme)
        self.in_bar = (QWidget(),)  # nothing, beside the switch that stays where it is
        self._lay_out()
        self.list.chosen.connect(lambda _key: self._show_call())
        self.panel.outcome_chosen.connect(self._on_outcome_chosen)
        self.panel.mail_wanted.connect(self._on_mail_wanted)
        self.panel.copied.connect(self.notice.tell)
        self.reload()

    # --- from outside

    def entered(self) -> None:
        self.list.setFocus()

    def reload(self) -> None:
        self._calls = in_order(self.session.ask(lambda desk: desk.greetings.calls()))
        waiting = sum(not (call.outcome and call.outcome.is_final) for call in self._calls)
        words = tr_n("{n} call today", "{n} calls today", waiting)
        self._count.setText(words.format(n=self.session.formats.number(waiting)))
        self.list.show_lines([line_of(call) for call in self._calls])
        self._show_call()

    def open(self, what: str) -> None:
        """Shows the call for the customer with this id, or the first of a campaign ("campaign/<id>")."""
        if what.startswith(BEGINS):
            self._choose_first(f"{what}/")
            return
        theirs = next((call for call in self._calls if call.customer.id == what), None)
        if theirs:
            self.list.choose(theirs.id)
            self.list.setFocus()
        else:
            name = shown_name(self.session.ask(lambda desk: desk.customers.get(what)))
            self.notice.tell(tr("{name} is not on today's list.").format(name=name), tone="info")

    def go_back(self) -> bool:
        shown = self.notice.isVisible()
        self.notice.hide()
        return shown

    # --- inside

    def _choose_first(self, begins: str) -> None:
        """The first call under a name that begins so, if there is any today."""
        first = next((call.id for call in self._calls if call.id.startswith(begins)), "")
        if first:
            self.list.choose(first)
            self.list.setFocus()

    def _lay_out(self) -> None:
        m = self.theme.m
        left = Panel(self.theme)
        left.box.addWidget(self._count)
        left.box.addWidget(self.list, 1)
        columns = QHBoxLayout()
        columns.setSpacing(m.s4)
        columns.addWidget(left, 5)
        columns.addWidget(self.panel, 13)
        below = QVBoxLayout(self)
        below.setContentsMargins(m.s5, m.s4, m.s5, m.s4)
        below.setSpacing(m.s3)
        below.addWidget(self.notice)
        below.addLayout(columns, 1)

    def _call(self) -> Call | None:
        return next((call for call in self._calls if call.id == self.list.key), None)

    def _show_call(self) -> None:
        call = self._call()
        if call is None:
            self.panel.show_nothing(
                tr("Nobody to call today"),
                tr("Here stand birthdays, vouchers that are about to end, and who has not come for long."),
            )
            return
        today = self.session.ask(lambda desk: desk.now().date())
        formats = self.session.formats
        why = tr("{reason} · {day}").format(reason=tr(CALLS[call.kind]), day=when(call.day, formats, today=today))
        self.panel.show_call(call, name=shown_name(call.customer), why=why)

    def _mail(self, call: Call) -> Mail | None:
        try:
            wanted = self.panel.with_card.isChecked() and self.panel.with_card.isVisible()
            return self.session.ask(lambda desk: mail_of(desk, call, with_card=wanted))
        except Refused as refused:
            self.notice.tell(self.session.sentence(refused), tone="danger")
            return None

    def _save(self, mail: Mail, path: Path) -> bool:
        try:
            save(mail.content, path)
        except Refused as refused:
            self.notice.tell(self.session.sentence(refused), tone="danger")
            return False
        return True

    def _note(self, call: Call, outcome: Outcome | None) -> bool:
        """Keeps what came of a call; False when the desk refused."""

        def keep(desk: Desk) -> bool:
            desk.greetings.called(call.id, outcome, note=call.note)
            return True

        return bool(self.session.do(keep, refused=lambda sentence: self.notice.tell(sentence, tone="danger")))

    def _take_back(self, call: Call) -> None:
        """Puts back what was noted of a call before."""
        if self._note(call, call.outcome):
            self.list.choose(call.id)

    # --- slots

    def _on_outcome_chosen(self, outcome: Outcome) -> None:
        call = self._call()
        if call is None:
            return
        following = next((each.id for each in self._calls if each.id != call.id and each.outcome is None), "")
        if self._note(call, outcome):
            said = tr("Noted for {name}: {outcome}").format(
                name=shown_name(call.customer), outcome=tr(OUTCOMES[outcome])
            )
            self.notice.tell(said, offer=(tr("Undo"), lambda: self._take_back(call)))
            self.list.choose(following)

    def _on_mail_wanted(self, at_once: bool) -> None:
        call = self._call()
        mail = self._mail(call) if call else None
        if mail is None:
            return
        if not at_once:
            chosen = self.ask_file(self, mail.name)
            if chosen and self._save(mail, Path(chosen)):
                self.notice.tell(tr("Saved as {path}").format(path=Path(chosen).name))
            return
        self._folder = self._folder or QTemporaryDir()
        path = Path(self._folder.path()) / mail.name
        if self._save(mail, path) and not self.open_file(str(path)):
            said = tr("This computer has no program for e-mails. Save the e-mail, and send it from another one.")
            self.notice.tell(said, tone="warning")
