"""The states of customers, cards and vouchers are words before they are colours."""

from datetime import date

from msgspec.structs import replace

from loyaltydesk.model.cards import Card, CardRole, CardState
from loyaltydesk.model.purchases import VoucherState
from tests.shop import join
from ui.customers.chips import blocked_chip, card_chip, tier_chip, voucher_chip


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
