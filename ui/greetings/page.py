"""The Greetings page: cards for the days that people celebrate, and calls and messages; one of the two at a time."""

from loyaltydesk.model.refusals import Refused
from loyaltydesk.words import tr, trc
from ui.greetings.calls_view import CallsView
from ui.greetings.campaigning import BEGINS, is_of_calls
from ui.greetings.cards_view import CardsView
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.seams.views import View, ViewsPage, ViewSpec
from ui.theme.theme import Theme

CARDS, CALLS = "cards", "calls"


class GreetingsPage(ViewsPage[View]):
    """What leads from one view to the other, and whose card a scan shows."""

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        specs: list[ViewSpec[View]] = [
            ViewSpec(CARDS, trc("greetings", "Cards"), CardsView),
            ViewSpec(CALLS, tr("Calls"), CallsView),
        ]
        super().__init__(theme, session, tools, specs=specs)
        self.add_title(tr("Greetings"), tr("Birthdays, name days and holidays"))
        self.show_first()

    @property
    def cards(self) -> CardsView:
        """The cards for the days of a span, or of a campaign."""
        view = self.view_of(CARDS)
        assert isinstance(view, CardsView)
        return view

    @property
    def calls(self) -> CallsView:
        """Whom to call and to write to; made when it is first wanted."""
        view = self.view_of(CALLS)
        assert isinstance(view, CallsView)
        return view

    # --- what the window asks

    def open(self, what: str) -> None:
        """Shows the card for the customer with this id, or a campaign ("campaign/<id>"): its cards or its calls."""
        calls = what.startswith(BEGINS) and self.session.ask(lambda desk: is_of_calls(desk, what.removeprefix(BEGINS)))
        self.go(CALLS if calls else CARDS).open(what)

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
        self.go(CARDS)
        return True

    # --- inside

    def _place(self, view: View) -> None:
        super()._place(view)
        for widget in view.in_bar:
            self.bar.box.setStretchFactor(widget, 1)  # the whole rest of the bar
