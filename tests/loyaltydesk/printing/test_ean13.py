"""Bars are read back as the digits they were made from."""

from random import Random

import pytest
from barcode.ean import EuropeanArticleNumber13

from loyaltydesk.model.numbers import Numbering
from loyaltydesk.printing.bars import symbol_for
from loyaltydesk.printing.ean13 import modules_of, text_of, text_of_eight

CHANCE = Random(3)


@pytest.mark.parametrize("first", "0123456789")
def test_every_first_digit_is_read_back(first: str) -> None:
    for _ in range(50):
        code = Numbering(prefix=first + "6").number(CHANCE.randrange(10**10))
        assert text_of(symbol_for(code).modules) == code


@pytest.mark.parametrize("first", "0123456789")
def test_the_bars_are_those_that_another_library_draws(first: str) -> None:
    for _ in range(50):
        code = Numbering(prefix=first + "6").number(CHANCE.randrange(10**10))
        assert modules_of(code) == EuropeanArticleNumber13(code).build()[0]


def test_a_changed_bar_is_another_number_or_none() -> None:
    code = "2600000000017"
    modules = symbol_for(code).modules
    for at in range(len(modules)):
        wrong = modules[:at] + ("0" if modules[at] == "1" else "1") + modules[at + 1 :]
        try:
            assert text_of(wrong) != code
        except ValueError:
            continue


@pytest.mark.parametrize("modules", ["", "101", "1" * 95, "0" * 95])
def test_what_is_no_ean_13_is_refused(modules: str) -> None:
    with pytest.raises(ValueError, match="EAN-13"):
        text_of(modules)


@pytest.mark.parametrize("code", ["96385074", "00000000", "12345670"])
def test_eight_digits_are_read_back(code: str) -> None:
    assert text_of_eight(symbol_for(code, "ean8").modules) == code


@pytest.mark.parametrize("modules", ["", "101", "1" * 67, symbol_for("2600000000017").modules])
def test_what_is_no_ean_8_is_refused(modules: str) -> None:
    with pytest.raises(ValueError, match=r"EAN-8|list"):
        text_of_eight(modules)
