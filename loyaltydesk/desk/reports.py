"""The reports for the desk drawer: a day as it ended, the letter about a month, the balances of everybody."""

from collections.abc import Callable, Iterator
from datetime import date, datetime

from loyaltydesk.desk.core import Core
from loyaltydesk.desk.day_ends import DayEnds
from loyaltydesk.desk.month_letters import MonthLetters
from loyaltydesk.model.agenda import Matter, MatterKind, Urgency
from loyaltydesk.model.facts import RecordSaved, Stamp
from loyaltydesk.model.partners import months_later
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.model.reports import BALANCES, REPORT, BalanceWish, DayEnd, Held, MonthLetter, Printed
from loyaltydesk.model.staff import month_of
from loyaltydesk.rules import tiers
from loyaltydesk.store.balances import Holding

MOST_MONTHS = 1200


class Reports:
    """What is printed and put away."""

    def __init__(self, core: Core, matters: Callable[[], tuple[Matter, ...]]) -> None:
        """`matters` tells what waits for the owner today."""
        self._core = core
        self._days = DayEnds(core)
        self._months = MonthLetters(core, matters)

    def day_end(self, day: date) -> DayEnd:
        """A day as it ended; today as it stands. Raises BadRequest for a day to come."""
        if day > self._core.now().date():
            raise BadRequest("day", "report_to_come")
        return self._days.of(day)

    def month(self, month: date) -> MonthLetter:
        """The month in which this day falls. Raises BadRequest for one to come."""
        if month_of(month).first > self._core.now().date():
            raise BadRequest("month", "report_to_come")
        return self._months.of(month)

    # --- the balances of everybody

    def balances(self, wish: BalanceWish | None = None) -> Iterator[Held]:
        """Whoever has a card that can be used, with what they can spend today, read while somebody takes them.

        All of them stand as they do at the moment when the first is taken. Raises BadRequest.
        """
        wish = wish or BalanceWish()
        return self._listed(wish, self._since(wish))

    def holders(self, wish: BalanceWish | None = None) -> int:
        """How many customers are on a list. Raises BadRequest."""
        return self._core.store.balances.count(self._since(wish or BalanceWish()))

    def last_printed(self) -> Printed | None:
        """When the list was printed last; None where it never was."""
        at = self._core.store.records.fields(REPORT, BALANCES).get("printed")
        try:
            return Printed(datetime.fromisoformat(str(at))) if at else None
        except ValueError:  # written by another release
            return None

    def keep_printed(self, stamp: Stamp | None = None) -> None:
        """Keeps that the list was printed now."""
        stamp = stamp or self._core.stamp()
        with self._core.writing():
            said = {"printed": stamp.at.isoformat(timespec="seconds")}
            self._core.record(
                [RecordSaved(id=self._core.new_id()(), kind=REPORT, record=BALANCES, fields=dict(said))], stamp
            )

    def matters(self, _today: date) -> Iterator[Matter]:
        """A list that is older than 30 days, for the owner's list of today; nothing where none was ever printed."""
        printed = self.last_printed()
        if printed and printed.is_old(self._core.now()):
            yield Matter(
                MatterKind.BALANCES_OLD, Urgency.NOTED, 1, "insights", "reports/balances", day=printed.at.date()
            )

    # --- inside

    def _listed(self, wish: BalanceWish, since: date | None) -> Iterator[Held]:
        today = self._core.now().date()
        with self._core.store.reading():
            for each in self._core.store.balances.holdings(wish.by, since):
                yield self._held(each, today)

    def _since(self, wish: BalanceWish) -> date | None:
        if wish.months is None:
            return None
        if not 1 <= wish.months <= MOST_MONTHS:
            raise BadRequest("months", "wrong_value")
        return months_later(self._core.now().date(), -wish.months)

    def _held(self, holding: Holding, today: date) -> Held:
        customer = holding.customer
        tier = tiers.held(self._core.programme, customer)
        found = self._core.store.vouchers.open_of(customer.id, today) if holding.has_vouchers else []
        return Held(
            customer=customer.id,
            name=customer.profile.called,
            phone=customer.profile.phone[-4:],
            card=holding.card,
            points=holding.purse.balance(today),
            tier=tier.name if tier else "",
            vouchers=tuple(voucher.code for voucher in found),
            more=holding.more,
            only_collects=holding.only_collects,
            shared=customer.household is not None,
        )
