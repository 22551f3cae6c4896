"""How far a long print run is, and a button to give it up; out of sight for a few pages."""

from collections.abc import Callable

from loyaltydesk.words import tr
from ui.seams.giving_up import Tell, Watched
from ui.theme.buttons import Button
from ui.theme.frames import Panel
from ui.theme.progress import ProgressBar
from ui.theme.theme import Theme

FEW = 20  # pages that are done before anybody could press a button


class UnderWay(Panel):
    """A bar and a button beside it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, surface="inset", across=True)
        self.bar = ProgressBar(theme)
        self.stop_button = Button(theme, tr("Cancel"), kind="small")
        self.box.addWidget(self.bar, 1)
        self.box.addWidget(self.stop_button)
        self._watched = Watched(self.bar)
        self.stop_button.clicked.connect(self._watched.stop)
        self.hide()

    def job(self, work: Callable[[Tell], object]) -> Callable[[], bool]:
        """`work` as a job that says whether it was done, and not given up; it tells how far it is."""
        return self._watched.job(work)

    def begin(self, sentence: str, pages: int) -> None:
        """Shows the start of what `sentence` names, if it is so many pages that it may take a while."""
        self.bar.setAccessibleName(sentence)
        self.bar.show_progress(0, goal=1)
        self.setVisible(pages > FEW)
