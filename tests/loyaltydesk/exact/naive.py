"""A whole shop worked out a second time from the contract, slowly and obviously, to compare the real one with.

It shares no code with the program: it takes the programme as parsed TOML and requests as the link does, and answers
with the same numbers, money in minor units. Vouchers are called "$v0", "$v1" … in the order in which they were issued.
"""

import copy
import tomllib
from datetime import date

from tests.loyaltydesk.exact.naive_bill import Table, cents
from tests.loyaltydesk.exact.naive_points import highest, tier_named
from tests.loyaltydesk.exact.naive_rounds import Rounds
from tests.loyaltydesk.exact.naive_state import Card, Person, Refused

VERBS = {"return": "bring_back", "programme": "replace_programme"}


class NaiveShop(Rounds):
    """Answers requests; a refusal leaves everything as it was."""

    def answer(self, ask: Table) -> Table:
        """The answer to one request, with the numbers only."""
        tried = copy.deepcopy(self)
        try:
            said = getattr(tried, VERBS.get(ask["do"], ask["do"]))(ask)
        except Refused as refused:
            return {"ok": False, "refused": refused.kind}
        if ask["do"] not in ("quote", "scan"):
            self.__dict__ = tried.__dict__
        return {"ok": True, **said}

    def stamp_cards(self) -> list[Table]:
        return list(self.programme.get("stamp_card", []))

    # --- people

    def register(self, ask: Table) -> Table:
        """Somebody joins; here people are called by their first card."""
        if ask["card"] in self.cards:
            raise Refused("DuplicateCard")
        referrer = ask.get("referred_by", "")
        if referrer and referrer not in self.cards:
            raise Refused("UnknownCard")
        friend = self.cards[referrer].owner if referrer else ""
        person = Person(ask["card"], self.day_of(ask), ask.get("birth_date", ""), friend)
        self.people[person.name] = person
        self.cards[ask["card"]] = Card(person.name)
        return {"card": ask["card"]}

    def scan(self, ask: Table) -> Table:
        """Everything that can be seen of a customer."""
        person, day, purse = self.who(ask), self.day_of(ask), self.who(ask).purse
        lots = [(lot.left, lot.last) for lot in purse.lots if lot.left and not lot.over(day)]
        ends = sorted({end for _left, end in lots if end < date.max})
        mine = [voucher for voucher in self.vouchers.values() if voucher.owner == person.name]
        return {
            "balance": purse.balance(day),
            "pending": purse.pending(day),
            "tier": self.held(self.programme, person),
            "next_tier": self.next_tier(person, day),
            "worth": self._worth_of(purse.balance(day)),
            "next_reward": self._next_reward(purse.balance(day)),
            "lots": sorted(lots),
            "expiring": [(sum(left for left, end in lots if end == last), last) for last in ends],
            "vouchers": sorted((voucher.code, voucher.left) for voucher in mine if voucher.state_on(day) == "open"),
            "stamps": {card["id"]: max(0, person.stamps.get(card["id"], 0)) for card in self.stamp_cards()},
        }

    def _worth_of(self, balance: int) -> int | None:
        """What a balance is worth in whole steps, where points are money."""
        rules = self.programme.get("redeem")
        return max(balance, 0) // rules["points"] * cents(rules["worth"]) if rules else None

    def _next_reward(self, balance: int) -> int | None:
        """The points that are missing to the cheapest reward out of reach."""
        costs = [reward["cost"] for reward in self.programme.get("reward", []) if reward["cost"] > balance]
        return min(costs) - balance if costs else None

    def adjust(self, ask: Table) -> Table:
        """The balance is changed by hand; a large change needs a second person."""
        person, day, points = self.who(ask), self.day_of(ask), ask["points"]
        above = self.programme.get("approval", {}).get("adjust_above")
        if points == 0 or not ask.get("reason"):
            raise Refused("BadRequest")
        approved = ask.get("approved_by") and ask["approved_by"] != ask.get("staff", "")
        if above is not None and abs(points) > above and not approved:
            raise Refused("NeedsApproval")
        if -points > max(0, person.purse.balance(day)):
            raise Refused("NotEnoughPoints")
        if points > 0:
            person.purse.come(points, day, last=self.ends(self.programme, day))
        else:
            person.purse.go(-points, day)
        return {"balance": person.purse.balance(day)}

    def tier(self, ask: Table) -> Table:
        """A tier is set by hand, below which the customer never falls, or taken away."""
        person, day = self.who(ask), self.day_of(ask)
        if ask["floor"] is not None and tier_named(self.programme, ask["floor"]) is None:
            raise Refused("BadRequest")
        person.floor = ask["floor"]
        held = self.held(self.programme, person)
        name = highest(self.programme, held, self.deserved(self.programme, person, day))
        self.win(self.programme, person, name)
        return {"tier": name}

    def card(self, ask: Table) -> Table:
        """A card is blocked, replaced, or given a role."""
        self.who(ask)
        card = self.cards[ask["card"]]
        if ask["action"] == "replace":
            self.cards[ask["by"]] = Card(card.owner, role=card.role)
            card.state = "replaced"
        elif ask["action"] == "role":
            card.role = ask["role"]
        else:
            card.state = {"block": "blocked", "unblock": "active"}[ask["action"]]
        return {"card_state": card.state}

    def merge(self, ask: Table) -> Table:
        """Two people were one: everything of the second is the first one's."""
        keep, drop = (self.who({"card": ask[name]}) for name in ("keep", "drop"))
        strangers = keep.household and drop.household and keep.household != drop.household
        if keep is drop or strangers:
            raise Refused("BadRequest")
        day = self.day_of(ask)
        self._share(keep, drop, day)
        keep.household = keep.household or drop.household
        for card, stamps in drop.stamps.items():
            keep.stamps[card] = keep.stamps.get(card, 0) + stamps
        keep.joined, keep.born = min(keep.joined, drop.joined), keep.born or drop.born
        keep.floor = highest(self.programme, keep.floor, drop.floor) or keep.floor
        self._rename(drop.name, keep.name)
        keep.referrer = keep.referrer or drop.referrer
        del self.people[drop.name]
        for person in self.people.values():
            person.referrer = "" if person.referrer == person.name else person.referrer
        self.review_one(keep, day)
        return {"balance": keep.purse.balance(day)}

    def _share(self, keep: Person, drop: Person, day: date) -> None:
        """All points of the one go into the purse of the other, with everybody who held it."""
        old = drop.purse
        if old is not keep.purse:
            keep.purse.swallow(old, day)
            for person in self.people.values():
                person.purse = keep.purse if person.purse is old else person.purse

    def _rename(self, old: str, new: str) -> None:
        """Whatever was the one's is the other's."""
        self.merged = {each: new if name == old else name for each, name in self.merged.items()} | {old: new}
        for card in self.cards.values():
            card.owner = new if card.owner == old else card.owner
        for sale in self.sales.values():
            sale.owner = new if sale.owner == old else sale.owner
        for voucher in self.vouchers.values():
            voucher.owner = new if voucher.owner == old else voucher.owner
            voucher.payer = new if voucher.payer == old else voucher.payer
        for gift in self.gifts:
            gift.person = new if gift.person == old else gift.person
            gift.period = new if gift.period == old else gift.period
        for person in self.people.values():
            person.referrer = new if person.referrer == old else person.referrer
        self.taken = [(reward, new if who == old else who, *rest) for reward, who, *rest in self.taken]

    def household(self, ask: Table) -> Table:
        """Some people hold one purse from now on; whoever is named with members of a household joins it."""
        named, day = [self.who({"card": card}) for card in ask["customers"]], self.day_of(ask)
        homes = {person.household for person in named if person.household}
        home = min(homes, default=f"home {len(self.people)} {ask['at']} {named[0].name}")
        members = [person for person in self.people.values() if person.household == home]
        members += [person for person in named if person.household != home]
        if len(homes) > 1 or len({person.name for person in members}) < 2:
            raise Refused("BadRequest")
        for person in members:
            self._share(members[0], person, day)
            person.household = home
        return {"balance": members[0].purse.balance(day)}

    def replace_programme(self, ask: Table) -> Table:
        """New rules from now on."""
        self.programmes.append(tomllib.loads(ask["toml"]))
        return {"version": len(self.programmes)}
