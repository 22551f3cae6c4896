"""The states of customers, cards and vouchers are words before they are colours."""

from datetime import date

from msgspec.structs import replace

from loyaltydesk.model.cards import Card, CardRole, CardState
from loyaltydesk.model.purchases import VoucherState
from loyaltydesk.model.voices import VoiceKind, VoiceOutcome
from tests.shop import join
from ui.customers.chips import blocked_chip, card_chip, tier_chip, voice_chip, voucher_chip


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


def test_what_was_said_is_to_be_answered_then_to_be_told_then_told(desk, anna):
    voice = desk.voices.note(anna, "Oat milk", kind=VoiceKind.SUGGESTION)
    answered = desk.voices.answer(voice.id, "Yes", outcome=VoiceOutcome.DECLINED)
    desk.voices.told(voice.id)
    states = [voice_chip(each).words for each in (voice, answered, *desk.voices.of(anna))]
    assert states == ["To be answered", "To be told", "Told"]
