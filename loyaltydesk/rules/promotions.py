"""Which promotions a purchase has, what they take off, and what became of the codes that were given."""

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from loyaltydesk.model.programme import Programme, Promotion, Scope, Tier, When
from loyaltydesk.model.purchases import CodeState, GivenCode
from loyaltydesk.rules.bill import BillLine, units_of
from loyaltydesk.rules.conditions import Circumstances, applies, in_time, is_enough
from loyaltydesk.rules.reductions import Reductions, is_for_all


class Uses(Struct, frozen=True):
    """How often a promotion has been used, by everybody and by this customer."""

    in_all: int = 0
    by_customer: int = 0


class Offering(Struct, frozen=True):
    """To whom promotions are offered: how often each limited one was used, and whether there are no offers at all."""

    uses: Mapping[str, Uses] = field(default_factory=dict)
    without_offers: bool = False  # a customer of the test group


def taken_off(
    programme: Programme, lines: list[BillLine], *, now: Circumstances, tier: Tier | None, offering: Offering
) -> Reductions:
    """The bill after its promotions and the tier's discount, in the order in which they come off.

    First those on some lines (deals, percentages, sums), then the best percentage off the whole bill, then sums off it.
    """
    found = Reductions(lines)
    if not programme.promotions and not (tier and tier.discount_percent):
        return found
    active = [each for each in programme.promotions if _is_active(each, programme, lines, now=now, offering=offering)]
    some = [each for each in active if each.kind == "get" or not is_for_all(each.of)]
    whole = [each for each in active if each.kind != "get" and is_for_all(each.of)]
    for promotion in some:
        if promotion.kind == "get":
            found.deal(promotion)
    found.percents(each for each in some if each.kind == "percent")
    for promotion in some:
        if promotion.kind == "amount":
            found.amount(promotion)
    found.best_percent((each for each in whole if each.kind == "percent"), tier)
    for promotion in whole:
        if promotion.kind == "amount":
            found.whole_amount(promotion)
    return found


def _is_active(
    promotion: Promotion, programme: Programme, lines: list[BillLine], *, now: Circumstances, offering: Offering
) -> bool:
    return (
        programme.runs_on(now.at.date())
        and _is_offered(promotion, now, offering)
        and _used_up(promotion, offering) is None
        and applies(promotion.when, now, units_of(lines, promotion.of))
    )


def _is_offered(promotion: Promotion, now: Circumstances, offering: Offering) -> bool:
    """Whether it is for this person at all."""
    if now.customer is None and promotion.for_customers:
        return False
    return not (promotion.members and offering.without_offers)


def _used_up(promotion: Promotion, offering: Offering) -> CodeState | None:
    uses = offering.uses.get(promotion.id, Uses())
    if promotion.max_uses is not None and uses.in_all >= promotion.max_uses:
        return CodeState.USED_UP
    if promotion.max_uses_customer is not None and uses.by_customer >= promotion.max_uses_customer:
        return CodeState.USED_UP_CUSTOMER
    return None


# --- codes


class _Locked(Struct, frozen=True):
    """Something in the programme that a code opens."""

    when: When
    of: Scope
    promotion: Promotion | None = None


def codes_given(sought: "Sought", codes: tuple[str, ...]) -> tuple[GivenCode, ...]:
    """What became of each code."""
    locked = list(_locked(sought.programme)) if codes else []
    return tuple(
        GivenCode(code, _state(sought, [each for each in locked if _opens(code, each)]))
        for code in dict.fromkeys(codes)
    )


class Sought(Struct, frozen=True):
    """What codes are looked up in: the rules, the bill as it came, to whom, and the promotions that took something.

    `now` is before anything came off, which promotions ask about, `after` what the other rules ask about.
    """

    programme: Programme
    lines: list[BillLine]
    now: Circumstances
    after: Circumstances
    offering: Offering
    taken: frozenset[str]


def _opens(code: str, locked: _Locked) -> bool:
    return locked.when.code.casefold() == code.casefold()


def _locked(programme: Programme) -> Iterator[_Locked]:
    for promotion in programme.promotions:
        yield _Locked(promotion.when, promotion.of, promotion)
    for table in (programme.earn, programme.multiply, programme.bonus, programme.next_purchase):
        for rule in table:
            yield _Locked(rule.when, rule.of)


def _state(sought: Sought, opened: list[_Locked]) -> CodeState:
    """The best that can be said of a code that opens these."""
    found = {_state_of(sought, each) for each in opened}
    return next((state for state in _BEST_FIRST if state in found), CodeState.UNKNOWN)


_BEST_FIRST = (
    CodeState.APPLIED,
    CodeState.OUTDONE,
    CodeState.USED_UP,
    CodeState.USED_UP_CUSTOMER,
    CodeState.NOT_ENOUGH,
    CodeState.NOT_NOW,
)


def _state_of(sought: Sought, locked: _Locked) -> CodeState:
    promotion = locked.promotion
    now = sought.now if promotion else sought.after
    used_up = _used_up(promotion, sought.offering) if promotion else None
    if used_up:
        return used_up
    if not sought.programme.runs_on(now.at.date()) or not in_time(locked.when, now):
        return CodeState.NOT_NOW
    units = units_of(sought.lines, locked.of)
    theirs = _is_offered(promotion, now, sought.offering) if promotion else now.customer is not None
    if not units or not theirs or not is_enough(locked.when, now, units):
        return CodeState.NOT_ENOUGH
    return CodeState.OUTDONE if promotion and promotion.id not in sought.taken else CodeState.APPLIED
