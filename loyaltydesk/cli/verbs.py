"""The requests of the link: each is one call of the desk."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from loyaltydesk.cli import requests as asked
from loyaltydesk.cli import surveys, voices
from loyaltydesk.cli.answers import Answer, Answers
from loyaltydesk.cli.baskets import basket, brought_back, listed
from loyaltydesk.desk import Desk
from loyaltydesk.desk.occasions import Gift
from loyaltydesk.desk.upkeep import Expired, TierChange
from loyaltydesk.model.cards import CardRole
from loyaltydesk.model.customers import PERSONAL_FIELDS, Profile
from loyaltydesk.model.facts import Stamp
from loyaltydesk.model.purchases import Asked, Basket
from loyaltydesk.model.refusals import BadProgramme, BadRequest, FileMissing
from loyaltydesk.words import active
from loyaltydesk.words.formats import BabelFormats

LARGEST_FILE = 1_000_000  # bytes of a programme file


def answers_of(desk: Desk) -> Answers:
    """How answers are written: by the currency of the rules in force and the language in use."""
    currency = desk.shop.programme.currency
    return Answers(currency, BabelFormats(active().language, currency))


# --- customers


def register(desk: Desk, request: asked.Register, stamp: Stamp) -> Answer:
    """A person joins."""
    told = {name: getattr(request, name) for name in PERSONAL_FIELDS if name != "consent"}
    profile = Profile(**told, consent=_consent(request.consent))
    customer, card = desk.customers.register(profile, card=request.card, referred_by=request.referred_by, stamp=stamp)
    return {"customer": customer, "card": card}


def find(desk: Desk, request: asked.Find, stamp: Stamp) -> Answer:
    """The customers somebody may mean."""
    customers = desk.customers
    found = [
        answers_of(desk).customer(
            customer, customers.card_number(customer.id), customers.see(customer.id, stamp.day).balance
        )
        for customer in customers.find(request.text, request.limit)
    ]
    return {"customers": found}


def scan(desk: Desk, request: asked.Scan, stamp: Stamp) -> Answer:
    """A customer as the till shows them."""
    named, customers = request.named(), desk.customers
    seen = customers.scan(named["card"], stamp.day) if named["card"] else customers.see(**_id(named), day=stamp.day)
    card = seen.card or next(iter(customers.cards(seen.customer.id)), None)
    return answers_of(desk).seen(seen, desk.shop.programme.basis, card)


def adjust(desk: Desk, request: asked.Adjust, stamp: Stamp) -> Answer:
    """The balance is changed by hand."""
    customer = _customer(desk, request)
    balance = desk.customers.adjust(
        customer, request.points, reason=request.reason, approved_by=request.approved_by, stamp=stamp
    )
    return {"balance": balance}


def statement(desk: Desk, request: asked.Statement, stamp: Stamp) -> Answer:
    """What happened on an account, and its lots."""
    return answers_of(desk).statement(desk.customers.statement(_customer(desk, request), request.limit, stamp.day))


def tier(desk: Desk, request: asked.Tier, stamp: Stamp) -> Answer:
    """A tier below which the customer never falls, or none."""
    if request.floor is not None and desk.shop.programme.tier(request.floor) is None:
        raise BadRequest("floor", "unknown_tier")
    return {"tier": desk.upkeep.set_floor(_customer(desk, request), request.floor, stamp)}


def erase(desk: Desk, request: asked.Erase, stamp: Stamp) -> Answer:
    """A person is forgotten."""
    desk.customers.erase(_customer(desk, request), stamp)
    return {"erased": True}


def merge(desk: Desk, request: asked.Merge, stamp: Stamp) -> Answer:
    """Two records that are one person become one."""
    customer = desk.accounts.merge(keep=request.keep, drop=request.drop, stamp=stamp).id
    return {"customer": customer, "balance": desk.customers.see(customer, stamp.day).balance}


def household(desk: Desk, request: asked.Household, stamp: Stamp) -> Answer:
    """Customers share one balance."""
    formed = desk.accounts.form_household(request.customers, request.name, stamp=stamp)
    return {"household": formed.id, "balance": desk.customers.see(formed.members[0].id, stamp.day).balance}


# --- purchases


def quote(desk: Desk, request: asked.Purchase, stamp: Stamp) -> Answer:
    """What a purchase would come to."""
    return answers_of(desk).purchase(desk.till.quote(_basket(desk, request), stamp))


def purchase(desk: Desk, request: asked.Purchase, stamp: Stamp) -> Answer:
    """A purchase is recorded."""
    return answers_of(desk).purchase(desk.till.record(_basket(desk, request), stamp))


def bring_back(desk: Desk, request: asked.Return, stamp: Stamp) -> Answer:
    """All or part of a purchase comes back."""
    wanted = brought_back(request, desk.shop.programme.currency)
    bought = desk.till.purchase(request.number())
    if wanted.lines:
        skus = {line.sku for line in desk.till.recorded(bought).lines}
        wanted = listed(wanted, skus, desk.products.by_code)
    return answers_of(desk).returned(desk.till.bring_back(bought, wanted, stamp))


def void(desk: Desk, request: asked.Void, stamp: Stamp) -> Answer:
    """A whole purchase is taken back."""
    bought = desk.till.purchase(request.number())
    return answers_of(desk).returned(desk.till.bring_back(bought, Asked(voids=True), stamp))


def attach(desk: Desk, request: asked.Attach, stamp: Stamp) -> Answer:
    """A purchase made without the card gets its customer."""
    if not request.card and not request.customer:
        raise BadRequest("card", "missing")
    bought = desk.till.purchase(request.number())
    done = desk.till.attach(bought, card=request.card, customer=request.customer, stamp=stamp)
    return answers_of(desk).purchase(done)


# --- rewards, vouchers, cards


def redeem(desk: Desk, request: asked.Redeem, stamp: Stamp) -> Answer:
    """Points become a voucher."""
    voucher = desk.rewards.redeem(request.reward, **request.named(), stamp=stamp)
    seen = desk.customers.see(voucher.customer or voucher.payer, stamp.day)
    return {"voucher": answers_of(desk).voucher(voucher, stamp.day), "balance": seen.balance}


def voucher(desk: Desk, request: asked.Voucher, stamp: Stamp) -> Answer:
    """A voucher is shown, used, cancelled or printed again."""
    rewards = desk.rewards
    if not request.code.strip():
        raise BadRequest("code", "missing")
    if request.action == "show":
        voucher = rewards.voucher(request.code)
    else:
        act = {"use": rewards.use, "cancel": rewards.cancel, "reprint": rewards.reprint}[request.action]
        voucher = act(request.code, stamp)
    shown = answers_of(desk).voucher(voucher, stamp.day)
    return {**shown, "voucher": shown} if request.action == "reprint" else shown


def card(desk: Desk, request: asked.Card, stamp: Stamp) -> Answer:
    """A card is linked, blocked, replaced or limited."""
    cards = desk.cards
    if request.action == "link":
        if not request.customer:
            raise BadRequest("customer", "missing")
        return answers_of(desk).card(cards.link(request.card, request.customer, stamp=stamp))
    if request.action == "replace":
        return answers_of(desk).card(cards.replace(request.card, request.by, stamp=stamp))
    if request.action == "role":
        if request.role is None:
            raise BadRequest("role", "missing")
        return answers_of(desk).card(cards.give_role(request.card, CardRole(request.role), stamp))
    act = cards.block if request.action == "block" else cards.unblock
    return answers_of(desk).card(act(request.card, stamp))


def voice(desk: Desk, request: asked.Voice, stamp: Stamp) -> Answer:
    """What somebody said is written down, answered or listed."""
    return voices.carry_out(desk, request, stamp)


def survey(desk: Desk, request: asked.Survey, stamp: Stamp) -> Answer:
    """Somebody answers a survey."""
    return surveys.carry_out(desk, request, stamp)


# --- the desk itself


def expire(desk: Desk, _request: asked.Request, stamp: Stamp) -> Answer:
    """Every lot whose last day is over ends."""
    return {"expired": _expired(desk.upkeep.expire(stamp))}


def review(desk: Desk, _request: asked.Request, stamp: Stamp) -> Answer:
    """Every tier that was won is looked at again."""
    return {"changed": _changed(desk.upkeep.review(stamp))}


def day(desk: Desk, _request: asked.Request, stamp: Stamp) -> Answer:
    """The whole daily round."""
    done = desk.upkeep.day(stamp)
    return {"given": _given(done.given), "expired": _expired(done.expired), "changed": _changed(done.changed)}


def programme(desk: Desk, request: asked.Programme, stamp: Stamp) -> Answer:
    """New rules are put in force."""
    if bool(request.toml) == bool(request.file):
        raise BadRequest("toml", "missing")
    text = request.toml or read_text(Path(request.file))
    return {"version": desk.shop.load_programme(text, stamp, from_day=request.from_day)}


def _basket(desk: Desk, request: asked.Purchase) -> Basket:
    return basket(request, desk.shop.programme.currency, desk.products.by_code)


def _customer(desk: Desk, request: asked.OfCustomer) -> str:
    named = request.named()
    return desk.cards.owner(named["card"]).id if named["card"] else named["customer"]


VERBS: dict[str, tuple[type[asked.Request], Callable[[Desk, Any, Stamp], Answer]]] = {
    "register": (asked.Register, register),
    "find": (asked.Find, find),
    "scan": (asked.Scan, scan),
    "quote": (asked.Purchase, quote),
    "purchase": (asked.Purchase, purchase),
    "return": (asked.Return, bring_back),
    "void": (asked.Void, void),
    "attach": (asked.Attach, attach),
    "adjust": (asked.Adjust, adjust),
    "redeem": (asked.Redeem, redeem),
    "voucher": (asked.Voucher, voucher),
    "card": (asked.Card, card),
    "voice": (asked.Voice, voice),
    "survey": (asked.Survey, survey),
    "merge": (asked.Merge, merge),
    "household": (asked.Household, household),
    "tier": (asked.Tier, tier),
    "expire": (asked.Request, expire),
    "review": (asked.Request, review),
    "day": (asked.Request, day),
    "statement": (asked.Statement, statement),
    "programme": (asked.Programme, programme),
    "erase": (asked.Erase, erase),
}
ASKING = frozenset(("find", "scan", "quote", "statement"))  # they change nothing


def read_text(path: Path) -> str:
    """The text of a programme file. Raises FileMissing when it cannot be read, BadProgramme when it is no text."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_FILE).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadProgramme("", "toml", "UTF-8") from None
    except (OSError, ValueError):
        raise FileMissing(str(path)) from None


def _given(gifts: list[Gift]) -> list[Answer]:
    return [
        {"customer": gift.customer, "occasion": gift.occasion, "points": gift.points, "voucher": gift.voucher or None}
        for gift in gifts
    ]


def _expired(ended: list[Expired]) -> list[Answer]:
    return [{"customer": each.customer, "points": each.points} for each in ended]


def _changed(changes: list[TierChange]) -> list[Answer]:
    return [{"customer": each.customer, "from": each.before, "to": each.after} for each in changes]


def _id(named: dict[str, str]) -> dict[str, str]:
    return {"customer": named["customer"]}


def _consent(given: Any) -> str:
    """What was agreed to, however another program words it."""
    if given is None or given is False:
        return ""
    try:
        return given if isinstance(given, str) else json.dumps(given, ensure_ascii=False)
    except RecursionError:
        raise BadRequest("consent", "wrong_value") from None
