"""The demo shop greets its customers: some to do, some sent, some who did not agree, and addresses to send them to."""

from datetime import timedelta

from loyaltydesk.desk import Desk
from loyaltydesk.model.greetings import State, Why
from tests.loyaltydesk.demo.conftest import NOW


def test_the_page_of_greetings_is_alive(desk: Desk) -> None:
    today = NOW.date()
    past = desk.greetings.due(today - timedelta(days=6), today - timedelta(days=1))
    assert State.SENT in {each.state for each in past}
    assert State.TO_DO not in {each.state for each in past}
    ahead = desk.greetings.due(today, today + timedelta(days=6))
    assert sum(each.state is State.TO_DO for each in ahead) >= 3
    assert Why.NO_CONSENT in {each.why for each in [*past, *ahead]}


def test_most_have_an_address_and_a_voucher_lies_inside(desk: Desk) -> None:
    ahead = desk.greetings.due(NOW.date(), NOW.date() + timedelta(days=6))
    assert sum(each.has_address for each in ahead) > len(ahead) // 2
    assert desk.greetings.design().reward in desk.shop.programme.rewards_by_id
    assert any(group.holiday.name for group in desk.greetings.holidays(NOW.date(), NOW.date() + timedelta(days=90)))
