"""Rewards, vouchers, stamps and referrals in the naive shop."""

from datetime import date, timedelta

from tests.loyaltydesk.exact.naive_bill import Scene, Table, Who, cents, covered, holds
from tests.loyaltydesk.exact.naive_points import runs_on
from tests.loyaltydesk.exact.naive_state import Gift, Person, Refused, Sale, State, Voucher


class Promises(State):
    """What is promised to a customer, and kept."""

    # --- rewards

    def reward(self, name: str) -> Table:
        for reward in self.programme.get("reward", []):
            if reward["id"] == name:
                return reward
        raise Refused("UnknownReward")

    def offered(self, name: str, times: int, person: Person) -> Table:
        """A reward that can still be had so many times."""
        reward = self.reward(name)
        had = [take for take in self.taken if take[0] == name]
        mine = [take for take in had if take[1] == person.name]
        if sum(take[3] for take in had) + times > reward.get("stock", 10**9):
            raise Refused("RewardNotOffered")
        if sum(take[3] for take in mine) + times > reward.get("per_customer", 10**9):
            raise Refused("RewardNotOffered")
        return reward

    def redeem(self, ask: Table) -> Table:
        """Points become a voucher."""
        person, day = self.who(ask), self.day_of(ask)
        reward = self.offered(ask["reward"], 1, person)
        self.usable(ask)
        self.can_spend(ask, person, points=reward["cost"], day=day)
        bearer = reward.get("bearer", False)
        voucher = self.issue(reward, None if bearer else person, day, cost=reward["cost"], payer=person.name)
        person.purse.go(reward["cost"], day, paid=voucher.code)
        return {"voucher": voucher.code, "state": voucher.state, "balance": person.purse.balance(day)}

    # --- vouchers

    def issue(
        self, promise: Table, owner: Person | None, day: date, *, cost: int = 0, payer: str = "", source: str = "points"
    ) -> Voucher:
        """A new voucher; what it is a voucher of is a reward, a stamp card or the like."""
        gives = promise["gives"]
        last = day + timedelta(days=promise["valid_days"]) if "valid_days" in promise else date.max
        voucher = Voucher(f"$v{len(self.vouchers)}", promise["id"], gives, owner.name if owner else None, cost, payer)
        voucher.last, voucher.source, voucher.first = last, source, voucher.code
        voucher.left = cents(gives["money"]) if voucher.is_money() else 0
        voucher.state = "used" if "donate" in gives else "open"
        self.vouchers[voucher.code] = voucher
        if source in ("points", "occasion"):
            self.taken.append((promise["id"], payer if source == "points" else "", voucher.code, 1))
        return voucher

    def known_voucher(self, code: str) -> Voucher:
        if code not in self.vouchers:
            raise Refused("UnknownVoucher")
        return self.vouchers[code]

    def check_voucher(self, voucher: Voucher, customer: str | None, day: date) -> None:
        """Refuses one that is somebody else's, or cannot be used on a day."""
        if voucher.owner is not None and voucher.owner != customer:
            raise Refused("WrongCustomer")
        if voucher.state_on(day) != "open":
            raise Refused("VoucherNotUsable")

    def voucher(self, ask: Table) -> Table:
        """A voucher is shown, used, cancelled, printed again."""
        voucher, day = self.known_voucher(ask["code"]), self.day_of(ask)
        if ask["action"] != "show" and voucher.state_on(day) != "open":
            raise Refused("VoucherNotUsable")
        if ask["action"] == "use":
            voucher.state, voucher.left = "used", 0
        elif ask["action"] == "cancel":
            if 0 < voucher.left < cents(voucher.gives["money"]):  # something was had for it
                raise Refused("VoucherNotUsable")
            self.cancel(voucher, day)
        elif ask["action"] == "reprint":
            voucher = self._reprinted(voucher)
        state = voucher.state_on(day)
        return {"voucher": voucher.code, "state": state, "left": voucher.left if state == "open" else 0}

    def cancel(self, voucher: Voucher, day: date) -> None:
        """A voucher is taken back, and its points return, or its stamps."""
        voucher.state = "cancelled"
        self.put_back(voucher.first)
        if voucher.cost:
            self.people[voucher.payer].purse.come_back(voucher.first, voucher.cost, day)
        if voucher.stamps:
            person = self.people[voucher.payer]
            person.stamps[voucher.reward] = person.stamps.get(voucher.reward, 0) + voucher.stamps

    def _reprinted(self, old: Voucher) -> Voucher:
        old.state = "reprinted"
        new = Voucher(f"$v{len(self.vouchers)}", old.reward, old.gives, old.owner, old.cost, old.payer, old.source)
        new.last, new.left, new.first, new.purchase = old.last, old.left, old.first, old.purchase
        new.stamps = old.stamps
        self.vouchers[new.code] = new
        return new

    def put_back(self, source: str) -> None:
        """What went out by a voucher or a purchase can be had again."""
        self.taken = [take for take in self.taken if take[2] != source]

    def scene_of(self, sale: Sale, person: Person | None) -> Scene:
        """What a `when` can ask about a sale that was made."""
        tier = self.held(self.programmes[sale.version - 1], person) if person else None
        return Scene(sale.at, sale.value, Who(tier, person.born, person.joined) if person else None, sale.codes)

    def pay_with(self, sale: Sale) -> None:
        """Vouchers pay; one for money keeps what is left."""
        for code, part in sale.vouchers:
            voucher = self.vouchers[code]
            voucher.left -= part if voucher.is_money() else 0
            if not voucher.left:
                voucher.state, voucher.used_in = "used", sale.receipt

    def bring_next(self, sale: Sale, person: Person | None, issued: list[str]) -> list[str]:
        """Vouchers for the next purchase that this one brings."""
        programme = self.programmes[sale.version - 1]
        if not runs_on(programme, sale.at.date()):
            return issued
        units = [unit for unit in sale.units if not unit.free]
        for promise in programme.get("next_purchase", []):
            bearer = promise.get("bearer", False)
            if holds(promise, self.scene_of(sale, person), units) and (person or bearer):
                voucher = self.issue(promise, None if bearer else person, sale.at.date(), source="next_purchase")
                voucher.purchase = sale.receipt
                issued = [*issued, voucher.code]
        return issued

    # --- stamps

    def stamp(self, sale: Sale, person: Person) -> list[str]:
        """Every paid unit is a stamp; the vouchers that they bring."""
        issued: list[str] = []
        programme = self.programmes[sale.version - 1]
        if not runs_on(programme, sale.at.date()):
            return issued
        for card in programme.get("stamp_card", []):
            units = len(covered([unit for unit in sale.units if not unit.free], card.get("of", {})))
            if units:
                sale.stamps[card["id"]] = units
            person.stamps[card["id"]] = person.stamps.get(card["id"], 0) + units
            brought = 0
            while units and person.stamps[card["id"]] >= card["every"] and brought < 100:
                brought += 1
                person.stamps[card["id"]] -= card["every"]
                bearer = card.get("bearer", False)
                voucher = self.issue(card, None if bearer else person, sale.at.date(), source="stamps")
                voucher.payer, voucher.stamps = person.name, card["every"]
                issued.append(voucher.code)
        return issued

    def unstamp(self, person: Person, card: str, units: int) -> None:
        """Stamps go; an open voucher of the card that nothing was paid with yet makes good what is missing."""
        person.stamps[card] = person.stamps.get(card, 0) - units
        for voucher in reversed(list(self.vouchers.values())):
            of_card = (voucher.source, voucher.reward, voucher.payer) == ("stamps", card, person.name)
            begun = voucher.is_money() and voucher.left < cents(voucher.gives["money"])
            if of_card and voucher.state == "open" and person.stamps[card] < 0 and not begun:
                self.cancel(voucher, voucher.last)

    # --- whoever brought a customer

    def refer(self, person: Person, sale: Sale, day: date) -> None:
        """The first purchase of somebody who was brought gives points to both."""
        programme, then = self.programmes[sale.version - 1], sale.at.date()
        others = [one for one in self.sales.values() if one.owner == person.name and one is not sale]
        given = any(gift.cause != "occasion" and gift.period == person.name for gift in self.gifts)
        first = not given and not any(one.state == "done" for one in others)
        if not (person.referrer and first and runs_on(programme, then)):
            return
        rules = programme.get("referral", {})
        for name, key in ((person.name, "points_new"), (person.referrer, "points_referrer")):
            if rules.get(key):
                self.gifts.append(Gift(name, "referral", "", person.name, rules[key], sale.receipt))
                self.people[name].purse.come(rules[key], day, last=self.ends(programme, then))

    def unrefer(self, sale: Sale, day: date, *, overdraft: bool) -> None:
        """The first purchase is undone, and so is what it gave."""
        for gift in [gift for gift in self.gifts if gift.sale == sale.receipt]:
            purse = self.people[gift.person].purse
            purse.go(gift.points if overdraft else max(0, min(gift.points, purse.all_there(day))), day)
            self.gifts.remove(gift)
