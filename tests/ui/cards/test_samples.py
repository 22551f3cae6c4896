"""Sample names can be written in every language of the program, and the long ones are."""

import pytest

from loyaltydesk.printing.fonts import legible
from loyaltydesk.printing.scene import Role
from loyaltydesk.words import LANGUAGES
from ui.cards.samples import NAMES, sample_name


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_a_usual_and_a_long_name_that_can_be_printed(language):
    usual, long = sample_name(language), sample_name(language, long=True)
    assert len(long) > 2 * len(usual)
    assert legible(usual, Role.BOLD)
    assert legible(long, Role.BOLD)


def test_another_language_has_the_english_ones():
    assert sample_name("xx") == NAMES["en"][0]
