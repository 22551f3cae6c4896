"""What is found out about this computer before anything is installed on it."""

import sys
from pathlib import Path

import pytest

from installer import computer

LDD = """/x/QtGui.abi3.so:
\tlinux-vdso.so.1 (0x00007ffc)
\tlibEGL.so.1 => not found
\tlibQt6Gui.so.6 => /x/Qt/lib/libQt6Gui.so.6 (0x00007f)
\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)
/x/Qt/plugins/platforms/libqxcb.so:
\tlibxcb-cursor.so.0 => not found
\tlibQt6Widgets.so.6 => not found
\tlibEGL.so.1 => not found
\t/lib64/ld-linux-x86-64.so.2 (0x00007f)
"""


@pytest.mark.parametrize(
    ("platform", "env", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
        ("linux", {"DISPLAY": ":0", "QT_QPA_PLATFORM": "minimal:enable_fonts"}, False),
        ("linux", {"DISPLAY": ":0", "QT_QPA_PLATFORM": "xcb"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
        ("darwin", {"QT_QPA_PLATFORM": "offscreen"}, False),
    ],
)
def test_a_screen_is_recognised(platform: str, env: dict[str, str], expected: bool) -> None:
    assert computer.has_screen(platform, env) is expected


def test_children_see_nothing_that_reaches_around_the_environment() -> None:
    env = {"PATH": "/bin", "PYTHONPATH": "/elsewhere", "PYTHONHOME": "/old", "PIP_INDEX_URL": "https://mirror"}
    assert computer.child_environment(env, utf8=True) == {"PATH": "/bin", "PIP_INDEX_URL": "https://mirror"}


def test_children_get_a_utf8_locale_when_there_is_none() -> None:
    env = {"LC_ALL": "C", "LC_CTYPE": "POSIX", "LANG": "de_DE", "LC_TIME": "lv_LV.UTF-8"}
    assert computer.child_environment(env, utf8=False) == {"LANG": "C.UTF-8", "LC_TIME": "lv_LV.UTF-8"}


def test_children_keep_a_utf8_locale() -> None:
    env = {"LC_ALL": "lv_LV.UTF-8"}
    assert computer.child_environment(env, utf8=True) == env


def test_the_loaders_listing_names_each_missing_library_once_and_none_of_the_wheels() -> None:
    assert computer.not_found(LDD) == ["libEGL.so.1", "libxcb-cursor.so.0"]


def test_a_listing_with_nothing_missing_names_nothing() -> None:
    assert computer.not_found("\tlibc.so.6 => /lib/libc.so.6 (0x0)\n\tstatically linked\n") == []


def test_what_is_wanted_grows_with_the_screen_there_is() -> None:
    bare = set(computer.known_libraries({}, screen=False))
    x11 = set(computer.known_libraries({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, screen=True))
    wayland = set(computer.known_libraries({"WAYLAND_DISPLAY": "wayland-0"}, screen=True))
    assert bare < x11
    assert bare < wayland
    assert "libxcb-cursor.so.0" in x11 - wayland
    assert "libwayland-client.so.0" in wayland - x11


def test_only_the_files_of_the_screen_there_is_are_asked(tmp_path: Path) -> None:
    for name in ("libqoffscreen.so", "libqxcb.so", "libqwayland.so"):
        file = tmp_path / "Qt" / "plugins" / "platforms" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    (tmp_path / "QtGui.abi3.so").touch()

    def asked(env: dict[str, str], *, screen: bool) -> set[str]:
        return {file.name for file in computer.qt_files(tmp_path, env, screen=screen)}

    assert asked({}, screen=False) == {"QtGui.abi3.so", "libqoffscreen.so"}
    assert asked({"DISPLAY": ":0"}, screen=True) == {"QtGui.abi3.so", "libqoffscreen.so", "libqxcb.so"}
    assert asked({"WAYLAND_DISPLAY": "w"}, screen=True) == {"QtGui.abi3.so", "libqoffscreen.so", "libqwayland.so"}


def test_nothing_is_missing_from_a_qt_that_is_not_there_yet(tmp_path: Path) -> None:
    assert computer.missing_libraries(tmp_path, {}, screen=True) == []


def test_a_library_that_cannot_be_loaded_is_named() -> None:
    assert computer.unloadable(["libno-such-thing.so.7"]) == ["libno-such-thing.so.7"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks the loader of Linux")
def test_the_names_asked_of_qt_are_names_of_files_it_has() -> None:
    import PySide6

    pyside = Path(PySide6.__path__[0])
    for env in ({"DISPLAY": ":0"}, {"WAYLAND_DISPLAY": "wayland-0"}):
        # Six modules, three plugins that are always loaded, one for the screen, one for printers.
        assert len(computer.qt_files(pyside, env, screen=True)) == 11
    assert computer.missing_libraries(pyside, {}, screen=False) == []
