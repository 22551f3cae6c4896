"""Campaigns in the words of the shop's own people."""

from datetime import UTC, datetime

from msgspec.structs import replace

from loyaltydesk.model.campaigns import Campaign, CampaignGift, CampaignKind, CampaignResult, LeftOut, Plan, Subject
from loyaltydesk.model.money import currency
from loyaltydesk.words import campaigns as words
from loyaltydesk.words.formats import BabelFormats

FORMATS = BabelFormats("en", currency("EUR"))
CAMPAIGN = Campaign("id", Plan(CampaignKind.CALLS), datetime(2026, 3, 14, tzinfo=UTC), 29)


def test_there_are_words_for_everything() -> None:
    assert [words.kind_text(kind) for kind in CampaignKind] == ["Vouchers", "Cards", "Calls"]
    assert set(words.SUBJECTS) == set(Subject)
    assert set(words.LEFT_OUT) == set(LeftOut)


def test_a_gift_without_a_name_gets_one() -> None:
    assert words.gift_name(CampaignGift(money=500), FORMATS) == "€5.00 off your next purchase"
    assert words.gift_name(CampaignGift(percent=10), FORMATS) == "10% off your next purchase"


def test_what_came_of_it_leaves_out_what_there_is_none_of() -> None:
    result = CampaignResult(29, sent=20, reached=3, vouchers=29, used=4, came_back=11)
    told = "11 of 29 came back · 20 sent · 3 reached by phone · 4 of 29 vouchers used"
    assert words.result_text(CAMPAIGN, result, FORMATS) == told
    stopped = replace(CAMPAIGN, stopped=datetime(2026, 3, 15, tzinfo=UTC))
    assert words.result_text(stopped, CampaignResult(1), FORMATS) == "0 of 1 came back · stopped"


def test_who_is_left_out_is_told_by_reason() -> None:
    counts = ((LeftOut.BLOCKED, 1), (LeftOut.NO_CONSENT, 3))
    assert words.left_out_text(counts, FORMATS) == "blocked: 1, did not agree to greetings: 3"
