"""What is known of the models of slip printers."""

import pytest

from loyaltydesk.printing.printer_models import dots_of, dpi_of, letters_of, models
from loyaltydesk.printing.slip import Roll
from loyaltydesk.printing.slip_printer import ANY, SlipPrinter, connection

PLACE = connection("file:/dev/usb/lp0")


def test_models_have_makers_and_no_displays() -> None:
    names = [model.name for model in models().values()]
    assert "Epson TM-T88V" in names
    assert names == sorted(names, key=str.casefold)
    assert not any("Display" in name or "Generic" in name for name in names)


@pytest.mark.parametrize(
    ("model", "roll", "dots", "letters"),
    [
        (ANY, Roll.MM80, 576, 42),
        (ANY, Roll.MM58, 384, 32),
        ("TM-T88V", Roll.MM80, 512, 42),
        ("TM-T20II", Roll.MM80, 576, 48),
        ("TM-T20II", Roll.MM58, 384, 32),
        ("NT-80-V-UL", Roll.MM80, 576, 42),  # said to have twelve letters
        ("of tomorrow", Roll.MM80, 576, 42),
    ],
)
def test_a_line_is_as_wide_as_paper_and_model_let_it_be(model: str, roll: Roll, dots: int, letters: int) -> None:
    printer = SlipPrinter(PLACE, roll, model=model)
    assert (dots_of(printer), letters_of(printer)) == (dots, letters)


def test_eight_dots_are_a_millimetre_unless_the_model_is_coarser() -> None:
    assert dpi_of(SlipPrinter(PLACE)) == pytest.approx(203.2)
    assert dpi_of(SlipPrinter(PLACE, model="TM-T88V")) == pytest.approx(180.6, abs=0.1)
