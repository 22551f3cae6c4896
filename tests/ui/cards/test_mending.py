"""Faint words and pale bars are mended by the nearest colours, and what can be read is left alone."""

import pytest
from msgspec.structs import replace

from loyaltydesk.model.design import BarsInk
from loyaltydesk.printing.card import CardFace, CardLook
from loyaltydesk.printing.card_contrast import contrast_problems
from loyaltydesk.printing.designs import TEMPLATES
from loyaltydesk.printing.verdict import verdict
from ui.cards.mending import has_pale_bars, mended

LOOK = CardLook(shop="Kafejnīca Rīts", second_line="Coffee", heading="Show this card")
FACE = CardFace("2600000000017", "Anna Kowalska", "Gold member")


@pytest.mark.parametrize("template", ["circles", "edge"])
def test_words_in_the_colour_of_their_ground_can_be_read_afterwards(template):
    look = replace(LOOK, template=template, ink="#FFFFFF" if template == "edge" else LOOK.colour)
    assert contrast_problems(look, FACE)
    better = mended(look, FACE)
    assert contrast_problems(better, FACE) == ()
    assert (better.colour, better.accent) == (look.colour, look.accent)


def test_a_colour_that_is_nearly_right_stays_near():
    look = replace(LOOK, ink="#8FBFAF")
    assert contrast_problems(look, FACE)
    better = mended(look, FACE)
    assert int(better.ink[1:3], 16) - 0x8F < 0x60


@pytest.mark.parametrize("template", TEMPLATES)
def test_what_can_be_read_is_left_as_it_is(template):
    look = replace(LOOK, template=template)
    assert mended(look, FACE) == look


def test_bars_that_are_too_pale_become_black_and_others_keep_their_colour():
    pale = replace(LOOK, colour="#D1FAE4", bars_ink=BarsInk.COLOUR)
    assert not verdict(pale, FACE).is_good
    assert mended(pale, FACE) == replace(pale, bars_ink=BarsInk.BLACK)
    dark = replace(pale, colour="#0B3A5B")
    assert mended(dark, FACE) == dark


def test_bars_that_are_too_narrow_are_no_matter_of_colour():
    narrow = replace(LOOK, colour="#0B3A5B", bars_ink=BarsInk.COLOUR)
    found = verdict(narrow, CardFace("LOYALTY-CARD-0012345"))
    assert not found.is_good
    assert not has_pale_bars(narrow, found)
