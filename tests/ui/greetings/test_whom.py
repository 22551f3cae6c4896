"""The owner says whom the shop greets: occasions, holidays and days of its own."""

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QToolButton

from loyaltydesk.model.greetings import Occasion
from tests.ui.fitting import cut, nameless, small
from tests.ui.greetings.conftest import listed
from ui.greetings.rules_dialog import RulesDialog


@pytest.fixture
def ask(page, person):
    """Presses the button for the rules, and does something with the dialog."""

    def asked(do) -> None:
        page.cards.whom.ask = do
        person.tap(person.find(QToolButton, "Whom to greet"))

    return asked


def test_occasions_and_consent_are_ticked(shop, page, ask):
    def choose(dialog: RulesDialog) -> bool:
        dialog.occasions[Occasion.NAME_DAY].setChecked(False)
        dialog.only_agreed.setChecked(False)
        return True

    ask(choose)
    assert listed(page) == ["Anna Bērziņa", "Ольга Петрова", "Łucja Żółkiewska"]
    assert shop.greetings.rules().only_agreed is False


def test_the_holidays_of_the_country_are_offered_and_a_day_of_the_shops_own_is_added(shop, page, ask):
    def choose(dialog: RulesDialog) -> bool:
        offered = {key: box.text() for key, box in dialog.holidays.items()}
        assert offered["midsummer"] == "Midsummer · 23 Jun"
        dialog.holidays["midsummer"].setChecked(True)
        assert not dialog.add_button.isEnabled()
        dialog.name.setText("Ten years of Rīts")
        dialog.day.setDate(QDate(2000, 3, 18))
        dialog.add_button.click()
        assert dialog.holidays["midsummer"].isChecked()
        assert dialog.name.text() == ""
        return True

    ask(choose)
    rules = shop.greetings.rules()
    assert [(day.name, day.day) for day in rules.own] == [("Ten years of Rīts", "03-18")]
    assert set(rules.holidays) == {"midsummer", rules.own[0].key}
    assert "Ten years of Rīts" in listed(page)


def test_nothing_is_kept_where_the_dialog_is_closed(shop, page, ask):
    before = shop.greetings.rules()

    def close(dialog: RulesDialog) -> bool:
        dialog.joins.setChecked(True)
        return False

    ask(close)
    assert shop.greetings.rules() == before


def test_everything_fits_into_the_dialog(ask):
    def look(dialog: RulesDialog) -> bool:
        dialog.show()
        assert (cut(dialog), small(dialog), nameless(dialog)) == ([], [], [])
        dialog.reject()
        return False

    ask(look)
