"""The Voices page: what customers say and what they were promised; one of its views at a time."""

from PySide6.QtWidgets import QStackedWidget

from loyaltydesk.model.refusals import Refused
from loyaltydesk.model.survey_sheets import read_code
from loyaltydesk.words import tr
from ui.seams.page import Page
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.theme.buttons import SegmentedControl
from ui.theme.theme import Theme
from ui.voices.view import View
from ui.voices.views import view_specs


class VoicesPage(Page):
    """A frame for the views. Each is made when it is first shown, and reloads when the shop changed."""

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme, session)
        self._tools = tools
        self._specs = {spec.key: spec for spec in view_specs()}
        self._views: dict[str, View] = {}
        self._behind: set[str] = set()  # views that have not seen the shop as it is now
        self._stack = QStackedWidget()
        self.switch = SegmentedControl(theme, [(spec.key, spec.name) for spec in self._specs.values()])
        self.switch.setAccessibleName(tr("View"))
        self.add_title(tr("Voices"))
        self.bar.box.setStretch(0, 0)  # the switch stays beside the title, whatever the views put at the end
        self.bar.box.addSpacing(theme.m.s3)
        self.bar.box.addWidget(self.switch)
        self.bar.box.addStretch(1)
        self.column.addWidget(self._stack, 1)
        self.switch.chosen.connect(self._on_view_chosen)
        self._show(self.switch.current())

    # --- views

    @property
    def view(self) -> View:
        """The view that is shown."""
        return self._views[self.switch.current()]

    def go(self, key: str) -> View:
        """Shows the view with this key and returns it."""
        self.switch.choose(key)  # which shows it, if another one was shown
        return self.view

    # --- what the window asks

    def entered(self) -> None:
        super().entered()
        self.view.entered()

    def open(self, what: str) -> None:
        """Shows a view by its key, and what stands behind a colon in it: "inbox:overdue", "promises:<id>"."""
        key, _, rest = what.partition(":")
        view = self.go(key if key in self._specs else self.switch.current())
        if rest:
            view.open(rest)

    def reload(self) -> None:
        self._behind = set(self._views) - {self.switch.current()}
        self.view.reload()

    def take_scan(self, code: str) -> bool:
        """An answer sheet is entered, and a customer's card leads to what there is of its customer.

        What is neither is the till's.
        """
        if read_code(code):
            return self.go("surveys").take_code(code)
        try:
            customer = self.session.ask(lambda desk: desk.cards.owner(code))
        except Refused:
            return False
        self._tools.sounds.play("found")
        self.view.open_customer(customer.id)
        return True

    def go_back(self) -> bool:
        return self.view.go_back()

    # --- inside

    def _view_of(self, key: str) -> View:
        if key not in self._views:
            view = self._specs[key].make(self.theme, self.session, self._tools)
            self._views[key] = view
            self._stack.addWidget(view)
            for button in view.buttons:
                self.bar.box.addWidget(button)
                button.hide()
            view.wanted.connect(self.wanted)
        return self._views[key]

    def _show(self, key: str) -> View:
        view = self._view_of(key)
        for other in self._views.values():
            for button in other.buttons:
                button.setVisible(other is view)
        self._stack.setCurrentWidget(view)
        if key in self._behind:
            self._behind.discard(key)
            view.reload()
        return view

    def _on_view_chosen(self, key: str) -> None:
        self._show(key).entered()
