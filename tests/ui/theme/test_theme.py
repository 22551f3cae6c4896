"""The theme dresses the program in one go, follows the system where there is one, and stays light to import."""

import subprocess
import sys

import pytest
from PySide6.QtCore import SIGNAL, Qt
from PySide6.QtGui import QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit

from ui.theme.text import label
from ui.theme.theme import FAMILY, palette
from ui.theme.tokens import COMFORTABLE, COMPACT, DARK, LIGHT

HEAVY = {
    "reportlab",
    "PIL",
    "sqlite_utils",
    "barcode",
    "babel",
    "phonenumbers",
    "PySide6.QtSvg",
    "PySide6.QtPrintSupport",
}


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_palette_and_sheet_agree(qtbot, theme, colour_at, mode):
    theme.set(mode=mode)
    dialog = QDialog()
    dialog.resize(200, 100)
    field = QLineEdit(dialog)
    qtbot.addWidget(dialog)
    dialog.show()
    ours, role = palette(theme.c), QPalette.ColorRole
    assert colour_at(dialog, 0.99, 0.99) == theme.c.bg == ours.color(role.Window).name().upper()
    assert colour_at(field, 0.5) == theme.c.surface == ours.color(role.Base).name().upper()


def test_a_change_is_told_once_and_no_change_not_at_all(qtbot, theme):
    heard = []
    theme.changed.connect(lambda: heard.append(theme.c.name))
    theme.set(mode="dark", density=COMPACT, text_percent=120)
    theme.set(mode="dark")
    theme.set()
    assert heard == ["dark"]
    assert theme.m.fs_body == COMPACT.enlarged(120).fs_body


def test_a_text_size_there_is_not_changes_nothing(theme):
    with pytest.raises(ValueError, match="200"):
        theme.set(mode="dark", text_percent=200)
    assert (theme.mode, theme.text_percent, theme.c) == ("light", 100, LIGHT)


def test_a_desktop_that_tells_no_colour_scheme_is_light(qapp, theme):
    theme.set(mode="dark")
    theme.set(mode="system")
    assert qapp.styleHints().colorScheme() == Qt.ColorScheme.Unknown
    assert theme.c is LIGHT


def test_the_system_is_followed_only_when_asked_for(qapp, theme, monkeypatch):
    monkeypatch.setattr(type(qapp.styleHints()), "colorScheme", lambda _hints: Qt.ColorScheme.Dark)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.c is LIGHT
    theme.set(mode="system")
    assert theme.c is DARK
    monkeypatch.undo()
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Unknown)
    assert theme.c is LIGHT


def test_all_four_weights_of_the_bundled_font_are_there(qapp, theme):
    assert QFontInfo(qapp.font()).family() == FAMILY
    assert (
        set(QFontDatabase.styles(FAMILY)) >= {"Regular", "Medium", "SemiBold", "Bold"}
        or len(QFontDatabase.styles(FAMILY)) >= 4
    )


def test_figures_stand_in_columns_but_large_ones_stand_close(qtbot, theme):
    def width(made, text):
        qtbot.addWidget(made)
        made.ensurePolished()
        return made.fontMetrics().horizontalAdvance(text)

    assert width(label(type_="strong"), "1111") == width(label(type_="strong"), "8888")
    assert width(label(type_="hero"), "1111") < width(label(type_="hero"), "8888")


def test_larger_text_reaches_labels_on_the_screen(qtbot, theme):
    words = QLabel("Words")
    qtbot.addWidget(words)
    words.show()
    before = words.sizeHint().width()
    theme.set(text_percent=150)
    assert words.sizeHint().width() > before * 1.3


def test_an_unknown_role_or_icon_is_told_at_once(theme):
    with pytest.raises(AttributeError):
        theme.colour("mauve")
    with pytest.raises(AttributeError):
        theme.icon("search", "mauve")
    with pytest.raises(FileNotFoundError):
        theme.icon("no-such-icon")


def test_the_usual_density_is_the_comfortable_one(theme):
    assert theme.m is COMFORTABLE


def test_the_look_waits_with_heavy_imports():
    modules = "theme text frames buttons forms marks progress charts blocks"
    code = "import sys\n" + "".join(f"import ui.theme.{name}\n" for name in modules.split())
    code += f"print(sorted(set(sys.modules) & {HEAVY!r}))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert ran.stdout.strip() == "[]"


def test_looks_that_are_put_on_later_are_the_same(qtbot, qapp, theme):
    sheet = qapp.styleSheet()
    with theme.put_on_later():
        assert qapp.styleSheet() == ""
        made = label("Ready", "title")
    qtbot.addWidget(made)
    made.show()
    assert qapp.styleSheet() == sheet != ""
    assert made.font().pixelSize() == theme.m.fs_title


def test_qt_is_still_told_of_the_end_of_a_widget_that_was_there_before(qtbot, theme):
    """It keeps a widget's rules until then, and would go on to dress one that is gone."""
    waiting = QComboBox()  # not shown yet, so Qt does not undress it
    qtbot.addWidget(waiting)

    def told():
        waiting.sizeHint()
        return waiting.receivers(SIGNAL("destroyed(QObject*)"))

    before = told()
    with theme.put_on_later():
        pass
    assert told() == before > 0
