"""What the till must know of a customer, in one look at the file: the same as the separate looks say."""

from datetime import date

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.cards import Card
from loyaltydesk.model.lots import Purse
from loyaltydesk.model.prompts import PromptKind
from loyaltydesk.store.standings import Found, Standings
from tests.shop import PROGRAMME, Clock, buy, join, store_of


@pytest.fixture
def standings(desk: Desk) -> Standings:
    return store_of(desk).standings


def _by_card(standings: Standings, code: str) -> Found:
    found = standings.by_card(code)
    assert isinstance(found, Found)
    return found


def test_it_says_what_the_separate_looks_say(desk: Desk, standings: Standings, clock: Clock) -> None:
    anna, card = join(desk, phone="+37120012345")
    for cents in (1000, 2500, 990):
        clock.forward(days=1)
        buy(desk, card, cents)
    found, store = _by_card(standings, card), store_of(desk)
    assert (found.card, found.customer) == store.customers.by_card(card)
    assert _portions(found.purse) == _portions(store.customers.purse(found.customer))
    assert len(found.purse.lots) == 3
    assert found.programme == desk.shop.programme_version
    assert (found.said, found.has_vouchers) == ({}, False)
    by_id = standings.by_id(anna)
    assert by_id is not None
    assert (by_id.card, by_id.customer, by_id.purse.lots) == (None, found.customer, found.purse.lots)


def test_points_of_one_day_are_one_portion_however_many_purchases_brought_them(
    desk: Desk, standings: Standings, clock: Clock
) -> None:
    _anna, card = join(desk)
    for _purchase in range(5):
        buy(desk, card, 1000)
    clock.forward(days=1)
    buy(desk, card, 1000)
    days = date(2026, 3, 14), date(2026, 3, 15)
    assert [(lot.remaining, lot.from_day) for lot in _by_card(standings, card).purse.lots.values()] == [
        (50, days[0]), (10, days[1])
    ]  # fmt: skip


def _portions(purse: Purse) -> list[tuple[int, date, date | None]]:
    lots = purse.in_order(date(2026, 3, 20))
    return sorted((lot.remaining, lot.from_day, lot.last_day) for lot in lots)


def test_empty_lots_are_left_out_and_a_debt_is_known(desk: Desk, standings: Standings) -> None:
    anna, card = join(desk)
    buy(desk, card, 20000)
    desk.customers.adjust(anna, -400, reason="By hand")
    assert _by_card(standings, card).purse.lots == {}
    store = store_of(desk)
    with store.writing():
        store.connection.execute("UPDATE customers SET debt = 7")
        assert _by_card(standings, card).purse.debt == 7
        store.connection.execute("UPDATE customers SET debt = 0")


def test_what_never_ends_and_what_comes_later_is_told_apart(desk: Desk, standings: Standings) -> None:
    rules = PROGRAMME.replace('expire = "after"', 'expire = "never"').replace('expire_after = "12 months"', "")
    desk.shop.load_programme(rules.replace("[points]", "[points]\npending_days = 14"))
    _anna, card = join(desk)
    buy(desk, card, 10000)
    assert _portions(_by_card(standings, card).purse) == [(200, date(2026, 3, 28), None)]


def test_vouchers_count_while_they_are_open(desk: Desk, standings: Standings) -> None:
    anna, card = join(desk)
    buy(desk, card, 10000)
    voucher = desk.rewards.redeem("coffee", customer=anna)
    assert _by_card(standings, card).has_vouchers
    desk.rewards.cancel(voucher.code)
    assert not _by_card(standings, card).has_vouchers


def test_what_was_said_is_known_with_its_newest_day(desk: Desk, standings: Standings, clock: Clock) -> None:
    anna, card = join(desk)
    desk.customers.said(anna, PromptKind.REWARD)
    desk.customers.said(anna, PromptKind.BIRTHDAY)
    clock.forward(days=20)
    desk.customers.said(anna, PromptKind.REWARD)
    assert _by_card(standings, card).said == {"birthday": date(2026, 3, 14), "reward": date(2026, 4, 3)}


def test_a_blank_card_is_a_card_alone_and_an_unknown_one_nothing(desk: Desk, standings: Standings) -> None:
    (blank,) = desk.cards.make(1)
    found = standings.by_card(blank)
    assert isinstance(found, Card)
    assert (found.number, found.customer) == (blank, None)
    assert standings.by_card("AB-99") is None


def test_a_card_is_known_by_either_spelling(desk: Desk, standings: Standings) -> None:
    join(desk, card="012345678905")
    assert _by_card(standings, "12345678905".rjust(12, "0")).card == _by_card(standings, "0012345678905").card


def test_a_replaced_card_names_the_new_one(desk: Desk, standings: Standings) -> None:
    _anna, card = join(desk)
    desk.cards.replace(card, "AB-1234")
    held = _by_card(standings, card).card
    assert held is not None
    assert held.replaced_by == "AB-1234"


def test_who_was_forgotten_is_not_found(desk: Desk, standings: Standings) -> None:
    anna, card = join(desk)
    desk.customers.erase(anna)
    assert standings.by_card(card) is None
    assert standings.by_id(anna) is None


def test_what_is_no_identity_is_no_customer(standings: Standings) -> None:
    with pytest.raises(ValueError, match="hexadecimal"):
        standings.by_id("nobody")
