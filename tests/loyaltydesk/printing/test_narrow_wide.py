"""Code 39, Interleaved 2 of 5 and Codabar read back from their modules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyaltydesk.printing.bars import symbol_for
from loyaltydesk.printing.narrow_wide import codabar_text, code39_text, itf_text


@given(st.from_regex(r"[0-9A-Z. $/+%-]{1,30}", fullmatch=True))
def test_every_code_39_is_read_back(code: str) -> None:
    assert code39_text(symbol_for(code, "code39").modules) == code


@given(st.from_regex(r"([0-9]{2}){1,20}", fullmatch=True))
def test_every_interleaved_2_of_5_is_read_back(code: str) -> None:
    assert itf_text(symbol_for(code, "itf").modules) == code


@given(st.from_regex(r"[A-D][0-9$:/.+-]{1,20}[A-D]", fullmatch=True))
def test_every_codabar_is_read_back(code: str) -> None:
    assert codabar_text(symbol_for(code, "codabar").modules) == code


@pytest.mark.parametrize("read", [code39_text, itf_text, codabar_text])
@pytest.mark.parametrize("modules", ["", "1", "0101", "11011", "1" * 95, "1010", symbol_for("2600000000017").modules])
def test_what_is_none_of_them_is_refused(read: object, modules: str) -> None:
    with pytest.raises(ValueError, match="no "):
        read(modules)  # type: ignore[operator]  # one of three functions


@pytest.mark.parametrize(
    ("kind", "code", "read"),
    [("code39", "AB12", code39_text), ("itf", "1234", itf_text), ("codabar", "A1234B", codabar_text)],
)
def test_a_changed_bar_is_another_text_or_none(kind: str, code: str, read: object) -> None:
    modules = symbol_for(code, kind).modules
    for at in range(len(modules)):
        wrong = modules[:at] + ("0" if modules[at] == "1" else "1") + modules[at + 1 :]
        try:
            assert read(wrong) != code  # type: ignore[operator]  # one of three functions
        except ValueError:
            continue
