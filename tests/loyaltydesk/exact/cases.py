"""How the small cases are written down: tables of a programme, and requests with what they must answer."""

from typing import Any, NamedTuple

Ask = dict[str, Any]
CARD, OTHER = "9810000000013", "9810000000020"
MONDAY, SATURDAY = "2026-03-02", "2026-03-14"
HEAD = '[programme]\nname = "Rīts"\ncurrency = "EUR"\n'
BASE = '[[earn]]\nid = "base"\npoints = 1\nper = "1.00"\n'
CENT = '[redeem]\npoints = 1\nworth = "0.01"\n'
CATEGORIES = {"COFFEE": "drinks", "TEA": "drinks", "CAKE": "food", "SOAP": "home"}


class Step(NamedTuple):
    """A request and the part of its answer that matters; "$1" is the code of the first voucher, "$1~" as
    it is written by hand, "$1!" with a mistake."""

    ask: Ask
    expect: Ask


class Case(NamedTuple):
    """One rule of the contract."""

    title: str
    tables: str
    steps: tuple[Step, ...]


def case(title: str, tables: str, *steps: Step) -> Case:
    return Case(title, tables, steps)


def asks(do: str, at: str = MONDAY, *, told: Ask | None = None, **expect: Any) -> Step:
    """A request with `told`, answered with `expect`."""
    return Step({"do": do, "at": at if "T" in at else f"{at}T10:00:00", **(told or {})}, expect)


def buys(what: str, at: str = MONDAY, *, told: Ask | None = None, **expect: Any) -> Step:
    """Anna buys "12.50", or pieces: "2 COFFEE 3.50, 1 CAKE 2.00". A price in brackets is shipping."""
    bill: Ask = {"lines": [_line(*part.split()) for part in what.split(", ")]} if " " in what else {"amount": what}
    return asks("purchase", at, told={"card": CARD, **bill, **(told or {})}, **expect)


def guest(what: str, at: str = MONDAY, *, told: Ask | None = None, **expect: Any) -> Step:
    """Somebody without a card buys."""
    step = buys(what, at, told=told, **expect)
    return Step({key: value for key, value in step.ask.items() if key != "card"}, expect)


def _line(qty: str, sku: str, price: str, tax: str = "0") -> Ask:
    line: Ask = {"sku": sku, "category": CATEGORIES.get(sku, ""), "qty": int(qty), "price": price.strip("()")}
    return {**line, "tax_percent": tax, "shipping": price.startswith("(")}


def gets(points: int, at: str = "2026-01-03", card: str = CARD) -> Step:
    """Points by hand."""
    return asks("adjust", at, told={"card": card, "points": points, "reason": "To begin with"}, ok=True)


def sees(at: str = MONDAY, card: str = CARD, **expect: Any) -> Step:
    return asks("scan", at, told={"card": card}, **expect)


def back(receipt: str, at: str = MONDAY, *, told: Ask | None = None, **expect: Any) -> Step:
    return asks("return", at, told={"receipt": receipt, **(told or {})}, **expect)


def paid_with(*codes: str) -> Ask:
    return {"vouchers": list(codes)}


def refusal(kind: str, **facts: Any) -> Ask:
    """What a refusal answers."""
    return {"ok": False, "refused": kind, **facts}


def differs(want: Any, got: Any, at: str = "answer") -> str:
    """Where an answer lacks what is wanted; empty when nothing does. Lists must be as long, more keys may be there."""
    if isinstance(want, dict) and isinstance(got, dict):
        return next((found for key in want if (found := differs(want[key], got.get(key), f"{at}.{key}"))), "")
    if isinstance(want, list) and isinstance(got, list) and len(want) == len(got):
        pairs = enumerate(zip(want, got, strict=True))
        return next((found for n, (one, other) in pairs if (found := differs(one, other, f"{at}[{n}]"))), "")
    return "" if want == got and type(want) is type(got) else f"{at} is {got!r}, expected {want!r}"
