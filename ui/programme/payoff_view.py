"""The third step of a change, for those who want to know whether it will pay off."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent

from loyaltydesk.words import tr
from loyaltydesk.words.manner import JOINT
from ui.programme.draft import Draft
from ui.programme.forecast_view import ForecastView
from ui.programme.view import View
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.theme.buttons import Button
from ui.theme.theme import Theme


class PayoffView(View):
    """The forecast of the draft."""

    left = Signal()
    save_wanted = Signal()

    def __init__(self, theme: Theme, session: Session, tools: Tools, *, draft: Draft) -> None:
        super().__init__(theme, session)
        self._draft = draft
        self.forecast = ForecastView(theme, session, tools)
        self.back = self.add_back()
        self.save = Button(theme, tr("Save changes…"), kind="action", icon="check")
        self.bar.box.addWidget(self.save)
        self.column.addWidget(self.forecast, 1)
        self.back.clicked.connect(self.left)
        self.save.clicked.connect(self.save_wanted)
        self.forecast.basis_changed.connect(self._on_basis_changed)
        self.forecast.test_group_wanted.connect(self._on_test_group_wanted)

    def begin(self) -> None:
        """Works out the draft, or the rules in force where there is none."""
        self._on_basis_changed("")
        self.save.setVisible(self._draft.is_changed)
        self.forecast.show_programme(self._draft.text)

    def start(self) -> None:
        self.back.setFocus()

    # --- inside

    def _on_basis_changed(self, basis: str) -> None:
        step = tr("Step {number} of {count}").format(number=3, count=4) if self._draft.is_new_start else ""
        self.say_title(tr("Will it pay off?"), JOINT.join(part for part in (step, basis) if part))

    def _on_test_group_wanted(self, every: int) -> None:
        """Puts every so many new customers into the test group, in the draft."""
        today = self.session.ask(lambda desk: desk.now().date())
        self._draft.put({**self._draft.tables, "test_group": {"every": every, "since": today}})
        self.begin()

    # --- Qt

    def hideEvent(self, event: QHideEvent) -> None:
        self.forecast.give_up()
        super().hideEvent(event)
