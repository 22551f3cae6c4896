"""A list on the screen: typed in, sorted by a header or by name, led through by keys, and never silently empty."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.ui.seams.shelf import By, WordListing
from ui.seams.list_spec import ListSpec, Nothing, Sorting
from ui.seams.list_view import ListView
from ui.seams.listing import Order

SPEC = ListSpec(
    title="Words",
    search="Find a word",
    placeholder="A part of it",
    new="New word",
    icons=("package", "plus"),
    none_yet=Nothing("No words yet", "Say something."),
    none_found=Nothing("No such word", "Try another."),
    counted=lambda count: "one word" if count == 1 else "{n} words",
    sortings=(Sorting(By.LETTERS, "By letters", 0), Sorting(By.LENGTH, "By length", 1, down=True)),
    key=str.upper,
    spare=(),
)


@pytest.fixture
def build(qtbot, theme, session):
    def make(words):
        view = ListView(theme, WordListing(session, words), SPEC)
        view.lay_out(view.order, view.turn, view.new)
        view.resize(900, 500)
        qtbot.addWidget(view)
        with qtbot.waitExposed(view):
            view.show()
        view.activateWindow()
        view.reload()
        view.start()
        return view

    return make


@pytest.fixture
def view(build):
    return build(["pear", "fig", "apple", "grape"])


def reads(view):
    return {each.text() for each in view.findChildren(QLabel) if each.isVisible() and each.text()}


def rows(view):
    return view.listing.rows.rows


def click(view, column):
    header = view.table.horizontalHeader()
    middle = header.sectionViewportPosition(column) + header.sectionSize(column) // 2
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(middle, 10))


def test_nothing_yet_and_nothing_found_are_two_things(build, view):
    assert {"0 words", "No words yet", "Say something."} <= reads(build([]))
    view.search.setText("zzz")
    assert {"0 found", "No such word", "Try another."} <= reads(view)


def test_it_says_how_many_there_are_or_are_found_or_shown(build, view):
    assert "4 words" in reads(view)
    view.search.setText("ap")
    assert "2 found" in reads(view)
    assert "one word" in reads(build(["fig"]))
    full = build([f"word {number}" for number in range(300)])
    full.search.setText("word")
    assert "The first 200; more letters find fewer" in reads(full)


def test_a_header_sorts_as_its_order_begins_and_then_turns_it(view):
    click(view, 1)
    assert view.listing.order == Order(By.LENGTH, down=True)
    assert view.order.current() == "length"
    click(view, 1)
    assert rows(view) == ["fig", "pear", "apple", "grape"]
    assert view.table.rows_model.headerData(1, Qt.Orientation.Horizontal) == "Length ↑"
    click(view, 0)
    assert rows(view) == ["apple", "fig", "grape", "pear"]


def test_an_order_that_is_chosen_again_is_not_turned(view):
    view.turn.click()
    view.order.chosen.emit("letters")
    assert rows(view) == ["pear", "grape", "fig", "apple"]
    view.order.chosen.emit("length")
    assert rows(view) == ["grape", "apple", "pear", "fig"]


def test_enter_opens_the_first_that_is_found_by_its_key(qtbot, view):
    with qtbot.assertNotEmitted(view.opened):
        qtbot.keyClick(view.search, Qt.Key.Key_Return)
    view.search.setText("gr")
    with qtbot.waitSignal(view.opened) as caught:
        qtbot.keyClick(view.search, Qt.Key.Key_Return)
    assert caught.args == ["GRAPE"]


def test_arrows_lead_into_the_table_and_letters_back(qtbot, view):
    qtbot.keyClick(view.search, Qt.Key.Key_Down)
    assert view.table.hasFocus()
    assert view.table.current() == "apple"
    qtbot.keyClick(view.table, "f")
    assert view.search.hasFocus()
    assert rows(view) == ["fig"]


def test_a_search_is_taken_back_once(view):
    view.search.setText("f")
    assert view.go_back()
    assert len(rows(view)) == 4
    assert not view.go_back()


def test_what_was_said_goes_with_the_next_letter(view):
    view.say("Done")
    assert "Done" in reads(view)
    view.search.setText("f")
    assert "Done" not in reads(view)


def test_reading_again_keeps_the_row_that_was_chosen(view):
    view.table.choose("GRAPE")
    view.listing.words.insert(0, "aaa")
    view.reload()
    assert rows(view)[0] == "aaa"
    assert view.table.current() == "grape"
