"""Voucher codes: nobody guesses them, and a slip of the finger shows."""

import random

import pytest

from loyaltydesk.model.codes import (
    ALPHABET,
    LENGTH,
    bare,
    check_character,
    is_voucher_like,
    is_whole,
    meant,
    new_voucher_code,
    shown,
)


def _codes(count: int) -> list[str]:
    return [new_voucher_code(random.Random(seed).randrange) for seed in range(count)]


def test_the_check_character_is_that_of_the_standard() -> None:
    assert check_character("A12425GABC1234002") == "M"  # the example of ISO/IEC 7064, MOD 37,36


def test_a_code_is_whole_and_of_characters_that_nobody_mistakes() -> None:
    for code in _codes(500):
        assert (code[0], len(code)) == ("V", LENGTH)
        assert set(code[1:]) <= set(ALPHABET)
        assert is_voucher_like(code)
        assert is_whole(code)


def test_codes_are_not_in_a_row() -> None:
    assert len(set(_codes(2000))) == 2000
    assert new_voucher_code(lambda below: below - 1)[1:11] == "Z" * 10
    assert new_voucher_code(lambda below: 0)[1:11] == "0" * 10


def test_any_single_wrong_character_and_any_two_that_change_places_show() -> None:
    for code in _codes(20):
        for place in range(1, LENGTH):
            for other in ALPHABET:
                if other != code[place]:
                    assert not is_whole(code[:place] + other + code[place + 1 :])
        for place in range(1, LENGTH - 1):
            swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
            assert is_whole(swapped) == (swapped == code)


@pytest.mark.parametrize("wrong", ["O", "o", "I", "L", "i", "l"])
def test_letters_that_look_like_digits_are_read_as_those(wrong: str) -> None:
    digit = "0" if wrong in "Oo" else "1"
    code = next(code for code in _codes(2000) if digit in code[1:])
    assert meant(code.replace(digit, wrong)) == code


def test_blanks_hyphens_and_small_letters_do_not_matter() -> None:
    (code,) = _codes(1)
    for typed in (shown(code), shown(code).lower(), f" {code[:3]} {code[3:]} ", shown(code).replace("-", "‐")):
        assert bare(typed) == code
        assert meant(typed) == code


@pytest.mark.parametrize("other", ["", "V", "2700000000014", "V" * 13, "X23456789ABC", "V2345678 ĀBC", "V" + "9" * 400])
def test_what_is_none_of_ours_is_left_as_it_is(other: str) -> None:
    assert not is_voucher_like(other)
    assert shown(other) == other
    assert meant(other) == bare(other)
