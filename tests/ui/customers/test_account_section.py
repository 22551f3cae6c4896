"""A tier by hand and blocking: each in place, with a sentence on what it means."""

from PySide6.QtWidgets import QPushButton


def test_a_tier_is_given_by_hand_and_taken_away(desk, anna, account, person):
    assert not account.floor_button.isEnabled()
    account.floor.choose("Gold")
    account.floor.chosen.emit("Gold")
    person.tap(account.floor_button)
    assert desk.customers.get(anna).floor == "Gold"
    assert "The tier is set." in person.reads()
    account.floor.choose("")
    account.floor.chosen.emit("")
    person.tap(account.floor_button)
    assert desk.customers.get(anna).floor is None


def test_a_programme_without_tiers_offers_none(desk, page, account, session):
    session.do(lambda desk: desk.shop.load_programme('[programme]\nname = "Rīts"\ncurrency = "EUR"\n'))
    assert not account.floor.isVisible()


def test_blocking_is_done_at_once_and_undone(desk, anna, her_page, account, person):
    assert "Nothing is lost, and it can be undone." in person.reads()
    person.tap(account.block_button)
    assert desk.customers.get(anna).blocked
    assert her_page._blocked.isVisible()
    assert her_page._blocked.text() == "Blocked"
    person.tap(person.find(QPushButton, "Let the customer in again"))
    assert not desk.customers.get(anna).blocked
    assert not her_page._blocked.isVisible()
