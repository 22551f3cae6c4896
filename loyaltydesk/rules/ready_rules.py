"""Ready-made rules to add to a programme, with amounts of the size of its currency; each can be used as it is."""

from collections.abc import Iterator

from msgspec import Struct

from loyaltydesk.model.money import Currency
from loyaltydesk.model.programme import Programme
from loyaltydesk.rules.ready import in_currency
from loyaltydesk.rules.toml_writing import Table
from loyaltydesk.words import tr


class ReadyRule(Struct, frozen=True):
    """A rule that can be added: what it is called, and its table."""

    name: str
    table: str
    rule: Table


def ready_rules(programme: Programme) -> list[ReadyRule]:
    """Those for a programme; what there is once is among them only while the programme has none."""
    shelf = _Shelf(programme)
    return [*shelf.earning(), *shelf.promises(), *shelf.promotions(), *shelf.settings()]


class _Shelf:
    """The ready-made rules in the money of one programme."""

    def __init__(self, programme: Programme) -> None:
        self._programme = programme
        self._currency: Currency = programme.currency

    def earning(self) -> Iterator[ReadyRule]:
        """What brings points, and more of them."""
        yield ReadyRule(tr("Points for what is paid"), "earn", {"id": "base", "points": 1, "per": self._sum("1.00")})
        yield ReadyRule(
            tr("A point for each visit"),
            "earn",
            {"id": "visit", "points": 1, "each": "purchase", "when": {"min_bill": self._sum("3.00")}},
        )
        yield ReadyRule(
            tr("Double points on Saturdays"), "multiply", {"id": "saturday", "by": 2, "when": {"weekdays": ["sat"]}}
        )
        yield ReadyRule(
            tr("Happy hour"),
            "multiply",
            {
                "id": "happy-hour",
                "by": 2,
                "when": {"weekdays": ["mon", "tue", "wed", "thu", "fri"], "from": "14:00", "to": "16:00"},
            },
        )
        yield ReadyRule(
            tr("Double points on the birthday"),
            "multiply",
            {"id": "birthday", "by": 2, "when": {"occasion": "birthday"}},
        )
        yield ReadyRule(
            tr("Extra points for a large purchase"),
            "bonus",
            {"id": "large", "points": 50, "when": {"min_bill": self._sum("50.00")}},
        )
        yield ReadyRule(tr("Birthday gift"), "occasion", {"id": "birthday", "on": "birthday", "points": 150})
        yield ReadyRule(tr("Name day gift"), "occasion", {"id": "name-day", "on": "name_day", "points": 150})
        yield ReadyRule(
            tr("A gift for each year together"), "occasion", {"id": "joined", "on": "joined", "points": 150}
        )

    def promises(self) -> Iterator[ReadyRule]:
        """Rewards, stamp cards, tiers, and vouchers for the next purchase."""
        voucher = {"money": self._sum("5.00")}
        product = {"product": tr("Coffee")}
        yield ReadyRule(tr("Money off"), "reward", _reward("money", tr("Gift voucher"), cost=500, gives=voucher))
        yield ReadyRule(tr("A product free"), "reward", _reward("product", tr("Free coffee"), cost=300, gives=product))
        yield ReadyRule(
            tr("A percentage off"), "reward", _reward("percent", tr("10% off"), cost=500, gives={"percent": 10})
        )
        donation = {"donate": tr("Animal shelter"), "money": self._sum("3.00")}
        yield ReadyRule(
            tr("A donation"),
            "reward",
            {"id": "donation", "name": tr("For the animal shelter"), "cost": 300, "gives": donation},
        )
        stamps = {"id": "tenth", "name": tr("Every 10th free"), "every": 10, "gives": product, "valid_days": 60}
        yield ReadyRule(tr("Every 10th free"), "stamp_card", stamps)
        for number, name in enumerate((tr("Silver"), tr("Gold"))):
            if self._programme.tier(name) is None:
                yield ReadyRule(name, "tier", self._tier(name, number))
        coming = {"id": "see-you", "name": tr("See you soon"), "gives": {"percent": 10}, "valid_days": 30}
        yield ReadyRule(
            tr("10% off the next purchase"), "next_purchase", {**coming, "when": {"min_bill": self._sum("20.00")}}
        )

    def promotions(self) -> Iterator[ReadyRule]:
        """Money off without points; what would be ruin for a whole shop is for one product, to be named."""
        least, one = self._currency.text(1), {"sku": [tr("Soap")]}
        for name, deal in (
            (tr("The second for next to nothing"), {"id": "second", "buy": 1, "get": 1, "get_price": least, "of": one}),
            (tr("Three for the price of two"), {"id": "three", "buy": 2, "get": 1, "get_percent": 100, "of": one}),
            (
                tr("10% off in a quiet hour"),
                {"id": "quiet", "percent": 10, "when": {"from": "14:00", "to": "16:00"}},
            ),
            (
                tr("Welcome code"),
                {"id": "welcome", "amount": self._sum("5.00"), "code": tr("WELCOME"), "max_uses_customer": 1},
            ),
        ):
            yield ReadyRule(name, "promotion", {**deal, "name": name})

    def settings(self) -> Iterator[ReadyRule]:
        """What a programme has once, or not at all."""
        programme = self._programme
        if programme.redeem is None:
            redeem = {"points": 100, "worth": self._sum("1.00"), "minimum": 100}
            yield ReadyRule(tr("Points as money"), "redeem", redeem)
        if not (programme.referral.points_referrer or programme.referral.points_new):
            yield ReadyRule(tr("Points for both"), "referral", {"points_referrer": 100, "points_new": 50})
        if programme.approve_above is None:
            yield ReadyRule(tr("Approval of changes by hand"), "approval", {"adjust_above": 500})
        if programme.test_group is None:
            yield ReadyRule(tr("Test group"), "test_group", {"every": 10})

    def _tier(self, name: str, number: int) -> Table:
        """The first or the second tier, above those that there are."""
        start = in_currency(("100.00", "500.00")[number], self._currency)
        highest = max((tier.threshold for tier in self._programme.tiers), default=0)
        by_spend = self._programme.basis == "spend"
        lowest = max(start if by_spend else (500, 2500)[number], highest * 2)
        rate = ("1.25", "1.5")[number]
        return {"name": name, "from": self._currency.text(lowest) if by_spend else lowest, "multiply": rate}

    def _sum(self, euros: str) -> str:
        return self._currency.text(in_currency(euros, self._currency))


def _reward(key: str, name: str, *, cost: int, gives: Table) -> Table:
    return {"id": key, "name": name, "cost": cost, "gives": gives, "valid_days": 90}
