"""Purchases that come back, wholly or in parts, and those whose card was forgotten."""

from datetime import date
from fractions import Fraction
from math import floor

from tests.loyaltydesk.exact.naive_bill import Table, cents, covered, half_up
from tests.loyaltydesk.exact.naive_sales import Sales
from tests.loyaltydesk.exact.naive_state import Person, Refused, Sale


class Returns(Sales):
    """What was bought is undone by value, counted from the start."""

    def void(self, ask: Table) -> Table:
        """The whole purchase never was."""
        sale = self._sale(ask)
        return self._back(sale, self.day_of(ask), value=sale.value - sale.returned, voids=True, all_of_it=True)

    def bring_back(self, ask: Table) -> Table:
        """Everything that is left, a value, or pieces."""
        sale, day = self._sale(ask), self.day_of(ask)
        if "lines" in ask:
            return self._pieces_back(ask, sale, day)
        if "amount" not in ask:
            return self._back(sale, day, value=sale.value - sale.returned, all_of_it=True)
        if cents(ask["amount"]) == 0:
            raise Refused("BadRequest")
        return self._back(sale, day, value=cents(ask["amount"]))

    def _pieces_back(self, ask: Table, sale: Sale, day: date) -> Table:
        """Pieces come back; the paid ones of a line before its free ones."""
        before = list(sale.back)
        for line in ask["lines"]:
            skus = {unit.line: unit.sku for unit in sale.units}
            places = [place for place, sku in skus.items() if sku == line["sku"]]
            if not places:
                raise Refused("BadRequest")
            left = line.get("qty", 1)
            for place in places:
                bought = len([unit for unit in sale.units if unit.line == place])
                part = min(left, bought - sale.back[place])
                sale.back[place] += part
                left -= part
            if left:
                raise Refused("ReturnTooLarge")
        all_of_it = sum(sale.back) == len(sale.units)
        value = sale.value - sale.returned if all_of_it else self._worth(sale, sale.back) - self._worth(sale, before)
        return self._back(sale, day, value=value, all_of_it=all_of_it)

    def _worth(self, sale: Sale, back: list[int]) -> int:
        """What so many pieces of each line cost, rounded once."""
        worth = Fraction(0)
        for place, count in enumerate(back):
            paid = [unit for unit in sale.units if unit.line == place and not unit.free]
            if paid:
                worth += sum(unit.net for unit in paid) * min(count, len(paid)) / len(paid)
        return half_up(worth)

    def _back(self, sale: Sale, day: date, *, value: int, voids: bool = False, all_of_it: bool = False) -> Table:
        if sale.returned + value > sale.value:
            raise Refused("ReturnTooLarge")
        closes = all_of_it or 0 < value == sale.value - sale.returned
        sale.returned += value
        share = Fraction(1) if closes else Fraction(sale.returned, sale.value) if sale.value else Fraction(0)
        answer = {
            "refunded": floor(sale.due * share) - sale.refunded,
            "taken_back": 0,
            "given_back": 0,
            "balance": None,
        }
        sale.refunded += answer["refunded"]
        person = self.people[sale.owner] if sale.owner else None
        overdraft = self.programmes[sale.version - 1].get("returns", {}).get("overdraft") == "negative"
        if person:
            answer.update(self._points_back(sale, person, day, share=share, overdraft=overdraft))
            self._stamps_back(sale, person, closes=closes)
        if closes:
            self._closed(sale, day, voids=voids, overdraft=overdraft)
        if person:
            self.review_one(person, day)
            answer["balance"] = person.purse.balance(day)
        return answer

    def _stamps_back(self, sale: Sale, person: Person, *, closes: bool) -> None:
        """The stamps of the pieces that came back go, and by value those of whatever came back as a mere sum."""
        cards = {card["id"]: card for card in self.programmes[sale.version - 1].get("stamp_card", [])}
        by_sum = Fraction(sale.returned - self._worth(sale, sale.back), sale.value) if sale.value else Fraction(0)
        for name, stamps in sale.stamps.items():
            pieces = covered([unit for unit in sale.units if not unit.free], cards[name].get("of", {}))
            came = 0
            for place, count in enumerate(sale.back):
                came += min(count, len([unit for unit in pieces if unit.line == place]))
            gone = stamps if closes else min(stamps, came + floor(stamps * max(by_sum, 0)))
            before = sale.stamps_back.get(name, 0)
            if gone > before:
                sale.stamps_back[name] = gone
                self.unstamp(person, name, gone - before)

    def _points_back(self, sale: Sale, person: Person, day: date, *, share: Fraction, overdraft: bool) -> Table:
        """Spent points come back, earned points go; no more than there is, unless the balance may fall below zero."""
        purse = person.purse
        given = floor(sale.spent * share) - sale.given_back
        taken = floor(sale.earned * share) - sale.taken_back
        if not overdraft:
            taken = max(0, min(taken, purse.all_there(day) + purse.would_live(sale.receipt, given, day)))
        if given:
            purse.come_back(sale.receipt, given, day)
        purse.go(taken, day, own=sale.receipt)
        sale.given_back += given
        sale.taken_back += taken
        return {"taken_back": taken, "given_back": given}

    def _closed(self, sale: Sale, day: date, *, voids: bool, overdraft: bool) -> None:
        """Nothing is left of a purchase: what it used is there again, what it brought is not."""
        sale.state = "voided" if voids else "returned"
        self.put_back(sale.receipt)
        for code, part in sale.vouchers:
            voucher = self.vouchers[code]
            if voucher.state == "used" and voucher.used_in == sale.receipt:
                voucher.state = "open"
            voucher.left += part if voucher.is_money() else 0
        for voucher in self.vouchers.values():
            if voucher.source == "next_purchase" and voucher.purchase == sale.receipt and voucher.state == "open":
                voucher.state = "cancelled"
        self.unrefer(sale, day, overdraft=overdraft)

    def _sale(self, ask: Table) -> Sale:
        sale = self.sales.get(ask["receipt"])
        if sale is None:
            raise Refused("UnknownPurchase")
        if sale.state == "voided":
            raise Refused("AlreadyVoided")
        if sale.state == "returned":
            raise Refused("ReturnTooLarge")
        return sale

    def attach(self, ask: Table) -> Table:
        """A purchase made without the card gets its customer; its money stays as it was."""
        sale = self.sales.get(ask["receipt"])
        if sale is None:
            raise Refused("UnknownPurchase")
        person = self.who(ask)
        if sale.owner:
            raise Refused("AlreadyAttached")
        if sale.state != "done" or sale.returned:
            raise Refused("AlreadyVoided")
        self.usable(ask)
        programme = self.programmes[sale.version - 1]
        tier = self.earn(programme, person, sale, paid=sale.by_vouchers, redeems=bool(sale.vouchers))
        self.win(programme, person, tier)
        sale.owner = person.name
        return {"earned": sale.earned, "tier": tier, **self.bring(sale, person, day=self.day_of(ask))}
