"""What stands in a dossier is read by somebody who never saw a key or a date as the file keeps it."""

import pytest

from loyaltydesk.desk.dossier_chapters import columns
from loyaltydesk.model.dossiers import Chapter
from loyaltydesk.model.exports import Value
from loyaltydesk.model.money import Currency
from loyaltydesk.model.pledges import PledgeState
from loyaltydesk.model.purchases import VoucherSource, VoucherState
from loyaltydesk.model.voices import VoiceOutcome
from loyaltydesk.words.dossier_values import field_text, record_name, state_text, voucher_text
from loyaltydesk.words.dossiers import column_title, field_name, row_texts
from loyaltydesk.words.formats import BabelFormats

FORMATS = BabelFormats("en", Currency("EUR", 2))
IDENTITY = "01a203b3-02a8-70b9-a1b7-f72f6893acc1"


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("spend", 410470, "€4,104.70"),
        ("balance", 1240, "1,240"),
        ("birth_date", "--10-07", "07.10"),
        ("birth_date", "1990-05-01", "1 May 1990"),
        ("name_day_on", "11-17", "17.11"),
        ("name_day_on", "none", "Keeps no name day"),
        ("language", "pl", "Polski"),
        ("language", "tlh", "tlh"),
        ("mark.state", "sent", "Sent"),
        ("reply", "not_reached", "Not reached"),
        ("kind", "promise", "Promise"),
        ("kind", "complaint", "Complaint"),
        ("kind", "horoscope", "horoscope"),
        ("outcome", "taken_up", "taken up"),
        ("until", "2026-04-01", "1 Apr 2026"),
        ("anything", None, ""),
    ],
)
def test_a_value_is_said_as_people_say_it(name: str, value: Value, words: str) -> None:
    assert field_text(name, value, FORMATS) == words


@pytest.mark.parametrize(
    ("about", "words"),
    [
        (f"campaign/{IDENTITY}", "Campaigns"),
        ("birthday/2026", "Birthday 2026"),
        (IDENTITY, ""),
        ("customer", "Customer"),
        ("horoscope 2026", "horoscope 2026"),
        ("Would you recommend tea/coffee?", "Would you recommend tea/coffee?"),
    ],
)
def test_a_record_is_called_by_what_it_is_about(about: str, words: str) -> None:
    assert record_name(about) == words


@pytest.mark.parametrize("name", ["matter", "about", "voucher", "reply", "mark.why", "score"])
def test_no_field_that_this_release_keeps_is_told_by_its_key(name: str) -> None:
    assert field_name(name) != name.rpartition(".")[2]


def test_what_of_a_dossier_is_a_field() -> None:
    assert column_title("field") == "What"


@pytest.mark.parametrize("value", [*VoucherSource, *VoucherState])
def test_how_a_voucher_stands_and_what_it_was_given_for_is_no_key(value: str) -> None:
    assert len({voucher_text(each.value) for each in VoucherSource}) == len(VoucherSource)
    assert " " in voucher_text(value) or value in list(VoucherState)
    assert voucher_text("horoscope") == "horoscope"


@pytest.mark.parametrize("state", [PledgeState.OPEN, VoiceOutcome.OPEN])
def test_what_is_not_settled_is_told_otherwise_than_a_voucher_that_can_be_used(state: str) -> None:
    assert state_text(state) != voucher_text(VoucherState.OPEN)


def test_only_a_voucher_is_given_for_something_and_a_till_keeps_its_name() -> None:
    for key, text in (("vouchers", "for a group of customers"), ("told", "campaign")):
        chapter = Chapter(key, columns("source"), (("campaign",),))
        assert list(row_texts(chapter, ("campaign",), FORMATS)) == [text]
