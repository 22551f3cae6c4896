"""Vouchers are shown on the paper that was chosen last, and anew on any other that is chosen beside them."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from loyaltydesk.printing.refusals import CodeTooWide
from loyaltydesk.printing.voucher import VoucherFace
from ui.paper.voucher_dialog import VoucherDialog
from ui.paper.voucher_paper import SLIP, VoucherPaper, keep_voucher_paper
from ui.seams.tools import Tools
from ui.theme.theme import Theme

FACE = VoucherFace("Rīts", "Voucher", "Coffee", "VK9Q2M7F3XBH")
LONG = replace(FACE, code="VOUCHER-2026-LONGER")


@pytest.fixture
def opened(qtbot: QtBot, theme: Theme, tools: Tools) -> Callable[..., VoucherDialog]:
    def build(*faces: VoucherFace) -> VoucherDialog:
        made = VoucherDialog(theme, faces, tools=tools)
        qtbot.addWidget(made)
        made.show()
        return made

    return build


def test_the_paper_of_last_time_is_shown(opened: Callable[..., VoucherDialog], tools: Tools) -> None:
    keep_voucher_paper(tools.preferences, VoucherPaper("A4 thirds"))
    shown = opened(FACE, FACE, FACE, FACE)
    assert shown.preview.count == 2
    assert shown.forth_button.isVisible()


def test_another_paper_is_seen_at_once(opened: Callable[..., VoucherDialog]) -> None:
    shown = opened(FACE, FACE, FACE)
    assert shown.preview.count == 3
    assert shown.paper.isVisible()  # on a computer without a printer, too
    shown.paper.choose("Avery C32011")
    assert (shown.preview.count, shown.forth_button.isVisible()) == (1, False)
    shown.paper.start.setValue(9)
    assert shown.preview.count == 2
    shown.paper.choose(SLIP)
    assert shown.preview.count == 3


def test_the_file_is_on_the_paper_that_is_shown(opened: Callable[..., VoucherDialog], tmp_path: Path) -> None:
    shown = opened(FACE, FACE, FACE)
    shown.paper.choose("A4 thirds")
    shown.ask_file = lambda _parent, _name: str(tmp_path / "vouchers.pdf")
    shown.save_button.click()
    with pypdfium2.PdfDocument(tmp_path / "vouchers.pdf") as saved:
        assert [round(side / 72 * 25.4) for page in saved for side in page.get_size()] == [210, 297]


def test_bars_that_do_not_fit_are_told_and_the_page_before_stays(opened: Callable[..., VoucherDialog]) -> None:
    shown = opened(LONG, LONG)
    shown.paper.choose("Avery C32011")
    assert "do not fit on this paper" in shown.banner.accessibleName()
    assert shown.preview.count == 2
    shown.paper.choose("A4")
    assert shown.banner.isHidden()
    assert shown.preview.count == 1


def test_a_paper_of_last_time_that_is_too_small_gives_way(opened: Callable[..., VoucherDialog], tools: Tools) -> None:
    keep_voucher_paper(tools.preferences, VoucherPaper("Avery C32011"))
    assert opened(LONG).paper.chosen.paper == "A6"
    with pytest.raises(CodeTooWide):
        opened(replace(FACE, code="V" * 45))
