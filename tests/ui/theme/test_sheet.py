"""The style sheet knows every role, gives every control its size, and moves nothing when a control gets the focus."""

import re
from typing import get_args

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QCompleter,
    QDateEdit,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QStyle,
    QStyleOptionSpinBox,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.theme.glyphs import GLYPHS
from ui.theme.sheet import TEMPLATE, Kind, Surface, Tone, Type, fill, restyle
from ui.theme.tokens import COMFORTABLE, COMPACT, DARK, LIGHT, SPACIOUS

ALL = pytest.mark.parametrize("density", [COMPACT, COMFORTABLE, SPACIOUS], ids=lambda m: m.name)
RULES = re.sub(r"/\*.*?\*/", "", TEMPLATE.read_text(encoding="utf-8"), flags=re.DOTALL)
CONTROLS = {
    **{kind or "plain": (QPushButton, kind) for kind in get_args(Kind)},
    "line": (QLineEdit, ""),
    "search": (QLineEdit, "search"),
    "amount": (QLineEdit, "amount"),
    "combo": (QComboBox, ""),
    "spin": (QSpinBox, ""),
    "date": (QDateEdit, ""),
    "text": (QPlainTextEdit, ""),
    "check": (QCheckBox, ""),
    "radio": (QRadioButton, ""),
    "rail": (QToolButton, "rail"),
    "clear": (QToolButton, "clear"),
    "tabs": (QTabBar, ""),
}
EVERY = pytest.mark.parametrize("control", CONTROLS)


@pytest.fixture
def shown(qtbot, theme):
    """A function that shows the named control beside another one, without the focus."""
    windows = []

    def show(name):
        kind_of, kind = CONTROLS[name]
        control = kind_of()
        control.setProperty("kind", kind)
        if isinstance(control, QTabBar):
            control.addTab("First")
        elif isinstance(control, QAbstractButton | QLineEdit):
            control.setText("Words")
        window, other = QWidget(), QLineEdit()
        windows.append(window)  # or Python takes it, and the control with it
        box = QVBoxLayout(window)
        box.addWidget(other)
        box.addWidget(control)
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        other.setFocus()
        control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return control

    return show


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=lambda c: c.name)
@ALL
def test_the_template_is_filled_to_the_last_place(colors, density):
    assert "$" not in fill(colors, density)


def test_no_colour_is_written_in_the_template_and_none_asked_of_the_palette():
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|palette\(", RULES.replace("#qt_", "")) == []


def test_a_rule_for_frames_by_tone_names_the_surface_too():
    # a label is a frame: by tone alone it would be painted as one
    assert re.findall(r"QFrame\[tone=[^]]*\]", RULES.replace('"inset"][tone', "")) == []


def test_every_role_has_its_rule_and_every_rule_its_role():
    ruled = {prop: set(re.findall(rf'\[{prop}="(\w+)"\]', RULES)) for prop in ("surface", "type", "tone")}
    kinds = set(re.findall(r'QPushButton\[kind="(\w+)"\]', RULES))
    assert kinds == set(get_args(Kind)) - {""}
    # "page" stands with the windows, "line" is the rule of frames.py
    assert ruled["surface"] == set(get_args(Surface)) | {"line"}
    assert ruled["type"] == set(get_args(Type)) - {""}
    assert ruled["tone"] == set(get_args(Tone)) - {""}


def test_the_sheet_asks_for_every_glyph_there_is_and_for_no_other():
    assert set(re.findall(r'url\("\$(\w+)"\)', RULES)) == set(GLYPHS)


@ALL
def test_every_control_is_as_high_as_a_finger_needs(shown, theme, density):
    theme.set(density=density)
    heights = {name: shown(name).height() for name in CONTROLS if name not in ("foot", "text", "rail")}
    large = {"primary": density.touch_l, "key": density.key_h, "small": 44, "clear": 44}
    large["segment"] = max(44, density.touch - 4)
    wanted = {name: large.get(name, density.touch) for name in heights} | {"amount": heights["amount"]}
    assert heights == wanted
    assert heights["amount"] >= density.touch_l


def test_less_and_more_of_a_number_are_full_targets(shown):
    spin = shown("spin")
    option = QStyleOptionSpinBox()
    spin.initStyleOption(option)
    for part in (QStyle.SubControl.SC_SpinBoxUp, QStyle.SubControl.SC_SpinBoxDown):
        rect = spin.style().subControlRect(QStyle.ComplexControl.CC_SpinBox, option, part, spin)
        assert min(rect.width(), rect.height()) >= 44
    between = spin.lineEdit().width()
    assert between > spin.fontMetrics().horizontalAdvance("100000")


@EVERY
def test_the_focus_is_seen_and_moves_nothing(qtbot, shown, control):
    widget = shown(control)
    before = (widget.sizeHint(), widget.minimumSize(), widget.geometry(), widget.contentsRect())
    picture = widget.grab().toImage()
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)
    QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))  # Qt remembers size hints, and forgets them now
    widget.window().layout().activate()
    assert (widget.sizeHint(), widget.minimumSize(), widget.geometry(), widget.contentsRect()) == before
    assert widget.grab().toImage() != picture


def test_words_in_a_field_stay_where_they_are_when_it_gets_the_focus(qtbot, shown):
    field = shown("line")
    field.setText("I")
    before = _leftmost_ink(field)
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.setCursorPosition(1)
    assert _leftmost_ink(field) == before


def _leftmost_ink(field):
    """The first column right of the frame where something dark is painted."""
    picture = field.grab().toImage()
    middle = picture.height() // 2
    return next(x for x in range(6, picture.width()) if picture.pixelColor(x, middle).lightness() < 90)


@EVERY
def test_a_disabled_control_looks_it(shown, control):
    widget = shown(control)
    before = widget.grab().toImage()
    widget.setEnabled(False)
    assert widget.grab().toImage() != before


def test_a_placeholder_is_muted_and_not_faint(shown):
    colour = shown("line").palette().color(QPalette.ColorRole.PlaceholderText)
    assert colour.name().upper() == LIGHT.text_muted


def test_an_error_shows_and_can_be_taken_back(shown):
    field = shown("line")
    calm = field.grab().toImage()
    restyle(field, state="error")
    assert field.grab().toImage() != calm
    restyle(field, state="")
    assert field.grab().toImage() == calm


def test_nothing_is_polished_again_when_nothing_changes(qtbot, theme):
    class Watched(QLineEdit):
        asked = 0

        def style(self):
            self.asked += 1
            return super().style()

    field = Watched()
    qtbot.addWidget(field)
    restyle(field, state="error")
    once = field.asked
    restyle(field, state="error")
    assert field.asked == once > 0


def test_proposals_below_a_field_stand_on_a_ground_of_their_own(qtbot, theme):
    field, words = QLineEdit(), QCompleter(["Anna", "Andrejs"])
    qtbot.addWidget(field)
    field.setCompleter(words)
    field.show()
    qtbot.keyClicks(field, "An")
    qtbot.waitUntil(words.popup().isVisible)
    picture = words.popup().grab().toImage()
    words.popup().hide()
    assert picture.pixelColor(picture.width() - 8, picture.height() // 4).name().upper() == LIGHT.surface
