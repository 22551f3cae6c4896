"""History played again in the background: how far it is, a way to give it up, and a way to begin anew."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from loyaltydesk.desk.forecast import Wanted
from loyaltydesk.model.refusals import Refused
from loyaltydesk.rules.forecast import Replayed
from loyaltydesk.words import tr
from ui.seams.giving_up import Tell, Watched
from ui.seams.session import Session
from ui.seams.tasks import while_alive
from ui.seams.tools import Tools
from ui.theme.buttons import Button
from ui.theme.frames import Panel
from ui.theme.progress import ProgressBar
from ui.theme.text import label
from ui.theme.theme import Theme


class Work(Panel):
    """Out of sight unless something is under way, or was given up."""

    done = Signal(object)  # Replayed
    refused = Signal(object)  # Refused
    again = Signal()  # somebody wants it after all

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme, across=True)
        self._session, self._tools = session, tools
        self._watched: Watched | None = None
        self._text = label(type_="strong", wrap=True)
        self.bar = ProgressBar(theme)
        self.stop_button = Button(theme, tr("Cancel"))
        self.again_button = Button(theme, tr("Work it out"))
        self.stop_button.clicked.connect(self._on_cancelled)
        self.again_button.clicked.connect(self.again)
        row = QHBoxLayout()
        self.box.addLayout(row, 1)
        row.addWidget(self._text, 1)
        row.addWidget(self.bar, 1)
        for widget in (self.stop_button, self.again_button):
            self.box.addWidget(widget)
        self.hide()

    def begin(self, toml: str, wanted: Wanted) -> None:
        """Starts to play history under a programme; what was under way is given up."""
        self.stop()
        watched, found = Watched(self.bar), list[Replayed]()
        self._watched = watched

        def play(tell: Tell) -> None:
            found.append(self._session.job(lambda desk: desk.forecast.replay(toml, wanted, progress=tell))())

        def done(whole: bool) -> None:
            if self._is_newest(watched):
                self._rest(given_up=not whole)
                if whole:
                    self.done.emit(found[0])

        def refused(refusal: Refused) -> None:
            if self._is_newest(watched):
                self._rest()
                self.refused.emit(refusal)

        self._show(tr("Playing your purchases again…"), busy=True)
        self.bar.show_progress(0, goal=1)
        self._tools.run(watched.job(play), done=while_alive(self, done), refused=while_alive(self, refused))

    def stop(self) -> None:
        """Gives up what is under way, and says nothing of it."""
        if self._watched:
            self._watched.stop()
        self._watched = None
        self.hide()

    def _is_newest(self, watched: Watched) -> bool:
        return self._watched is watched

    def _rest(self, *, given_up: bool = False) -> None:
        self._watched = None
        self.setVisible(given_up)
        if given_up:
            self._show(tr("It was not worked out."), busy=False)

    def _show(self, text: str, *, busy: bool) -> None:
        self._text.setText(text)
        self.bar.setAccessibleName(text)
        _visible(busy, self.bar, self.stop_button)
        _visible(not busy, self.again_button)
        self.show()

    def _on_cancelled(self) -> None:
        if self._watched:
            self._watched.stop()


def _visible(visible: bool, *widgets: QWidget) -> None:
    for widget in widgets:
        widget.setVisible(visible)
