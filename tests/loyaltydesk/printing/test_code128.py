"""Code 128 read back from its modules."""

import pytest
import zxingcpp
from barcode.charsets.code128 import CODES
from hypothesis import assume, given
from hypothesis import strategies as st
from PIL import Image

from loyaltydesk.printing.bars import symbol_for
from loyaltydesk.printing.code128 import STOP, text_of

CHARACTERS = st.characters(min_codepoint=32, max_codepoint=126)


def _word(*values: int) -> str:
    return "".join(CODES[value] for value in values) + STOP


@given(st.text(CHARACTERS, min_size=1, max_size=48) | st.from_regex(r"[0-9]{1,48}", fullmatch=True))
def test_every_printable_text_is_the_same_to_us_and_to_a_reader(text: str) -> None:
    modules = symbol_for(text).modules
    assume(len(modules) != 95)  # thirteen digits with their check digit are an EAN-13
    assert text_of(modules) == text
    row = bytes(0 if module == "1" else 255 for module in "0" * 10 + modules + "0" * 10 for _ in range(2))
    seen = zxingcpp.read_barcodes(Image.frombytes("L", (len(row), 30), row * 30))
    assert [found.text for found in seen] == [text]


def test_sets_b_c_and_a_are_understood() -> None:
    assert text_of(_word(104, 33, 34, (104 + 33 + 2 * 34) % 103)) == "AB"
    assert text_of(_word(105, 12, 99, (105 + 12 + 2 * 99) % 103)) == "1299"
    assert text_of(_word(103, 33, 100, 65, (103 + 33 + 2 * 100 + 3 * 65) % 103)) == "Aa"


@pytest.mark.parametrize(
    "modules",
    [
        "",
        STOP,
        "10" * 40,
        _word(104, 33, 34, 0),  # check word
        _word(33, 34, 101),  # no start
        "0" + _word(104, 33, 34, (104 + 33 + 2 * 34) % 103),  # one module too many
        _word(103, 64, (103 + 64) % 103),  # a control character of set A
        _word(104, 102, (104 + 102) % 103),  # function 1
    ],
)
def test_what_is_no_sound_symbol_is_an_error(modules: str) -> None:
    with pytest.raises(ValueError, match=r"Code 128|printable"):
        text_of(modules)
