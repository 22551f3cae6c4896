"""Programmes of every kind, for tests that must hold for all of them."""

from datetime import date, time
from fractions import Fraction

from hypothesis import strategies as st

from loyaltydesk.model.money import currency
from loyaltydesk.model.programme import (
    Basis,
    BonusRule,
    ControlGroup,
    EarnOn,
    EarnRule,
    Expire,
    Gives,
    MultiplyRule,
    NextPurchase,
    OccasionRule,
    PointRules,
    Programme,
    Promotion,
    Redeem,
    Referral,
    Reward,
    Rounding,
    Scope,
    Span,
    StampCard,
    Tier,
    When,
    Window,
)

NAMES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=8)
COUNTS = st.integers(0, 1_000_000_000)
MONEY = st.integers(0, 10**12)
SOME_MONEY = st.integers(1, 10**12)
DATES = st.dates(date(1, 1, 1), date(9999, 12, 31))
TIMES = st.builds(time, st.integers(0, 23), st.integers(0, 59))
PERCENTS = st.integers(0, 100 * 10**6).map(lambda millionths: Fraction(millionths, 10**6))
FACTORS = st.integers(0, 1000 * 10**6).map(lambda millionths: Fraction(millionths, 10**6))
SCOPES = st.builds(Scope, *[st.frozensets(NAMES, max_size=2)] * 4, st.booleans())
ONCE_OR_MORE = st.none() | st.integers(1, 1_000_000_000)
DAYS = st.none() | st.integers(1, 36500)
SPANS = st.builds(Span, st.integers(1, 9999), st.sampled_from(["days", "months", "years"]))
OCCASIONS = ["birthday", "name_day", "joined"]
GIVES = (
    st.builds(Gives, st.just("product"), product=NAMES, qty=st.integers(1, 1000))
    | st.builds(Gives, st.just("money"), money=MONEY)
    | st.builds(Gives, st.just("percent"), percent=PERCENTS, max_money=st.none() | MONEY)
    | st.builds(Gives, st.just("donate"), cause=NAMES, money=MONEY)
)


def _when(tiers: list[str]) -> st.SearchStrategy[When]:
    days = st.tuples(st.none() | DATES, st.none() | DATES).filter(lambda pair: None in pair or pair[0] <= pair[1])
    return days.flatmap(
        lambda pair: st.builds(
            When,
            min_bill=MONEY,
            min_qty=COUNTS,
            weekdays=st.frozensets(st.integers(0, 6)),
            from_time=st.none() | TIMES,
            to_time=st.none() | TIMES,
            first_day=st.just(pair[0]),
            last_day=st.just(pair[1]),
            tiers=st.frozensets(st.sampled_from(tiers)) if tiers else st.just(frozenset()),
            occasion=st.sampled_from(["", *OCCASIONS]),
            code=st.just("") | NAMES,
        )
    )


def _points() -> st.SearchStrategy[PointRules]:
    expiry = st.tuples(st.just(Expire.AFTER), SPANS) | st.tuples(
        st.sampled_from([Expire.NEVER, Expire.MONTH_END, Expire.YEAR_END]), SPANS | st.just(Span(0, "days"))
    )
    return expiry.flatmap(
        lambda pair: st.builds(
            PointRules,
            st.sampled_from(Rounding),
            st.sampled_from(EarnOn),
            st.booleans(),
            st.integers(0, 3650),
            st.just(pair[0]),
            st.just(pair[1]),
        )
    )


def _earn(when: st.SearchStrategy[When]) -> st.SearchStrategy[EarnRule]:
    each = st.tuples(SOME_MONEY, st.just("")) | st.tuples(st.just(0), st.sampled_from(["unit", "purchase"]))
    return each.flatmap(
        lambda pair: st.builds(
            EarnRule,
            NAMES,
            COUNTS,
            per=st.just(pair[0]),
            each=st.just(pair[1]),
            of=SCOPES,
            when=when,
            priority=st.integers(),
            alone=st.booleans(),
        )
    )


def _promotion(when: st.SearchStrategy[When]) -> st.SearchStrategy[Promotion]:
    got = {"kind": st.just("get"), "buy": st.integers(1, 1000), "get": st.integers(1, 1000)}
    kinds = (
        {**got, "get_price": MONEY},
        {**got, "percent": PERCENTS, "max_money": st.none() | MONEY},
        {"kind": st.just("percent"), "percent": PERCENTS, "max_money": st.none() | MONEY},
        {"kind": st.just("amount"), "amount": SOME_MONEY},
    )
    shared = {
        "of": SCOPES,
        "when": when,
        "max_uses": ONCE_OR_MORE,
        "max_uses_customer": ONCE_OR_MORE,
        "members": st.booleans(),
    }
    return st.one_of([st.builds(Promotion, NAMES, NAMES, **kind, **shared) for kind in kinds])


def _tiers(basis: Basis) -> st.SearchStrategy[tuple[Tier, ...]]:
    marks = st.lists(MONEY if basis is Basis.SPEND else st.integers(0, 10**12 - 1), max_size=3, unique=True).map(sorted)
    return st.tuples(marks, st.lists(NAMES, min_size=3, max_size=3, unique=True)).flatmap(
        lambda pair: st.tuples(
            *(
                st.builds(Tier, st.just(name), st.just(mark), FACTORS, PERCENTS)
                for mark, name in zip(*pair, strict=False)
            )
        )
    )


def _several(rules: st.SearchStrategy) -> st.SearchStrategy:
    return st.lists(rules, max_size=2, unique_by=lambda rule: rule.id).map(tuple)


@st.composite
def programmes(draw: st.DrawFn) -> Programme:
    """Any programme that a file can describe."""
    basis = draw(st.sampled_from(Basis))
    tiers = draw(_tiers(basis))
    when = _when([tier.name for tier in tiers])
    bonus = st.builds(BonusRule, NAMES, COUNTS, SCOPES, when, st.booleans())
    card = st.builds(StampCard, NAMES, NAMES, st.integers(1, 10_000), GIVES, SCOPES, DAYS, st.booleans())
    coming = st.builds(NextPurchase, NAMES, NAMES, GIVES, SCOPES, when, DAYS, st.booleans())
    reward = st.builds(
        Reward, NAMES, NAMES, st.integers(1, 10**9), GIVES, DAYS, st.none() | COUNTS, ONCE_OR_MORE, st.booleans()
    )
    rewards = draw(_several(reward))
    given = st.tuples(COUNTS, st.just("")) | (
        st.tuples(st.just(0), st.sampled_from([each.id for each in rewards])) if rewards else st.nothing()
    )
    occasion = given.flatmap(
        lambda pair: st.builds(
            OccasionRule, NAMES, st.sampled_from(OCCASIONS), st.just(pair[0]), st.just(pair[1]), st.integers(0, 60)
        )
    )
    starts, ends = draw(
        st.tuples(st.none() | DATES, st.none() | DATES).filter(lambda pair: None in pair or pair[0] <= pair[1])
    )
    return Programme(
        name=draw(NAMES),
        currency=draw(st.sampled_from(["EUR", "JPY", "KWD"]).map(currency)),
        starts=starts,
        ends=ends,
        points=draw(_points()),
        redeem=draw(st.none() | st.builds(Redeem, st.integers(1, 10**9), SOME_MONEY, COUNTS, PERCENTS)),
        overdraft=draw(st.booleans()),
        earn=draw(_several(_earn(when))),
        multiply=draw(_several(st.builds(MultiplyRule, NAMES, FACTORS, SCOPES, when))),
        bonus=draw(_several(bonus)),
        occasions=draw(_several(occasion)),
        rewards=rewards,
        stamp_cards=draw(_several(card)),
        promotions=draw(_several(_promotion(when))),
        next_purchase=draw(_several(coming)),
        referral=draw(st.builds(Referral, COUNTS, COUNTS)),
        approve_above=draw(st.none() | COUNTS),
        test_group=draw(st.none() | st.builds(ControlGroup, st.integers(2, 10_000), st.none() | DATES)),
        tiers=tiers,
        basis=basis,
        window=draw(st.sampled_from(Window)),
    )
