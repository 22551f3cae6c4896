"""The requests of the link: each is one call of the desk."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from loyaltydesk.cli import requests as asked
from loyaltydesk.cli.answers import Answer, Answers
from loyaltydesk.cli.baskets import basket, brought_back
from loyaltydesk.desk import Desk
from loyaltydesk.model.cards import CardRole
from loyaltydesk.model.customers import PERSONAL_FIELDS, Profile
from loyaltydesk.model.facts import Stamp
from loyaltydesk.model.purchases import Asked, Basket
from loyaltydesk.model.refusals import BadRequest, FileMissing
from loyaltydesk.words import active
from loyaltydesk.words.formats import BabelFormats

LARGEST_FILE = 1_000_000  # bytes of a programme file


class Verbs:
    """The desk, as other programs speak to it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def answers(self) -> Answers:
        """How answers are written: by the currency of the rules in force and the language in use."""
        currency = self._desk.shop.programme.currency
        return Answers(currency, BabelFormats(active().language, currency))

    # --- customers

    def register(self, request: asked.Register, stamp: Stamp) -> Answer:
        told = {name: getattr(request, name) for name in PERSONAL_FIELDS if name != "consent"}
        if not request.name.strip():
            raise BadRequest("name", "missing")
        profile = Profile(**told, consent=_consent(request.consent))
        customer, card = self._desk.customers.register(
            profile, card=request.card, referred_by=request.referred_by, stamp=stamp
        )
        return {"customer": customer, "card": card}

    def find(self, request: asked.Find, stamp: Stamp) -> Answer:
        customers = self._desk.customers
        found = [
            self.answers.customer(
                customer, customers.card_number(customer.id), customers.see(customer.id, stamp.day).balance
            )
            for customer in customers.find(request.text, request.limit)
        ]
        return {"customers": found}

    def scan(self, request: asked.Scan, stamp: Stamp) -> Answer:
        named, customers = request.named(), self._desk.customers
        seen = customers.scan(named["card"], stamp.day) if named["card"] else customers.see(**_id(named), day=stamp.day)
        card = seen.card or next(iter(customers.cards(seen.customer.id)), None)
        return self.answers.seen(seen, self._desk.shop.programme.basis, card)

    def adjust(self, request: asked.Adjust, stamp: Stamp) -> Answer:
        customer = self._customer(request)
        balance = self._desk.customers.adjust(
            customer, request.points, reason=request.reason, approved_by=request.approved_by, stamp=stamp
        )
        return {"balance": balance}

    def statement(self, request: asked.Statement, stamp: Stamp) -> Answer:
        return self.answers.statement(self._desk.customers.statement(self._customer(request), request.limit, stamp.day))

    def tier(self, request: asked.Tier, stamp: Stamp) -> Answer:
        if request.floor is not None and self._desk.shop.programme.tier(request.floor) is None:
            raise BadRequest("floor", "unknown_tier")
        return {"tier": self._desk.upkeep.set_floor(self._customer(request), request.floor, stamp)}

    def erase(self, request: asked.Erase, stamp: Stamp) -> Answer:
        self._desk.customers.erase(self._customer(request), stamp)
        return {"erased": True}

    # --- purchases

    def quote(self, request: asked.Purchase, stamp: Stamp) -> Answer:
        return self.answers.purchase(self._desk.till.quote(self._basket(request), stamp))

    def purchase(self, request: asked.Purchase, stamp: Stamp) -> Answer:
        return self.answers.purchase(self._desk.till.record(self._basket(request), stamp))

    def bring_back(self, request: asked.Return, stamp: Stamp) -> Answer:
        wanted = brought_back(request, self._desk.shop.programme.currency)
        bought = self._desk.till.purchase(request.number())
        return self.answers.returned(self._desk.till.bring_back(bought, wanted, stamp))

    def void(self, request: asked.Void, stamp: Stamp) -> Answer:
        bought = self._desk.till.purchase(request.number())
        return self.answers.returned(self._desk.till.bring_back(bought, Asked(voids=True), stamp))

    def attach(self, request: asked.Attach, stamp: Stamp) -> Answer:
        if not request.card and not request.customer:
            raise BadRequest("card", "missing")
        bought = self._desk.till.purchase(request.number())
        done = self._desk.till.attach(bought, card=request.card, customer=request.customer, stamp=stamp)
        return self.answers.purchase(done)

    # --- rewards, vouchers, cards

    def redeem(self, request: asked.Redeem, stamp: Stamp) -> Answer:
        voucher = self._desk.rewards.redeem(request.reward, **request.named(), stamp=stamp)
        balance = self._desk.customers.see(voucher.customer, stamp.day).balance
        return {"voucher": self.answers.voucher(voucher, stamp.day), "balance": balance}

    def voucher(self, request: asked.Voucher, stamp: Stamp) -> Answer:
        rewards = self._desk.rewards
        if request.action == "show":
            voucher = rewards.voucher(request.code)
        else:
            act = {"use": rewards.use, "cancel": rewards.cancel, "reprint": rewards.reprint}[request.action]
            voucher = act(request.code, stamp)
        shown = self.answers.voucher(voucher, stamp.day)
        return {**shown, "voucher": shown} if request.action == "reprint" else shown

    def card(self, request: asked.Card, stamp: Stamp) -> Answer:
        cards = self._desk.cards
        if request.action == "link":
            if not request.customer:
                raise BadRequest("customer", "missing")
            return self.answers.card(cards.link(request.card, request.customer, stamp))
        if request.action == "replace":
            return self.answers.card(cards.replace(request.card, request.by, stamp))
        if request.action == "role":
            if request.role is None:
                raise BadRequest("role", "missing")
            return self.answers.card(cards.give_role(request.card, CardRole(request.role), stamp))
        act = cards.block if request.action == "block" else cards.unblock
        return self.answers.card(act(request.card, stamp))

    # --- the desk itself

    def expire(self, _request: asked.Request, stamp: Stamp) -> Answer:
        ended = self._desk.upkeep.expire(stamp)
        return {"expired": [{"customer": each.customer, "points": each.points} for each in ended]}

    def review(self, _request: asked.Request, stamp: Stamp) -> Answer:
        changes = self._desk.upkeep.review(stamp)
        return {"changed": [{"customer": each.customer, "from": each.before, "to": each.after} for each in changes]}

    def day(self, request: asked.Request, stamp: Stamp) -> Answer:
        answer = {**self.expire(request, stamp), **self.review(request, stamp)}
        self._desk.upkeep.day(stamp)
        return answer

    def programme(self, request: asked.Programme, stamp: Stamp) -> Answer:
        if bool(request.toml) == bool(request.file):
            raise BadRequest("toml", "missing")
        text = request.toml or read_text(Path(request.file))
        return {"version": self._desk.shop.load_programme(text, stamp)}

    def _basket(self, request: asked.Purchase) -> Basket:
        return basket(request, self._desk.shop.programme.currency)

    def _customer(self, request: asked.OfCustomer) -> str:
        named = request.named()
        return self._desk.cards.owner(named["card"]).id if named["card"] else named["customer"]


VERBS: dict[str, tuple[type[asked.Request], Callable[[Verbs, Any, Stamp], Answer]]] = {
    "register": (asked.Register, Verbs.register),
    "find": (asked.Find, Verbs.find),
    "scan": (asked.Scan, Verbs.scan),
    "quote": (asked.Purchase, Verbs.quote),
    "purchase": (asked.Purchase, Verbs.purchase),
    "return": (asked.Return, Verbs.bring_back),
    "void": (asked.Void, Verbs.void),
    "attach": (asked.Attach, Verbs.attach),
    "adjust": (asked.Adjust, Verbs.adjust),
    "redeem": (asked.Redeem, Verbs.redeem),
    "voucher": (asked.Voucher, Verbs.voucher),
    "card": (asked.Card, Verbs.card),
    "tier": (asked.Tier, Verbs.tier),
    "expire": (asked.Request, Verbs.expire),
    "review": (asked.Request, Verbs.review),
    "day": (asked.Request, Verbs.day),
    "statement": (asked.Statement, Verbs.statement),
    "programme": (asked.Programme, Verbs.programme),
    "erase": (asked.Erase, Verbs.erase),
}
NOT_YET = ("merge", "household")


def read_text(path: Path) -> str:
    """A text file of ordinary size. Raises FileMissing when it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_FILE).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError, ValueError):
        raise FileMissing(str(path)) from None


def _id(named: dict[str, str]) -> dict[str, str]:
    return {"customer": named["customer"]}


def _consent(given: Any) -> str:
    """What was agreed to, however another program words it."""
    if given is None or given is False:
        return ""
    return given if isinstance(given, str) else json.dumps(given, ensure_ascii=False)
