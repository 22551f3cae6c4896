"""Stamp cards are told in few words, with what is to come."""

import pytest

from loyaltydesk.desk.stamps import StampsLeft
from loyaltydesk.model.programme import Gives, StampCard
from ui.seams.formats import QtFormats
from ui.seams.stamps import begun, stamps_text

COFFEE, CAKE = (StampCard(name.lower(), f"{name} card", 10, Gives("product")) for name in ("Coffee", "Cake"))
STAMPS = (StampsLeft(COFFEE, 7), StampsLeft(CAKE, 0))


@pytest.mark.parametrize(
    ("coming", "said"),
    [
        ({}, "Coffee card: 7 of 10 · Cake card: 0 of 10"),
        ({"coffee": 2}, "Coffee card: 7 of 10 (+2) · Cake card: 0 of 10"),
    ],
)
def test_every_card_is_told_with_its_stamps(desk, coming, said):
    assert stamps_text(STAMPS, QtFormats("en", desk.shop.programme.currency), coming) == said


def test_a_card_is_begun_with_its_first_stamp_or_before_it():
    assert [each.card.id for each in begun(STAMPS)] == ["coffee"]
    assert [each.card.id for each in begun(STAMPS, {"cake": 1})] == ["coffee", "cake"]
