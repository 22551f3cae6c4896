"""The Greetings page: cards for the days that people celebrate, and calls and messages; one of the two at a time."""

from functools import cached_property

from PySide6.QtWidgets import QStackedWidget

from loyaltydesk.model.refusals import Refused
from loyaltydesk.words import tr, trc
from ui.greetings.calls_view import CallsView
from ui.greetings.campaigning import BEGINS, is_of_calls
from ui.greetings.cards_view import CardsView
from ui.greetings.view import View
from ui.seams.page import Page
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.theme.buttons import SegmentedControl
from ui.theme.theme import Theme

CARDS, CALLS = "cards", "calls"


class GreetingsPage(Page):
    """What leads from one view to the other, and whose card a scan shows."""

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme, session)
        self._tools = tools
        self.views = SegmentedControl(theme, [(CARDS, trc("greetings", "Cards")), (CALLS, tr("Calls"))])
        self.cards = CardsView(theme, session, tools)
        self._stack = QStackedWidget()
        self._stale_views: set[View] = set()
        self.add_title(tr("Greetings"), tr("Birthdays, name days and holidays"))
        self.bar.box.setStretch(0, 0)  # the switch stays where it is, whatever the views put at the end
        self.bar.box.addSpacing(theme.m.s3)
        self.bar.box.addWidget(self.views)
        self.column.addWidget(self._stack, 1)
        self._add(self.cards)
        self._show_buttons()
        self.views.chosen.connect(self._on_view_chosen)

    @cached_property
    def calls(self) -> CallsView:
        """Whom to call and to write to; made when it is first wanted."""
        view = CallsView(self.theme, self.session, self._tools)
        self._add(view)
        return view

    @property
    def view(self) -> View:
        """What is shown."""
        view = self._stack.currentWidget()
        assert isinstance(view, View)
        return view

    # --- what the window asks

    def entered(self) -> None:
        super().entered()
        self.view.entered()

    def open(self, what: str) -> None:
        """Shows the card for the customer with this id, or a campaign ("campaign/<id>"): its cards or its calls."""
        calls = what.startswith(BEGINS) and self.session.ask(lambda desk: is_of_calls(desk, what.removeprefix(BEGINS)))
        self.views.choose(CALLS if calls else CARDS)
        self.view.open(what)

    def reload(self) -> None:
        for number in range(self._stack.count()):
            view = self._stack.widget(number)
            if isinstance(view, View) and view is not self.view:
                self._stale_views.add(view)
        self.view.reload()

    def take_scan(self, code: str) -> bool:
        """A customer's card leads to what there is for its customer; what is no card of ours is the till's."""
        try:
            customer = self.session.ask(lambda desk: desk.cards.owner(code))
        except Refused:
            return False
        self._tools.sounds.play("found")
        self.view.open(customer.id)
        return True

    def go_back(self) -> bool:
        if self.view.go_back():
            return True
        if self.view is self.cards:
            return False
        self.views.choose(CARDS)
        return True

    # --- inside

    def _add(self, view: View) -> None:
        self._stack.addWidget(view)
        self.bar.box.addWidget(view.in_bar, 1)

    def _show_buttons(self) -> None:
        for number in range(self._stack.count()):
            view = self._stack.widget(number)
            if isinstance(view, View):
                view.in_bar.setVisible(view is self.view)

    def _on_view_chosen(self, key: str) -> None:
        view: View = self.calls if key == CALLS else self.cards
        self._stack.setCurrentWidget(view)
        self._show_buttons()
        if view in self._stale_views:
            self._stale_views.discard(view)
            view.reload()
        view.entered()
