"""Plays the till's short sounds through the system's own player, and never stands in anybody's way.

The multimedia part of Qt is another 60 MB and half a second at the start, for sounds of a quarter of a second.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from typing import Literal

from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication

Sound = Literal["found", "unknown", "refused", "done"]

FOLDER = Path(__file__).parents[2] / "resources" / "sounds"


class Sounds:
    """The four sounds; with `enabled` false there is silence."""

    def __init__(self, *, enabled: bool = True) -> None:
        self.enabled = enabled

    def play(self, sound: Sound) -> None:
        """Starts `sound` and returns at once. A computer that cannot play it beeps; nothing is ever raised."""
        if not self.enabled:
            return
        try:
            played = _play(FOLDER / f"{sound}.wav")
        except (OSError, RuntimeError):  # a folder that may not be read; Windows without a sound card
            played = False
        if not played:
            QApplication.beep()


def _play(file: Path) -> bool:
    """Whether the system took the sound."""
    if sys.platform == "win32":
        import winsound  # there is none elsewhere

        winsound.PlaySound(str(file), winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT)
        return True
    command = ["afplay"] if sys.platform == "darwin" else next(_players(), [])
    return bool(command) and _start(command, file)


def _players() -> Iterator[list[str]]:
    """The players of this Linux computer whose sound server or card is there, the newest kind first."""
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR", "/nowhere"))
    ways = (
        (["pw-play"], (runtime / "pipewire-0").exists()),
        (["paplay"], (runtime / "pulse" / "native").exists() or "PULSE_SERVER" in os.environ),
        (["aplay", "-q"], Path("/dev/snd/controlC0").exists()),
    )
    return (command for command, is_there in ways if is_there and which(command[0]))


def _start(command: list[str], file: Path) -> bool:
    """Sets the player off on its own: no process of ours is left to be waited for, not even at the program's end."""
    process = QProcess()
    process.setProgram(command[0])
    process.setArguments([*command[1:], str(file)])
    process.setStandardOutputFile(QProcess.nullDevice())
    process.setStandardErrorFile(QProcess.nullDevice())
    return bool(process.startDetached())
