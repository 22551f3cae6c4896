"""What a text becomes where a typeface has not all of it: seen to be missing, and never more than a sign for a sign."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyaltydesk.printing.fonts import printable
from loyaltydesk.printing.scene import Role
from loyaltydesk.printing.signs import PICTURE, settable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Jānis Bērziņš", "Jānis Bērziņš"),
        ("Ja\u0304nis", "Jānis"),  # a letter and its accent become one
        ("1\u202f485\u00a0€", "1 485 €"),  # as figures are grouped in some languages
        ("one\ttwo\r\nthree", "one two  three"),
        ("nul\x00 bell\x07 escape\x1b[31m", "nul bell escape[31m"),
        ("\u202eright to left\u202c\u200f", "right to left"),
        ("half\ud800pair", "halfpair"),
        ("ნინო", "????"),
        ("שלום", "????"),
        ("山田 太郎", "?? ??"),
        ("नीना", "??"),  # two letters, each with a vowel that stands on it or after it
        ("non\u2011breaking", "non-breaking"),
        ("soft\u00adhyphen", "softhyphen"),
        ("<b>&amp;</b>", "<b>&amp;</b>"),
        ("", ""),
    ],
)
def test_what_the_typeface_has_not_is_shown_as_a_question_mark_or_is_no_letter(text: str, shown: str) -> None:
    assert printable(text, Role.BODY) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Zoë 🎂", "Zoë ◊"),
        ("🎂👍", "◊◊"),
        ("👍🏽!", "◊!"),  # a hand and its skin
        ("👨‍👩‍👧‍👦", "◊"),  # a family
        ("❤️‍🔥", "◊"),
        ("🇵🇱", "◊"),
        ("🇵🇱🇱🇻", "◊◊"),
        ("🇵", "◊"),
        ("\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "◊"),  # the flag of England
        ("1️⃣", "1"),
        ("★ Gold → ☕", "◊ Gold ◊ ◊"),
        ("👩\u200dA", "◊A"),  # a letter that is joined to a picture stays
        ("\U0001fadf", "◊"),  # younger than some tables of characters
        ("©®№", "©®№"),
    ],
)
def test_each_picture_is_one_lozenge_however_many_characters_it_is_made_of(text: str, shown: str) -> None:
    assert printable(text, Role.BODY) == shown


@given(st.text(max_size=60))
def test_only_known_characters_come_out_and_no_letter_goes_unseen(text: str) -> None:
    known = set("abc ?◊-—’'")
    shown = settable(text, known)
    assert set(shown) <= known
    letters = [sign for sign in unicodedata.normalize("NFC", text) if unicodedata.category(sign)[0] in "LN"]
    assert len(shown.replace(PICTURE, "").replace(" ", "")) >= len(letters)
