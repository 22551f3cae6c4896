"""What a programme knows about itself."""

from datetime import date

import pytest

from loyaltydesk.model.money import currency
from loyaltydesk.model.programme import Gives, Programme, Reward, Tier

EUR = currency("EUR")
FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


@pytest.mark.parametrize(
    ("starts", "ends", "day", "runs"),
    [
        (None, None, date(2020, 5, 5), True), (FIRST, LAST, FIRST, True), (FIRST, LAST, LAST, True),
        (FIRST, LAST, date(2025, 12, 31), False), (FIRST, LAST, date(2027, 1, 1), False),
        (FIRST, None, date(2999, 1, 1), True), (None, LAST, date(1999, 1, 1), True),
    ],
)  # fmt: skip
def test_the_first_and_the_last_day_are_part_of_it(
    starts: date | None, ends: date | None, day: date, runs: bool
) -> None:
    assert Programme("P", EUR, starts, ends).runs_on(day) is runs


def test_tiers_and_rewards_are_found_by_name() -> None:
    silver, coffee = Tier("Silver", 10000), Reward("coffee", "Coffee", 150, Gives("product", "COFFEE"))
    programme = Programme("P", EUR, tiers=(silver,), rewards=(coffee,))
    assert (programme.tier("Silver"), programme.tier("Gold"), programme.tier(None)) == (silver, None, None)
    assert programme.rewards_by_id == {"coffee": coffee}
