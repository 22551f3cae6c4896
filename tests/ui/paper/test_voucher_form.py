"""The form for the paper of vouchers asks only what matters on that paper."""

import pytest
from pytestqt.qtbot import QtBot

from loyaltydesk.printing.stocks import VOUCHER_STOCKS
from ui.paper.voucher_form import VoucherForm
from ui.paper.voucher_paper import SLIP, VoucherPaper, read_voucher_paper
from ui.seams.tools import Tools
from ui.theme.theme import Theme


@pytest.fixture
def form(qtbot: QtBot, theme: Theme, tools: Tools) -> VoucherForm:
    made = VoucherForm(theme, tools.preferences)
    qtbot.addWidget(made)
    made.show()
    return made


def test_every_paper_can_be_chosen_once(form: VoucherForm) -> None:
    names = [form.paper.itemData(number) for number in range(form.paper.count())]
    assert sorted(names) == sorted([*VOUCHER_STOCKS, SLIP])


def test_a_choice_is_told_and_remembered(qtbot: QtBot, form: VoucherForm, tools: Tools) -> None:
    with qtbot.waitSignal(form.edited):
        form.choose("A4 thirds")
    form.marks.setChecked(True)
    assert read_voucher_paper(tools.preferences) == VoucherPaper("A4 thirds", True)


def test_a_begun_sheet_is_asked_for_where_there_are_several_to_it(form: VoucherForm) -> None:
    assert not form.start.isVisible()
    form.choose("A4 thirds")
    assert form.start.isVisible()
    form.start.setValue(3)
    assert form.chosen.start == 2
    form.choose("Avery C32011")
    assert (form.chosen.start, form.start.value(), form.start.maximum()) == (0, 1, 10)
    form.choose(SLIP)
    assert not form.start.isVisible()


def test_marks_are_asked_for_where_paper_may_be_cut_or_is_already(form: VoucherForm) -> None:
    seen = {}
    for name in ("A6", "A4 thirds", "A4 to cut", "Avery C32011", SLIP):
        form.choose(name)
        seen[name] = form.marks.isVisible()
    assert seen == {"A6": False, "A4 thirds": True, "A4 to cut": False, "Avery C32011": True, SLIP: False}
