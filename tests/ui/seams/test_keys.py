"""A key is known by its place on the keyboard, whatever the layout makes of it."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from ui.seams import keys

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL, ALT, META = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
)
KEYPAD = Qt.KeyboardModifier.KeypadModifier


def event(key=Qt.Key.Key_unknown, modifiers=NONE, text="", *, place=0, virtual=0):
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, place, virtual, 0, text)


# The key of a letter under the Russian layout, by the numbers each window system gives it.
@pytest.mark.parametrize(
    ("platform", "place", "virtual"),
    [("xcb", 40, 0x6C), ("wayland", 40, 0), ("wayland-egl", 40, 0), ("windows", 32, 0x44), ("cocoa", 0, 2)],
)
def test_a_letter_is_known_on_every_window_system(platform, place, virtual):
    pressed = event(0x412, NONE, "в", place=place, virtual=virtual)
    assert keys.token(pressed, platform) == "d"
    assert keys.token(event(0x412, SHIFT, "В", place=place, virtual=virtual), platform) == "D"


@pytest.mark.parametrize(
    ("platform", "places"),
    [
        ("xcb", [19, 10, 11, 12, 13, 14, 15, 16, 17, 18, 20]),
        ("windows", [11, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12]),
    ],
)
def test_digits_and_the_hyphen_of_a_pc_keyboard_are_in_their_places(platform, places):
    assert "".join(keys.token(event(text="é", place=place), platform) for place in places) == "0123456789-"


def test_digits_and_the_hyphen_of_an_apple_keyboard_are_in_their_places():
    places = [0x1D, 0x12, 0x13, 0x14, 0x15, 0x17, 0x16, 0x1A, 0x1C, 0x19, 0x1B]
    assert "".join(keys.token(event(virtual=place), "cocoa") for place in places) == "0123456789-"


@pytest.mark.parametrize("table", [keys._PC, keys._APPLE], ids=["PC", "Apple"])
def test_each_table_names_every_character_once(table):
    assert sorted(table.replace("\0", "")) == sorted("abcdefghijklmnopqrstuvwxyz0123456789-=[];'`\\,./ ")


def test_shift_makes_the_signs_of_a_us_keyboard():
    assert keys.token(event(place=2, modifiers=SHIFT), "windows") == "!"
    assert keys.token(event(place=41, modifiers=SHIFT), "windows") == "~"


def test_without_a_physical_key_the_text_counts():
    assert keys.token(event(Qt.Key.Key_A, NONE, "a"), "offscreen") == "a"
    assert keys.token(event(Qt.Key.Key_7, KEYPAD, "7", place=79), "xcb") == "7"
    assert keys.token(event(0, NONE, "q", place=30), "windows") == "q"


@pytest.mark.parametrize(
    ("key", "text"),
    [(Qt.Key.Key_Left, ""), (Qt.Key.Key_Escape, "\x1b"), (Qt.Key.Key_Backspace, "\b"), (0x101, "ā"), (0, "ab")],
)
def test_other_keys_are_nothing_to_a_scanner(key, text):
    assert keys.token(event(key, NONE, text), "offscreen") == ""


def test_enter_tab_and_function_keys_have_names():
    assert keys.token(event(Qt.Key.Key_Return, NONE, "\r", place=36), "xcb") == "\r"
    assert keys.token(event(Qt.Key.Key_Enter, KEYPAD, "\r", place=104), "xcb") == "\r"
    assert keys.token(event(Qt.Key.Key_Tab, NONE, "\t", place=23), "xcb") == "\t"
    assert keys.token(event(Qt.Key.Key_F13), "xcb") == "F13"


def test_control_makes_control_characters_under_any_layout():
    assert keys.token(event(Qt.Key.Key_B, CONTROL, "и", place=56), "xcb") == "\x02"
    assert keys.token(event(Qt.Key.Key_J, CONTROL, "\n"), "offscreen") == "\n"
    assert keys.token(event(Qt.Key.Key_B, META, "", virtual=0x0B), "cocoa") == "\x02"
    assert keys.token(event(Qt.Key.Key_F2, CONTROL), "xcb") == ""


@pytest.mark.parametrize("modifiers", [ALT, ALT | CONTROL, META, SHIFT | ALT])
def test_a_command_is_no_character(modifiers):
    assert keys.token(event(Qt.Key.Key_A, modifiers, "a", place=38), "xcb") == ""


def test_modifiers_and_alt_numbers_prepare_another_key():
    assert keys.is_bridge(event(Qt.Key.Key_Shift))
    assert keys.is_bridge(event(Qt.Key.Key_5, ALT | KEYPAD))
    assert not keys.is_bridge(event(Qt.Key.Key_5, ALT))
    assert not keys.is_bridge(event(Qt.Key.Key_5, KEYPAD, "5"))


def test_press_and_release_share_an_identity_when_the_layout_changes_between():
    assert keys.identity(event(Qt.Key.Key_D, place=40)) == keys.identity(event(0x412, place=40))
    assert keys.identity(event(Qt.Key.Key_D)) != keys.identity(event(Qt.Key.Key_E))


def test_a_copy_tells_the_same():
    first = QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_D, SHIFT, 40, 68, 1, "D", True, 2)
    first.setTimestamp(4711)
    twin = keys.copy(first)
    told = [
        (e.type(), e.key(), e.modifiers(), e.text(), e.isAutoRepeat(), e.count(), e.timestamp(), e.nativeScanCode())
        for e in (first, twin)
    ]
    assert told[0] == told[1]
    assert (twin.nativeVirtualKey(), twin.nativeModifiers()) == (68, 1)
