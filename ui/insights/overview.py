"""The overview: what waits, four figures, and a panel for each question an owner asks."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QVBoxLayout, QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.model.agenda import Matter
from loyaltydesk.model.insights import Overview as Figures
from loyaltydesk.model.insights import Period
from loyaltydesk.model.refusals import Refused
from loyaltydesk.words import tr
from ui.insights.best_part import BestPart
from ui.insights.cohorts_part import CohortsPart
from ui.insights.cost_part import CostPart
from ui.insights.folding import Folding, Place
from ui.insights.groups_part import GroupsPart
from ui.insights.hours_part import HoursPart
from ui.insights.members_part import MembersPart
from ui.insights.part import Part
from ui.insights.period_choice import PeriodChoice
from ui.insights.points_part import PointsPart
from ui.insights.reading import Question, Reading
from ui.insights.staff_part import StaffPart
from ui.insights.tiles import Tiles
from ui.insights.todo import Todo
from ui.insights.view import View
from ui.seams.notice import Notice
from ui.seams.panel_export import PanelExport
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.theme.buttons import IconButton
from ui.theme.scrolling import Scroll
from ui.theme.sheet import Tone
from ui.theme.theme import Theme

_Key, _Turn = Qt.Key, QAbstractSlider.SliderAction
TURNS = {
    _Key.Key_Up: _Turn.SliderSingleStepSub,
    _Key.Key_Down: _Turn.SliderSingleStepAdd,
    _Key.Key_PageUp: _Turn.SliderPageStepSub,
    _Key.Key_PageDown: _Turn.SliderPageStepAdd,
    _Key.Key_Home: _Turn.SliderToMinimum,
    _Key.Key_End: _Turn.SliderToMaximum,
}


class Overview(View):
    """Scrolls; its figures are read when it is first seen, when another period is chosen and when the shop changed."""

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme, session, tools)
        self._read_on: date | None = None  # the day of the figures that are shown
        self._reading = Reading(session, tools, self)
        self.period = PeriodChoice(theme, self._today(), session.formats)
        self.todo, self.tiles = Todo(theme), Tiles(theme)
        self.export = PanelExport(session, tools, self, about=tr("Insights"))
        self.save_button = IconButton(theme, "download", name=tr("Save as PDF"))
        self.notice = Notice(theme)
        common = (theme, session, self.export)
        self.members, self.groups = MembersPart(*common), GroupsPart(theme, session, tools=tools, export=self.export)
        self.cohorts, self.best, self.staff = CohortsPart(*common), BestPart(*common), StaffPart(*common)
        self.cost, self.hours, self.points = CostPart(*common), HoursPart(*common), PointsPart(*common)
        self.parts: tuple[Part, ...] = (
            self.members, self.groups, self.cohorts, self.best, self.staff, self.cost, self.hours, self.points,
        )  # fmt: skip
        self.in_bar = (self.period, self.save_button)
        self._lay_out()
        self._listen()

    # --- what the page asks

    @property
    def subtitle(self) -> str:
        return self.period.described(self._today(), self.session.formats)

    def entered(self) -> None:
        self.setFocus()  # arrow keys look further down, Tab leads to the first figure
        if self._read_on != self._today():
            self.reload()

    def go_back(self) -> bool:
        seen = self.notice.isVisible()
        self.notice.hide()
        return seen

    def reload(self) -> None:
        """Reads everything again, in the order in which it stands."""
        today = self._today()
        period = self.period.period(today)
        self._read_on = today
        self.tiles.show_counting()
        overview = Question(lambda desk: _top(desk, period), self._on_top_read, self._on_top_refused)
        self._reading.begin([overview, *(part.question(period) for part in self.parts)])
        self.subtitled.emit(self.subtitle)

    # --- inside

    def _today(self) -> date:
        return self.session.ask(lambda desk: desk.now().date())

    def _lay_out(self) -> None:
        self._rows = Folding(self.theme)
        self._rows.add_row([Place(self.todo, 1, 400)])
        self._rows.add_row([Place(self.tiles, 1, 0)])
        self._rows.add_row([Place(self.members, 3, 420), Place(self.groups, 2, 380)], growing=3)
        self._rows.add_row(
            [Place(self.cohorts, 5, 360), Place(self.best, 5, 320), Place(self.staff, 4, 300)], growing=2
        )  # fmt: skip
        self._rows.add_row([Place(self.hours, 1, 480), Place(self.cost, 1, 420)], growing=1)
        self._rows.add_row([Place(self.points, 1, 0)], growing=1)
        inside = QWidget()
        inside.setLayout(self._rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.scrolling = Scroll(inside)
        self._above = QVBoxLayout()
        self._above.addWidget(self.notice)
        column.addLayout(self._above)
        column.addWidget(self.scrolling)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.theme.changed.connect(self._space)
        self._space()

    def _space(self) -> None:
        m = self.theme.m
        self._above.setContentsMargins(m.s5, 0, m.s5, 0)
        self._rows.setContentsMargins(m.s5, m.s4, m.s5, m.s4)
        self._rows.setSpacing(m.s4)

    def _listen(self) -> None:
        self.period.decided.connect(self.reload)
        self.save_button.clicked.connect(self._on_save_pressed)
        self.export.told.connect(self._tell)
        self.export.refused.connect(lambda sentence: self._tell(sentence, tone="danger"))
        self.todo.wanted.connect(self.wanted)
        for part in self.parts:
            part.wanted.connect(self.wanted)

    def _tell(self, sentence: str, tone: Tone = "accent") -> None:
        """Says above the figures what was done or refused, until somebody has read it."""
        self.notice.tell(sentence, tone=tone, offer=(tr("Close"), self.notice.hide))

    # --- slots

    def _on_top_read(self, answer: tuple[Figures, tuple[Matter, ...]]) -> None:
        figures, matters = answer
        self.tiles.show_overview(figures, self.session.formats)
        self.todo.show_matters(matters, self.session.formats)

    def _on_save_pressed(self) -> None:
        """The four figures and every panel that has any, in the order in which they stand."""
        self.export.save_pdf([*self.tiles.papers(), *(part.paper() for part in self.parts if part.has_figures)])

    def _on_top_refused(self, refused: Refused) -> None:
        self.session.refused.emit(self.session.sentence(refused))

    # --- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that turn pages and lead up and down move what scrolls."""
        action = TURNS.get(Qt.Key(event.key()))
        if action is None:
            super().keyPressEvent(event)
        else:
            self.scrolling.verticalScrollBar().triggerAction(action)


def _top(desk: Desk, period: Period) -> tuple[Figures, tuple[Matter, ...]]:
    """The figures of the tiles, and what waits."""
    return desk.insights.overview(period), desk.agenda.matters()
