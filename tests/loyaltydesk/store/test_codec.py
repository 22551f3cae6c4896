"""Facts become text and come back the same; what is personal stands apart."""

import json
from datetime import date
from fractions import Fraction

import pytest

from loyaltydesk.model.customers import PERSONAL_FIELDS, Profile
from loyaltydesk.model.facts import (
    KINDS,
    CardIssued,
    CustomerErased,
    CustomerRegistered,
    CustomersMerged,
    Fact,
    GiftTakenBack,
    HouseholdFormed,
    HouseholdLeft,
    PointsAdjusted,
    PointsExpired,
    PointsGiven,
    ProgrammeChanged,
    PurchaseAttached,
    PurchaseRecorded,
    PurchaseReturned,
    RecordSaved,
    VoucherCancelled,
    VoucherIssued,
    VoucherUsed,
)
from loyaltydesk.model.programme import Gives
from loyaltydesk.model.purchases import GiftCause, Line, TakenReward, Why
from loyaltydesk.store import codec

ID = "019ceb97-7e60-714c-b05c-3fb50fa319ac"
OTHER = "019ceb97-7e61-714c-b05c-3fb50fa319ac"
DAY = date(2026, 3, 14)

FULL: list[Fact] = [
    ProgrammeChanged(id=ID, version=3, toml='name = "Rīts"\n'),
    RecordSaved(id=ID, kind="customer", record=OTHER, fields={"a": None, "n": 5, "b": True}, personal={"name": "Ян"}),
    CustomerRegistered(id=ID, profile=Profile("Anna", note="“Tea”\n"), referred_by=OTHER),
    CustomerErased(id=ID, customer=OTHER),
    CardIssued(id=ID, customer=OTHER, number="AB-1234"),
    PurchaseRecorded(
        id=ID, customer=OTHER, card=ID, receipt="R-1", lines=(Line(250, 2, "TEA", "tea", 21, shipping=True), Line(5)),
        total=505, discount=5, value=500, by_points=100, by_vouchers=50, due=350, earned=3, redeemed=100,
        rewards=(TakenReward("coffee", "Free coffee", 2, 100),), free=(1, 0), vouchers=(OTHER,), codes=("X",),
        from_day=DAY, last_day=DAY, tier="Silver", why=(Why("blocks", "base", 3, 350, 100, 3, "3/2"),), programme=2,
    ),
    PurchaseAttached(id=ID, purchase=OTHER, customer=ID, card=OTHER, earned=5, from_day=DAY, tier="Gold"),
    PurchaseReturned(
        id=ID, purchase=OTHER, customer=ID, value=5, refunded=4, taken_back=3, given_back=2, lines=((0, 1), (2, 3)),
        closes=True, voided=True, vouchers=(OTHER,),
    ),
    PointsAdjusted(id=ID, customer=OTHER, points=-5, reason="A slip", approved_by="Ilze", last_day=DAY),
    PointsExpired(id=ID, customer=OTHER, lots=((ID, 0), (OTHER, 1))),
    PointsGiven(
        id=ID, customer=OTHER, points=50, cause=GiftCause.REFERRAL, rule="r", period=ID, purchase=OTHER, last_day=DAY
    ),
    GiftTakenBack(id=ID, customer=OTHER, gift=ID, points=50),
    CustomersMerged(id=ID, keep=OTHER, drop=ID),
    HouseholdFormed(id=ID, members=(ID, OTHER), name="Kalniņš"),
    HouseholdLeft(id=ID, customer=OTHER),
    VoucherIssued(
        id=ID, code="27", customer=OTHER, reward="ten", name="Ten off", cost=9, last_day=DAY, replaces=OTHER,
        gives=Gives("percent", percent=Fraction(25, 2), max_money=900),
    ),
    VoucherUsed(id=ID, voucher=OTHER, purchase=ID),
    VoucherCancelled(id=ID, voucher=OTHER, customer=ID, first=OTHER, given_back=9),
]  # fmt: skip

BARE: list[Fact] = [
    RecordSaved(id=ID, kind="shop", record="shop"),
    CustomerRegistered(id=ID),
    CustomerRegistered(id=ID, profile=Profile()),
    CardIssued(id=ID),
    PurchaseRecorded(id=ID, total=0, value=0, due=0),
    PurchaseReturned(id=ID, purchase=OTHER, value=0, refunded=0),
]


def back(fact: Fact) -> Fact:
    return codec.fact_from(type(fact).__name__, fact.id, said=codec.payload(fact), about_person=codec.personal(fact))


def test_there_is_one_of_every_kind() -> None:
    assert {type(fact) for fact in FULL} == set(KINDS.values())


@pytest.mark.parametrize("fact", FULL, ids=lambda fact: type(fact).__name__)
def test_a_fact_comes_back_as_it_was(fact: Fact) -> None:
    assert back(fact) == fact


@pytest.mark.parametrize("fact", BARE, ids=lambda fact: type(fact).__name__)
def test_what_has_its_usual_value_is_not_written(fact: Fact) -> None:
    kept = back(fact)
    assert kept == fact or kept == CustomerRegistered(id=ID)
    usual = {"RecordSaved": {"kind", "record"}, "PurchaseRecorded": {"total", "value", "due"},
             "PurchaseReturned": {"purchase", "value", "refunded"}}  # fmt: skip
    assert set(json.loads(codec.payload(fact))) == usual.get(type(fact).__name__, set())


def test_nothing_personal_stands_in_what_is_chained() -> None:
    for fact in FULL:
        assert not any(word in codec.payload(fact) for word in ("Ян", "Anna", "Tea", "AB-1234"))
    assert codec.personal(FULL[0]) is None
    assert json.loads(codec.personal(FULL[2]) or "") == {"profile": {"name": "Anna", "note": "“Tea”\n"}}
    assert codec.personal(CustomerRegistered(id=ID, profile=Profile())) == '{"profile":{}}'


def test_a_forgotten_persons_fact_can_still_be_read() -> None:
    for fact in FULL:
        without = codec.fact_from(type(fact).__name__, fact.id, said=codec.payload(fact), about_person=None)
        assert type(without) is type(fact)
    assert codec.fact_from("CardIssued", ID, said=codec.payload(FULL[4]), about_person=None) == CardIssued(
        id=ID, customer=OTHER
    )


def test_a_kind_of_a_later_release_is_not_known() -> None:
    with pytest.raises(KeyError):
        codec.fact_from("CardPainted", ID, said="{}", about_person=None)


def test_identities_are_sixteen_bytes() -> None:
    assert codec.identity(codec.blob(ID)) == ID
    assert len(codec.blob(ID)) == 16
    assert codec.blob_or_none(None) is codec.blob_or_none("") is codec.identity_or_none(None) is None
    assert codec.identity_or_none(codec.blob_or_none(OTHER)) == OTHER
    with pytest.raises(ValueError, match="hexadecimal"):
        codec.blob("nobody")


def test_a_value_comes_back_as_its_type() -> None:
    gives = Gives("percent", percent=Fraction(25, 2), max_money=900)
    assert codec.value_from(codec.written(gives), Gives) == gives
    with pytest.raises(NotImplementedError):
        codec.written(object())


def test_every_personal_field_is_told() -> None:
    whole = CustomerRegistered(id=ID, profile=Profile(*(f"x{number}" for number in range(len(PERSONAL_FIELDS)))))
    assert back(whole) == whole
