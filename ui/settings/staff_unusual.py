"""What an owner may want to look at: own cards, many returns, many changes by hand, a card that is very busy."""

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.model.insights import Period
from loyaltydesk.model.refusals import UnknownCustomer
from loyaltydesk.model.staff import Unusual
from loyaltydesk.words import tr, tr_n
from loyaltydesk.words.staff import unusual_detail, unusual_title
from ui.seams.session import Session
from ui.settings.staff_views import StaffView
from ui.theme.blocks import Banner
from ui.theme.forms import Choice
from ui.theme.text import label
from ui.theme.theme import Theme

SPANS = (30, 90, 365)  # days
MOST = 50  # that are listed


class StaffUnusual(StaffView):
    """The list, for some days back from today; none of it proves anything, and the page says so."""

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__(theme, session)
        spans = [(str(days), tr_n("The last {n} day", "The last {n} days", days).format(n=days)) for days in SPANS]
        self.span = Choice(tr("Time"), spans)
        self._list = QWidget()
        hint = tr("None of this proves anything: a good reason may be behind it. Ask before you judge.")
        self.box.addWidget(self.span)
        self.box.addWidget(label(hint, "muted", wrap=True))
        self.box.addWidget(self._list)
        self.span.chosen.connect(self.reload)

    def reload(self) -> None:
        found = self.session.ask(self._found)
        listed = QWidget()
        box = QVBoxLayout(listed)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(self.theme.m.s2)
        for each, customer in found[:MOST]:
            formats = self.session.formats
            detail = unusual_detail(each, formats, customer=customer)
            box.addWidget(Banner(self.theme, unusual_title(each, formats), detail=detail, tone="warning"))
        if not found:
            box.addWidget(Banner(self.theme, tr("Nothing unusual in this time."), tone="accent"))
        self.box.replaceWidget(self._list, listed)
        self._list.hide()
        self._list.deleteLater()
        self._list = listed
        listed.show()

    def _found(self, desk: Desk) -> Sequence[tuple[Unusual, str]]:
        today = desk.now().date()
        period = Period(today - timedelta(days=int(self.span.current()) - 1), today)
        return [(each, _name(desk, each.customer)) for each in desk.staff.unusual(period)]


def _name(desk: Desk, customer: str | None) -> str:
    """What a customer is called; empty for one that was forgotten."""
    try:
        return desk.customers.get(customer).profile.called if customer else ""
    except UnknownCustomer:
        return ""
