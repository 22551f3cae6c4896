"""The paper of vouchers is remembered on this computer, and makes sense whatever is kept there."""

import pytest

from loyaltydesk.printing.stocks import VOUCHER_STOCKS
from loyaltydesk.printing.voucher import VoucherFace
from ui.paper.voucher_paper import SLIP, VoucherPaper, keep_voucher_paper, read_voucher_paper
from ui.seams.slip_settings import SlipSettings, keep_slips
from ui.seams.tools import Tools

FACES = [VoucherFace("Rīts", "Voucher", "Coffee", f"VK9Q2M7F3XB{sign}") for sign in "HJK"]


def test_what_was_chosen_is_remembered_but_not_where_a_sheet_was_begun(tools: Tools) -> None:
    assert read_voucher_paper(tools.preferences) == VoucherPaper()
    keep_voucher_paper(tools.preferences, VoucherPaper("A4 thirds", True, 2))
    assert read_voucher_paper(tools.preferences) == VoucherPaper("A4 thirds", True, 0)


def test_what_makes_no_sense_is_as_usual(tools: Tools) -> None:
    tools.preferences.write("vouchers/paper", "Papyrus")
    assert read_voucher_paper(tools.preferences).paper == "A6"


@pytest.mark.parametrize("name", [*VOUCHER_STOCKS, SLIP])
def test_every_paper_takes_the_vouchers(name: str) -> None:
    document = VoucherPaper(name, start=1).document(FACES)
    per_sheet = VOUCHER_STOCKS[name].count if name != SLIP else 1
    assert len(document.pages) == (3 if per_sheet == 1 else 2 if per_sheet == 3 else 1)


def test_a_roll_is_as_wide_as_the_slip_printer_has_it(tools: Tools) -> None:
    keep_slips(tools.preferences, SlipSettings("network:127.0.0.1:9100", roll="58"))
    keep_voucher_paper(tools.preferences, VoucherPaper(SLIP))
    assert {page.width for page in read_voucher_paper(tools.preferences).document(FACES).pages} == {58.0}
