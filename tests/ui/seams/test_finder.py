"""Another customer is found by name, phone or card, and picked by Enter or by a tap."""

import pytest

from tests.shop import join
from ui.seams.finder import MOST, Finder


@pytest.fixture
def finder(desk, theme, session, qtbot):
    made = Finder(theme, session, prompt="Who?")
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def picked(finder):
    heard = []
    finder.picked.connect(heard.append)
    return heard


def words(finder):
    return [button.accessibleName() for button in finder.buttons]


def test_whoever_may_be_meant_is_offered_with_phone_and_card(desk, finder, qtbot):
    jan, card = join(desk, "Jan Nowak", phone="+48600000000", card="JN-1")
    join(desk, "Olga")
    qtbot.keyClicks(finder.field, "now")
    assert words(finder) == ["Jan Nowak · +48600000000 · JN-1"]
    finder.field.setText(card)
    assert words(finder) == ["Jan Nowak · +48600000000 · JN-1"]
    finder.beside = frozenset((jan,))
    finder.field.setText("nowa")
    assert (words(finder), finder._nobody.isVisible()) == ([], True)
    finder.clear()
    assert not finder._nobody.isVisible()


def test_enter_takes_the_first_and_a_click_any(desk, finder, picked, qtbot):
    people = sorted(join(desk, f"Jan {number}")[0] for number in range(MOST + 2))
    finder.field.returnPressed.emit()
    assert picked == []
    finder.field.setText("jan")
    assert len(finder.buttons) == MOST
    finder.field.returnPressed.emit()
    finder.buttons[-1].click()
    assert len(set(picked)) == 2
    assert set(picked) <= set(people)


def test_a_number_that_is_no_card_is_looked_for_as_a_phone(desk, finder):
    join(desk, "Jan Nowak", phone="+48600000123")
    finder.field.setText("0123")
    assert len(finder.buttons) == 1


def test_a_long_name_ends_where_room_ends_and_is_told_whole(desk, finder, qtbot):
    join(desk, "W" * 120)
    finder.resize(300, 400)
    finder.field.setText("www")
    (button,) = finder.buttons
    qtbot.waitUntil(button.isVisible)
    assert button.width() <= 300 < button.sizeHint().width()
    assert button.accessibleName().startswith("W" * 120)
    assert "W" * 120 in button.toolTip()
    assert not button.grab().isNull()
