"""Draws paper beside the window, tells how far it is, and shows it before it is printed, or writes it into a file."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal

from loyaltydesk.desk import Desk
from loyaltydesk.printing.pdf import save_pdf
from loyaltydesk.printing.scene import Document
from loyaltydesk.words import tr
from ui.greetings.batch import one_document
from ui.paper.dialog import PaperDialog
from ui.seams.giving_up import Tell, Watched
from ui.seams.session import Session
from ui.seams.tasks import ended, while_alive
from ui.seams.tools import Tools
from ui.theme.buttons import Button
from ui.theme.frames import Panel
from ui.theme.progress import ProgressBar
from ui.theme.text import label
from ui.theme.theme import Theme

Draw = Callable[[Desk, Tell], Sequence[Document]]
Then = Callable[[], object]


def nothing() -> None:
    """What comes where nothing else is to come."""


class Press(Panel):
    """Out of sight unless something is being drawn. `show_paper` may be replaced, by a test or by the tour."""

    refused = Signal(object)  # Refused

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme, surface="inset", tone="info", across=True)
        self.show_paper: Callable[[Document, str], bool] = self._show_dialog
        self._session, self._tools = session, tools
        self._watched: Watched | None = None
        self.bar = ProgressBar(theme)
        self.stop_button = Button(theme, tr("Cancel"), kind="small")
        self.stop_button.clicked.connect(self.stop)
        words = tr("Drawing the cards …")
        self.bar.setAccessibleName(words)
        self.box.addWidget(label(words, "strong"))
        self.box.addWidget(self.bar, 1)
        self.box.addWidget(self.stop_button)
        self.hide()

    @property
    def is_busy(self) -> bool:
        """Whether something is being drawn."""
        return self._watched is not None

    def print(self, draw: Draw, title: str, then: Then = nothing) -> None:
        """Draws paper on a desk of its own and shows it; `then` comes after that, if any of it was printed or saved."""

        def done(documents: Sequence[Document]) -> None:
            went = [self.show_paper(document, title) for document in documents]
            if any(went):
                then()

        self._run(draw, done)

    def save(self, draw: Draw, path: Path, *, then: Then, stopped: Then) -> None:
        """Draws paper and writes it into a PDF file; `then` comes after that, `stopped` where it was given up."""

        def write(desk: Desk, tell: Tell) -> Sequence[Document]:
            documents = draw(desk, tell)
            save_pdf(one_document(documents), path, tell)
            return documents

        self._run(write, lambda _documents: then(), stopped)

    def write(self, work: Callable[[Desk, Tell], object], *, then: Then, stopped: Then) -> None:
        """Writes files of its own on a desk of its own; `then` comes after that, `stopped` where it was given up."""

        def draw(desk: Desk, tell: Tell) -> Sequence[Document]:
            work(desk, tell)
            return ()

        self._run(draw, lambda _documents: then(), stopped)

    def stop(self) -> None:
        """Gives up what is being drawn; nothing is shown or written then."""
        if self._watched:
            self._watched.stop()

    # --- inside

    def _run(self, draw: Draw, then: Callable[[Sequence[Document]], object], stopped: Then = nothing) -> None:
        watched, found = Watched(self.bar), list[Document]()
        self._watched = watched
        self.bar.show_progress(0, goal=1)
        self.setVisible(True)
        self.stop_button.setFocus()  # the button that began it cannot be pressed meanwhile

        def work(tell: Tell) -> None:
            found.extend(self._session.job(lambda desk: draw(desk, tell))())

        def done(whole: bool) -> None:
            if whole:
                then(found)
            else:
                stopped()

        run = ended(self._tools.run, self, self._on_over)
        run(watched.job(work), done=while_alive(self, done), refused=while_alive(self, self.refused.emit))

    def _on_over(self) -> None:
        """Nothing is drawn any more, also where that ended in a fault of ours."""
        self._watched = None
        self.hide()
        self._session.changed.emit()  # vouchers may have been written out

    def _show_dialog(self, document: Document, title: str) -> bool:
        """Whether any page went to a printer or into a file."""
        dialog = PaperDialog(self.theme, document, title=title, parent=self.window(), tools=self._tools)
        went = set[int]()
        dialog.printed.connect(went.update)
        dialog.exec()
        dialog.deleteLater()
        return bool(went)
