"""The cards that are ticked as drafts of e-mails, each with its card as a PDF, in a folder that somebody chooses."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.model.greetings import Greeting, State
from loyaltydesk.printing.files import save
from loyaltydesk.words import tr, tr_n
from ui.greetings.mail import Mail, mail_of_card
from ui.greetings.press import Press
from ui.greetings.printing import Printing
from ui.seams.file_dialogs import documents
from ui.seams.giving_up import Tell
from ui.seams.session import Session


def ask_folder(parent: QWidget) -> str:
    """The folder a person chooses, "" for none."""
    return QFileDialog.getExistingDirectory(parent, tr("Where to save the e-mails"), str(documents()))


class Mailing(QObject):
    """Writes one file for each; `ask` may be replaced, by a test or by the tour."""

    def __init__(self, session: Session, press: Press, *, printing: Printing) -> None:
        super().__init__(press)
        self.ask: Callable[[QWidget], str] = ask_folder
        self._session, self._press, self._printing = session, press, printing

    def save(self) -> None:
        """Asks where to, and writes the drafts for those who have an e-mail address."""
        ticked = self._printing.ticked()
        greetings = [each for each in ticked if each.customer.profile.email]
        if not greetings:
            self._printing.notice.tell(tr("None of them has an e-mail address."), tone="info")
            return
        folder = self.ask(self._press.window())
        if folder and self._printing.keep_designs(greetings):
            self._press.write(
                lambda desk, tell: write_all(desk, greetings, Path(folder), tell=tell),
                then=lambda: self._tell(greetings),
                stopped=lambda: self._printing.notice.tell(tr("Stopped."), tone="info"),
            )

    def _tell(self, greetings: Sequence[Greeting]) -> None:
        """Says that the drafts are there, and offers to mark them as sent."""
        number = self._session.formats.number(len(greetings))
        words = tr_n(
            "{n} e-mail is saved: open it with your mail program and send it.",
            "{n} e-mails are saved: open them with your mail program and send them.",
            len(greetings),
        )
        offer = tr_n("Mark {n} as sent", "Mark {n} as sent", len(greetings)).format(n=number)
        said = tr_n("{n} card is marked as sent.", "{n} cards are marked as sent.", len(greetings)).format(n=number)
        mark = (offer, lambda: self._printing.keep_states(greetings, State.SENT, said=said))
        self._printing.notice.tell(words.format(n=number), tone="info", offer=mark)


def write_all(desk: Desk, greetings: Sequence[Greeting], folder: Path, *, tell: Tell) -> None:
    """Writes a draft for each into a folder; no file that is there is written over. Raises what the desk refuses."""
    for number, greeting in enumerate(greetings):
        tell(number, len(greetings))
        mail = mail_of_card(desk, greeting)
        save(mail.content, _free(folder, mail))


def _free(folder: Path, mail: Mail) -> Path:
    """A file of that name, with a number where there is one already."""
    path, number = folder / mail.name, 1
    while path.exists():
        number += 1
        path = folder / f"{Path(mail.name).stem} {number}.eml"
    return path
