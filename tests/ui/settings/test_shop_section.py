"""What is typed about the shop is kept when the field is left, and the window speaks another language at once."""

import pytest
from PySide6.QtCore import Qt

from loyaltydesk.desk import Desk
from loyaltydesk.model.refusals import DiskFull
from tests.shop import join
from ui.settings.shop_section import ShopSection


@pytest.fixture
def section(page) -> ShopSection:
    return page.section("shop")


def _pick(choice, key: str) -> None:
    """A person opens the list and takes an entry."""
    choice.setFocus()
    choice.setCurrentIndex(choice.findData(key))
    choice.activated.emit(choice.currentIndex())


def test_a_text_is_kept_when_its_field_is_left_and_said_so(desk: Desk, section, person):
    section.line.setFocus()
    section.line.selectAll()
    person.type("Tea and cake")
    assert desk.shop.settings().line == "Coffee"
    person.press(Qt.Key.Key_Tab)
    assert desk.shop.settings().line == "Tea and cake"
    assert section.saved.isVisible()


def test_leaving_without_a_change_writes_nothing(desk: Desk, section, person):
    told: list[bool] = []
    section.session.changed.connect(lambda: told.append(True))
    section.name.setFocus()
    person.press(Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert told == []
    assert not section.saved.isVisible()


def test_what_is_being_typed_is_kept_when_the_page_is_left(desk: Desk, window, section, person):
    section.address.setFocus()
    section.address.selectAll()
    person.type("Tallinas iela 5")
    window.go("till")
    assert desk.shop.settings().address == "Tallinas iela 5"


def test_another_language_is_kept_and_asked_for(desk: Desk, section):
    asked: list[str] = []
    section.session.language_chosen.connect(asked.append)
    _pick(section.language, "lv")
    assert asked == ["lv"]
    assert desk.shop.settings().language == "lv"
    _pick(section.language, "lv")
    assert asked == ["lv"]


def test_the_country_reads_phone_numbers(desk: Desk, section):
    _pick(section.region, "PL")
    customer, _card = join(desk, "Łucja", phone="512345678")
    assert desk.customers.get(customer).profile.phone == "+48512345678"


def test_what_the_file_does_not_take_is_said_in_place(desk: Desk, section, person, monkeypatch: pytest.MonkeyPatch):
    def full(*_anything: object) -> None:
        raise DiskFull("shop.db")

    monkeypatch.setattr(desk.shop, "save_settings", full)
    section.name.setFocus()
    section.name.selectAll()
    person.type("Morning")
    person.press(Qt.Key.Key_Tab)
    assert section.notice.isVisible()
    assert section.notice.accessibleName().startswith("The disk is full")
    assert not section.saved.isVisible()


def test_a_shop_of_an_unknown_language_and_country_is_shown_as_one_can(desk: Desk, page):
    desk.shop.save("shop", "shop", fields={"language": "xx", "region": "ZZ"})
    page.session.changed.emit()
    section = page.section("shop")
    assert (section.language.current(), section.region.current()) == ("en", "")
