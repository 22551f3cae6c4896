"""Makes resources/sounds/*.wav, the till's four short sounds, out of sines; run it after changing a note.

    python3 installer/sounds.py [folder]

Rising is good, falling is a question, low and rough is a refusal, and three notes end a sale.
"""

import sys
import wave
from math import exp, pi, sin
from pathlib import Path
from struct import pack
from typing import NamedTuple

RATE = 22_050  # samples a second
LOUDEST = 0.6 * 32_767
BELL = (1.0, 0.35, 0.12)  # strength of the note and of its overtones
REED = (1.0, 0.0, 0.6, 0.0, 0.4, 0.0, 0.25)
ATTACK, RELEASE = 0.004, 0.02  # seconds in which a note swells and dies away, so that nothing clicks


class Note(NamedTuple):
    """A pitch in hertz, from `start` to the sound's end or for `length` seconds."""

    pitch: float
    start: float
    length: float
    timbre: tuple[float, ...] = BELL
    decay: float = 14.0


SOUNDS = {
    "found": [Note(880.0, 0.0, 0.16), Note(1318.5, 0.06, 0.12)],
    "unknown": [Note(740.0, 0.0, 0.1), Note(554.4, 0.09, 0.14)],
    "refused": [Note(185.0, start, 0.085, REED, 2.0) for start in (0.0, 0.115)],
    "done": [Note(1046.5, 0.0, 0.12), Note(1318.5, 0.06, 0.12), Note(1568.0, 0.12, 0.12)],
}


def strength(note: Note, time: float) -> float:
    """The note's own sample, from -1 to 1 and a little beyond, `time` seconds after the sound began."""
    since, left = time - note.start, note.start + note.length - time
    if since < 0 or left <= 0:
        return 0.0
    swell = min(1.0, since / ATTACK, left / RELEASE) * exp(-note.decay * since)
    return swell * sum(part * sin(2 * pi * note.pitch * n * since) for n, part in enumerate(note.timbre, 1))


def samples(notes: list[Note]) -> list[int]:
    """Sixteen-bit samples of all notes together, as loud as LOUDEST."""
    count = round(max(note.start + note.length for note in notes) * RATE)
    plain = [sum(strength(note, number / RATE) for note in notes) for number in range(count)]
    loudest = max(map(abs, plain))
    return [round(each / loudest * LOUDEST) for each in plain]


def write(folder: Path) -> None:
    """Writes all sounds into `folder`."""
    for name, notes in SOUNDS.items():
        values = samples(notes)
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(pack(f"<{len(values)}h", *values))


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "resources" / "sounds")
