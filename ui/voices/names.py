"""What customers in a list are called, each asked for once, and who works here."""

from collections.abc import Iterable

from loyaltydesk.model.refusals import Refused
from loyaltydesk.words import tr
from ui.seams.people import shown_name
from ui.seams.session import Session


class Names:
    """The names of a list; `forget` when the shop has changed."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._known: dict[str, str] = {}

    def forget(self) -> None:
        """Asks anew from now on."""
        self._known = {}

    def of(self, customer: str | None) -> str:
        """What somebody is called; None is nobody known."""
        if customer is None:
            return tr("Nobody known")
        if customer not in self._known:
            try:
                self._known[customer] = shown_name(self._session.ask(lambda desk: desk.customers.get(customer)))
            except Refused:  # forgotten a moment ago
                self._known[customer] = tr("No name")
        return self._known[customer]

    def staff(self, mentioned: Iterable[str]) -> list[str]:
        """Who is at the till and may be, and whoever is `mentioned`."""
        here = self._session.ask(lambda desk: (desk.cashier, *desk.staff.at_till()))
        return sorted({name for name in (*here, *mentioned) if name})
