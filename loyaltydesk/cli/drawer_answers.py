"""The reports for the desk drawer for other programs: money as text in major units, days as ISO text."""

from typing import Any

from loyaltydesk.model.money import Currency
from loyaltydesk.model.reports import Back, Bought, DayEnd, Held, MonthFigures, MonthLetter, Promised, Share

Row = dict[str, Any]


def day_document(end: DayEnd, currency: Currency) -> Row:
    """A day as one document."""
    points = end.points
    return {
        "report": "day",
        "day": end.day.isoformat(),
        "currency": currency.code,
        "points": {
            "opening": points.opening, "given": points.given, "taken_back": points.taken_back, "used": points.used,
            "given_back": points.given_back, "expired": points.expired, "other": points.other,
            "closing": points.closing, "holds": points.holds,
        },
        "members": _bought(end.members, currency),
        "guests": _bought(end.guests, currency),
        "returns": _back(end.returns, currency),
        "voids": _back(end.voids, currency),
        "paid": currency.text(end.paid),
        "vouchers": {name: _promised(getattr(end, name), currency) for name in ("issued", "used", "ended")},
        "cashiers": [share_row(each, currency) for each in end.cashiers],
        "tills": [share_row(each, currency) for each in end.tills],
        "new_customers": end.joined,
        "greetings": end.greetings,
        "donated": [
            {"cause": cause, "times": times, "money": currency.text(money)} for cause, times, money in end.donated
        ],
        "unusual": [
            {"kind": each.kind.value, "staff": each.staff, "count": each.count, "customer": each.customer}
            for each in end.unusual
        ],
    }  # fmt: skip


def day_figures(end: DayEnd, currency: Currency) -> list[tuple[str, str, str | int]]:
    """A day as lines: whose it is (empty: the shop's), the figure, and what it comes to."""
    told = day_document(end, currency)
    rows: list[tuple[str, str, str | int]] = []
    for part in ("points", "members", "guests", "returns", "voids"):
        rows += [
            ("", f"{part}_{name}", int(value) if isinstance(value, bool) else value)
            for name, value in told[part].items()
        ]
    for kind, promised in told["vouchers"].items():
        rows += [("", f"vouchers_{kind}_{name}", value) for name, value in promised.items()]
    rows += [("", name, told[name]) for name in ("paid", "new_customers", "greetings")]
    rows += [("", f"donated {each['cause']}", each["money"]) for each in told["donated"]]
    for part in ("cashiers", "tills"):
        rows += [
            (f"{part[:-1]} {each['name']}".strip(), name, value)
            for each in told[part]
            for name, value in each.items()
            if name != "name"
        ]
    return rows


def share_row(share: Share, currency: Currency) -> Row:
    """What one cashier or till did."""
    return {
        "name": share.name,
        "purchases": share.bought.purchases,
        "paid": currency.text(share.paid),
        "brought_back": share.back.times,
        "points_given": share.given,
        "points_used": share.used,
        "new_customers": share.joined,
    }


def month_document(letter: MonthLetter, currency: Currency, said: dict[str, tuple[str, ...]]) -> Row:
    """A letter as one document, its sentences under `said`."""
    cost, owed = letter.cost, letter.liability
    return {
        "report": "month",
        "month": f"{letter.now.month:%Y-%m}",
        "over": letter.is_over,
        "currency": currency.code,
        "months": [_month(each, currency) for each in letter.months],
        "cost": currency.text(cost.cost.now or 0),
        "points": {"given": letter.points.given, "used": letter.points.used, "expired": letter.points.expired},
        "held": owed.points.now,
        "ending": owed.ending,
        "groups": {each.group.value: each.customers for each in letter.groups},
        "said": {name: list(sentences) for name, sentences in said.items()},
    }


def held_row(held: Held) -> Row:
    """A line of the list of balances."""
    return {
        "customer": held.customer,
        "name": held.name,
        "card": held.card,
        "phone": held.phone,
        "points": held.points,
        "tier": held.tier,
        "vouchers": list(held.vouchers),
        "only_collects": held.only_collects,
        "shared": held.shared,
    }


def _month(figures: MonthFigures, currency: Currency) -> Row:
    return {
        "month": f"{figures.month:%Y-%m}",
        "purchases": figures.purchases,
        "members": currency.text(figures.members),
        "guests": currency.text(figures.guests),
        "active": figures.active,
        "joined": figures.joined,
    }


def _bought(bought: Bought, currency: Currency) -> Row:
    return {"purchases": bought.purchases, "paid": currency.text(bought.due)}


def _back(back: Back, currency: Currency) -> Row:
    return {"times": back.times, "refunded": currency.text(back.refunded)}


def _promised(promised: Promised, currency: Currency) -> Row:
    worth = currency.text(promised.worth)
    return {"count": promised.vouchers, "worth": worth, "without_worth": promised.unpriced}
