"""Slips in a printer's own letters, read as a printer reads them."""

import pytest
from msgspec.structs import replace

from loyaltydesk.printing.escpos_typed import typed_slip, typed_trial, typed_vouchers
from loyaltydesk.printing.slip import Roll, SlipFace
from loyaltydesk.printing.slip_printer import SlipPrinter, connection
from loyaltydesk.printing.trial_slip import LETTERS, TrialFace
from tests.loyaltydesk.printing.printers import typed
from tests.loyaltydesk.printing.test_escpos import FULL
from tests.loyaltydesk.printing.test_slip import VOUCHER

PRINTER = SlipPrinter(connection("serial:COM1:9600"), types=True)
LIMITED = replace(PRINTER, model="TM-T88III")  # which has neither Polish nor Latvian letters


@pytest.mark.parametrize("roll", list(Roll))
def test_a_slip_has_everything_in_lines_that_fit(roll: Roll) -> None:
    content = typed_slip(FULL, replace(PRINTER, roll=roll))
    lines, codes = typed(content)
    said = "\n".join(lines)
    assert max(map(len, lines)) <= {Roll.MM80: 42, Roll.MM58: 32}[roll]
    for part in ("Kafejnīca Rīts", "Brīvības iela 12, Rīga", "€24.50", "+245", "-100", "1,385", "Use by 31 May",
                 "Next tier: Silver", "Kafijas karte", "A word to you", "Thank you!", "Free coffee"):  # fmt: skip
        assert part in said
    assert codes == [b"2600000000017", b"{BV00000000004"]
    assert len(content) < 2500


@pytest.mark.parametrize("words", LETTERS)
def test_the_letters_of_every_language_are_printed_as_they_are(words: str) -> None:
    lines, _codes = typed(typed_slip(SlipFace("Shop", farewell=words), PRINTER))
    assert words in " ".join(" ".join(lines).split())


def test_an_old_printer_spells_what_it_has_not() -> None:
    lines, _codes = typed(typed_slip(SlipFace("Kafejnīca Rīts", farewell="Zażółć, Иван Щукин"), LIMITED))
    said = "\n".join(lines)
    assert "Kafejnica Rits" in said
    assert "Zazólc, Иван Щукин" in said
    assert "?" not in said


HOSTILE = ["\x1b@\x1dV\x00", "\x1bt\x11", "\n\n\x0c", "\x1ck\x00", "\x10\x04\x01", "\x85\x9b", "😀", "محمد", "W" * 200]


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("printer", [PRINTER, LIMITED, replace(PRINTER, model="simple")])
def test_no_name_brings_a_command_to_the_printer(name: str, printer: SlipPrinter) -> None:
    slip = SlipFace(name, (name,), ((name, name),), (name, name), farewell=f"Anna{name}", code=name, news=(name, name))
    lines, codes = typed(typed_slip(slip, printer))  # it raises for a command it does not know
    assert typed_slip(slip, printer).count(b"\x1dV") <= 1
    assert codes == []
    assert any("Anna" in line for line in lines)


def test_vouchers_are_cut_from_each_other() -> None:
    content = typed_vouchers([VOUCHER, replace(VOUCHER, code="V00000000012")], PRINTER)
    assert content.count(b"\x1dV\x00") == 2
    assert typed(content)[1] == [b"{BV00000000004", b"{BV00000000012"]


def test_braces_in_a_code_are_doubled_as_the_command_wants_it() -> None:
    assert typed(typed_slip(SlipFace("Shop", code="A{B"), PRINTER))[1] == [b"{BA{{B"]


def test_bars_become_a_picture_where_the_printer_has_no_command_for_them() -> None:
    content = typed_slip(SlipFace("Shop", code="A-17"), replace(PRINTER, model="ZJ-5870", roll=Roll.MM58))
    assert b"\x1dv0\x00" in content
    assert b"\x1dkI" not in content


def test_the_trial_has_letters_a_code_and_a_ruler() -> None:
    lines, codes = typed(typed_trial(TrialFace("Shop", "Test", ("network:10.0.0.7",)), PRINTER))
    assert codes == [b"2600000000017"]
    assert "123456789012345678901234567890123456789012" in lines
    assert lines[-1].strip() == "network:10.0.0.7"
