"""The Voices page: what customers say and what they were promised; one of its views at a time."""

from loyaltydesk.model.refusals import Refused
from loyaltydesk.model.survey_sheets import read_code
from loyaltydesk.words import tr
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.seams.views import ViewsPage
from ui.theme.theme import Theme
from ui.voices.view import View
from ui.voices.views import view_specs


class VoicesPage(ViewsPage[View]):
    """The views, and what a scan leads to in them."""

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme, session, tools, specs=view_specs())
        self.add_title(tr("Voices"))
        self.bar.box.addStretch(1)
        self.show_first()

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
