"""What the insights tell of everybody's points is what a naive ledger of lots holds, day by day."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings

from tests.loyaltydesk.exact.histories import Ask, histories
from tests.loyaltydesk.exact.naive import NaiveShop
from tests.loyaltydesk.exact.naive_purse import Purse
from tests.loyaltydesk.exact.programmes import programmes
from tests.loyaltydesk.exact.twins import twins
from tests.shop import store_of

SOON = timedelta(days=30)


def purses(shop: NaiveShop) -> list[Purse]:
    """Those of all people, each once: a household has one together."""
    return list({id(person.purse): person.purse for person in shop.people.values()}.values())


@settings(suppress_health_check=list(HealthCheck), max_examples=40)
@given(programme=programmes(), history=histories())
def test_what_people_hold_and_what_ends_soon(programme: str, history: list[Ask]) -> None:
    with twins(programme) as pair:
        points, held = store_of(pair.desk).points, dict[date, int]()
        for ask in history:
            pair.ask(**ask)
            today, there = date.fromisoformat(ask["at"][:10]), purses(pair.naive)
            held[today] = sum(sum(lot.left for lot in purse.lots) - purse.debt for purse in there)
            ending = [lot.left for purse in there for lot in purse.lots if today <= lot.last <= today + SOON]
            assert points.ending(today, today + SOON) == sum(ending), ask
        for day, whole in held.items():
            assert points.held(day) == whole, day
