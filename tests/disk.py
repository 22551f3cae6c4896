"""Disks that misbehave: protected places, full disks, damaged pages."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

PAGE = 4096  # bytes
ROOT = os.name == "posix" and os.geteuid() == 0


@contextmanager
def protected(place: Path) -> Iterator[None]:
    """A file or folder that cannot be written; root is stopped by the file system's own mark only."""
    if not ROOT:
        mode = place.stat().st_mode
        place.chmod(mode & 0o555)
        try:
            yield
        finally:
            place.chmod(mode)
        return
    try:
        subprocess.run(["chattr", "+i", place], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("root writes everywhere on this file system")
    try:
        yield
    finally:
        subprocess.run(["chattr", "-i", place], check=True)


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[Path]:
    """A disk of its own with so much room ("2m"), where one can be mounted."""
    folder.mkdir()
    try:
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no disk can be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=True)  # also while a failed test has a file open


def fill(folder: Path) -> Path:
    """Takes all the room that is left on a disk."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            return ballast


def damage(path: Path, place: int, mask: int = 0xFF) -> None:
    """Turns bits of one byte of a file."""
    with path.open("r+b") as file:
        file.seek(place)
        (byte,) = file.read(1)
        file.seek(place)
        file.write(bytes([byte ^ mask]))


def spoil(path: Path) -> None:
    """Turns all of a shop file but its first page into garbage, so that it still looks like one."""
    garbage = b"\xa5" * (path.stat().st_size - PAGE)
    with path.open("r+b") as file:
        file.seek(PAGE)
        file.write(garbage)
