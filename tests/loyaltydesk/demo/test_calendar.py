"""The visits of a year: as many as wished, each in somebody's own time, in the rhythm of a café."""

from collections import Counter
from datetime import datetime, timedelta
from random import Random

from loyaltydesk.demo.calendar import GUEST, Visit, visits
from loyaltydesk.demo.people import Person, invent
from loyaltydesk.demo.stage import Year, stage
from tests.loyaltydesk.demo.conftest import NOW


def _year(end: datetime = NOW) -> tuple[Year, list[Person]]:
    year = Year(stage("en"), end.date() - timedelta(days=364), end, Random(1))
    return year, invent(year, 60)


def _visits(count: int = 3000) -> tuple[list[Visit], list[Person]]:
    year, people = _year()
    return visits(year, people, count=count), people


def test_there_are_exactly_as_many_as_wished_in_order_of_time() -> None:
    for count in (0, 1, 29, 3000):
        found, _ = _visits(count)
        assert len(found) == count
        assert found == sorted(found)


def test_one_in_thirty_is_a_guest() -> None:
    found, _ = _visits(3000)
    assert sum(visit.person == GUEST for visit in found) == 100


def test_nobody_comes_before_joining_or_after_leaving() -> None:
    found, people = _visits()
    for visit in found:
        if visit.person != GUEST:
            person = people[visit.person]
            assert visit.at.date() <= person.left
            assert visit.at.date() >= person.joined or visit.at > NOW - timedelta(days=14)


def test_nobody_comes_later_than_now() -> None:
    year, people = _year(NOW.replace(hour=5))
    assert max(visit.at for visit in visits(year, people, count=3000)) <= year.end


def test_saturdays_are_fuller_than_mondays_and_december_than_july() -> None:
    found, _ = _visits()
    days = Counter(visit.at.weekday() for visit in found)
    months = Counter(visit.at.month for visit in found)
    assert days[5] > days[0] * 1.3
    assert months[12] > months[7]


def test_mornings_and_noons_are_fuller_than_the_first_and_the_last_hour() -> None:
    found, _ = _visits()
    hours = Counter(visit.at.hour for visit in found)
    assert set(hours) == set(range(7, 19))
    assert hours[9] > hours[7]
    assert hours[13] > hours[18]


def test_who_comes_often_comes_more() -> None:
    found, people = _visits()
    counts = Counter(visit.person for visit in found)
    stayed = [number for number, person in enumerate(people) if person.left == NOW.date()]
    most, least = (pick(stayed, key=lambda number: people[number].often) for pick in (max, min))
    assert counts[most] > counts[least]
