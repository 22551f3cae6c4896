"""The rules that a programme has once, in plain words: counting, validity, points as money, tiers, returns."""

from collections.abc import Iterator

from loyaltydesk.model.programme import (
    Basis,
    EarnOn,
    Expire,
    PointRules,
    Programme,
    Redeem,
    Referral,
    Rounding,
    Span,
    Tier,
    Window,
)
from loyaltydesk.words.catalogue import mark, tr, tr_n
from loyaltydesk.words.manner import Manner

ROUNDINGS = {
    Rounding.FLOOR: mark("Parts of a point are left out"),
    Rounding.HALF_UP: mark("Half a point and more becomes a whole one"),
    Rounding.CEIL: mark("Every part of a point becomes a whole one"),
}
BASES = {
    EarnOn.FULL: mark("points for the whole bill"),
    EarnOn.PAID: mark("what points or a voucher paid for brings none"),
    EarnOn.NONE_WHEN_REDEEMING: mark("no points where points or a voucher pay"),
}
WINDOWS = {
    Window.LIFETIME: mark("over all time"),
    Window.CALENDAR_YEAR: mark("in a calendar year, and kept through the next"),
    Window.TWELVE_MONTHS: mark("over the last 12 months"),
}


def counting_words(points: PointRules, manner: Manner) -> Iterator[str]:
    """[points], what is not about their end"""
    yield tr(ROUNDINGS[points.rounding])
    yield tr(BASES[points.earn_on])
    if points.net_of_tax:
        yield tr("counted without the tax")
    if points.pending_days:
        days = tr_n(
            "to be spent {n} day after the purchase", "to be spent {n} days after the purchase", points.pending_days
        )
        yield days.format(n=manner.number(points.pending_days))


def ending_words(points: PointRules, manner: Manner) -> Iterator[str]:
    """[points], how long they are valid"""
    span = points.expire_after
    if points.expire is Expire.NEVER:
        yield tr("Points do not end")
        if span.number:
            yield tr("a time is written down for later, and not in use")
    elif not span.number:
        yield tr("Points end with the year") if points.expire is Expire.YEAR_END else tr("Points end with the month")
    else:
        yield _valid_for(span).format(n=manner.number(span.number))
        if points.expire is Expire.MONTH_END:
            yield tr("and to the end of that month")
        if points.expire is Expire.YEAR_END:
            yield tr("and to the end of that year")


def _valid_for(span: Span) -> str:
    """A whole sentence for each unit: languages bend it after what stands before it."""
    return {
        "days": tr_n("Points are valid for {n} day", "Points are valid for {n} days", span.number),
        "months": tr_n("Points are valid for {n} month", "Points are valid for {n} months", span.number),
        "years": tr_n("Points are valid for {n} year", "Points are valid for {n} years", span.number),
    }[span.unit]


def redeem_words(redeem: Redeem, manner: Manner) -> Iterator[str]:
    """[redeem]"""
    worth = {"points": manner.points(redeem.points), "sum": manner.price(redeem.worth)}
    yield tr("{points} are worth {sum}").format(**worth)
    if redeem.minimum:
        yield tr("at least {points} at once").format(points=manner.points(redeem.minimum))
    if redeem.max_percent != 100:
        yield tr("{percent} of a bill at most").format(percent=manner.percent(redeem.max_percent))


def tier_words(tier: Tier, programme: Programme, manner: Manner) -> Iterator[str]:
    """[[tier]]"""
    if programme.basis is Basis.SPEND:
        yield tr("{tier} from {start}").format(tier=tier.name, start=manner.price(tier.threshold))
    else:
        yield tr("{tier}: {points} and more").format(tier=tier.name, points=manner.points(tier.threshold))
    if tier.multiply != 1:
        yield tr("points × {factor}").format(factor=manner.decimal(tier.multiply))
    if tier.discount_percent:
        yield tr("{percent} off each bill").format(percent=manner.percent(tier.discount_percent))


def climbing_words(programme: Programme) -> Iterator[str]:
    """[tiers]"""
    by_spend = programme.basis is Basis.SPEND
    yield tr("By what was paid") if by_spend else tr("By points collected, spent ones too")
    yield tr(WINDOWS[programme.window])


def referral_words(referral: Referral, manner: Manner) -> Iterator[str]:
    """[referral]"""
    if referral.points_referrer:
        points = manner.points(referral.points_referrer)
        yield tr("{points} for whoever brings a customer").format(points=points)
    if referral.points_new:
        yield tr("{points} for the new customer").format(points=manner.points(referral.points_new))


def approval_words(programme: Programme, manner: Manner) -> Iterator[str]:
    """[approval]"""
    if programme.approve_above is not None:
        yield tr("Large changes by hand need a second person")
        yield tr("without one: {points} at most").format(points=manner.points(programme.approve_above))


def group_words(programme: Programme, manner: Manner) -> Iterator[str]:
    """[test_group]"""
    group = programme.test_group
    if group:
        text = tr_n(
            "1 new customer in {n} goes without offers", "1 new customer in {n} goes without offers", group.every
        )
        yield text.format(n=manner.number(group.every))
        if group.since:
            yield tr("from {day} on").format(day=manner.formats.day(group.since))


def overdraft_words(programme: Programme) -> Iterator[str]:
    """[returns]"""
    if programme.overdraft:
        yield tr("A return may take the balance below nothing")
    else:
        yield tr("A return takes back no more points than are there")
