"""From the start of the program to the painted till, against an empty window of Qt, each in a process of its own."""

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
    till, bare = _start(folder, "--shop", str(copy)), _start(folder, "bare")
    till(), bare()  # the first of each compiles what was changed, and brings the libraries into memory
    took, bare_took = in_turn([till] * times, [bare] * times)
    return [Row("start to the painted till / an empty window of Qt", took, bare_took, LIMIT)]


def _start(folder: Path, *arguments: str) -> Callable[[], object]:
    """Runs until the window is painted, with a home of its own, without a screen where there is none."""
    home = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "APPDATA"), str(folder))
    environment = {**os.environ, **home}
    if sys.platform == "linux" and not environment.keys() & {"DISPLAY", "WAYLAND_DISPLAY"}:
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    command = [sys.executable, "-m", "tests.bench.painted", *arguments]
    return lambda: subprocess.run(command, cwd=ROOT, env=environment, check=True)
