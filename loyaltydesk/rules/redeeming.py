"""Points and vouchers that pay: what they are worth on a bill, and what is refused."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from loyaltydesk.model.cards import Card, CardRole
from loyaltydesk.model.programme import Gives, Programme, Redeem, Reward
from loyaltydesk.model.purchases import Basket, RewardWish, TakenReward, Voucher, VoucherState
from loyaltydesk.model.refusals import (
    BelowMinimum,
    EarnOnlyCard,
    NotEnoughPoints,
    RewardNotOffered,
    UnknownReward,
    VoucherNotUsable,
    WrongCustomer,
)
from loyaltydesk.rules.exact import percent_of, rounded


class Taken(Struct, frozen=True):
    """How often a reward has been had, by everybody and by this customer."""

    in_all: int = 0
    by_customer: int = 0


def offered(programme: Programme, reward_id: str, *, times: int, taken: Taken) -> Reward:
    """The reward, if it can be had so many `times` more. Raises UnknownReward or RewardNotOffered."""
    reward = programme.rewards_by_id.get(reward_id)
    if reward is None:
        raise UnknownReward(reward_id)
    if reward.stock is not None and taken.in_all + times > reward.stock:
        raise RewardNotOffered(reward.id, "stock")
    if reward.per_customer is not None and taken.by_customer + times > reward.per_customer:
        raise RewardNotOffered(reward.id, "limit")
    return reward


def wished(programme: Programme, wishes: tuple[RewardWish, ...], taken: Mapping[str, Taken]) -> tuple[TakenReward, ...]:
    """The rewards of a basket with their cost in points; the same reward wished for twice is one wish."""
    times: dict[str, int] = {}
    for wish in wishes:
        times[wish.reward] = times.get(wish.reward, 0) + wish.times
    rewards = [offered(programme, name, times=n, taken=taken.get(name, Taken())) for name, n in times.items()]
    return tuple(_taken(reward, times[reward.id]) for reward in rewards)


def _taken(reward: Reward, times: int) -> TakenReward:
    gives = reward.gives
    donated = gives.money * times if gives.cause else 0
    return TakenReward(reward.id, reward.name, times, reward.cost * times, gives.cause, donated)


def check_spending(card: Card | None, *, balance: int, points: int) -> None:
    """Raises EarnOnlyCard or NotEnoughPoints unless `points` can be spent with this card and balance."""
    if points and card is not None and card.role is CardRole.EARN_ONLY:
        raise EarnOnlyCard(card.number)
    if points > max(balance, 0):
        raise NotEnoughPoints(balance, points)


def check_voucher(voucher: Voucher, customer: str | None, day: date) -> None:
    """Raises WrongCustomer or VoucherNotUsable unless this customer can use the voucher on `day`."""
    if customer is not None and voucher.customer not in (None, customer):
        raise WrongCustomer(voucher.code)
    state = voucher.state_on(day)
    if state is not VoucherState.OPEN:
        raise VoucherNotUsable(voucher.code, state.value)


def as_money(rules: Redeem | None, points: int, *, bill: int, left: int) -> tuple[int, int]:
    """How many of the wished `points` pay how many minor units of a `bill` on which `left` is still to be paid.

    Cut to the largest share of the bill, then down to a multiple; raises BelowMinimum when too few are left and
    RewardNotOffered when the programme has no points as money.
    """
    if not points:
        return 0, 0
    if rules is None:
        raise RewardNotOffered("", "not_offered")
    most = min(rounded(bill * rules.max_percent / 100), left)
    steps = min(points // rules.points, most // rules.worth)
    if steps * rules.points < rules.minimum:
        raise BelowMinimum(steps * rules.points, rules.minimum)
    return steps * rules.points, steps * rules.worth


def worth(rules: Redeem | None, balance: int) -> int | None:
    """What a balance is worth in minor units, in whole steps; None when points are not money here."""
    return None if rules is None else max(balance, 0) // rules.points * rules.worth


def pays(gives: Gives, times: int, *, bill: int, left: int) -> int:
    """What a reward or voucher pays of a `bill` with `left` still to pay (minor units); a product pays nothing."""
    if gives.kind == "money":
        return min(gives.money * times, left)
    if gives.kind == "percent":
        off = percent_of(bill, gives.percent)
        return min((off if gives.max_money is None else min(off, gives.max_money)) * times, left)
    return 0


def free_units(basket: Basket, given: list[tuple[Gives, int]]) -> dict[str, int]:
    """The units of each product that rewards and vouchers make free, as far as they are on the bill at all."""
    on_bill = {line.sku for line in basket.lines}
    free: dict[str, int] = {}
    for gives, times in given:
        if gives.kind == "product" and gives.product in on_bill:
            free[gives.product] = free.get(gives.product, 0) + gives.qty * times
    return free
