"""The Partners page: companies that buy here, and suppliers and partner shops; one of its views at a time."""

from loyaltydesk.model.cards import tidy
from loyaltydesk.model.refusals import Refused, UnknownCard
from loyaltydesk.words import trc
from ui.partners.view import View
from ui.partners.views import view_specs
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.seams.views import ViewsPage
from ui.theme.theme import Theme


class PartnersPage(ViewsPage[View]):
    """The views, and what a scan leads to in them."""

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme, session, tools, specs=view_specs())
        self.add_title(trc("in the rail, short", "Partners"))
        self.bar.box.addStretch(1)
        self.show_first()

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
