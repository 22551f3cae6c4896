"""Fills cards, vouchers and slips with the shop's own values, worded in one language: the customer's or the shop's."""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from loyaltydesk.model.codes import shown
from loyaltydesk.model.facts import PurchaseRecorded
from loyaltydesk.model.programme import EarnRule, Gives, Programme
from loyaltydesk.model.purchases import Purchase, Voucher, VoucherSource
from loyaltydesk.model.shop import ShopSettings
from loyaltydesk.printing.card import CardFace, CardLook
from loyaltydesk.printing.fonts import legible
from loyaltydesk.printing.scene import Role
from loyaltydesk.printing.slip import Pair, SlipFace
from loyaltydesk.printing.voucher import VoucherFace
from loyaltydesk.words import Words
from loyaltydesk.words.formats import Formats

NO_NAMES: Mapping[str, str] = {}


class Ahead(Struct, frozen=True):
    """The next reward on a slip: its name, the points missing to it, and its cost."""

    name: str
    missing: int
    cost: int


class Brought(Struct, frozen=True):
    """What a slip tells besides points: vouchers to be torn off and whose they are, and how stamp cards stand.

    `stamps` has the name of each card, the stamps on it, and the number that fills it.
    """

    vouchers: tuple[Voucher, ...] = ()
    stamps: tuple[tuple[str, int, int], ...] = ()
    holder: str = ""


class Paper(Struct, frozen=True):
    """One shop's paper in one language; `words` and `formats` are of that language, `products` names them by code."""

    shop: ShopSettings
    programme: Programme
    words: Words
    formats: Formats
    products: Mapping[str, str] = NO_NAMES

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
        """A voucher for its holder, or for whoever brings it."""
        words, valid, whom = self.words, "", ""
        if voucher.customer is None:
            whom = words.tr("For whoever brings it")
        elif legible(holder, Role.BODY):
            whom = words.tr("For {name}").format(name=holder)
        if voucher.last_day:
            valid = words.tr("Valid to {day}").format(day=self.formats.day(voucher.last_day))
        return VoucherFace(
            shop=self._name(),
            second_line=self.shop.line,
            title=words.tr("Voucher"),
            gives=self._gives(voucher),
            code=voucher.code,
            number=shown(voucher.code),
            for_whom=whom,
            valid=valid,
            small_print=words.tr("Can be used in parts, and is not paid out in money.")
            if voucher.gives.kind == "money"
            else words.tr("Counts once, on this paper, and is not paid out in money."),
            colour=self.shop.colour,
        )

    def slip(
        self,
        bought: Purchase,
        fact: PurchaseRecorded,
        *,
        balance: int | None,
        ahead: Ahead | None,
        names: Mapping[str, str] = NO_NAMES,
    ) -> SlipFace:
        """The slip of a purchase as it stands now; `balance` in points, None for a guest.

        `names` are those of products, by their code.
        """
        words, formats = self.words, self.formats
        return SlipFace(
            shop=self._name(),
            under_shop=tuple(line for line in (self.shop.line, self.shop.address) if line),
            rows=(*self._slip_head(bought), *self._sold(fact, names), *self._sums(bought, fact)),
            total=(words.tr("Paid"), formats.money(bought.due - bought.refunded)),
            points=() if balance is None else self._slip_points(bought),
            balance=("", "") if balance is None else (words.tr("Points now"), formats.number(balance)),
            next_reward=self._ahead(ahead) if ahead else "",
            progress=(max(ahead.cost - ahead.missing, 0), ahead.cost) if ahead else None,
            farewell=words.tr("Thank you! See you soon."),
            code=bought.receipt,
        )

    def with_brought(self, slip: SlipFace, brought: Brought) -> SlipFace:
        """The same slip with what else the purchase brought."""
        number, words = self.formats.number, self.words.tr("{have} of {every}")
        stamps = [(card, words.format(have=number(have), every=number(every))) for card, have, every in brought.stamps]
        vouchers = [self.voucher(voucher, brought.holder) for voucher in brought.vouchers]
        return replace(slip, stamps=tuple(stamps), vouchers=tuple(vouchers))

    def _slip_head(self, bought: Purchase) -> list[Pair]:
        words = self.words
        rows = [(words.tr("Date"), f"{self.formats.day(bought.day)} {bought.at:%H:%M}")]
        if bought.receipt:
            rows.append((words.tr("Receipt"), bought.receipt))
        if bought.staff:
            rows.append((words.tr("Served by"), bought.staff))
        return rows

    def _sold(self, fact: PurchaseRecorded, names: Mapping[str, str]) -> list[Pair]:
        """The lines of the bill, and the promotions; nothing where only an amount was typed."""
        rows, formats = [], self.formats
        for line in fact.lines if any(line.sku for line in fact.lines) else ():
            what = names.get(line.sku, line.sku) or self.words.tr("Other goods")
            units = self.words.tr("{n} × {what}").format(n=formats.number(line.qty), what=what)
            rows.append((units if line.qty > 1 else what, formats.money(line.price * line.qty)))
        return rows + [(taken.name, formats.money(-taken.off)) for taken in fact.promotions if taken.off]

    def _sums(self, bought: Purchase, fact: PurchaseRecorded) -> list[Pair]:
        """The bill, where something else was paid, and what came off it."""
        words, rows = self.words, []
        if bought.due != bought.total:
            rows.append((words.tr("Bill"), self.formats.money(bought.total)))
        other = bought.discount - sum(taken.off for taken in fact.promotions)
        for name, money in (
            (words.tr("Discount"), other),
            (words.tr("Paid with points"), fact.by_points),
            (words.tr("Voucher"), fact.by_vouchers),
            (words.tr("Brought back"), bought.refunded),
        ):
            if money > 0:
                rows.append((name, self.formats.money(-money)))
        return rows

    def _slip_points(self, bought: Purchase) -> tuple[Pair, ...]:
        words = self.words
        return tuple(
            (name, f"{sign}{self.formats.number(number)}")
            for name, sign, number in (
                (words.tr("Points earned"), "+", bought.earned - bought.taken_back),
                (words.tr("Points used"), "−", bought.spent - bought.given_back),
            )
            if number
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
        if gives.kind == "money" and 0 < voucher.left < gives.money:
            money = self.formats.money
            left = self.words.tr("{left} of {worth} left").format(left=money(voucher.left), worth=money(gives.money))
            return f"{voucher.name}: {left}"
        if voucher.source is VoucherSource.STAMPS and gives.kind == "product":  # its name is that of the stamp card
            return self.words.tr("{voucher} – {what}").format(voucher=voucher.name, what=self._free(gives))
        if gives.kind == "money" and self.formats.money(gives.money) not in voucher.name:
            return f"{voucher.name}: {self.formats.money(gives.money)}"
        return voucher.name

    def _free(self, gives: Gives) -> str:
        product, number = self.products.get(gives.product, gives.product), self.formats.number(gives.qty)
        if gives.qty > 1:
            return self.words.tr("free: {number} × {product}").format(number=number, product=product)
        return self.words.tr("free: {product}").format(product=product)

    def _ahead(self, ahead: Ahead) -> str:
        missing = self._points(ahead.missing)
        return self.words.tr("Only {points} to go: {reward}").format(points=missing, reward=ahead.name)

    def _points(self, points: int) -> str:
        return self.words.tr_n("{n} point", "{n} points", points).format(n=self.formats.number(points))
