"""The Partners page: companies that buy here, and suppliers and partner shops; one of its views at a time."""

from PySide6.QtWidgets import QStackedWidget

from loyaltydesk.model.cards import tidy
from loyaltydesk.model.refusals import Refused, UnknownCard
from loyaltydesk.words import tr, trc
from ui.partners.view import View
from ui.partners.views import view_specs
from ui.seams.page import Page
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.theme.buttons import SegmentedControl
from ui.theme.theme import Theme


class PartnersPage(Page):
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
        self.add_title(trc("in the rail, short", "Partners"))
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
        """Shows a view by its key, and what stands behind a colon in it: "companies:<id>", "suppliers:due"."""
        key, _, rest = what.partition(":")
        view = self.go(key if key in self._specs else self.switch.current())
        if rest:
            view.open(rest)

    def reload(self) -> None:
        self._behind = set(self._views) - {self.switch.current()}
        self.view.reload()

    def take_scan(self, code: str) -> bool:
        """A company's card leads to the company, and one that nobody has goes to whoever waits for it.

        What is neither is the till's.
        """
        try:
            customer = self.session.ask(lambda desk: desk.cards.owner(code))
        except UnknownCard:
            return self.view.take_card(tidy(code))
        except Refused:
            return False
        if not customer.profile.company:
            return False
        self._tools.sounds.play("found")
        self.go("companies").open(customer.id)
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
