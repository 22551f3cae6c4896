"""The test group: a tenth or so of the new customers, and always the same ones."""

from datetime import date
from uuid import UUID

import pytest
from msgspec.structs import replace

from loyaltydesk.rules.control_group import is_without_offers
from tests.loyaltydesk.rules.shopping import customer, programme

RULES = "[test_group]\nevery = {every}\n{more}"


def _group(every: int, more: str = "", *, count: int = 2000) -> list[int]:
    rules = programme(RULES.format(every=every, more=more))
    people = (replace(customer(), id=str(UUID(int=number))) for number in range(count))
    return [number for number, person in enumerate(people) if is_without_offers(rules, person)]


@pytest.mark.parametrize("every", [2, 10, 100])
def test_about_every_so_many_are_in_it(every: int) -> None:
    assert 0.6 * 2000 / every < len(_group(every)) < 1.4 * 2000 / every


def test_they_are_always_the_same_and_in_no_order_that_shows() -> None:
    found = _group(10)
    assert found == _group(10)
    assert len({one - other for one, other in zip(found[1:], found, strict=False)}) > 10


def test_who_joined_before_it_began_is_not_in_it() -> None:
    joined = customer().registered.date()
    assert _group(2, f"since = {joined.isoformat()}")
    assert not _group(2, f"since = {date(joined.year + 1, 1, 1).isoformat()}")


def test_without_a_group_nobody_is_in_it() -> None:
    assert not is_without_offers(programme(), customer())
