"""The Programme page, by keyboard and by finger: rules in words, changed as a draft, saved as a new version."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from loyaltydesk.desk import Desk
from loyaltydesk.model.products import Product
from tests.ui.person import Person
from ui.programme.edit_view import EditView
from ui.programme.page import ProgrammePage
from ui.programme.rule_card import RuleCard

KEY = Qt.Key


def test_every_rule_reads_in_plain_words(person: Person, page: ProgrammePage) -> None:
    read = person.reads()
    assert "1 point for each full €1" in read
    assert "Points are valid for 12 months" in read
    assert "50 points · free: COFFEE · voucher valid for 30 days" in read
    assert "120 points · €5 off · 2 times for each customer · 3 in all" in read
    assert "Silver from €100" in read
    assert page.rules.hint.text() == "Rīts Club · version 1 · from the start"


def test_an_empty_card_says_what_it_is_for(card: Callable[[str], RuleCard], person: Person) -> None:
    assert card("promotion").rows == []
    assert "Money off without points" in person.reads()


def test_a_rule_is_changed_by_keyboard_and_saved(
    person: Person, page: ProgrammePage, desk: Desk, versions: Callable[[], int]
) -> None:
    assert person.focus == "1 point for each full €1"
    person.press(KEY.Key_Return)
    assert isinstance(page.view, EditView)
    assert person.focus == "Points"
    person.press(KEY.Key_Up)
    assert page.edit.words.text() == "2 points for each full €1"
    person.press(KEY.Key_Tab)
    page.edit.take()
    assert page.view is page.rules
    assert "1 change is not in force yet" in person.reads()
    assert person.focus == "2 points for each full €1"
    assert versions() == 1
    person.tap(page.rules.state.save)
    assert "before: 1 point for each full €1" in person.reads()
    assert person.focus == "Save changes"
    person.press(KEY.Key_Return)
    assert versions() == 2
    assert desk.shop.programme.earn[0].points == 2
    assert "Version 2 is in force." in person.reads()
    assert not page.draft.is_changed


def test_escape_leads_from_a_form_back_to_the_rule_and_changes_nothing(person: Person, page: ProgrammePage) -> None:
    person.press(KEY.Key_Return, KEY.Key_Up, KEY.Key_Escape)
    assert "Escape once more leaves it." in person.reads()
    person.press(KEY.Key_Escape)
    assert page.view is page.rules
    assert person.focus == "1 point for each full €1"
    assert not page.draft.is_changed


def test_the_draft_is_there_when_one_comes_back(person: Person, page: ProgrammePage, card) -> None:
    person.tap(card("tier").rows[1].remove)
    assert "Removed from the draft: Gold from €500" in person.reads()
    page.window().go("till")
    page.window().go("programme")
    assert "1 change is not in force yet" in person.reads()
    person.tap(page.rules.state.discard)
    assert "not in force yet" not in person.reads()
    assert len(card("tier").rows) == 3


def test_a_ready_made_rule_is_added(person: Person, page: ProgrammePage, card) -> None:
    card("promotion").add.setFocus()
    person.press(KEY.Key_Return)
    assert person.focus == "The second for next to nothing"
    assert "the second for €0.01" in person.reads()
    person.press(KEY.Key_Return)
    page.edit.take()
    assert [row.card.accessibleName() for row in card("promotion").rows] == ["The second for next to nothing"]
    assert page.draft.programme.promotions[0].get_price == 1


def test_every_ready_made_rule_opens_a_form_and_can_be_taken_as_it_is(page: ProgrammePage, card) -> None:
    for each in page.rules.cards:
        if not each.add.isVisibleTo(page):
            continue
        each.add.click()
        offered = [card.accessibleName() for card in page.add.cards]
        for name in offered[: len(offered) - len(each.section.rules)]:  # the last ones are of one's own
            each.add.click()
            next(card for card in page.add.cards if card.accessibleName() == name).click()
            page.edit.take()
            assert page.view is page.rules, (name, page.edit.notice.accessibleName())
        page.open_rules()
    assert len(page.draft.changes()) > 15


def test_a_rule_of_ones_own_is_filled_in_and_told_what_is_missing(person: Person, page: ProgrammePage, card) -> None:
    person.tap(card("reward").add)
    person.tap(page.add.cards[-1])
    assert person.focus == "Name of the reward"
    page.edit.take()
    assert "This does not fit here." in person.reads() or "Please fill this in." in person.reads()
    assert page.view is page.edit
    person.type("Cake")
    page.edit.take()
    assert person.focus == "Which product"
    assert "Please fill this in." in person.reads()
    person.type("CAKE")
    page.edit.take()
    assert [reward.name for reward in page.draft.programme.rewards][-1] == "Cake"


def test_a_tier_that_a_rule_names_cannot_go_before_the_rule(person: Person, page: ProgrammePage, card) -> None:
    tables = page.draft.tables
    page.draft.put({**tables, "multiply": [{"id": "gold", "by": 2, "when": {"tiers": ["Gold"]}}]})
    person.tap(card("tier").rows[1].remove)
    assert "A rule names the tier “Gold”" in person.reads()
    assert len(page.draft.programme.tiers) == 2


def test_a_ready_programme_becomes_the_draft_in_four_steps(person: Person, page: ProgrammePage, desk: Desk) -> None:
    person.tap(person.find(QPushButton, "Ready programmes"))
    assert page.ready.hint.text() == "Step 1 of 4"
    assert person.focus == "Coffee card"
    person.press(KEY.Key_Right)
    person.tap(page.ready.on)
    assert "Step 2 of 4" in person.reads()
    assert page.draft.programme.name == "Club card"
    person.tap(page.rules.state.forecast)
    assert page.payoff.hint.text().startswith("Step 3 of 4")
    person.tap(page.payoff.save)
    assert page.save.hint.text() == "Step 4 of 4"
    person.tap(page.save.save)
    assert desk.shop.programme.name == "Club card"


def test_the_forecast_puts_a_test_group_into_the_draft(page: ProgrammePage) -> None:
    page.open_view(page.payoff)
    page.payoff.forecast.test_group_wanted.emit(10)
    assert page.draft.programme.test_group.every == 10


def test_the_page_shows_what_another_window_has_changed(desk: Desk, page: ProgrammePage, person: Person) -> None:
    page.session.do(
        lambda each: each.shop.load_programme(desk.shop.programme_text().replace("points = 1\n", "points = 7\n"))
    )
    assert "7 points for each full €1" in person.reads()


def test_a_rule_of_ones_own_has_a_name_to_be_typed_over(page: ProgrammePage, person: Person, card):
    for name in ("Promotion", "Autumn"):
        person.tap(card("promotion").add)
        person.tap(page.add.cards[-1])
        person.type("" if name == "Promotion" else name)
        page.edit.take()
        assert person.focus == name


def test_a_form_finds_its_rule_where_another_version_has_it(desk: Desk, page: ProgrammePage, person: Person, card):
    person.tap(card("reward").rows[1].card)
    text = desk.shop.programme_text()
    before, after = text.index("[[reward]]"), text.index("[[reward]]", text.index("[[reward]]") + 1)
    page.session.do(lambda each: each.shop.load_programme(text[:before] + text[after:]))
    person.type(" now")
    page.edit.take()
    assert [reward.name for reward in page.draft.programme.rewards] == ["Five euros off now"]


def test_a_rule_that_another_version_has_no_more_is_added_by_its_form(
    desk: Desk, page: ProgrammePage, person: Person, card
):
    person.tap(card("reward").rows[1].card)
    text = desk.shop.programme_text()
    last, tiers = text.rindex("[[reward]]"), text.index("[[tier]]")
    page.session.do(lambda each: each.shop.load_programme(text[:last] + text[tiers:]))
    person.type(" now")
    page.edit.take()
    assert [reward.name for reward in page.draft.programme.rewards] == ["Free coffee", "Five euros off now"]


def test_a_product_that_is_not_in_the_list_is_said_at_its_field(desk: Desk, page: ProgrammePage, person: Person, card):
    desk.products.save(Product("TEA", "Cup of tea"))
    person.tap(card("reward").rows[0].card)
    assert "“COFFEE” is not in the list of products." in person.reads()
    page.edit.take()
    assert person.focus == "Which product"


@pytest.mark.parametrize("version", ["1", "", "99"])
def test_another_page_opens_a_version(page: ProgrammePage, version: str) -> None:
    page.open(version)
    assert page.view is page.history
    assert page.history.table.current().number == 1


def test_escape_leaves_a_form_at_once_where_nothing_was_filled_in(person: Person, page: ProgrammePage) -> None:
    person.press(KEY.Key_Return, KEY.Key_Escape)
    assert page.view is page.rules


def test_a_rule_for_a_product_that_is_not_in_the_list_is_told_of(desk: Desk, page: ProgrammePage, person: Person, card):
    desk.products.save(Product("TEA", "Cup of tea"))
    person.tap(card("promotion").add)
    person.tap(page.add.cards[0])
    assert "Not in the list of products: Soap" in person.reads()
    page.edit.take()
    assert page.view is page.rules


def test_a_version_that_begins_later_is_told_of(desk: Desk, page: ProgrammePage, person: Person) -> None:
    page.session.do(lambda desk: desk.shop.load_programme(desk.shop.programme_text(), from_day=date(2026, 5, 1)))
    assert "Version 2 begins on 1 May 2026." in person.reads()


def test_tab_goes_through_the_cards_as_one_reads(person: Person, page: ProgrammePage, card) -> None:
    person.tap(card("earn").add)
    person.press(KEY.Key_Return)
    page.edit.take()
    card("earn").add.setFocus()
    seen = []
    for _step in range(6):
        seen.append(person.focus)
        person.press(KEY.Key_Tab)
    assert seen == [
        "Add: Points",
        "1 point for each full €1",
        "Remove: 1 point for each full €1",
        "1 point for each full €1",
        "Remove: 1 point for each full €1",
        "Parts of a point are left out",
    ]
