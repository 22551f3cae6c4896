"""What is done with the cards that are ticked: printed, saved, marked, and their envelopes and labels."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.model.greetings import Greeting, State
from loyaltydesk.model.refusals import Refused
from loyaltydesk.words import tr, tr_n
from ui.greetings.batch import Batch, drawn
from ui.greetings.designing import Designing
from ui.greetings.post_dialog import Post
from ui.greetings.posting import Posting
from ui.greetings.press import Press
from ui.paper.dialog import ask_where_to_save
from ui.seams.file_dialogs import documents
from ui.seams.notice import Notice
from ui.seams.people import shown_name
from ui.seams.session import Session
from ui.theme.buttons import Button
from ui.theme.text import literal
from ui.theme.theme import Theme


class Printing(QObject):
    """Buttons for the title bar, and what they do with the greetings that `ticked` gives."""

    def __init__(
        self,
        theme: Theme,
        session: Session,
        press: Press,
        *,
        designing: Designing,
        posting: Posting,
    ) -> None:
        super().__init__(press)
        self.ask_file: Callable[[QWidget, str], str] = ask_where_to_save  # may be replaced, by a test
        self.ticked: Callable[[], list[Greeting]] = list
        self.sheet: Callable[[], str] = str
        self._session, self._press, self._designing, self._posting = session, press, designing, posting
        self.notice = Notice(theme)
        self.save_button = Button(theme, tr("Save as PDF"), icon="download")
        self.print_button = Button(theme, "", kind="action", icon="printer")
        self.more_button = Button(theme, tr("More"))
        self._actions = {
            "save": QAction(literal(tr("Save as PDF")), self),
            "sent": QAction(self),
            "mail": QAction(literal(tr("Save as e-mails…")), self),
            Post.ENVELOPES.value: QAction(literal(tr("Print envelopes…")), self),
            Post.LABELS.value: QAction(literal(tr("Print address labels…")), self),
        }
        menu = QMenu(self.more_button)
        menu.addActions(list(self._actions.values()))
        self.more_button.setMenu(menu)
        self._connect()

    @property
    def buttons(self) -> tuple[Button, ...]:
        """Those of the title bar."""
        return self.more_button, self.save_button, self.print_button

    @property
    def mail_action(self) -> QAction:
        """What the menu has for e-mails."""
        return self._actions["mail"]

    def keep_designs(self, greetings: Sequence[Greeting]) -> bool:
        """Puts what was designed for these into the shop's file; False when the desk refused."""
        return self._designing.save(list(greetings))

    def tell_ticked(self) -> None:
        """Brings the buttons up to what is ticked."""
        count = len(self.ticked())
        number = self._session.formats.number(max(count, 1))
        self.print_button.setText(tr_n("Print {n} card", "Print {n} cards", max(count, 1)).format(n=number))
        self._actions["sent"].setText(
            literal(tr_n("Mark {n} as sent", "Mark {n} as sent", max(count, 1)).format(n=number))
        )
        possible = count > 0 and not self._press.is_busy
        for button in (self.print_button, self.save_button):
            button.setEnabled(possible)
        for action in self._actions.values():
            action.setEnabled(possible)

    def keep_state(self, greeting: Greeting, state: State, *, note: str = "") -> None:
        """Keeps how one greeting stands, and says so."""
        said = {
            State.SENT: tr("The card for {name} is marked as sent."),
            State.SKIPPED: tr("The card for {name} is set aside."),
            State.TO_DO: tr("The card for {name} is to do again."),
        }[state]
        self.keep_states([greeting], state, note=note, said=said.format(name=shown_name(greeting.customer)))

    def keep_states(self, greetings: Sequence[Greeting], state: State, *, note: str = "", said: str) -> None:
        """Keeps how greetings stand, and offers to take it back."""
        before = {each.id: each for each in greetings}

        def keep(desk: Desk) -> bool:
            desk.greetings.keep_state(before, state, note=note)
            return True

        if self._session.do(keep, refused=self._refuse):
            self.notice.tell(said, offer=(tr("Undo"), lambda: self._restore(before)))

    def print(self) -> None:
        """Shows the ticked cards before they are printed, and asks afterwards whether they were."""
        greetings = self.ticked()
        if greetings and self._designing.save(greetings):
            self.notice.hide()
            batch = self._batch(greetings)
            self._press.print(
                lambda desk, tell: drawn(desk, batch, tell),
                tr("Greeting cards"),
                lambda: self.ask_whether_printed(greetings),
            )
            self.tell_ticked()

    def save(self) -> None:
        """Writes the ticked cards into a PDF file."""
        greetings = self.ticked()
        if not greetings or not self._designing.save(greetings):
            return
        chosen = self.ask_file(self._press.window(), _suggested(tr("Greeting cards")))
        if chosen:
            self.notice.hide()
            path, batch = Path(chosen), self._batch(greetings)
            self._press.save(
                lambda desk, tell: drawn(desk, batch, tell),
                path,
                then=lambda: self.ask_whether_printed(greetings, path),
                stopped=lambda: self._tell_stopped(greetings),
            )
            self.tell_ticked()

    def post(self, post: Post) -> None:
        """Asks about envelopes or labels for the ticked cards, and shows them before they are printed."""
        self._posting.print(post, self.ticked())

    def ask_whether_printed(self, greetings: Sequence[Greeting], path: Path | None = None) -> None:
        """Offers to mark as printed those of these that are to do; `path` is the file they were written into."""
        open_ones = [each for each in greetings if each.state is State.TO_DO]
        said = tr("Saved as {path}").format(path=path.name) if path else tr("Were the cards printed well?")
        if not open_ones:
            if path:
                self.notice.tell(said)
            return
        words = tr_n("Mark {n} as printed", "Mark {n} as printed", len(open_ones))
        offer = words.format(n=self._session.formats.number(len(open_ones)))
        self.notice.tell(said, tone="info", offer=(offer, lambda: self._mark_printed(open_ones)))
        self.notice.button.setFocus()

    # --- inside

    def _connect(self) -> None:
        self.print_button.clicked.connect(self.print)
        self.save_button.clicked.connect(self.save)
        self._actions["save"].triggered.connect(self.save)
        self._actions["sent"].triggered.connect(self._on_sent_pressed)
        for post in Post:
            self._actions[post.value].triggered.connect(lambda _on=False, post=post: self.post(post))
        self._press.refused.connect(self._on_refused)

    def _batch(self, greetings: Sequence[Greeting]) -> Batch:
        return Batch(greetings, self._designing.own, self.sheet())

    def _tell_stopped(self, greetings: Sequence[Greeting]) -> None:
        """Says that there is no file, and what of it there is nevertheless."""
        inside = self._session.ask(lambda desk: any(desk.greetings.gift_inside(each) for each in greetings))
        written = tr("Stopped. Nothing was saved. The vouchers inside are written out, and wait for their cards.")
        self.notice.tell(written if inside else tr("Stopped. Nothing was saved."), tone="info")

    def _mark_printed(self, greetings: Sequence[Greeting]) -> None:
        words = tr_n("{n} card is marked as printed.", "{n} cards are marked as printed.", len(greetings))
        said = words.format(n=self._session.formats.number(len(greetings)))
        self.keep_states(greetings, State.PRINTED, said=said)

    def _restore(self, before: dict[str, Greeting]) -> None:
        """Puts back how greetings stood."""

        def put_back(desk: Desk) -> bool:
            for each in before.values():
                desk.greetings.keep_state([each.id], each.state, each.why, note=each.note)
            return True

        self._session.do(put_back, refused=self._refuse)

    def _refuse(self, sentence: str) -> None:
        self.notice.tell(sentence, tone="danger")

    # --- slots

    def _on_sent_pressed(self) -> None:
        greetings = self.ticked()
        words = tr_n("{n} card is marked as sent.", "{n} cards are marked as sent.", len(greetings))
        said = words.format(n=self._session.formats.number(len(greetings)))
        self.keep_states(greetings, State.SENT, said=said)

    def _on_refused(self, refused: Refused) -> None:
        self._refuse(self._session.sentence(refused))
        self.tell_ticked()


def _suggested(title: str) -> str:
    """A file of that title among the user's documents."""
    return str(documents() / f"{title}.pdf")
