"""From ready words to a printer: as pictures, or in its own letters where it draws nothing."""

from msgspec.structs import replace

from loyaltydesk.printing.escpos import START
from loyaltydesk.printing.slip import Roll
from loyaltydesk.printing.slip_press import print_bytes, slip_bytes, trial_bytes, voucher_bytes
from loyaltydesk.printing.slip_printer import SlipPrinter, connection
from loyaltydesk.printing.trial_slip import TrialFace
from tests.loyaltydesk.printing.printers import listening, pictures, typed
from tests.loyaltydesk.printing.test_slip import SLIP, VOUCHER

PRINTER = SlipPrinter(connection("network:10.0.0.7"))
TRIAL = TrialFace("Kafejnīca Rīts", "Test of the slip printer")


def test_slips_vouchers_and_trials_are_pictures_on_each_roll() -> None:
    for roll in Roll:
        printer = replace(PRINTER, roll=roll)
        assert len(pictures(slip_bytes(SLIP, printer))) == 1
        assert len(pictures(voucher_bytes([VOUCHER, VOUCHER], printer))) == 2
        assert len(pictures(trial_bytes(TRIAL, printer))) == 1


def test_a_printer_that_draws_nothing_types() -> None:
    assert "Kafejnīca" not in "".join(typed(slip_bytes(SLIP, replace(PRINTER, model="TM-U220")))[0])
    assert "Kafejnica" in "".join(typed(slip_bytes(SLIP, replace(PRINTER, model="TM-U220")))[0])
    assert typed(slip_bytes(SLIP, replace(PRINTER, types=True)))[0]


def test_a_model_that_is_not_known_any_more_is_any_model() -> None:
    assert slip_bytes(SLIP, replace(PRINTER, model="of yesterday")) == slip_bytes(SLIP, PRINTER)


def test_what_is_printed_arrives() -> None:
    with listening() as printer:
        print_bytes(slip_bytes(SLIP, PRINTER), replace(PRINTER, connection=connection(printer.place)))
    assert printer.got[0].startswith(START)
