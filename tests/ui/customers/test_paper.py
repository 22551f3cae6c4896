"""Paper is worded in the customer's language, shown before it is printed, and refused in a sentence."""

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QDialog, QWidget

from loyaltydesk.model.shop import ShopSettings
from loyaltydesk.words import words_in
from ui.customers.paper import Press
from ui.paper.dialog import PaperDialog


@pytest.fixture
def press(qtbot, theme, session, desk, tools):
    desk.shop.save_settings(ShopSettings(name="Kafejnīca Rīts", language="lv"))
    parent = QWidget()
    qtbot.addWidget(parent)
    return Press(theme, session, tools, page=parent)


def test_paper_speaks_the_customers_language(press, desk, anna):
    customer, shown = desk.customers.get(anna), []
    press.show_vouchers = shown.extend
    speaking = replace(customer, profile=replace(customer.profile, language="pl"))
    press.vouchers(desk.customers.vouchers(anna), speaking)
    assert [face.title for face in shown] == [words_in("pl").tr("Voucher")]


def test_the_real_dialog_shows_what_will_be_printed(press, desk, anna, monkeypatch):
    seen = []
    monkeypatch.setattr(
        PaperDialog, "exec", lambda dialog: seen.append(dialog.windowTitle()) or QDialog.DialogCode.Rejected
    )
    customer = desk.customers.get(anna)
    assert press.card(desk.customers.cards(anna)[0], customer, "Gold") == ""
    assert press.vouchers(desk.customers.vouchers(anna), customer) == ""
    assert seen == ["Loyalty card", "Voucher"]


def test_a_number_no_bars_can_carry_is_refused(press, desk, anna):
    card = replace(desk.customers.cards(anna)[0], number="ABCDEFGHIJ-" * 4)
    press.show = lambda document, title: pytest.fail("nothing can be printed")
    assert "is too long for a barcode here" in press.card(card, desk.customers.get(anna), None)
