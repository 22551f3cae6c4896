"""What every page may need besides the shop itself, made once by the app and passed on."""

from dataclasses import dataclass

from ui.seams.preferences import Preferences
from ui.seams.scanner import Scanner
from ui.seams.sounds import Sounds
from ui.seams.tasks import Run, run_now


@dataclass(frozen=True, slots=True)
class Tools:
    """Long work, sounds, the scanner, this computer's preferences, and what prints slips."""

    run: Run
    sounds: Sounds
    scanner: Scanner
    preferences: Preferences
    slips: Run = run_now  # a worker of their own: nobody at the till waits for a long print run
