"""What this computer already has: a screen, a UTF-8 locale, and the shared libraries that Qt's files want."""

import ctypes
import locale
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

# Qt's modules that the programme imports and its plugins: those it always loads, and those that a screen adds.
_MODULES = ("QtCore", "QtGui", "QtWidgets", "QtSvg", "QtPrintSupport", "QtTest")
_PLUGINS = ("platforms/libqoffscreen.so", "imageformats/libqsvg.so", "iconengines/libqsvgicon.so")
_PRINTING = "printsupport/libcupsprintersupport.so"
_X11 = "platforms/libqxcb.so"
_WAYLAND = "platforms/libqwayland.so"

# What those files are known to want. Asked for before they are here, so that one call to apt is usually enough;
# the files themselves have the last word in missing_libraries().
_KNOWN = (
    "libEGL.so.1",
    "libGL.so.1",
    "libglib-2.0.so.0",
    "libxkbcommon.so.0",
    "libfontconfig.so.1",
    "libdbus-1.so.3",
)
_KNOWN_X11 = (
    "libxkbcommon-x11.so.0",
    "libxcb-cursor.so.0",
    "libxcb-icccm.so.4",
    "libxcb-keysyms.so.1",
    "libxcb-shape.so.0",
    "libcups.so.2",
)
_KNOWN_WAYLAND = ("libwayland-client.so.0", "libwayland-cursor.so.0", "libcups.so.2")

# Never the system's to bring: they lie in the wheels.
_OURS = ("libQt6", "libpyside6", "libshiboken6")


def has_screen(platform: str, env: Mapping[str, str]) -> bool:
    """Whether a window can be shown: always on Windows and macOS, elsewhere when a display is named.

    Somebody who chose one of Qt's windowless platforms has no screen, or the till would wait unseen for ever.
    """
    if env.get("QT_QPA_PLATFORM", "").partition(":")[0] in ("offscreen", "minimal"):
        return False
    return platform in ("win32", "darwin") or bool(env.get("DISPLAY") or env.get("WAYLAND_DISPLAY"))


def speaks_utf8() -> bool:
    """Whether the locale that the environment names exists here and is UTF-8; the C locale of a service is not.

    Only Linux is asked: elsewhere nothing of the kind depends on it.
    """
    if not is_linux():
        return True
    try:
        locale.setlocale(locale.LC_CTYPE, "")
        return locale.nl_langinfo(locale.CODESET).upper() == "UTF-8"
    except locale.Error:
        return False


def child_environment(env: Mapping[str, str], *, utf8: bool) -> dict[str, str]:
    """The variables for everything started from here: none that reaches around .venv, and a UTF-8 locale.

    `utf8` says whether they name one already; Qt warns under any other.
    """
    child = {name: value for name, value in env.items() if name not in ("PYTHONHOME", "PYTHONPATH")}
    if not utf8:
        for name in ("LC_ALL", "LC_CTYPE"):
            child.pop(name, None)
        child["LANG"] = "C.UTF-8"
    return child


def is_linux() -> bool:
    """Whether shared libraries and locales work as on Linux."""
    return sys.platform.startswith("linux")


def unloadable(libraries: Iterable[str]) -> list[str]:
    """Those of the named shared libraries that this computer cannot load."""
    missing = []
    for name in libraries:
        try:
            ctypes.CDLL(name)
        except OSError:
            missing.append(name)
    return missing


def known_libraries(env: Mapping[str, str], *, screen: bool) -> tuple[str, ...]:
    """The libraries that Qt is known to want before its own files can be asked."""
    if not screen:
        return _KNOWN
    return _KNOWN + (_KNOWN_X11 if env.get("DISPLAY") else _KNOWN_WAYLAND)


def qt_files(pyside: Path, env: Mapping[str, str], *, screen: bool) -> list[Path]:
    """The files of an installed PySide6 that will be loaded: modules, and the plugins for a screen or for none."""
    plugins = list(_PLUGINS)
    if screen:
        plugins += [_PRINTING, _X11 if env.get("DISPLAY") else _WAYLAND]
    files = [pyside / f"{module}.abi3.so" for module in _MODULES]
    files += [pyside / "Qt" / "plugins" / plugin for plugin in plugins]
    return [file for file in files if file.exists()]


def not_found(listing: str) -> list[str]:
    """The libraries that ldd could not find, from what it printed, each once and none of the wheels' own."""
    lines = (line.split(" => ") for line in listing.splitlines())
    names = {parts[0].strip() for parts in lines if len(parts) == 2 and parts[1].strip() == "not found"}
    return sorted(name for name in names if not name.startswith(_OURS))


def missing_libraries(pyside: Path, env: Mapping[str, str], *, screen: bool) -> list[str]:
    """The shared libraries that the installed Qt wants and this computer lacks, found by the loader itself."""
    files = qt_files(pyside, env, screen=screen)
    if not is_linux() or not files or not shutil.which("ldd"):
        return []
    done = subprocess.run(
        ["ldd", *map(str, files)], capture_output=True, text=True, check=False, env={**env, "LC_ALL": "C"}
    )
    return not_found(done.stdout)
