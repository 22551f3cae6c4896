"""Colours that go with the shop's, and words that can be read in them."""

import pytest

from loyaltydesk.printing.greetings.palette import ACCENTS, Palette, apart, calm, contrast, readable

OWN = Palette("#FFFBF2", "#0B7A5B", ("#E9AE3F", "#E0785A", "#8CCFB8"))


@pytest.mark.parametrize("colour", ["#E0785A", "#E9AE3F", "#0B7A5B", "#4F8FB5", "#000000", "#FFFFFF", "#808080"])
def test_accents_are_of_other_hues_than_the_shop(colour: str) -> None:
    tuned = OWN.of_shop(colour)
    assert len(set(tuned.accents)) == 3
    assert all(apart(accent, colour) for accent in tuned.accents)
    assert set(tuned.accents) <= {*OWN.accents, *ACCENTS}


@pytest.mark.parametrize("colour", ["#FFFF00", "#FFFFFF", "#0B7A5B", "#000000", "#F2A7C3"])
@pytest.mark.parametrize("ground", ["#FFFFFF", "#141C3F", "#CFE3EE"])
def test_a_colour_is_made_readable(colour: str, ground: str) -> None:
    assert contrast(readable(colour, ground), ground) >= 4.5


def test_a_colour_that_can_be_read_stays_as_it_is() -> None:
    assert readable("#0B7A5B", "#FFFFFF") == "#0B7A5B"


def test_very_light_and_very_dark_colours_are_calmed() -> None:
    assert calm("#FFFFFF") != "#FFFFFF"
    assert calm("#000000") != "#000000"
    assert calm("#0B7A5B") == "#0B7A5B"
