"""Bars are read back as the digits they were made from."""

from random import Random

import pytest

from loyaltydesk.model.cards import ean13
from loyaltydesk.printing.bars import symbol_for
from loyaltydesk.printing.ean13 import text_of

CHANCE = Random(3)


@pytest.mark.parametrize("first", "0123456789")
def test_every_first_digit_is_read_back(first: str) -> None:
    for _ in range(50):
        code = ean13(first + "6", CHANCE.randrange)
        assert text_of(symbol_for(code).modules) == code


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
