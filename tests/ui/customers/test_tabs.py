"""A row of tabs in which one gives way to its icon where there is no room for all the words."""

import pytest

from ui.customers.tabs import Tabs


@pytest.fixture
def tabs(theme, qtbot):
    made = Tabs(theme)
    for name, icon in (("Profile", ""), ("Salt & suggestions", "message-square-text"), ("Account", "")):
        made.add(name, icon)
    qtbot.addWidget(made)
    made.resize(600, 60)
    made.show()
    return made


def test_with_room_all_are_words(tabs):
    assert [tabs.tabText(at) for at in range(3)] == ["Profile", "Salt && suggestions", "Account"]
    assert tabs.tabIcon(1).isNull()
    assert tabs.tabToolTip(1) == ""


def test_without_room_one_is_an_icon_that_tells_its_name(tabs):
    tabs.resize(240, 60)
    assert [tabs.tabText(at) for at in range(3)] == ["Profile", "", "Account"]
    assert not tabs.tabIcon(1).isNull()
    assert (tabs.tabToolTip(1), tabs.accessibleTabName(1)) == ("Salt & suggestions", "Salt & suggestions")
    tabs.resize(600, 60)
    assert tabs.tabText(1) == "Salt && suggestions"


def test_larger_text_asks_anew_whether_there_is_room(tabs, theme):
    tabs.resize(tabs.sizeHint().width() + 10, 60)
    assert tabs.tabText(1)
    theme.set(text_percent=150)
    assert not tabs.tabText(1)
