"""The whole page can be worked with keys alone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from loyaltydesk.model.greetings import Outcome, State

MOST = 90  # steps, more than there are controls


def walk(person) -> list[str]:
    """The names of everything that Tab leads to, once round."""
    met: list[str] = []
    for _ in range(MOST):
        person.press(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        name = (focus.accessibleName() if focus else "") or type(focus).__name__
        if len(met) > 3 and name == met[0]:
            break
        met.append(name)
    return met


def _go(person, name: str) -> None:
    for _ in range(MOST):
        if person.focus.startswith(name):
            return
        person.press(Qt.Key.Key_Tab)
    raise AssertionError(name)


def test_tab_leads_to_every_control_of_the_page(page, person):
    page.cards.designer.look.by_hand.click()
    met = walk(person)
    for name in (
        "Greetings", "Shown", "Whom to greet", "Show them", "Front", "Mark as sent", "Set aside…", "Confetti",
        "In its own colours", "Green", "Festive", "The text by hand, too", "Format", "Paper in the printer",
        "Save for all", "Only for this card", "Undo", "Cards", "This week", "More", "Save as PDF", "Print 3 cards",
    ):  # fmt: skip
        assert name in met, "|".join(met)
    sides = [place for place, name in enumerate(met) if name == "Front"]
    assert sides == [sides[0], sides[0] + 1]  # the card itself, and the buttons that turn it


def test_cards_are_chosen_printed_and_marked_without_a_mouse(shop, page, person, printed):
    person.press(Qt.Key.Key_Down, Qt.Key.Key_Space)
    person.pause()
    _go(person, "Print 2 cards")
    person.press(Qt.Key.Key_Space)
    person.pause()
    assert len(printed) == 1
    assert person.focus == "Mark 2 as printed"
    person.press(Qt.Key.Key_Return)
    person.pause()
    today = shop.now().date()
    states = [each.state for each in shop.greetings.due(today, today.replace(day=20)) if each.why is None]
    assert states == [State.PRINTED, State.TO_DO, State.PRINTED]


def test_a_call_is_noted_without_a_mouse(shop, page, person):
    page.switch.choose("calls")
    page.calls.list.setFocus()
    _go(person, "Reached")
    person.press(Qt.Key.Key_Space)
    person.pause()
    assert [call.outcome for call in shop.greetings.calls()] == [Outcome.REACHED]
