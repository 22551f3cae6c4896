"""Who is greeted is listed, seen, ticked, set aside and marked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from loyaltydesk.model.greetings import GreetingRules, State
from tests.ui.greetings.conftest import listed
from ui.seams.lines import Tick
from ui.seams.tables import Chip


def _line(page, name: str):
    return next(line for line in page.cards.list.list.lines if line.name == name)


def _states(desk, clock) -> dict[str, State]:
    today = clock().date()
    return {each.customer.profile.name: each.state for each in desk.greetings.due(today, today.replace(day=31))}


def test_this_week_is_listed_by_day_with_what_for_and_when(page, person):
    assert listed(page) == ["Anna Bērziņa", "Jānis Kalniņš", "Łucja Żółkiewska"]
    assert [line.below for line in page.cards.list.list.lines] == [
        "Birthday, 42 · today", "Name day · tomorrow", "Birthday, 35 · Friday 20",
    ]  # fmt: skip
    assert _line(page, "Anna Bērziņa").chips == (Chip("LV"),)
    assert "3 to send" in person.reads()
    assert "Anna Bērziņa · Birthday, 42" in person.reads()


def test_next_week_and_the_month_are_a_press_away(page, person):
    person.tap(person.find(QPushButton, "Next week"))
    assert listed(page) == []
    assert "Nothing to wish in these days" in person.reads()
    person.tap(person.find(QPushButton, "Month"))
    assert listed(page)[-1] == "Next Month"
    assert _line(page, "Next Month").below == "Birthday, 36 · 9 Apr"


def test_who_did_not_agree_is_left_out_and_shown_on_wish(page, person):
    assert "1 person did not agree to greetings and is left out." in person.reads()
    person.tap(person.find(QPushButton, "Show them"))
    assert listed(page) == ["Ольга Петрова"]
    assert _line(page, "Ольга Петрова").below == "Birthday · did not agree to greetings"
    assert _line(page, "Ольга Петрова").tick is None
    assert "Print 1 card" in person.names(QPushButton)
    assert not page.cards.printing.print_button.isEnabled()
    assert not page.cards.card.back_button.isVisible()  # nobody's hand set it aside


def test_a_tick_is_taken_off_with_the_space_bar(page, person):
    page.cards.list.list.setFocus()
    person.press(Qt.Key.Key_Space)
    person.pause()
    assert _line(page, "Anna Bērziņa").tick is Tick.OFF
    assert "Print 2 cards" in person.names(QPushButton)
    person.press(Qt.Key.Key_Space)
    person.pause()
    assert "Print 3 cards" in person.names(QPushButton)


def test_arrows_lead_from_card_to_card(page, person):
    page.cards.list.list.setFocus()
    person.press(Qt.Key.Key_Down)
    assert "Jānis Kalniņš · Name day" in person.reads()
    assert page.cards.designing.card.face.salutation.startswith("Cien")


def test_a_card_is_set_aside_with_a_reason_and_taken_back(shop, clock, page, person):
    person.tap(person.find(QPushButton, "Set aside"))
    assert person.focus == "Why it is set aside"
    person.type("met in the shop\r")
    assert _states(shop, clock)["Anna Bērziņa"] is State.SKIPPED
    assert listed(page) == ["Jānis Kalniņš", "Łucja Żółkiewska"]
    page.cards.list.sieve.chosen.emit("skipped")
    assert _line(page, "Anna Bērziņa").below == "Birthday, 42 · set aside: met in the shop"
    page.cards.list.list.choose(_line(page, "Anna Bērziņa").key)
    person.tap(person.find(QPushButton, "Take back"))
    assert _states(shop, clock)["Anna Bērziņa"] is State.TO_DO


def test_escape_takes_the_question_back_and_leads_to_the_till_after_that(window, page, person):
    person.tap(person.find(QPushButton, "Set aside"))
    person.press(Qt.Key.Key_Escape)
    assert person.focus == "Set aside…"
    assert window.key == "greetings"
    person.press(Qt.Key.Key_Escape)
    assert window.key == "till"


def test_a_card_is_marked_as_sent_and_that_is_undone(shop, clock, page, person):
    person.tap(person.find(QPushButton, "Mark as sent"))
    assert _states(shop, clock)["Anna Bērziņa"] is State.SENT
    assert "The card for Anna Bērziņa is marked as sent." in person.reads()
    person.tap(person.find(QPushButton, "Undo"))
    assert _states(shop, clock)["Anna Bērziņa"] is State.TO_DO


def test_all_that_is_ticked_is_marked_as_sent(shop, clock, page, person):
    actions = {action.text(): action for action in page.cards.printing.more_button.menu().actions()}
    actions["Mark 3 as sent"].trigger()
    states = _states(shop, clock)
    assert [states[name] for name in ("Anna Bērziņa", "Jānis Kalniņš", "Łucja Żółkiewska")] == [State.SENT] * 3
    assert "All done" in person.reads()
    page.cards.list.sieve.chosen.emit("all")
    assert Chip("Sent", "accent") in _line(page, "Anna Bērziņa").chips


def test_a_holiday_is_one_line_that_opens_and_is_ticked_as_a_whole(shop, page, person):
    page.session.do(lambda desk: desk.greetings.save_rules(GreetingRules(holidays=("easter",))))
    person.tap(person.find(QPushButton, "Month"))
    group = _line(page, "Easter")
    assert (group.below, group.tick, group.opens) == ("4 to do, 1 left out · 5 Apr", Tick.OFF, False)
    assert "8 to send" in person.reads()
    page.cards.list.list.choose(group.key)
    assert "Open the line to see everybody" in person.reads()
    page.cards.list.list.setFocus()
    person.press(Qt.Key.Key_Space)
    person.pause()
    assert "Print 8 cards" in person.names(QPushButton)
    person.press(Qt.Key.Key_Return)
    assert _line(page, "Easter").opens is True
    members = [line for line in page.cards.list.list.lines if line.within]
    assert [line.tick for line in members] == [Tick.ON] * 4
    person.press(Qt.Key.Key_Down, Qt.Key.Key_Space)
    person.pause()
    assert _line(page, "Easter").tick is Tick.PARTLY
    assert "Print 7 cards" in person.names(QPushButton)
    assert page.cards.designing.card.greeting.holiday == "easter"


def test_without_any_birthday_it_says_how_to_come_by_them(page, person, people, shop):
    for name in list(people.ids):
        page.session.do(lambda desk, name=name: desk.customers.erase(people.ids[name]))
    assert "No birthdays are known yet" in person.reads()
    assert not page.cards.designer.isEnabled()


def test_a_scan_shows_the_customers_card_whenever_it_is(people, page, person, sounds):
    person.scan(people.cards["Next Month"])
    assert page.cards.span.current() == "month"
    assert "Next Month · Birthday, 36" in person.reads()
    assert sounds.heard == ["found"]


def test_a_scan_of_somebody_without_a_day_says_so(people, page, person):
    people.join("Nobody Inparticular")
    person.scan(people.cards["Nobody Inparticular"])
    assert "There is nothing to wish Nobody Inparticular within a month." in person.reads()


@pytest.mark.parametrize("code", ["2600000000017", "4750123456789"])
def test_a_scan_of_what_is_no_card_of_a_customer_is_the_tills(window, person, code):
    person.scan(code)
    assert window.key == "till"
    assert window.shown.codes == [code]


def test_another_page_opens_a_customers_card(window, people, person):
    window.shown.wanted.emit("greetings", people.ids["Łucja Żółkiewska"])
    assert "Łucja Żółkiewska · Birthday, 35" in person.reads()


def test_where_everybody_is_left_out_it_is_not_said_that_all_is_done(shop, people, page, person):
    for each in ("Anna Bērziņa", "Łucja Żółkiewska", "Jānis Kalniņš"):
        page.session.do(lambda desk, each=each: desk.greetings.want(people.ids[each], wishes=False))
    page.reload()
    assert "Nobody to greet" in person.reads()
    assert "All done" not in person.reads()


def test_the_next_card_may_be_for_a_holiday(shop, clock, page, person):
    shop.greetings.save_rules(GreetingRules(occasions=(), holidays=("easter",)))
    page.reload()
    assert "The next card is for a day in 22 days." in person.reads()
