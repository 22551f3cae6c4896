"""A text of the card is ready words, own words with fields, or none."""

import pytest
from PySide6.QtWidgets import QLabel

from ui.cards.words_row import Words, WordsRow


@pytest.fixture
def row(qtbot, theme):
    row = WordsRow(theme, "Heading")
    qtbot.addWidget(row)
    row.show()
    row.show_ready("{tier} member", "Gold member")
    row.edits = []
    row.edited.connect(lambda: row.edits.append(row.words()))
    return row


def _pick(row: WordsRow, kind: Words) -> None:
    row.kind.choose(kind)
    row.kind.chosen.emit(kind)


def _reads(row: WordsRow) -> list[str]:
    return [each.text() for each in row.findChildren(QLabel) if each.isVisible()]


def test_ready_words_are_seen_as_they_read_on_the_card(row):
    assert row.words() is None
    assert _reads(row) == ["Heading", "Gold member"]
    assert not row.line.isVisible()


def test_own_words_begin_with_the_ready_ones_and_their_fields(row):
    _pick(row, Words.OWN)
    assert (row.words(), row.line.field.text()) == ("{tier} member", "{tier} member")
    assert row.edits == ["{tier} member"]


def test_a_field_is_put_in_where_the_cursor_is(qtbot, row):
    _pick(row, Words.OWN)
    row.line.field.setText("Dear , hello")
    row.line.field.setCursorPosition(5)
    names = [action.text() for action in row.line.insert.menu().actions()]
    assert len(names) == 5
    row.line.insert.menu().actions()[names.index("Name")].trigger()
    assert row.words() == "Dear {name}, hello"
    assert row.edits[-1] == "Dear {name}, hello"


def test_no_words_are_none_at_all_and_own_ones_are_kept_for_later(row):
    _pick(row, Words.OWN)
    row.line.field.setText("Welcome")
    _pick(row, Words.NONE)
    assert row.words() == ""
    _pick(row, Words.OWN)
    assert row.words() == "Welcome"


@pytest.mark.parametrize("words", [None, "", "Welcome, {name}"])
def test_what_is_kept_is_shown_without_being_taken_for_a_change(row, words):
    row.show_words(words)
    assert (row.words(), row.edits) == (words, [])


def test_a_row_without_ready_words_may_be_empty(qtbot, theme):
    row = WordsRow(theme, "Further line", ready=False)
    qtbot.addWidget(row)
    row.show()
    assert (row.words(), row.kind.isVisible()) == ("", False)
    row.show_words("since {since}")
    assert row.words() == "since {since}"
    row.show_words("")
    assert row.words() == ""
