"""The section about the staff: the people, the goals of a month, the bonus list, and what looks unusual."""

from loyaltydesk.words import tr
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.settings.section import Section
from ui.settings.staff_bonuses import StaffBonuses
from ui.settings.staff_goals import StaffGoals
from ui.settings.staff_people import StaffPeople
from ui.settings.staff_unusual import StaffUnusual
from ui.settings.staff_views import StaffView, ViewRow
from ui.theme.theme import Theme


class StaffSection(Section):
    """Four views, one of them shown."""

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme, session, tools)
        self.people, self.goals = StaffPeople(theme, session), StaffGoals(theme, session)
        self.bonuses, self.unusual = StaffBonuses(theme, session, tools), StaffUnusual(theme, session)
        self._views: tuple[StaffView, ...] = (self.people, self.goals, self.bonuses, self.unusual)
        self.row = ViewRow(theme, [tr("People"), tr("Goals"), tr("Bonuses"), tr("Unusual")])
        self.box.addWidget(self.row)
        for view in self._views:
            self.box.addWidget(view)
            view.kept.connect(self.say_saved)
            view.refused.connect(self.refuse)
        self.box.addStretch(1)
        self.row.chosen.connect(self.show_view)
        self.show_view(0)

    @staticmethod
    def title() -> str:
        return tr("Staff")

    def reload(self) -> None:
        for view in self._views:
            if not view.isHidden():
                view.reload()

    def take_scan(self, code: str) -> bool:
        return self._shown().take_scan(code)

    def go_back(self) -> bool:
        return self._shown().go_back()

    def show_view(self, place: int) -> None:
        """Shows the view at this place: people, goals, bonuses, unusual."""
        self.row.choose(place)
        self.notice.hide()
        for number, view in enumerate(self._views):
            view.setVisible(number == place)
        self.reload()

    def _shown(self) -> StaffView:
        return next(view for view in self._views if not view.isHidden())
