"""The folder where a second copy of the shop goes each day, kept for this computer."""

from ui.seams.preferences import Preferences

KEY = "backup/place"


def second_place(preferences: Preferences) -> str:
    """The folder; empty for none."""
    return preferences.read(KEY, "")


def keep_second_place(preferences: Preferences, folder: str) -> None:
    """Has copies go to a folder from now on; empty for none."""
    preferences.write(KEY, folder)
