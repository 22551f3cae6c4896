"""The drives that somebody plugged in, as places for a backup."""

import sys
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QStorageInfo

PLUGGED_IN = ("/media/", "/run/media/", "/mnt/", "/Volumes/")
OURS = "Loyalty Desk"  # the folder on such a drive


class Drive(Struct, frozen=True):
    """A drive with its name and the bytes that are free."""

    name: str
    root: str
    free: int

    @property
    def folder(self) -> Path:
        """Where on it backups go."""
        return Path(self.root) / OURS


def drives(volumes: Iterable[QStorageInfo] | None = None, platform: str = sys.platform) -> list[Drive]:
    """The drives that can be written and are none of the computer's own, by what the system calls them."""
    found = QStorageInfo.mountedVolumes() if volumes is None else volumes
    return [
        Drive(volume.displayName(), volume.rootPath(), volume.bytesAvailable())
        for volume in found
        if volume.isReady() and not volume.isReadOnly() and is_plugged_in(volume.rootPath(), platform)
    ]


def is_plugged_in(root: str, platform: str) -> bool:
    """Whether a drive of this root was plugged in, as far as its place tells."""
    if platform == "win32":
        return root[:1].isalpha() and root[:1].upper() not in "ABC"
    return f"{root}/".startswith(PLUGGED_IN) and root.count("/") > 1
