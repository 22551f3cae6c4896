"""Gathers what a slip tells, for the window and the command line alike."""

from typing import TYPE_CHECKING

from loyaltydesk.desk.customers import Seen
from loyaltydesk.model.programme import Basis
from loyaltydesk.model.purchases import Purchase
from loyaltydesk.model.refusals import UnknownCustomer
from loyaltydesk.model.slips import Ahead, SlipAccount, SlipFacts, TierAhead
from loyaltydesk.model.voices import Voice

if TYPE_CHECKING:
    from loyaltydesk.desk.desk import Desk

SOON_DAYS = 62  # of points: whoever comes once a month hears of their end twice


class Slips:
    """Slips of purchases, always as the purchase and its customer stand now."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk

    def facts(self, purchase: str) -> SlipFacts:
        """What the slip of this purchase (id or receipt number) tells. Raises UnknownPurchase."""
        desk = self._desk
        bought = desk.till.purchase(purchase)
        recorded = desk.till.recorded(bought)
        seen = self._seen(bought.customer) if bought.customer else None
        return SlipFacts(
            bought,
            recorded,
            account=self._account(seen) if seen else None,
            vouchers=tuple(desk.rewards.open_from(bought)),
            products=desk.products.names(line.sku for line in recorded.lines),
            answered=self._answered(bought) if seen else None,
        )

    def _seen(self, customer: str) -> Seen | None:
        """Whoever bought; None for a person who was forgotten meanwhile."""
        try:
            return self._desk.customers.see(customer)
        except UnknownCustomer:
            return None

    def _answered(self, bought: Purchase) -> Voice | None:
        """The answer that belongs on this slip: the one they were told that day, or else the next one to be told."""
        voices, customer = self._desk.voices, bought.customer or ""
        told = [each for each in voices.of(customer) if each.told_at and each.told_at.date() == bought.day]
        waiting = [each for each in voices.to_tell(customer) if each.answered_at and each.answered_at <= bought.at]
        return next(iter((*told, *waiting)), None)

    def _account(self, seen: Seen) -> SlipAccount:
        following, above = seen.next_reward, seen.next_tier
        soon = [ending for ending in seen.expiring if (ending.on - seen.day).days <= SOON_DAYS]
        by_money = self._desk.shop.programme.basis is Basis.SPEND
        return SlipAccount(
            seen.customer,
            seen.balance,
            ahead=Ahead(following.reward.name, following.missing, following.reward.cost) if following else None,
            ending=(soon[0].points, soon[0].on) if soon else None,
            tier=TierAhead(above.name, above.missing, above.reached, is_money=by_money) if above else None,
            stamps=tuple((each.card.name, each.have, each.card.every) for each in seen.stamps),
        )
