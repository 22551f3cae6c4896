"""Fills cards, vouchers and slips with the shop's own values, worded in one language: the customer's or the shop's."""

from msgspec import Struct

from loyaltydesk.model.facts import PurchaseRecorded
from loyaltydesk.model.programme import EarnRule, Gives, Programme
from loyaltydesk.model.purchases import Purchase, Voucher
from loyaltydesk.model.shop import ShopSettings
from loyaltydesk.printing.card import CardFace, CardLook
from loyaltydesk.printing.fonts import legible
from loyaltydesk.printing.scene import Role
from loyaltydesk.printing.slip import SlipFace
from loyaltydesk.printing.voucher import VoucherFace
from loyaltydesk.words import Words
from loyaltydesk.words.formats import Formats


class Ahead(Struct, frozen=True):
    """The next reward on a slip: its name, the points missing to it, and its cost."""

    name: str
    missing: int
    cost: int


class Paper(Struct, frozen=True):
    """One shop's paper in one language; `words` and `formats` are of that language."""

    shop: ShopSettings
    programme: Programme
    words: Words
    formats: Formats

    def look(self) -> CardLook:
        """What is the same on every card."""
        words, address = self.words, self.shop.address
        found = words.tr("Found it? Please bring it back.")
        return CardLook(
            shop=self._name(),
            second_line=self.shop.line,
            heading=words.tr("Show this card each time you buy"),
            rules=" ".join(f"{rule}." for rule in self._rules()),
            footer=f"{self._name()} · {address} · {found}" if address else f"{self._name()} · {found}",
            colour=self.shop.colour,
        )

    def card(self, number: str, name: str = "", *, tier: str | None = None) -> CardFace:
        """One card, blank without a name."""
        above = self.words.tr("{tier} member").format(tier=tier) if tier else ""
        return CardFace(code=number, name=name, above_name=above if name else "")

    def voucher(self, voucher: Voucher, holder: str = "") -> VoucherFace:
        """A reward voucher for its holder."""
        words, valid = self.words, ""
        if voucher.last_day:
            valid = words.tr("Valid to {day}").format(day=self.formats.day(voucher.last_day))
        return VoucherFace(
            shop=self._name(),
            second_line=self.shop.line,
            title=words.tr("Voucher"),
            gives=self._gives(voucher),
            code=voucher.code,
            for_whom=words.tr("For {name}").format(name=holder) if legible(holder, Role.BODY) else "",
            valid=valid,
            small_print=words.tr("Counts once, on this paper, and is not paid out in money."),
            colour=self.shop.colour,
        )

    def slip(self, bought: Purchase, fact: PurchaseRecorded, *, balance: int | None, ahead: Ahead | None) -> SlipFace:
        """The slip of a purchase as it stands now; `balance` in points, None for a guest."""
        words, formats = self.words, self.formats
        rows = [(words.tr("Date"), f"{formats.day(bought.day)} {bought.at:%H:%M}")]
        if bought.receipt:
            rows.append((words.tr("Receipt"), bought.receipt))
        if bought.staff:
            rows.append((words.tr("Served by"), bought.staff))
        if bought.due != bought.total:
            rows.append((words.tr("Bill"), formats.money(bought.total)))
        if bought.discount:
            rows.append((words.tr("Discount"), formats.money(-bought.discount)))
        if fact.by_points:
            rows.append((words.tr("Paid with points"), formats.money(-fact.by_points)))
        if fact.by_vouchers:
            rows.append((words.tr("Voucher"), formats.money(-fact.by_vouchers)))
        if bought.refunded:
            rows.append((words.tr("Brought back"), formats.money(-bought.refunded)))
        points = [
            (name, f"{sign}{formats.number(number)}")
            for name, sign, number in (
                (words.tr("Points earned"), "+", bought.earned - bought.taken_back),
                (words.tr("Points used"), "−", bought.spent - bought.given_back),
            )
            if number and balance is not None
        ]
        return SlipFace(
            shop=self._name(),
            under_shop=tuple(line for line in (self.shop.line, self.shop.address) if line),
            rows=tuple(rows),
            total=(words.tr("Paid"), formats.money(bought.due - bought.refunded)),
            points=tuple(points),
            balance=("", "") if balance is None else (words.tr("Points now"), formats.number(balance)),
            next_reward=self._ahead(ahead) if ahead else "",
            progress=(max(ahead.cost - ahead.missing, 0), ahead.cost) if ahead else None,
            farewell=words.tr("Thank you! See you soon."),
            code=bought.receipt,
        )

    def _name(self) -> str:
        return self.shop.name or self.programme.name

    def _rules(self) -> list[str]:
        rules = [self._earns(rule) for rule in self.programme.earn[:1]]
        for reward in sorted(self.programme.rewards, key=lambda each: each.cost)[:1]:
            rules.append(
                self.words.tr("{points}: {reward}").format(points=self._points(reward.cost), reward=reward.name)
            )
        return rules

    def _earns(self, rule: EarnRule) -> str:
        points = self._points(rule.points)
        if rule.each == "purchase":
            return self.words.tr("{points} for each visit").format(points=points)
        if rule.each == "unit":
            return self.words.tr("{points} for each piece").format(points=points)
        return self.words.tr("{points} for each {sum}").format(points=points, sum=self.formats.price(rule.per))

    def _gives(self, voucher: Voucher) -> str:
        gives: Gives = voucher.gives
        if gives.kind == "money" and self.formats.money(gives.money) not in voucher.name:
            return f"{voucher.name}: {self.formats.money(gives.money)}"
        return voucher.name

    def _ahead(self, ahead: Ahead) -> str:
        missing = self._points(ahead.missing)
        return self.words.tr("Only {points} to go: {reward}").format(points=missing, reward=ahead.name)

    def _points(self, points: int) -> str:
        return self.words.tr_n("{n} point", "{n} points", points).format(n=self.formats.number(points))
