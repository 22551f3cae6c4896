"""How far the team is this month: a quiet button in the bar of the till, and the small window that it opens."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.model.staff import Contest, Score
from loyaltydesk.words import tr
from loyaltydesk.words.staff import DEEDS, month_text, score_text, team_text
from ui.seams.formats import QtFormats
from ui.seams.session import Session
from ui.theme.buttons import Button
from ui.theme.frames import Panel, rule
from ui.theme.growing import grow
from ui.theme.progress import ProgressBar
from ui.theme.text import label
from ui.theme.theme import Theme
from ui.till.topbar import TopBar

WIDTH = 460  # px of the window


class Goals(QObject):
    """Keeps the button up to date, and opens the window."""

    left = Signal()  # the window was closed

    def __init__(self, session: Session, top: TopBar, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._top, self._page = session, top, page
        top.goals_wanted.connect(self.open_panel)

    def refresh(self) -> None:
        """Shows the month as it is: the first goal of the team that is not reached; nothing where there is none."""
        contest = self._session.ask(_this_month)
        aimed = [score for score in contest.team if score.goal] if contest else []
        ahead = next((score for score in aimed if not score.is_reached), None)
        words = team_text(ahead, self._session.formats) if ahead else tr("The team reached its goals")
        self._top.show_team(words if aimed else "")

    def open_panel(self) -> None:
        """Opens the window, on top of whatever the till does."""
        contest = self._session.ask(_this_month)
        if contest is None:
            return
        name = self._session.ask(lambda desk: desk.cashier)
        dialog = GoalsDialog(self._top.theme, contest, formats=self._session.formats, name=name, parent=self._page)
        dialog.finished.connect(self._page.window().activateWindow)  # or the next scan would be nobody's
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self.left)
        dialog.open()


class GoalsDialog(QDialog):
    """The team in front, then whoever is at the till; what the others did is nobody's business here."""

    def __init__(
        self, theme: Theme, contest: Contest, *, formats: QtFormats, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._formats = theme, formats
        self.setWindowTitle(tr("Goals of the month"))
        close = Button(theme, tr("Close"), kind="action")
        box, m = QVBoxLayout(self), theme.m
        box.setContentsMargins(m.s5, m.s4, m.s5, m.s4)
        box.setSpacing(m.s3)
        panel = Panel(theme)
        panel.box.addWidget(label(tr("The team"), "title"))
        panel.box.addLayout(self._bars([score for score in contest.team if score.goal], thin=False))
        own = next((row for row in contest.rows if name.casefold() in map(str.casefold, row.member.names)), None)
        done = [score for score in own.scores if score.count or score.goal] if own else []
        if own and done:
            panel.box.addWidget(rule())
            panel.box.addWidget(label(own.member.name, "title", wrap=True))
            panel.box.addLayout(self._bars(done, thin=True))
        box.addWidget(label(month_text(contest.month), "name"))
        box.addWidget(panel)
        box.addWidget(close)
        close.clicked.connect(self.accept)
        close.setDefault(True)
        self.resize(WIDTH * theme.text_percent // 100, 0)
        grow(self)

    def _bars(self, scores: list[Score], *, thin: bool) -> QGridLayout:
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        grid.setVerticalSpacing(self._theme.m.s1)
        for place, score in enumerate(scores):
            grid.addWidget(label(tr(DEEDS[score.deed]), wrap=True), 2 * place, 0)
            grid.addWidget(label(score_text(score, self._formats), "strong"), 2 * place, 1, Qt.AlignmentFlag.AlignRight)
            if score.goal:
                bar = ProgressBar(self._theme, thin=thin)
                bar.setAccessibleName(tr(DEEDS[score.deed]))
                bar.show_progress(score.count, goal=score.goal)
                grid.addWidget(bar, 2 * place + 1, 0, 1, 2)
        return grid


def _this_month(desk: Desk) -> Contest | None:
    """The month, where the team has a goal in it and the owner lets the till show it."""
    today = desk.now().date()
    aims = desk.staff.goals(today)
    if not any(goal.team for goal in aims.of.values()) or not desk.staff.shows_goals:
        return None
    return desk.staff.contest(today)
