"""What lies ahead of a customer: the next reward, points that end, what there is to say."""

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct

from loyaltydesk.model.customers import Customer
from loyaltydesk.model.lots import Purse
from loyaltydesk.model.pledges import Pledge, PledgeKind
from loyaltydesk.model.programme import Programme, Reward
from loyaltydesk.model.prompts import Prompt, PromptKind
from loyaltydesk.model.purchases import Voucher
from loyaltydesk.model.voices import Voice
from loyaltydesk.rules.calendar import anniversary_in

BIRTHDAY_DAYS = 3  # before and after, and of a name day
VOUCHER_DAYS = 7
POINTS_DAYS = 14
AWAY_DAYS = 63
MOST_PROMPTS = 3


class NextReward(Struct, frozen=True):
    """The cheapest reward that is still out of reach, and the points missing to it."""

    reward: Reward
    missing: int


class Ending(Struct, frozen=True):
    """Points and the last day on which they can be spent."""

    points: int
    on: date


# Days for which a thing is not said again once it was.
_QUIET = {
    PromptKind.ANSWERED: 0,
    PromptKind.PROMISE: 0,
    PromptKind.VOICE_OVERDUE: 3,
    PromptKind.BIRTHDAY: 30,
    PromptKind.NAME_DAY: 30,
    PromptKind.VOUCHER_ENDS: 3,
    PromptKind.POINTS_END: 7,
    PromptKind.WARRANTY: 0,
    PromptKind.REWARD: 7,
    PromptKind.WELCOME_BACK: 30,
    PromptKind.FIRST_VISIT: 3650,
}


def next_reward(programme: Programme, balance: int) -> NextReward | None:
    """The cheapest reward that costs more than the balance; None when all of them can be had, or there are none."""
    dearer = [reward for reward in programme.rewards if reward.cost > balance]
    if not dearer:
        return None
    reward = min(dearer, key=lambda each: each.cost)
    return NextReward(reward, reward.cost - balance)


def within_reach(programme: Programme, balance: int) -> list[Reward]:
    """The rewards the balance is enough for, the dearest first."""
    reached = [reward for reward in programme.rewards if reward.cost <= balance]
    return sorted(reached, key=lambda reward: -reward.cost)


def expiring(purse: Purse, day: date) -> list[Ending]:
    """The points that will end, by their last day, the soonest first."""
    sums: dict[date, int] = {}
    for lot in purse.lots.values():
        if lot.last_day is not None and lot.remaining and not lot.ended(day):
            sums[lot.last_day] = sums.get(lot.last_day, 0) + lot.remaining
    return [Ending(points, on) for on, points in sorted(sums.items())]


def birthday_in(customer: Customer, day: date) -> int | None:
    """Days to the customer's birthday when it is near, negative when it is just over; None otherwise."""
    return _near(customer.profile.birthday(), day)


def name_day_in(customer: Customer, day: date) -> int | None:
    """Days to the customer's name day when it is near, negative when it is just over; None otherwise."""
    return _near(customer.profile.name_day_kept(), day)


def _near(kept: tuple[int, int] | None, day: date) -> int | None:
    if kept is None or (kept[0] - day.month + 1) % 12 > 2:  # neither in this month nor in one beside it
        return None
    years = [year for year in (day.year - 1, day.year, day.year + 1) if date.min.year <= year <= date.max.year]
    away = [(anniversary_in(year, kept) - day).days for year in years]
    return next((days for days in away if abs(days) <= BIRTHDAY_DAYS), None)


class Situation(Struct, frozen=True):
    """What prompts are made from: points that can be spent and what of them ends, vouchers that are open.

    `said` has for each kind the day on which it was said last, `answers` what they have not heard the answer to,
    `overdue` what should have been answered by now, `pledges` what was promised and is near its day.
    """

    programme: Programme
    customer: Customer
    balance: int
    endings: list[Ending]
    vouchers: list[Voucher]
    said: Mapping[str, date]
    day: date
    answers: Sequence[Voice] = ()
    overdue: Sequence[Voice] = ()
    pledges: Sequence[Pledge] = ()


def prompts(now: Situation) -> list[Prompt]:
    """At most three things to say, the most urgent first; what was said a short time ago is left out."""
    found = [prompt for prompt in _all(now) if not _said_lately(prompt.kind, now)]
    return found[:MOST_PROMPTS]


def _all(now: Situation) -> list[Prompt]:
    customer, day = now.customer, now.day
    found = [Prompt(PromptKind.ANSWERED, voice=voice) for voice in now.answers[:1]]  # the next one at the next visit
    found += _pledged(PledgeKind.PROMISE, now)
    found += [
        Prompt(PromptKind.VOICE_OVERDUE, days=(voice.plan.due - day).days, voice=voice)
        for voice in now.overdue[:1]
        if voice.plan.due
    ]
    birthday = birthday_in(customer, day)
    if birthday is not None:
        found.append(Prompt(PromptKind.BIRTHDAY, days=birthday))
    name_day = name_day_in(customer, day)
    if name_day is not None:
        found.append(Prompt(PromptKind.NAME_DAY, days=name_day))
    soon = [v for v in now.vouchers if v.last_day and (v.last_day - day).days <= VOUCHER_DAYS]
    if soon and soon[0].last_day:
        left = (soon[0].last_day - day).days
        found.append(Prompt(PromptKind.VOUCHER_ENDS, days=left, name=soon[0].name, code=soon[0].code))
    if now.endings and (left := (now.endings[0].on - day).days) <= POINTS_DAYS:
        found.append(Prompt(PromptKind.POINTS_END, days=left, points=now.endings[0].points))
    found += _pledged(PledgeKind.WARRANTY, now)
    reached = within_reach(now.programme, now.balance)
    if reached:
        found.append(Prompt(PromptKind.REWARD, points=reached[0].cost, name=reached[0].name, code=reached[0].id))
    last = customer.account.last_visit
    if last and (day - last.date()).days >= AWAY_DAYS:
        found.append(Prompt(PromptKind.WELCOME_BACK, days=(last.date() - day).days))
    if not customer.account.visits:
        found.append(Prompt(PromptKind.FIRST_VISIT))
    return found


def _pledged(kind: PledgeKind, now: Situation) -> list[Prompt]:
    """The first promise, or the first warranty, that it is time to speak of."""
    first = next((pledge for pledge in now.pledges if pledge.kind is kind), None)
    return [Prompt(PromptKind(kind.value), days=(first.until - now.day).days, pledge=first)] if first else []


def _said_lately(kind: PromptKind, now: Situation) -> bool:
    said = now.said.get(kind.value)
    return said is not None and (now.day - said).days < _QUIET[kind]
