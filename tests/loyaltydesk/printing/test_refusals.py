"""Each refusal of paper is told in one sentence."""

import pytest

from loyaltydesk.model.money import currency
from loyaltydesk.model.refusals import Refused
from loyaltydesk.printing.refusals import PICTURE_REASONS, CodeNotPrintable, CodeTooWide, PictureUnreadable
from loyaltydesk.words.formats import BabelFormats
from loyaltydesk.words.refusals import sentence


@pytest.mark.parametrize(
    ("refused", "words"),
    [
        (CodeNotPrintable("Łódź"), "“Łódź” cannot be printed as a barcode"),
        (CodeNotPrintable("123", "itf"), "“123” cannot be printed as Interleaved 2 of 5, which says an even number of"),
        (CodeTooWide("A" * 30, 97.3, 78.6), "it needs 98 mm, and there are 78 mm"),
        *((PictureUnreadable(reason), "picture") for reason in PICTURE_REASONS),
    ],
)
def test_the_sentence_says_what_is_wrong(refused: Refused, words: str) -> None:
    said = sentence(refused, BabelFormats("en", currency("EUR")))
    assert words in said
    assert said.endswith(".")
