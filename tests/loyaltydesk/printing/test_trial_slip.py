"""The slip to try a printer with shows every letter, a code, and whether lines reach both ends."""

from collections.abc import Callable

import pytest
from PIL import Image, ImageChops

from loyaltydesk.printing.escpos import printed_picture
from loyaltydesk.printing.fonts import printable
from loyaltydesk.printing.pdf import pdf_bytes
from loyaltydesk.printing.scene import Role
from loyaltydesk.printing.slip import Roll
from loyaltydesk.printing.slip_printer import SlipPrinter, connection
from loyaltydesk.printing.trial_slip import LETTERS, NUMBER, TrialFace, trial_scene

FACE = TrialFace("Kafejnīca Rīts", "Test of the slip printer", ("network:10.0.0.7:9100", "80 mm"))


@pytest.mark.parametrize("roll", list(Roll))
def test_it_reaches_both_ends_and_its_code_is_read(read: Callable[[Image.Image], list[str]], roll: Roll) -> None:
    printer = SlipPrinter(connection("file:/dev/usb/lp0"), roll)
    printed = printed_picture(trial_scene(FACE, roll=roll).pages[0], printer).convert("L")
    box = ImageChops.invert(printed).getbbox()
    assert box is not None
    assert (box[0], box[2]) == (0, printed.width)
    assert read(printed.resize((printed.width * 2, printed.height * 2))) == [NUMBER]


def test_its_words_are_letters_that_paper_has(words: Callable[[bytes], str]) -> None:
    said = words(pdf_bytes(trial_scene(FACE)))
    for line in LETTERS:
        assert printable(line, Role.BODY) == line
        assert line in said
