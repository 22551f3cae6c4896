"""The whole page can be worked with keys alone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.person import Person

MOST = 60  # steps, more than there are controls


def walk(person: Person) -> list[str]:
    """The names of everything that Tab leads to, once round."""
    met: list[str] = []
    for _ in range(MOST):
        person.press(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        name = (focus.accessibleName() if focus else "") or type(focus).__name__
        if met and name == met[0]:
            break
        met.append(name)
    return met


def test_tab_leads_to_every_control_where_cards_are_designed(page, designing, person):
    designing.details.front.line.setText("Tea")
    designing.details.edited.emit("line")
    met = walk(person)
    for name in (
        "Design", "Print a test card", "Use this design", "Circles", "Whose card is seen", "Undo (Ctrl+Z)",
        "Back to what is saved", "Shop name", "Second line", "Above the name", "Further line on the front", "Green",
        "Chosen by the program", "Centre", "Kind of barcode", "Printed in", "Choose logo…", "Heading", "Rules",
        "Last line", "Address", "3 mm of colour beyond the edge",
    ):  # fmt: skip
        assert name in met, "|".join(met)


def test_tab_leads_to_every_control_where_cards_are_printed(printing, person):
    met = walk(person)
    for name in (
        "New blank cards", "How many", "Print 10 cards…", "Paper", "Both", "The printer turns it over on its",
        "Marks to cut by", "Fronts: move to the right", "Fronts: move down", "First free label: 1 of 10",
    ):  # fmt: skip
        assert name in met, "|".join(met)


def test_tab_leads_to_every_control_where_cards_are_numbered(numbering, person):
    met = walk(person)
    for name in (
        "Numbers are", "They begin with", "At random", "Labels of the scale begin with", "First number", "Last number",
        "Kind of barcode", "Take these over", "Take over from a file…",
    ):  # fmt: skip
        assert name in met, "|".join(met)


def test_cards_are_made_and_printed_without_a_mouse(desk, printing, person, printed):
    person.type("3")
    for _ in range(MOST):
        if person.focus == "Print 3 cards…":
            break
        person.press(Qt.Key.Key_Tab)
    person.press(Qt.Key.Key_Space)
    person.pause()
    assert len(printed) == 1
    assert len(desk.cards.blank()) == 3
