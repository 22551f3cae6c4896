"""Customers, cards and vouchers are called as people call them, and their states are words before they are colours."""

from datetime import date

import pytest
from msgspec.structs import replace

from loyaltydesk.model.cards import Card, CardRole, CardState
from loyaltydesk.model.customers import Profile
from loyaltydesk.model.purchases import VoucherState
from tests.shop import join
from ui.customers.chips import blocked_chip, card_chip, grouped, shown_name, tier_chip, voucher_chip


@pytest.mark.parametrize(
    ("profile", "card", "name"),
    [
        (Profile(name="Anna", company="Rīts"), "2600000000017", "Anna"),
        (Profile(company="Rīts"), "2600000000017", "Rīts"),
        (Profile(), "2600000000017", "Card 2600 0000 0001 7"),
        (Profile(), "", "No name"),
    ],
)
def test_somebody_without_a_name_is_called_by_what_there_is(desk, profile, card, name):
    customer = desk.customers.get(join(desk)[0])
    assert shown_name(replace(customer, profile=profile, card=card)).replace("\N{NO-BREAK SPACE}", " ") == name


@pytest.mark.parametrize(
    ("number", "shown"), [("2600000000017", "2600 0000 0001 7"), ("AB-12345678", "AB-12345678"), ("1234567", "1234567")]
)
def test_a_long_number_is_read_out_in_groups(number, shown):
    assert grouped(number).replace("\N{NO-BREAK SPACE}", " ") == shown


def test_a_tier_has_the_colour_of_its_place(desk):
    chips = [tier_chip(desk.shop.programme, name) for name in ("Silver", "Gold", "gone", None)]
    assert [(chip.words, chip.tone) if chip else None for chip in chips] == [
        ("Silver", ""),
        ("Gold", "info"),
        None,
        None,
    ]


def test_only_a_blocked_customer_is_marked(desk):
    customer = desk.customers.get(join(desk)[0])
    assert blocked_chip(customer) is None
    chip = blocked_chip(replace(customer, blocked=True))
    assert chip is not None
    assert (chip.words, chip.tone) == ("Blocked", "danger")


def test_every_state_has_words_of_its_own(desk, anna):
    cards = [card_chip(Card("", "1234", state, CardRole.FULL, None)) for state in CardState]
    assert len({chip.words for chip in cards}) == len(CardState)
    voucher = desk.customers.vouchers(anna)[0]
    chips = [voucher_chip(replace(voucher, state=state), date(2026, 3, 20)) for state in VoucherState]
    assert len({chip.words for chip in chips}) == len(VoucherState)


def test_an_open_voucher_is_over_after_its_last_day(desk, anna):
    voucher = desk.customers.vouchers(anna)[0]
    assert voucher.last_day is not None
    assert voucher_chip(voucher, voucher.last_day).words == "Open"
    assert voucher_chip(voucher, date(2027, 1, 1)).words == "Over"
