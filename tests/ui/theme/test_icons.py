"""Icons take the colour of their role and state, follow the theme by themselves, and are crisp on every screen."""

import gc

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QPushButton

from ui.theme.icons import ICONS, svg
from ui.theme.tokens import DARK, LIGHT

ON, OFF = QIcon.State.On, QIcon.State.Off
NORMAL, DISABLED, ACTIVE = QIcon.Mode.Normal, QIcon.Mode.Disabled, QIcon.Mode.Active


def ink(picture):
    """The colour of the most opaque pixel."""
    image = picture.toImage()
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return max((image.pixelColor(*at) for at in points), key=QColor.alpha).name().upper()


@pytest.mark.parametrize(
    ("mode", "state", "role"),
    [
        (NORMAL, OFF, "text_muted"),
        (ACTIVE, OFF, "text_muted"),
        (NORMAL, ON, "accent"),
        (DISABLED, OFF, "text_disabled"),
        (DISABLED, ON, "text_disabled"),
    ],
)
def test_an_icon_is_tinted_by_its_state(theme, mode, state, role):
    icon = theme.icon("credit-card", "text_muted", checked="accent")
    assert ink(icon.pixmap(QSize(48, 48), mode, state)) == getattr(LIGHT, role)


def test_the_same_icon_follows_a_change_of_theme(qtbot, theme):
    button = QPushButton(theme.icon("credit-card", "danger"), "")
    qtbot.addWidget(button)
    size = QSize(48, 48)
    assert ink(button.icon().pixmap(size)) == LIGHT.danger
    theme.set(mode="dark")
    assert ink(button.icon().pixmap(size)) == DARK.danger


def test_an_icon_has_as_many_pixels_as_the_screen(theme):
    picture = theme.icon("search").pixmap(QSize(20, 20), 1.5)
    assert (picture.width(), picture.devicePixelRatio()) == (30, 1.5)


def test_room_left_over_stands_behind_the_icon(theme):
    image = theme.icon("search").pixmap(QSize(28, 20)).toImage()
    assert all(image.pixelColor(x, y).alpha() == 0 for x in range(20, 28) for y in range(20))
    assert any(image.pixelColor(x, y).alpha() for x in range(20) for y in range(20))


def test_an_icon_that_is_copied_and_written_to_lives_on(theme):
    icon = theme.icon("search", "info")
    copy = QIcon(icon)
    copy.setIsMask(True)  # only now does Qt clone the engine
    del icon
    gc.collect()
    assert ink(copy.pixmap(QSize(48, 48))) == LIGHT.info


def test_the_width_of_lines_can_be_set():
    assert b'stroke-width="3.5"' in svg("check", "#123456", stroke=3.5)
    assert b"#123456" in svg("check", "#123456")


def test_every_bundled_icon_can_be_tinted_and_the_licence_is_with_them():
    files = sorted(ICONS.glob("*.svg"))
    assert len(files) > 50
    assert [file.name for file in files if 'stroke="currentColor"' not in file.read_text()] == []
    assert "ISC License" in (ICONS / "LICENSE").read_text()


def test_every_icon_in_the_folder_is_used():
    code = "".join(path.read_text(encoding="utf-8") for path in (ICONS.parents[1] / "ui").rglob("*.py"))
    assert [path.name for path in sorted(ICONS.glob("*.svg")) if f'"{path.stem}"' not in code] == []
