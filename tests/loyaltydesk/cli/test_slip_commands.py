"""Slips from the command line: a PDF, the bytes for a slip printer, or straight to one."""

from pathlib import Path

import pytest

from loyaltydesk.model.customers import Profile
from loyaltydesk.model.purchases import Basket, Line
from tests.loyaltydesk.cli.conftest import Opened, Run
from tests.loyaltydesk.printing.printers import listening, pictures, typed
from tests.reading import codes


@pytest.fixture
def bought(desk: Opened) -> str:
    """The receipt number of a purchase of Jānis'."""
    with desk() as open_desk:
        _customer, card = open_desk.customers.register(Profile(name="Jānis Bērziņš"))
        open_desk.till.record(Basket((Line(2450),), card=card, receipt="A-17"))
    return "A-17"


def test_the_bytes_for_a_slip_printer_are_kept_in_a_file(run: Run, bought: str, tmp_path: Path) -> None:
    for roll, dots in (("80", 576), ("58", 384)):
        done = run("slips", "print", bought, "--roll", roll, "--escpos", tmp_path / "slip.bin")
        assert (done.exit_code, done.output) == (0, f"The bytes for the slip printer are in {tmp_path / 'slip.bin'}.\n")
        (picture,) = pictures((tmp_path / "slip.bin").read_bytes())
        assert picture.width == dots
        assert codes(picture.convert("L").resize((dots * 2, picture.height * 2))) == [bought]


def test_a_slip_goes_to_a_network_printer_and_into_files_at_once(run: Run, bought: str, tmp_path: Path) -> None:
    out, escpos = tmp_path / "slip.pdf", tmp_path / "slip.bin"
    with listening() as printer:
        done = run("slips", "print", bought, "--out", out, "--escpos", escpos, "--printer", printer.place)
        assert done.exit_code == 0
    assert printer.got == [escpos.read_bytes()]
    assert out.read_bytes().startswith(b"%PDF")
    assert f"The slip was sent to {printer.place}." in done.output


def test_letters_cut_and_model_are_the_printers(run: Run, bought: str, tmp_path: Path) -> None:
    place, how = f"file:{tmp_path / 'lp0'}", ("--letters", "--cut", "none", "--model", "TM-T20II")
    assert run("slips", "print", bought, "--printer", place, *how).exit_code == 0
    content = (tmp_path / "lp0").read_bytes()
    assert max(len(line) for line in typed(content)[0]) == 48
    assert b"\x1dV" not in content


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("pigeon:home", "“pigeon:home” is no printer."),
        ("file:/dev/no-such-printer", "The slip printer was not found at /dev/no-such-printer."),
    ],
)
def test_what_a_printer_refuses_is_one_sentence(run: Run, bought: str, place: str, said: str) -> None:
    done = run("slips", "print", bought, "--printer", place)
    assert (done.exit_code, done.stderr.count("\n")) == (1, 1)
    assert done.stderr.startswith(said)


def test_a_slip_has_to_go_somewhere(run: Run, bought: str) -> None:
    done = run("slips", "print", bought)
    assert done.exit_code == 2
    assert "--printer" in done.stderr
