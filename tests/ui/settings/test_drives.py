"""What was plugged in is offered for a backup, and the computer's own disks are not."""

from pathlib import Path

import pytest

from ui.settings.drives import Drive, drives, is_plugged_in


class Volume:
    def __init__(self, root: str, *, ready: bool = True, read_only: bool = False) -> None:
        self.rootPath = lambda: root
        self.displayName = lambda: root.rsplit("/", 1)[-1]
        self.bytesAvailable = lambda: 1000
        self.isReady = lambda: ready
        self.isReadOnly = lambda: read_only


@pytest.mark.parametrize(
    ("root", "platform", "plugged"),
    [
        ("/media/marta/STICK", "linux", True),
        ("/run/media/marta/STICK", "linux", True),
        ("/Volumes/STICK", "darwin", True),
        ("E:/", "win32", True),
        ("/", "linux", False),
        ("/home", "linux", False),
        ("/", "darwin", False),
        ("C:/", "win32", False),
        ("c:/", "win32", False),
    ],
)
def test_a_drive_is_told_by_its_place(root: str, platform: str, plugged: bool) -> None:
    assert is_plugged_in(root, platform) is plugged


def test_only_drives_that_can_be_written_are_offered() -> None:
    volumes = [
        Volume("/"),
        Volume("/media/marta/STICK"),
        Volume("/media/marta/DVD", read_only=True),
        Volume("/media/marta/GONE", ready=False),
    ]
    assert drives(volumes, "linux") == [Drive("STICK", "/media/marta/STICK", 1000)]


def test_backups_have_a_folder_of_their_own_on_a_drive() -> None:
    assert Drive("STICK", "/media/marta/STICK", 1000).folder == Path("/media/marta/STICK/Loyalty Desk")


def test_the_drives_of_this_computer_can_be_asked_for() -> None:
    assert all(drive.root for drive in drives())
