"""Fills cards and vouchers with the shop's own values, worded in one language: the customer's or the shop's."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from loyaltydesk.model.cards import Card
from loyaltydesk.model.codes import shown
from loyaltydesk.model.design import CardDesign
from loyaltydesk.model.programme import EarnRule, Gives, Programme
from loyaltydesk.model.purchases import Voucher, VoucherSource
from loyaltydesk.model.shop import ShopSettings
from loyaltydesk.printing.card import CardFace, CardLook
from loyaltydesk.printing.card_texts import filled, has_own_fields
from loyaltydesk.printing.fonts import legible
from loyaltydesk.printing.scene import Align, Role
from loyaltydesk.printing.voucher import VoucherFace
from loyaltydesk.words import Words
from loyaltydesk.words.formats import Formats

NO_NAMES: Mapping[str, str] = {}


class Imprint(Struct, frozen=True):
    """What a card bears that came from elsewhere: the number printed on it, and the kind of its bars (a Symbology)."""

    number: str = ""
    symbology: str = ""


NO_IMPRINT = Imprint()


def imprint_of(card: Card) -> Imprint:
    """What a card of the shop bears: its own number and the bars that suit it, or what it came with."""
    return Imprint(card.printed, card.symbology)


class Paper(Struct, frozen=True):
    """One shop's paper in one language; `words` and `formats` are of that language, `products` names them by code.

    `logo` is the picture that `design` names, from `logo.small`.
    """

    shop: ShopSettings
    programme: Programme
    words: Words
    formats: Formats
    products: Mapping[str, str] = NO_NAMES
    design: CardDesign = CardDesign()
    logo: bytes | None = None

    def look(self) -> CardLook:
        """What is the same on every card."""
        design, tr, address = self.design, self.words.tr, self.shop.address
        found = tr("Found it? Please bring it back.")
        return CardLook(
            shop=self.name,
            second_line=self.shop.line,
            heading=self._same(design.heading, tr("Show this card each time you buy")),
            rules=self._same(design.rules, " ".join(f"{rule}." for rule in self._rules())),
            footer=self._same(design.footer, " · ".join(each for each in (self.name, address, found) if each)),
            colour=design.colour,
            bars_at=Align(design.bars_at),
            logo=self.logo,
            template=design.template,
            accent=design.accent,
            ink=design.ink,
            note=self._same(design.note, ""),
            code_kind=design.code_kind,
            code_side=design.code_side,
            bars_ink=design.bars_ink,
        )

    def card(
        self,
        number: str,
        name: str = "",
        *,
        tier: str | None = None,
        since: date | None = None,
        imprint: Imprint = NO_IMPRINT,
    ) -> CardFace:
        """One card, blank without a name; its holder came on the day `since`."""
        design, values = self.design, {"name": name, "tier": tier or "", "number": imprint.number or number}
        values |= {"shop": self.name, "since": str(since.year) if since else ""}
        above = self.words.tr("{tier} member") if design.above_name is None else design.above_name
        return CardFace(
            code=number,
            name=name,
            above_name=filled(above, values) if name else "",
            number=imprint.number,
            symbology=imprint.symbology,
            note=_own(design.note, values),
            heading=_own(design.heading, values),
            rules=_own(design.rules, values),
            footer=_own(design.footer, values),
        )

    def _same(self, chosen: str | None, ready: str) -> str | None:
        """What all cards say: the owner's words, or the ready ones; None where each card has its own."""
        if chosen is None:
            return ready
        return None if has_own_fields(chosen) else filled(chosen, {"shop": self.name})

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
            shop=self.name,
            second_line=self.shop.line,
            title=words.tr("Voucher"),
            gives=self._gives(voucher),
            code=voucher.code,
            number=shown(voucher.code),
            for_whom=whom,
            valid=valid,
            small_print=self._terms(voucher),
            colour=self.design.colour,
            logo=self.logo,
            template=self.design.template,
            accent=self.design.accent,
        )

    def _terms(self, voucher: Voucher) -> str:
        words = self.words
        if voucher.gives.kind == "money":
            terms = words.tr("Can be used in parts, and is not paid out in money.")
        else:
            terms = words.tr("Counts once, on this paper, and is not paid out in money.")
        if voucher.first == voucher.id:
            return terms
        return " ".join((terms, words.tr("It was printed anew: earlier paper counts no more.")))

    @property
    def name(self) -> str:
        """What the shop is called; the programme's name where it has none of its own."""
        return self.shop.name or self.programme.name

    def _rules(self) -> list[str]:
        rules = [self._earns(rule) for rule in self.programme.earn[:1]]
        for reward in sorted(self.programme.rewards, key=lambda each: each.cost)[:1]:
            rules.append(
                self.words.tr("{points}: {reward}").format(points=self.points(reward.cost), reward=reward.name)
            )
        return rules

    def _earns(self, rule: EarnRule) -> str:
        points = self.points(rule.points)
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

    def points(self, points: int) -> str:
        """So many points in words."""
        return self.words.tr_n("{n} point", "{n} points", points).format(n=self.formats.number(points))


def _own(chosen: str | None, values: Mapping[str, str]) -> str:
    """The owner's words on one card; empty where all cards have the same."""
    return filled(chosen, values) if chosen and has_own_fields(chosen) else ""
