"""The pictures of the style sheet reach Qt from memory, in the colours of the theme."""

from PySide6.QtCore import QFile, QIODevice
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QCheckBox

from ui.theme.glyphs import GLYPHS, Glyphs, glyph_paths
from ui.theme.tokens import DARK, LIGHT


def read(path):
    file = QFile(path)
    assert file.open(QIODevice.OpenModeFlag.ReadOnly), path
    return bytes(file.readAll().data()).decode()


def test_every_glyph_is_there_in_its_colour_until_it_is_dropped(theme):
    glyphs = Glyphs(DARK)
    for key, path in glyph_paths(DARK).items():
        _icon, role, stroke = GLYPHS[key]
        assert getattr(DARK, role) in read(path)
        assert f'stroke-width="{stroke}"' in read(path)
        assert not QIcon(path).pixmap(20).isNull()
    glyphs.drop()
    assert not any(QFile.exists(path) for path in glyph_paths(DARK).values())
    assert all(QFile.exists(path) for path in glyph_paths(LIGHT).values())  # those of the theme in force


def test_a_tick_is_painted_on_a_box_that_is_on(qtbot, theme):
    for mode, colors in (("light", LIGHT), ("dark", DARK)):
        theme.set(mode=mode)
        box = QCheckBox()
        qtbot.addWidget(box)
        box.setChecked(True)
        box.resize(48, 48)
        image = box.grab().toImage()
        seen = {image.pixelColor(x, y).name().upper() for x in range(48) for y in range(48)}
        assert {colors.accent, colors.on_accent} <= seen
