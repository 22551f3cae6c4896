"""From the start of the program to what is seen, against an empty window of Qt, each in a process of its own.

The first paint is the program's name on its own ground; the till, with the shop's file open, follows behind it.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.bench.measuring import Row, in_turn

ROOT = Path(__file__).parents[2]
LIMIT = 1.5


def starts(shop: Path, folder: Path, times: int) -> list[Row]:
    """The line of the table, from `times` starts of each; the shop is copied, for a start looks after its file."""
    copy = folder / "start.db"
    shutil.copy(shop, copy)
    arguments = (["opening", "--shop", str(copy)], ["till", "--shop", str(copy)], ["bare"])
    sides = [_start(folder, *each) for each in arguments]
    for side in sides:
        side()  # the first of each compiles what was changed, and brings the libraries into memory
    opening, till, bare = in_turn(*([side] * times for side in sides))
    return [
        Row("start to the first paint / an empty window of Qt", opening, bare, LIMIT),
        Row("start to the painted till / an empty window of Qt", till, bare),
    ]


def _start(folder: Path, *arguments: str) -> Callable[[], object]:
    """Runs until the window is painted, with a home of its own, without a screen where there is none."""
    home = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "APPDATA"), str(folder))
    environment = {**os.environ, **home, "PYTHONPYCACHEPREFIX": str(folder)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a program that is installed is compiled
    if sys.platform == "linux" and not environment.keys() & {"DISPLAY", "WAYLAND_DISPLAY"}:
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    command = [sys.executable, "-m", "tests.bench.painted", *arguments]
    return lambda: subprocess.run(command, cwd=ROOT, env=environment, check=True)
