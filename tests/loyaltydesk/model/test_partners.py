"""What is kept of a partner is tidied or refused, and reminders come back on the right day."""

from datetime import date

import pytest

from loyaltydesk.model.partners import (
    NewReminder,
    Partner,
    PartnerCard,
    Reminder,
    Repetition,
    checked_discount,
    checked_partner,
    checked_partner_note,
    checked_reminder,
    checked_terms,
    months_later,
)
from loyaltydesk.model.refusals import BadRequest
from tests.shop import Clock

HOSTILE = ["<b>x</b>", "'; DROP TABLE records; --", "\u202eabc", "\x00\x07", "=1+1", "{name}", "😀" * 30]


def test_a_partner_is_tidied() -> None:
    told = PartnerCard(
        "  Baltic \n Roast ", phone="20012345", email=" a@b.lv ", discount="7,5 %", terms=" one \r\n\n two\t ",
    )  # fmt: skip
    kept = checked_partner(told, "LV")
    assert (kept.name, kept.phone, kept.email, kept.discount) == ("Baltic Roast", "+37120012345", "a@b.lv", "7.5")
    assert kept.terms == "one\n\ntwo"
    assert checked_partner(kept, "LV") == kept


@pytest.mark.parametrize(
    ("told", "field", "reason"),
    [
        (PartnerCard(" \x00 "), "name", "partner_nameless"),
        (PartnerCard("x" * 121), "name", "words_too_long"),
        (PartnerCard("x", contact="x" * 121), "contact", "words_too_long"),
        (PartnerCard("x", address="x" * 301), "address", "words_too_long"),
        (PartnerCard("x", tax_id="1" * 121), "tax_id", "words_too_long"),
        (PartnerCard("x", email="nobody"), "email", "email_unreadable"),
        (PartnerCard("x", phone="abc"), "phone", "phone_unreadable"),
        (PartnerCard("x", payment_days=366), "payment_days", "payment_days_range"),
        (PartnerCard("x", payment_days=-1), "payment_days", "payment_days_range"),
        (PartnerCard("x", discount="101"), "discount", "discount_range"),
        (PartnerCard("x", terms="x" * 2001), "terms", "terms_too_long"),
    ],
)
def test_what_cannot_be_true_is_refused_by_its_field(told: PartnerCard, field: str, reason: str) -> None:
    with pytest.raises(BadRequest) as refused:
        checked_partner(told, "LV")
    assert (refused.value.field, refused.value.reason) == (field, reason)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_only_words(text: str) -> None:
    kept = checked_partner(PartnerCard("x" + text, contact=text, address=text, terms=text, tax_id=text), "LV")
    for words in (kept.name, kept.contact, kept.address, kept.terms, kept.tax_id):
        assert words.isprintable()


@pytest.mark.parametrize(("text", "kept"), [("", ""), ("5", "5"), ("100,00%", "100.00"), (" 0.5 % ", "0.5")])
def test_a_discount_is_a_percentage(text: str, kept: str) -> None:
    assert checked_discount(text) == kept


@pytest.mark.parametrize("text", ["100.01", "-5", "5 per cent", "1e2", "٥", "7.555", "%%", "five"])
def test_anything_else_is_no_percentage(text: str) -> None:
    with pytest.raises(BadRequest):
        checked_discount(text)


def test_terms_keep_their_paragraphs() -> None:
    assert checked_terms("a\x07b\r\n\u202ec") == "a b\nc"


def test_an_empty_note_and_an_empty_reminder_are_refused() -> None:
    with pytest.raises(BadRequest):
        checked_partner_note(" \n ")
    with pytest.raises(BadRequest):
        checked_reminder(NewReminder("\t", date(2026, 3, 14)))
    assert checked_reminder(NewReminder(" order \n beans ", date(2026, 3, 14))).text == "order beans"


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 3, 14), -12, date(2025, 3, 14)),
        (date(9999, 12, 1), 1, None),
        (date(1, 1, 1), -1, None),
    ],
)
def test_months_go_on_to_the_same_day(day: date, months: int, later: date | None) -> None:
    assert months_later(day, months) == later


def _reminder(first: date, repeats: Repetition, day: date | None = None) -> Reminder:
    return Reminder("r", "p", "Order beans", day or first, first, repeats)


@pytest.mark.parametrize(
    ("reminder", "today", "next_day"),
    [
        (_reminder(date(2026, 3, 1), Repetition.ONCE), date(2026, 3, 14), None),
        (_reminder(date(2026, 1, 31), Repetition.MONTH), date(2026, 1, 31), date(2026, 2, 28)),
        (_reminder(date(2026, 1, 31), Repetition.MONTH, date(2026, 2, 28)), date(2026, 2, 28), date(2026, 3, 31)),
        (_reminder(date(2026, 1, 1), Repetition.MONTH), date(2026, 3, 14), date(2026, 4, 1)),
        (_reminder(date(2026, 4, 1), Repetition.QUARTER), date(2026, 3, 25), date(2026, 7, 1)),
        (_reminder(date(2024, 2, 29), Repetition.YEAR), date(2025, 3, 1), date(2026, 2, 28)),
        (_reminder(date(9999, 12, 31), Repetition.YEAR), date(9999, 12, 31), None),
    ],
)
def test_what_repeats_comes_back_after_today_on_its_own_day(
    reminder: Reminder, today: date, next_day: date | None
) -> None:
    assert reminder.next_day(today) == next_day


def test_a_reminder_is_due_on_its_day_and_until_it_is_done() -> None:
    reminder = _reminder(date(2026, 3, 14), Repetition.ONCE)
    assert [reminder.is_due(date(2026, 3, day)) for day in (13, 14, 15)] == [False, True, True]


def test_an_agreement_is_spoken_of_thirty_days_before_its_end_and_after_it() -> None:
    today = Clock().at.date()
    near = Partner("p", PartnerCard("Baltic Roast", until=date(2026, 4, 13)), Clock().at)
    assert near.ends_soon(today)
    assert not near.ends_soon(date(2026, 3, 13))
    assert near.ends_soon(date(2026, 5, 1))
    assert not Partner("p", PartnerCard("Baltic Roast"), Clock().at).ends_soon(today)
