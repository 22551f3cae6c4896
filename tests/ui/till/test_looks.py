"""Nothing is cut off, nothing is too small for a finger, everything has a name: in each language, size and state."""

from collections.abc import Callable, Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QSpinBox, QWidget

from loyaltydesk import words
from loyaltydesk.desk import Desk
from loyaltydesk.model.products import Product
from loyaltydesk.model.purchases import Basket, Line
from loyaltydesk.model.voices import VoiceKind, VoiceOutcome
from loyaltydesk.words import LANGUAGES, catalogue
from tests.shop import PROGRAMME, buy
from tests.ui.person import Person
from tests.ui.till.cards import ANNA, JANIS, MISREAD, PRODUCT
from ui.theme.buttons import RailButton
from ui.theme.text import ElidedLabel
from ui.theme.tokens import COMFORTABLE, SPACIOUS, density_for

Key = Qt.Key
FINGER = 44  # px
LINES = (Line(350, qty=2, sku="Cinnamon cake with almonds"), Line(250, sku="Coffee"))


BOUGHT = [Product(f"P{n}", f"Cinnamon cake no. {n}", f"1234567{n}", "Cakes", 100 + n) for n in range(4)]

BROUGHT = """
[[stamp_card]]
id = "cakes"
name = "Cake card with a long name"
every = 10
gives = { product = "COFFEE" }

[[next_purchase]]
id = "next"
name = "Two off the next cake and coffee"
gives = { money = "2.00" }
"""


@pytest.fixture(autouse=True)
def shelf(desk: Desk) -> None:
    """What is scanned here is on the list, and purchases bring stamps and vouchers."""
    desk.shop.load_programme(PROGRAMME + BROUGHT)
    for product in BOUGHT:
        desk.products.save(product)


class LongWords(catalogue.Words):
    """Every sentence two fifths longer, as a language with long words would have it."""

    def tr(self, text: str) -> str:
        return text + "".join("ė ųłšž"[place % 6] for place in range(len(text) * 2 // 5))

    def trc(self, context: str, text: str) -> str:
        return self.tr(text)

    def tr_n(self, one: str, many: str, count: int) -> str:
        return self.tr(super().tr_n(one, many, count))


@pytest.fixture(params=[*LANGUAGES, "long"])
def language(request, monkeypatch) -> Iterator[str]:
    if request.param == "long":
        monkeypatch.setattr(catalogue._Active, "words", LongWords("en", catalogue.NullTranslations()))
    else:
        words.use(request.param)
    yield request.param
    words.use("en")


def states(desk: Desk, person: Person) -> Iterator[str]:
    """Leads the till from state to state, and says which it is."""
    steps: dict[str, Callable[[], object]] = {
        "ready": lambda: None,
        "misread": lambda: person.scan(MISREAD),
        "sale": lambda: (person.scan(ANNA), person.type("24.50")),
        "question": lambda: person.scan(JANIS),
        "chooser": lambda: (_leave(person), person.scan(ANNA), person.press(Key.Key_F4)),
        "unusual": lambda: (person.press(Key.Key_Escape), person.type("9999\r")),
        "done": lambda: (_leave(person), person.scan(ANNA), person.type("24.50\r"), person.press(Key.Key_F5)),
        "undone": lambda: person.press(Key.Key_F6),
        "new": lambda: (person.scan(desk.cards.make(1)[0]), person.type("Ann\r20012345\r31.2\r")),
        "product": lambda: (_leave(person), person.scan(PRODUCT)),
        "found": lambda: (_leave(person), person.type("an")),
        "nobody": lambda: (_leave(person), person.type("zzz")),
        "lines": lambda: (_leave(person), person.scan(desk.till.record(Basket(LINES, card=ANNA)).receipt)),
        "bill": lambda: (_leave(person), person.scan(ANNA), *(person.scan(each.barcode) for each in BOUGHT)),
        "price": lambda: person.tap(person.window.shown.counter.bill._rows[0].face),
        "code": lambda: person.press(Key.Key_Escape, Key.Key_F10),
        "codes": lambda: (person.type("NONE-1\r"), person.press(Key.Key_F10), person.type("NONE-2\r")),
        "parked": lambda: person.press(Key.Key_F11),
        "waiting": lambda: person.press(Key.Key_F11),
        "guest's bill": lambda: (_leave(person), person.scan(BOUGHT[0].barcode), person.type("5")),
        "dropping": lambda: person.press(Key.Key_Escape),
        "dropped": lambda: person.press(Key.Key_Escape),
        "guest": lambda: (_leave(person), person.press(Key.Key_F8), person.type("5")),
        "guest's": lambda: (_leave(person), person.scan(buy(desk, "", 1200).receipt)),
        "answered": lambda: (_leave(person), _answer(desk), person.scan(ANNA)),
        "noting": lambda: (person.tap(person.window.shown.counter.customer.hero.note), person.type("\r")),
        "blocked": lambda: (_leave(person), desk.cards.block(ANNA), person.scan(ANNA)),
        "locked": lambda: person.press(Key.Key_F12),
    }
    for name, step in steps.items():
        step()
        QApplication.processEvents()
        yield name


def _answer(desk: Desk) -> None:
    voice = desk.voices.note(desk.cards.owner(ANNA).id, "Oat milk " * 9, kind=VoiceKind.SUGGESTION)
    desk.voices.answer(voice.id, "We have it now. " * 9, outcome=VoiceOutcome.TAKEN_UP)


def _leave(person: Person) -> None:
    person.press(Key.Key_Escape, Key.Key_Escape, Key.Key_Escape)


def seen(window: QWidget, *kinds: type[QWidget]) -> list[QWidget]:
    """The visible widgets of these kinds, those inside of a number field left out."""
    found = [each for kind in kinds for each in window.findChildren(kind) if each.isVisible()]
    return [each for each in found if not isinstance(each.parent(), QSpinBox)]


def is_cut(words: QLabel) -> bool:
    room, text, measure = words.contentsRect(), words.text(), words.fontMetrics()
    if isinstance(words, ElidedLabel) or not text:  # a name may be shortened, and then tells itself whole
        return False
    if words.wordWrap():
        longest = max(measure.horizontalAdvance(word) for word in text.split())
        return longest > room.width() or words.heightForWidth(words.width()) > words.height()
    return measure.horizontalAdvance(text) > room.width() or measure.height() > room.height()


def cut(window: QWidget) -> list[str]:
    """The words that there is not enough room for; the rail is the window's own affair."""
    labels = [each.text() for each in seen(window, QLabel) if is_cut(each)]
    buttons = [each for each in seen(window, QAbstractButton) if not isinstance(each, RailButton)]
    return labels + [each.text() for each in buttons if each.text() and each.sizeHint().width() > each.width()]


def hard_to_use(window: QWidget) -> list[str]:
    """What is too small for a finger, or has no name."""
    controls = seen(window, QAbstractButton, QLineEdit, QSpinBox)
    small = [f"{each.accessibleName()} {each.size()}" for each in controls if min(each.width(), each.height()) < FINGER]
    return small + [f"{each} has no name" for each in controls if not each.accessibleName()]


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720)])
def test_every_state_fits_and_can_be_used_in_every_language(language, desk, janis, open_window, size):
    window = open_window(size=size)
    faults = {}
    for state in states(desk, Person(window)):
        assert (state, window.width(), window.height()) == (state, *size)
        faults[state] = cut(window) + hard_to_use(window)
    assert {state: found for state, found in faults.items() if found} == {}


@pytest.mark.parametrize("size", [(1920, 1080), (1066, 768)])
def test_larger_and_narrower_windows_fit_too(desk, janis, open_window, size):
    window = open_window(size=size)
    faults = {state: cut(window) for state in states(desk, Person(window))}
    assert {state: found for state, found in faults.items() if found} == {}


@pytest.mark.parametrize("percent", [100, 125, 150])
@pytest.mark.parametrize("density", [COMFORTABLE, SPACIOUS])
def test_a_window_comes_to_a_tighter_density_before_it_can_be_made_no_lower(
    theme, open_window, janis, density, percent
):
    window = open_window(size=(1920, 1400))
    till = Person(window)
    till.scan(ANNA)
    theme.set(density=density, text_percent=percent)
    QApplication.processEvents()
    assert density_for(window.minimumSizeHint().height(), percent) is not density


def test_the_keypad_never_moves(desk, janis, person, till):
    keypad, places = till.counter.buy.keypad, set()
    for state in states(desk, person):
        if state != "locked":
            places.add(keypad.mapTo(person.window, keypad.rect().topLeft()).toTuple())
    assert len(places) == 1


def test_a_long_name_is_shortened(desk, anna, person, till):
    long = "Wilhelmina Konstancja Brzęczyszczykiewicz-Grzegżółkowska, from the third floor above the bakery"
    desk.customers.change(anna, replace(desk.customers.get(anna).profile, name=long))
    person.scan(ANNA)
    (name,) = [each for each in seen(person.window, ElidedLabel) if each.text() == long]
    assert name.shown_text().endswith("…")
    assert person.window.width() == 1366


def test_a_name_with_signs_of_markup_is_shown_as_it_is(desk, anna, person, till):
    desk.customers.change(anna, replace(desk.customers.get(anna).profile, name="<b>Salt & Pepper</b>"))
    person.scan(ANNA)
    person.type("5\r")
    assert "€5.00 recorded for <b>Salt & Pepper</b>" in person.reads()
