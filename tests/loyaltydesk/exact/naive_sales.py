"""Purchases in the naive shop: quoted, recorded, brought back, attached afterwards."""

from datetime import date, datetime, timedelta
from fractions import Fraction
from math import floor

from tests.loyaltydesk.exact.naive_bill import (
    Bill,
    Scene,
    Table,
    TooMuchOff,
    Who,
    bill_of,
    bring_down,
    cents,
    half_up,
    holds,
    keep_whole,
)
from tests.loyaltydesk.exact.naive_points import counted, highest, runs_on, set_bases, tier_named
from tests.loyaltydesk.exact.naive_promises import Promises
from tests.loyaltydesk.exact.naive_state import Person, Refused, Sale, Voucher, percent


def worth(gives: Table, times: int, *, value: int, left: int) -> int:
    """What a reward or a voucher pays of a bill on which something is left to pay."""
    if "percent" in gives:
        off = half_up(value * percent(gives["percent"]) / 100)
        return min(min(off, cents(gives.get("max", "999999999"))) * times, left)
    if "money" in gives and "donate" not in gives:
        return min(cents(gives["money"]) * times, left)
    return 0


class Sales(Promises):
    """What happens between the card and the receipt."""

    def purchase(self, ask: Table) -> Table:
        """A bill is worked out, paid and kept."""
        at = self.at(ask)
        programme, person = self.programme, self.who(ask) if "card" in ask else None
        codes = list(dict.fromkeys(ask.get("vouchers", [])))
        vouchers = [self.known_voucher(code) for code in codes]
        wishes: dict[str, int] = {}
        for wish in ask.get("rewards", []):
            wishes[wish["reward"]] = wishes.get(wish["reward"], 0) + wish.get("times", 1)
        self._check(ask, person, wishes=wishes, vouchers=vouchers)
        gives = [(self.reward(name)["gives"], times) for name, times in wishes.items()]
        bill = self._bill(ask, person, gives + [(voucher.gives, 1) for voucher in vouchers])
        left = bill.value
        for gift, times in gives:
            left -= worth(gift, times, value=bill.value, left=left)
        paid: list[tuple[str, int]] = []
        for voucher in vouchers:
            part = worth(voucher.gives, 1, value=bill.value, left=left)
            part = min(part, voucher.left, left) if voucher.is_money() else part
            if part or "product" in voucher.gives:
                paid.append((voucher.code, part))
            left -= part
        redeemed, by_points = self._as_money(programme, ask.get("redeem_points", 0), value=bill.value, left=left)
        due = left - by_points
        sale = Sale(
            ask["receipt"], at, person.name if person else None, len(self.programmes), bill.units, bill.total,
            bill.value, due, by_vouchers=bill.value - left, promotions=bill.used, codes=set(ask.get("codes", [])),
            vouchers=paid, rewards=wishes, back=[0] * (1 + max(unit.line for unit in bill.units)),
        )  # fmt: skip
        sale.spent = redeemed + sum(self.reward(name)["cost"] * times for name, times in wishes.items())
        answer: Table = {"total": bill.total, "discount": bill.total - bill.value, "due": due, "spent": sale.spent}
        answer.update(by_points=by_points, by_vouchers=bill.value - left)
        tier = None
        if person:
            redeems = bool(redeemed or wishes or paid)
            tier = self.earn(programme, person, sale, paid=bill.value - due, redeems=redeems)
        if bill.uneven:
            keep_whole(bill)
        return {**answer, **self._keep(sale, person, redeemed=redeemed, tier=tier)}

    def at(self, ask: Table) -> datetime:
        return datetime.fromisoformat(ask["at"])

    def quote(self, ask: Table) -> Table:
        """A purchase that is not kept: whoever asks throws this shop away afterwards."""
        return self.purchase({**ask, "receipt": "quote"})

    def _check(self, ask: Table, person: Person | None, *, wishes: dict[str, int], vouchers: list[Voucher]) -> None:
        """Everything that can be refused before the bill is looked at."""
        day = self.at(ask).date()
        if person is None:
            if ask.get("redeem_points") or wishes or any(voucher.owner for voucher in vouchers):
                raise Refused("BadRequest")
        else:
            self.usable(ask)
            if day < person.joined:
                raise Refused("BeforeRegistration")
        for voucher in vouchers:
            self.check_voucher(voucher, person.name if person else None, day)
        if person:
            cost = sum(self.offered(name, times, person)["cost"] * times for name, times in wishes.items())
            self.can_spend(ask, person, points=cost + ask.get("redeem_points", 0), day=day)

    def _bill(self, ask: Table, person: Person | None, gives: list[tuple[Table, int]]) -> Bill:
        """What is to be paid after promotions and discounts."""
        programme, at = self.programme, self.at(ask)
        on_bill = {line.get("sku", "") for line in ask.get("lines", [])}
        free: dict[str, int] = {}
        for gift, times in gives:
            if gift.get("product") in on_bill:
                free[gift["product"]] = free.get(gift["product"], 0) + gift.get("qty", 1) * times
        bill = bill_of(ask, free)
        held = self.held(programme, person) if person else None
        who = Who(held, person.born, person.joined) if person else None
        scene = Scene(at, sum(unit.price for unit in bill.paid()), who, set(ask.get("codes", [])))
        rules = [rule for rule in programme.get("promotion", []) if self._applies(rule, scene, bill, person=person)]
        tier = tier_named(programme, held)
        off = percent(tier.get("discount_percent", 0)) if tier else Fraction(0)
        try:
            bring_down(bill, rules, discount=cents(ask.get("discount", "0")), tier_percent=off)
        except TooMuchOff:
            raise Refused("BadRequest") from None
        return bill

    def _applies(self, rule: Table, scene: Scene, bill: Bill, *, person: Person | None) -> bool:
        """Whether a promotion is to be had: today, by this customer, on this bill, and not used up."""
        if not runs_on(self.programme, scene.at.date()) or not holds(rule, scene, bill.paid()):
            return False
        when = rule.get("when", {})
        if person is None and (rule.get("members") or when.get("tiers") or when.get("occasion")):
            return False
        if person is None and "max_uses_customer" in rule:
            return False
        used = [sale for sale in self.sales.values() if rule["id"] in sale.promotions and sale.state == "done"]
        mine = [sale for sale in used if person and sale.owner == person.name]
        return len(used) < rule.get("max_uses", 10**9) and len(mine) < rule.get("max_uses_customer", 10**9)

    def _as_money(self, programme: Table, points: int, *, value: int, left: int) -> tuple[int, int]:
        """Points as money: cut to the share of the bill, then down to whole steps."""
        if not points:
            return 0, 0
        rules = programme.get("redeem")
        if rules is None:
            raise Refused("RewardNotOffered")
        most = min(floor(value * percent(rules.get("max_percent", 100)) / 100), left)
        steps = min(points // rules["points"], most // cents(rules["worth"]))
        if steps * rules["points"] < rules.get("minimum", 0):
            raise Refused("BelowMinimum")
        return steps * rules["points"], steps * cents(rules["worth"])

    def earn(self, programme: Table, person: Person, sale: Sale, *, paid: int, redeems: bool = False) -> str | None:
        """Counts the points of a sale into it; the tier with it in hand."""
        points, day = programme.get("points", {}), sale.at.date()
        by_spend = programme.get("tiers", {}).get("basis", "spend") == "spend"
        none = redeems and points.get("earn_on") == "none_when_redeeming"
        units = [unit for unit in sale.units if not unit.free]
        set_bases(units, points, paid)

        def count(tier: str | None) -> int:
            scene = Scene(sale.at, sale.value, Who(tier, person.born, person.joined), sale.codes)
            return 0 if none else counted(programme, units, scene)

        def lifted(earned: int) -> str | None:
            return self.lifted(programme, person, sale.due if by_spend else earned, day=day)

        tier = lifted(0 if none else count(self.held(programme, person)))
        sale.earned = count(tier)
        return tier if by_spend or none else highest(programme, tier, lifted(sale.earned))

    def _keep(self, sale: Sale, person: Person | None, *, redeemed: int = 0, tier: str | None = None) -> Table:
        """Writes a sale down with all that follows from it."""
        self.sales[sale.receipt] = sale
        self.pay_with(sale)
        for name, times in sale.rewards.items():
            self.taken.append((name, sale.owner or "", sale.receipt, times))
        if person is None:
            return {"earned": 0, "balance": None, "tier": None, "issued": self.bring_next(sale, None, [])}
        day = sale.at.date()
        for points in (redeemed, sale.spent - redeemed):
            if points:
                person.purse.go(points, day, paid=sale.receipt)
        self.win(self.programme, person, tier)
        answer = {"earned": sale.earned, "tier": tier, **self.bring(sale, person, day=day)}
        return {**answer, "issued": self.bring_next(sale, person, answer["issued"])}

    def bring(self, sale: Sale, person: Person, *, day: date) -> Table:
        """What a sale brings its customer: points, stamps, vouchers, and points for whoever brought them."""
        programme = self.programmes[sale.version - 1]
        if sale.earned:
            first = sale.at.date() + timedelta(days=programme.get("points", {}).get("pending_days", 0))
            ends = self.ends(programme, sale.at.date())
            person.purse.come(sale.earned, day, first=first, last=ends, source=sale.receipt)
        issued = self.stamp(sale, person)
        self.refer(person, sale, day)
        return {"issued": issued, "balance": person.purse.balance(day)}
