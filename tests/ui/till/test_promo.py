"""A promotion code is typed on F10 or scanned, and each state of it is said in a sentence of its own."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from loyaltydesk.model.purchases import CodeState, GivenCode
from loyaltydesk.words.codes import code_text
from tests.shop import PROGRAMME
from tests.ui.till.cards import ANNA
from ui.till.counter import State
from ui.till.promo import CodesPanel

Key = Qt.Key
RULES = """
[[promotion]]
id = "welcome"
name = "Welcome"
amount = "1.00"
when = { code = "WELCOME-10" }
"""


@pytest.fixture(autouse=True)
def welcome(session, till) -> None:
    session.do(lambda desk: desk.shop.load_programme(PROGRAMME + RULES))


def test_f10_takes_a_code_and_it_is_recorded_with_the_purchase(desk, till, person):
    person.scan(ANNA)
    person.type("10")
    person.press(Key.Key_F10)
    assert person.focus == "Promotion code"
    person.type("WELCOME-10\r")
    assert "Code WELCOME-10 counts." in person.reads()
    assert "discount €1.00 · to pay: €9.00" in person.reads()
    assert person.focus == "Purchase amount"
    person.enter()
    assert desk.till.recorded(desk.till.newest(1)[0]).codes == ("WELCOME-10",)
    assert till.counter.codes.codes == []
    assert "WELCOME-10" not in person.reads()


def test_a_code_that_is_none_says_so_and_is_taken_out_again(till, person):
    person.press(Key.Key_F8)
    person.type("10")
    person.press(Key.Key_F10)
    person.type("nonsense\r")
    assert "There is no code nonsense." in person.reads()
    person.tap(person.find(QToolButton, "Without code nonsense"))
    assert "nonsense" not in person.reads()
    assert not till.counter.codes.isVisible()


def test_escape_closes_the_field_and_nothing_else(till, person):
    person.scan(ANNA)
    person.press(Key.Key_F10)
    person.type("WEL")
    person.press(Key.Key_Escape)
    assert (till.counter.state, person.focus, till.counter.codes.isVisible()) == (State.SALE, "Purchase amount", False)


def test_an_empty_code_is_none(till, person):
    person.scan(ANNA)
    person.press(Key.Key_F10)
    person.type("  \r")
    assert till.counter.codes.codes == []


@pytest.mark.parametrize("before", ["", ANNA])
def test_a_scanned_code_goes_with_the_purchase_in_hand_or_a_guests(till, person, before):
    if before:
        person.scan(before)
    person.scan("welcome-10")
    assert till.counter.codes.codes == ["WELCOME-10"]
    assert till.counter.state is (State.SALE if before else State.GUEST)


def test_a_guests_code_stays_when_the_card_comes_after_all(till, person):
    person.scan("WELCOME-10")
    person.scan(ANNA)
    assert till._flows.selling.sale.codes == ["WELCOME-10"]


def test_it_is_found_in_the_one_field_where_there_is_no_room_for_its_key(till, person):
    person.scan(ANNA)
    person.press(Key.Key_F2)
    person.type("welcome-10\r")
    assert till.counter.codes.codes == ["WELCOME-10"]


def test_f10_does_nothing_where_nothing_is_sold(till, person):
    person.press(Key.Key_F10)
    assert not till.counter.codes.isVisible()


def test_a_code_given_twice_counts_once(till, person):
    person.scan(ANNA)
    for _ in range(2):
        person.scan("WELCOME-10")
    assert till.counter.codes.codes == ["WELCOME-10"]


def test_every_state_has_its_sentence_on_the_panel(qtbot, theme):
    from PySide6.QtWidgets import QLabel

    panel = CodesPanel(theme)
    qtbot.addWidget(panel)
    panel.put("X")
    for state in CodeState:
        given = GivenCode("X", state)
        panel.show_states([given])
        said = [each.text() for each in panel.findChildren(QLabel) if not each.isHidden()]
        assert code_text(given) in said
