"""How a forecast is written: as one JSON document, and as a short table in words."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from loyaltydesk.model.history import Basis
from loyaltydesk.model.money import Currency
from loyaltydesk.rules.exact import rounded
from loyaltydesk.rules.forecast import WHOLE, Assumed, Figures, Forecast, Month, Replayed, TierChange, TierChanges
from loyaltydesk.words import tr
from loyaltydesk.words.forecast import assumptions, percent, stands_on
from loyaltydesk.words.formats import Formats

Answer = dict[str, Any]


def document(replayed: Replayed, assumed: Assumed, answer: Forecast, *, formats: Formats) -> Answer:
    """The whole forecast; money as text in major units, percentages as text."""
    basis, currency, need = replayed.basis, replayed.programme.currency, answer.break_even
    return {
        "programme": replayed.programme.name,
        "currency": currency.code,
        "seed": replayed.seed,
        "basis": _basis(basis),
        "figures": _figures(replayed.figures, replayed, assumed),
        "in_force": _figures(replayed.in_force, replayed, assumed) if replayed.in_force else None,
        "break_even_uplift_percent": None if need is None else _plain(rounded(need * WHOLE)),
        "reward_percent": _plain(rounded(answer.rate * WHOLE)),
        "profit_after_year": _band(answer.after_a_year, currency),
        "chance_of_profit_percent": _plain(answer.chance),
        "pays_for_itself_in_month": answer.pays_in,
        "months": [{"month": number, **_band(each, currency)} for number, each in enumerate(answer.months, 1)],
        "tiers": _tiers(replayed.tiers),
        "assumed": {
            "margin_percent": _plain(assumed.margin),
            "cost_of_goods_percent": _plain(assumed.cost_of_goods),
            "uplift_percent": _plain(assumed.uplift),
            "fixed": currency.text(assumed.fixed),
            "startup": currency.text(assumed.startup),
        },
        "assumptions": assumptions(basis, formats),
    }


def _basis(basis: Basis) -> Answer:
    return {
        "from": basis.first.isoformat(),
        "to": basis.last.isoformat(),
        "customers": basis.customers,
        "purchases": basis.purchases,
        "invented": basis.invented,
        "use_percent": _plain(basis.use),
        "use_measured": basis.measured,
        "share_percent": _plain(basis.share),
    }


def _tiers(changes: TierChanges) -> Answer:
    return {
        "lose": changes.lose,
        "win": changes.win,
        "losers": [_change(each) for each in changes.losers],
        "winners": [_change(each) for each in changes.winners],
    }


def _figures(figures: Figures, replayed: Replayed, assumed: Assumed) -> Answer:
    money = replayed.programme.currency.text
    return {
        "points_given": figures.given,
        "points_used": figures.used,
        "points_expired": figures.expired,
        "points_outstanding": figures.outstanding,
        "worth_used": money(figures.used_goods + figures.used_money),
        "worth_outstanding": money(rounded(figures.outstanding * figures.point_worth)),
        "donated": money(figures.donated),
        "discounts": money(figures.off + figures.guests_off),
        "vouchers_worth": money(figures.given_goods + figures.given_money),
        "unused_percent": _plain(figures.unused),
        "cost": money(_cost(figures, replayed, assumed)),
    }


def _cost(figures: Figures, replayed: Replayed, assumed: Assumed) -> int:
    return figures.cost(cost_of_goods=assumed.cost_of_goods, use=replayed.background.use)


def _band(month: Month, currency: Currency) -> Answer:
    return {name: currency.text(getattr(month, name)) for name in ("low", "middle", "high")}


def _change(change: TierChange) -> Answer:
    return {"customer": change.customer, "name": change.name, "from": change.before, "to": change.after}


def _plain(hundredths: int) -> str:
    """Hundredths of a percent as a plain number: 3.05."""
    return Currency("", 2).text(hundredths)


# --- in words


def table(replayed: Replayed, assumed: Assumed, answer: Forecast, *, formats: Formats) -> Iterator[str]:
    """The forecast as lines for a person."""
    yield replayed.programme.name
    yield stands_on(replayed.basis, formats)
    yield ""
    yield from _columns(replayed, assumed, formats)
    yield ""
    yield from _aligned(_answers(answer, formats))
    for text, count, changes in (
        (tr("Would lose a tier: {names}"), replayed.tiers.lose, replayed.tiers.losers),
        (tr("Would win a tier: {names}"), replayed.tiers.win, replayed.tiers.winners),
    ):
        if count:
            yield text.format(names=_names(count, changes, formats))
    yield ""
    for sentence in assumptions(replayed.basis, formats):
        yield f"- {sentence}"


def _columns(replayed: Replayed, assumed: Assumed, formats: Formats) -> Iterator[str]:
    """What it came to, beside the programme in force."""
    programmes = [each for each in (replayed.figures, replayed.in_force) if each]
    heads = ["", tr("these rules"), tr("in force now")][: len(programmes) + 1]
    rows = [
        (tr("Points given"), [formats.number(each.given) for each in programmes]),
        (tr("Points used"), [formats.number(each.used) for each in programmes]),
        (tr("Points not yet used"), [formats.number(each.outstanding) for each in programmes]),
        (tr("Used points were worth"), [formats.money(each.used_goods + each.used_money) for each in programmes]),
        (tr("Money off"), [formats.money(each.off + each.guests_off) for each in programmes]),
        (tr("Cost to the shop"), [formats.money(_cost(each, replayed, assumed)) for each in programmes]),
    ]
    lines = [heads, *([name, *values] for name, values in rows)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(heads))]
    for name, *values in lines:
        yield "  ".join([name.ljust(widths[0]), *map(str.rjust, values, widths[1:])]).rstrip()


def _answers(answer: Forecast, formats: Formats) -> list[tuple[str, str]]:
    need, year = answer.break_even, answer.after_a_year
    more = tr("no uplift is enough") if need is None else percent(_share(need), formats, tenths=True)
    span = tr("{middle} ({low} to {high} in 8 years out of 10)").format(
        middle=formats.money(year.middle), low=formats.money(year.low), high=formats.money(year.high)
    )
    month = tr("month {number}").format(number=answer.pays_in) if answer.pays_in else tr("not in a year")
    return [
        (tr("Members must buy more by"), more),
        (tr("Profit after a year"), span),
        (tr("Chance of a profit"), percent(answer.chance, formats)),
        (tr("Pays for itself"), month),
    ]


def _aligned(rows: list[tuple[str, str]]) -> Iterator[str]:
    width = max(len(name) for name, _value in rows)
    return (f"{name.ljust(width)}  {value}" for name, value in rows)


def _names(count: int, changes: tuple[TierChange, ...], formats: Formats) -> str:
    named = ", ".join(change.name or change.customer for change in changes)
    return f"{formats.number(count)} ({named}{', …' if count > len(changes) else ''})"


def _share(exact: Fraction) -> int:
    return rounded(exact * WHOLE)
