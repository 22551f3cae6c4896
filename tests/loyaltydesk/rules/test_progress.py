"""What lies ahead of a customer, and what there is to say, most urgent first and not again and again."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from loyaltydesk.model.customers import Account
from loyaltydesk.model.lots import EntryKind, Movement, Purse
from loyaltydesk.model.pledges import Pledge, PledgeKind
from loyaltydesk.model.programme import Gives
from loyaltydesk.model.prompts import Prompt, PromptKind
from loyaltydesk.model.purchases import Voucher
from loyaltydesk.model.voices import Voice, VoiceKind, VoicePlan
from loyaltydesk.rules.progress import (
    Ending,
    Situation,
    birthday_in,
    expiring,
    name_day_in,
    next_reward,
    prompts,
    within_reach,
)
from tests.loyaltydesk.rules.shopping import DAY, customer, programme, purse, voucher

RULES = programme(
    "".join(
        f'[[reward]]\nid = "{name}"\nname = "{name.upper()}"\ncost = {cost}\ngives = {{ money = "1.00" }}\n'
        for name, cost in (("b", 300), ("a", 100), ("c", 300))
    )
)


def _day(offset: int) -> date:
    return DAY + timedelta(days=offset)


def _ending(*ends: tuple[int, int | None]) -> Purse:
    made = Purse()
    for number, (points, life) in enumerate(ends):
        last_day = None if life is None else _day(life)
        made.post(f"f{number}", _day(-30), [Movement(EntryKind.EARNED, points, "", None, last_day)])
    return made


@pytest.mark.parametrize(
    ("balance", "reward", "missing"), [(0, "a", 100), (99, "a", 1), (100, "b", 200), (-20, "a", 120), (299, "b", 1)]
)
def test_the_next_reward_is_the_cheapest_out_of_reach(balance: int, reward: str, missing: int) -> None:
    ahead = next_reward(RULES, balance)
    assert ahead is not None
    assert (ahead.reward.id, ahead.missing) == (reward, missing)


def test_there_is_none_when_all_can_be_had() -> None:
    assert next_reward(RULES, 300) is None
    assert next_reward(programme(), 0) is None


def test_what_is_within_reach_begins_with_the_dearest() -> None:
    assert [reward.id for reward in within_reach(RULES, 300)] == ["b", "c", "a"]
    assert within_reach(RULES, 99) == []


def test_points_that_end_are_summed_by_their_last_day() -> None:
    ends = _ending((5, 10), (7, 3), (2, 10), (4, None), (9, -1), (1, 0))
    assert expiring(ends, DAY) == [Ending(1, _day(0)), Ending(7, _day(3)), Ending(7, _day(10))]


@pytest.mark.parametrize(
    ("born", "today", "days"),
    [
        ("1990-03-14", "2026-03-14", 0), ("1990-03-17", "2026-03-14", 3), ("1990-03-11", "2026-03-14", -3),
        ("1990-03-18", "2026-03-14", None), ("1990-01-01", "2026-12-30", 2), ("1990-12-31", "2026-01-02", -2),
        ("2000-02-29", "2026-02-28", 0), ("2000-02-29", "2026-03-01", -1), ("2000-02-29", "2024-02-29", 0),
        ("", "2026-03-14", None), ("1990-01-01", "9999-12-31", None), ("1990-12-31", "9999-12-31", 0),
        ("1990-12-31", "0001-01-02", None),
    ],
)  # fmt: skip
def test_days_to_a_birthday_that_is_near(born: str, today: str, days: int | None) -> None:
    assert birthday_in(customer(born=born), date.fromisoformat(today)) == days


@given(st.dates(), st.dates())
def test_no_day_and_no_birthday_is_too_much_for_it(born: date, today: date) -> None:
    days = birthday_in(customer(born=born.isoformat()), today)
    assert days is None or -3 <= days <= 3


@pytest.mark.parametrize(
    ("named", "today", "days"),
    [
        ("03-14", "2026-03-14", 0), ("03-17", "2026-03-14", 3), ("03-11", "2026-03-14", -3),
        ("03-18", "2026-03-14", None), ("02-29", "2026-02-28", 0), ("02-29", "2024-02-28", 1),
        ("none", "2026-03-14", None), ("", "2026-03-14", None),
    ],
)  # fmt: skip
def test_days_to_a_name_day_that_is_near(named: str, today: str, days: int | None) -> None:
    assert name_day_in(customer(named=named), date.fromisoformat(today)) == days


# --- prompts


def _situation(
    *,
    born: str = "",
    named: str = "",
    points: Purse | None = None,
    ends: int | None = None,
    visits: int = 1,
    away: int = 1,
) -> Situation:
    last = datetime.combine(_day(-away), datetime.min.time(), UTC)
    person = replace(
        customer(born=born, named=named), account=Account(visits=visits, last_visit=last if visits else None)
    )
    open_vouchers: list[Voucher] = [] if ends is None else [voucher(Gives("money"), ends=_day(ends))]
    held = points or purse()
    return Situation(RULES, person, held.balance(DAY), expiring(held, DAY), open_vouchers, {}, DAY)


@pytest.mark.parametrize(
    ("situation", "prompt"),
    [
        (_situation(born="1990-03-15"), Prompt(PromptKind.BIRTHDAY, days=1)),
        (_situation(named="03-12"), Prompt(PromptKind.NAME_DAY, days=-2)),
        (_situation(ends=7), Prompt(PromptKind.VOUCHER_ENDS, days=7, name="Reward", code="2700000000007")),
        (_situation(points=_ending((5, 14))), Prompt(PromptKind.POINTS_END, days=14, points=5)),
        (_situation(points=purse(100)), Prompt(PromptKind.REWARD, points=100, name="A", code="a")),
        (_situation(away=63), Prompt(PromptKind.WELCOME_BACK, days=-63)),
        (_situation(visits=0), Prompt(PromptKind.FIRST_VISIT)),
    ],
)  # fmt: skip
def test_each_thing_is_said_when_it_is_so(situation: Situation, prompt: Prompt) -> None:
    assert prompts(situation) == [prompt]


@pytest.mark.parametrize(
    "situation",
    [
        _situation(born="1990-03-18"), _situation(named="03-18"), _situation(ends=8),
        _situation(points=_ending((5, 15))), _situation(points=purse(99)),
        _situation(away=62), _situation(points=_ending((5, -1))),
    ],
)  # fmt: skip
def test_a_day_or_a_point_less_and_it_is_not(situation: Situation) -> None:
    assert prompts(situation) == []


def test_the_three_most_urgent_are_said() -> None:
    everything = _situation(born="1990-03-14", points=_ending((500, 1)), ends=0, away=100)
    assert [prompt.kind.value for prompt in prompts(everything)] == ["birthday", "voucher_ends", "points_end"]


def test_the_name_day_comes_right_after_the_birthday() -> None:
    everything = _situation(born="1990-03-16", named="03-14", points=_ending((500, 1)), ends=0)
    assert [prompt.kind.value for prompt in prompts(everything)] == ["birthday", "name_day", "voucher_ends"]
    wished = replace(everything, said={"name_day": _day(-2)})
    assert [prompt.kind.value for prompt in prompts(wished)] == ["birthday", "voucher_ends", "points_end"]


def test_what_was_answered_comes_before_all_else_one_at_a_time_and_on_the_same_day_too() -> None:
    first, second = (
        Voice(f"c/{n}", "c", VoiceKind.SUGGESTION, "Oat milk", datetime(2026, 3, n, tzinfo=UTC), answer="Yes")
        for n in (1, 2)
    )
    situation = replace(_situation(born="1990-03-14"), answers=(first, second), said={"answered": DAY})
    assert prompts(situation) == [Prompt(PromptKind.ANSWERED, voice=first), Prompt(PromptKind.BIRTHDAY)]


def test_promises_and_late_answers_come_before_birthdays_and_warranties_after_what_ends() -> None:
    plan = VoicePlan(due=_day(-3))
    late = Voice("c/1", "c", VoiceKind.COMPLAINT, "Cold", datetime(2026, 3, 1, tzinfo=UTC), plan=plan)
    at = datetime(2026, 3, 1, tzinfo=UTC)
    promise = Pledge("c/2", "c", PledgeKind.PROMISE, "Cake", _day(-1), at)
    warranty = Pledge("c/3", "c", PledgeKind.WARRANTY, "Grinder", _day(9), at)
    known = {"overdue": (late,), "pledges": (promise, warranty)}
    assert prompts(replace(_situation(born="1990-03-14"), **known)) == [
        Prompt(PromptKind.PROMISE, days=-1, pledge=promise),
        Prompt(PromptKind.VOICE_OVERDUE, days=-3, voice=late),
        Prompt(PromptKind.BIRTHDAY),
    ]
    said = {"voice_overdue": _day(-2), "promise": DAY}
    assert [each.kind for each in prompts(replace(_situation(points=purse(100)), **known, said=said))] == [
        PromptKind.PROMISE, PromptKind.WARRANTY, PromptKind.REWARD,
    ]  # fmt: skip


@pytest.mark.parametrize(("ago", "said"), [(6, []), (7, [PromptKind.REWARD]), (0, [])])
def test_what_was_said_lately_is_not_said_again(ago: int, said: list[PromptKind]) -> None:
    situation = replace(_situation(points=purse(100)), said={"reward": _day(-ago)})
    assert [prompt.kind for prompt in prompts(situation)] == said


def test_what_was_said_makes_room_for_what_was_not() -> None:
    everything = _situation(born="1990-03-14", points=_ending((500, 1)), ends=0, away=100)
    kinds = [prompt.kind.value for prompt in prompts(replace(everything, said={"birthday": DAY}))]
    assert kinds == ["voucher_ends", "points_end", "reward"]
