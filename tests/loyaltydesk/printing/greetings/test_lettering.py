"""Handwriting: no two letters stand alike, joined ones still meet, and the same seed writes the same."""

import pytest

from loyaltydesk.printing.fonts import width_of
from loyaltydesk.printing.greetings.lettering import LETTERINGS, Lettering, written
from loyaltydesk.printing.scene import Text
from loyaltydesk.printing.typeset import line

WORDS = ("Daudz laimes dzimšanas dienā, Ķirsi!", "Wszystkiego najlepszego, Łucjo!", "С днём рождения, Наталья!")


@pytest.mark.parametrize("hand", LETTERINGS.values(), ids=LETTERINGS)
@pytest.mark.parametrize("words", WORDS)
def test_each_letter_has_a_way_of_its_own(hand: Lettering, words: str) -> None:
    text = Text(words, 0, 0, 10, hand.role)
    letters = written(text, hand, "7").letters
    assert len(letters) == len(line(text).text)
    assert len({letter.up for letter in letters}) > len(letters) * 0.9
    assert all(abs(letter.up) < 0.06 and abs(letter.turn) < 5 and 0.95 < letter.size < 1.05 for letter in letters)


@pytest.mark.parametrize("hand", LETTERINGS.values(), ids=LETTERINGS)
def test_one_seed_writes_the_same_and_another_does_not(hand: Lettering) -> None:
    text = Text("Ilze", 0, 0, 10, hand.role)
    assert written(text, hand, "1") == written(text, hand, "1")
    assert written(text, hand, "1") != written(text, hand, "2")


def test_letters_that_join_still_meet() -> None:
    hand = LETTERINGS["formal"]
    for seed in range(20):
        letters = written(Text(WORDS[0], 0, 0, 10, hand.role), hand, str(seed)).letters
        for sign, one, two in zip(WORDS[0], letters, letters[1:], strict=False):
            half = width_of(sign, hand.role, size=1)
            assert one.size == 1
            assert one.right == 0
            assert abs(one.up - two.up) < 0.03 * half + 0.02  # of an em: a hair of the pen
            assert abs(one.turn - two.turn) < 2


def test_nothing_can_be_written_too() -> None:
    hand = LETTERINGS["hand"]
    assert written(Text("", 0, 0, 10, hand.role), hand, "1").letters
