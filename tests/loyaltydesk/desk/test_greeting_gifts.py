"""The voucher inside a greeting: once, and the programme's own before any other."""

from datetime import date

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.greetings import Greeting, GreetingDesign
from loyaltydesk.model.purchases import VoucherSource
from loyaltydesk.model.refusals import UnknownReward
from loyaltydesk.rules.control_group import is_without_offers
from tests.shop import PROGRAMME, Clock, buy, join, store_of

RULE = '\n[[occasion]]\nid = "birthday"\non = "birthday"\nreward = "five"\n'
POINTS = '\n[[occasion]]\nid = "points"\non = "birthday"\npoints = 50\n'


def shop(clock: Clock, more: str = "", reward: str = "coffee") -> tuple[Desk, Greeting]:
    desk = Desk.in_memory(PROGRAMME + more, clock)
    customer, _ = join(desk, consent="Agreed", birth_date="1984-03-20")
    desk.greetings.save_design(GreetingDesign(reward=reward))
    return desk, desk.greetings.of_customer(customer, "birthday", year=2026)


def test_a_voucher_is_written_out_once(clock: Clock) -> None:
    desk, greeting = shop(clock)
    assert desk.greetings.gift_inside(greeting) is None
    first = desk.greetings.gift(greeting)
    assert first is not None
    assert (first.reward, first.customer, first.cost, first.source) == (
        "coffee", greeting.customer.id, 0, VoucherSource.OCCASION,
    )  # fmt: skip
    assert first.last_day == date(2026, 4, 19), "thirty days from the birthday on"
    assert desk.greetings.gift(greeting) == desk.greetings.gift_inside(greeting) == first
    assert len(desk.customers.vouchers(greeting.customer.id)) == 1
    assert desk.shop.faults() == []


def test_the_next_year_brings_another_one(clock: Clock) -> None:
    desk, greeting = shop(clock)
    first = desk.greetings.gift(greeting)
    clock.to("2027-03-15T10:00:00")
    second = desk.greetings.gift(desk.greetings.of_customer(greeting.customer.id, "birthday", year=2027))
    assert first is not None
    assert second is not None
    assert first.code != second.code


def test_no_voucher_lies_inside_where_the_owner_wants_none(clock: Clock) -> None:
    desk, greeting = shop(clock, reward="")
    assert desk.greetings.gift(greeting) is None
    assert desk.customers.vouchers(greeting.customer.id) == []


def test_the_programmes_own_voucher_lies_inside_and_comes_only_once(clock: Clock) -> None:
    desk, greeting = shop(clock, RULE)
    assert "Five euros off" in desk.greetings.words(greeting).text
    ahead = desk.greetings.gift(greeting)
    assert ahead is not None
    assert ahead.reward == "five"
    clock.to("2026-03-20T08:00:00")
    assert desk.upkeep.day().given == []
    assert len(desk.customers.vouchers(greeting.customer.id)) == 1


def test_what_the_programme_gave_before_lies_inside(clock: Clock) -> None:
    desk, greeting = shop(clock, RULE)
    clock.to("2026-03-20T08:00:00")
    (given,) = desk.upkeep.day().given
    inside = desk.greetings.gift_inside(greeting)
    assert inside is not None
    assert inside.code == given.voucher
    assert desk.greetings.gift(greeting) == inside
    assert len(desk.customers.vouchers(greeting.customer.id)) == 1


def test_a_voucher_that_was_used_is_not_printed_again(clock: Clock) -> None:
    desk, greeting = shop(clock)
    first = desk.greetings.gift(greeting)
    assert first is not None
    again = desk.rewards.reprint(first.code)
    assert desk.greetings.gift(greeting) == again
    desk.rewards.use(again.code)
    assert desk.greetings.gift(greeting) is None
    assert desk.greetings.gift_inside(greeting) is None
    assert "inside" not in desk.greetings.words(greeting).text


def test_what_is_planned_is_what_will_lie_inside(clock: Clock) -> None:
    desk, greeting = shop(clock, RULE)
    planned = desk.greetings.gift_inside(greeting, planned="coffee")
    assert planned is not None
    assert (planned.code, planned.reward) == ("", "five"), "the programme's own comes before the chosen one"
    written = desk.greetings.gift(greeting)
    assert written is not None
    assert (written.reward, written.last_day) == (planned.reward, planned.last_day)
    assert desk.greetings.gift_inside(greeting, planned="coffee") == written
    assert desk.greetings.gift_inside(greeting, planned="") is None


def test_what_the_programme_gave_and_was_used_is_promised_no_more(clock: Clock) -> None:
    desk, greeting = shop(clock, RULE)
    clock.to("2026-03-20T08:00:00")
    (given,) = desk.upkeep.day().given
    desk.rewards.use(given.voucher)
    assert desk.greetings.gift_inside(greeting, planned="coffee") is None
    assert "inside" not in desk.greetings.words(greeting).text
    assert desk.greetings.gift(greeting) is None


def test_what_was_written_out_is_left_out_where_the_owner_wants_none_any_more(clock: Clock) -> None:
    desk, greeting = shop(clock)
    assert desk.greetings.gift(greeting)
    desk.greetings.save_design(GreetingDesign())
    assert desk.greetings.gift(greeting) is None
    assert "inside" not in desk.greetings.words(greeting).text


def test_a_record_that_went_into_another_brings_its_voucher_along(clock: Clock) -> None:
    desk, greeting = shop(clock)
    twin, _ = join(desk, "Ann", consent="Agreed", birth_date="1984-03-20")
    first = desk.greetings.gift(desk.greetings.of_customer(twin, "birthday", year=2026))
    desk.accounts.merge(keep=greeting.customer.id, drop=twin)
    again = desk.greetings.gift(desk.greetings.of_customer(greeting.customer.id, "birthday", year=2026))
    assert first is not None
    assert again is not None
    assert again.code == first.code


def test_the_test_group_and_the_blocked_get_wishes_and_no_voucher(clock: Clock) -> None:
    desk, _other = shop(clock, "\n[test_group]\nevery = 2\n" + POINTS)
    people = (desk.customers.get(join(desk, consent="Agreed", birth_date="1984-03-20")[0]) for _time in range(50))
    without = next(each.id for each in people if is_without_offers(desk.shop.programme, each))
    greeting = desk.greetings.of_customer(without, "birthday", year=2026)
    assert desk.greetings.gift(greeting) is None
    assert desk.greetings.words(greeting).text
    assert "points" not in desk.greetings.words(greeting).text
    desk, greeting = shop(clock)
    desk.customers.block(greeting.customer.id, blocked=True)
    blocked = desk.greetings.of_customer(greeting.customer.id, "birthday", year=2026)
    assert desk.greetings.gift(blocked) is None


def test_points_that_the_programme_gives_are_told_of(clock: Clock) -> None:
    desk, greeting = shop(clock, POINTS)
    assert "50 points" in desk.greetings.words(greeting).text


def test_a_reward_that_there_is_no_more_is_refused(clock: Clock) -> None:
    desk, greeting = shop(clock, reward="gone")
    before = store_of(desk).journal.count()
    with pytest.raises(UnknownReward):
        desk.greetings.gift(greeting)
    assert store_of(desk).journal.count() == before
    assert "inside" not in desk.greetings.words(greeting).text


def test_the_voucher_pays_at_the_till(clock: Clock) -> None:
    desk, greeting = shop(clock, reward="five")
    voucher = desk.greetings.gift(greeting)
    assert voucher is not None
    card = desk.customers.card_number(greeting.customer.id)
    assert buy(desk, card, 900, vouchers=(voucher.code,)).quote.due == 400
