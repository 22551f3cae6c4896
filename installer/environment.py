"""The project's own Python in .venv: whether it can be trusted as it is, making it, and filling it."""

import importlib
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from installer import Halt
from installer.stamp import UNFINISHED, Stamp, Verdict, fingerprint, read, verdict, write

# Answers in one line who runs: which Python, for which machine, in an environment of its own, with pip.
_ASK_WHO = (
    "import importlib.util as i, platform as p, sys; "
    "print(sys.implementation.cache_tag, p.machine(), sys.prefix != sys.base_prefix, bool(i.find_spec('pip')))"
)
_ASK_QT = "from PySide6 import QtPrintSupport, QtSvg, QtWidgets"
# Settings of pip that would carry the packages past .venv; where they come from stays the person's own choice.
_PAST_VENV = ("PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_PYTHON", "PIP_DRY_RUN")


def has_ensurepip() -> bool:
    """Whether the Python that runs this can put pip into an environment; Debian keeps that in a package apart."""
    importlib.invalidate_caches()
    return importlib.util.find_spec("ensurepip") is not None


class Environment:
    """The folder .venv of one project."""

    def __init__(self, project: Path, env: Mapping[str, str]) -> None:
        """For the project in that folder; everything that is started gets the environment variables `env`."""
        self.project = project
        self.path = project / ".venv"
        self.env = dict(env)
        self._stamp_file = self.path / "loyaltydesk-set-up.json"

    def programme(self, name: str) -> Path:
        """Where a programme of that name is, or would be, in the environment."""
        folder, suffix = ("Scripts", ".exe") if os.name == "nt" else ("bin", "")
        return self.path / folder / f"{name}{suffix}"

    @property
    def python(self) -> Path:
        """The environment's own Python."""
        return self.programme("python")

    @property
    def pyside(self) -> Path:
        """Where PySide6 lies once it is installed."""
        folder = str(self.path)
        return Path(sysconfig.get_path("platlib", "venv", {"base": folder, "platbase": folder})) / "PySide6"

    def verdict(self, *, dev: bool) -> Verdict:
        """What must be done before the environment holds what pyproject.toml names now."""
        return verdict(read(self._stamp_file), self._wanted(dev=dev), works=self._works())

    def make(self) -> None:
        """Makes the environment anew, with pip and nothing else. Raises Halt."""
        self._remove()
        print("Making .venv", flush=True)
        self.path.mkdir()
        # Before anything else is in there, so that the next run knows of an interruption.
        write(self._stamp_file, UNFINISHED)
        # A .venv must not be made by the Python of the .venv that was just removed.
        maker = getattr(sys, "_base_executable", "") or sys.executable
        done = subprocess.run([maker, "-m", "venv", str(self.path)], env=self.env, check=False)
        if done.returncode:
            raise Halt(f"Python's venv module could not make {self.path}; it says why above.")

    def install(self, *, dev: bool) -> None:
        """Installs what pyproject.toml names and the project itself. Raises Halt.

        pip fetches everything before it changes anything, so a network that is gone leaves what was there before.
        """
        before = read(self._stamp_file)
        wanted = self._wanted(dev=dev or (before is not None and before.dev))
        print("Installing what pyproject.toml names (the first time, over 100 MB are fetched)", flush=True)
        write(self._stamp_file, UNFINISHED)
        if self._pip_install(".[dev]" if wanted.dev else "."):
            write(self._stamp_file, before)
            raise Halt(
                "pip could not install the packages; it says why above. The first run needs the internet, "
                "or a pip.conf that names packages within reach; later runs need neither."
            )
        write(self._stamp_file, wanted)

    def prove_qt(self) -> None:
        """Loads Qt once. Raises Halt with the loader's own words when that fails."""
        done = subprocess.run(
            [str(self.python), "-c", _ASK_QT], env=self.env, check=False, capture_output=True, text=True
        )
        if done.returncode:
            last = done.stderr.strip().splitlines()[-1:] or [f"it stopped with {done.returncode}"]
            raise Halt(f"Qt is installed in {self.path} but does not load on this computer: {last[0]}")

    def _wanted(self, *, dev: bool) -> Stamp:
        pyproject = (self.project / "pyproject.toml").read_text(encoding="utf-8")
        return Stamp(project=fingerprint(pyproject), folder=str(self.path), dev=dev)

    def _works(self) -> bool:
        """Whether it runs, is of this very kind of Python, and has pip."""
        expected = f"{sys.implementation.cache_tag} {platform.machine()} True True"
        try:
            done = subprocess.run(
                [str(self.python), "-I", "-c", _ASK_WHO], capture_output=True, text=True, check=False, env=self.env
            )
        except OSError:  # not there, or its own Python was removed
            return False
        return done.stdout.strip() == expected

    def _remove(self) -> None:
        """Takes away whatever bears the name .venv."""
        if self.path.is_symlink() or self.path.is_file():
            self.path.unlink()
        elif self.path.exists():
            print("Removing .venv: it was not finished, or is another Python's or another folder's", flush=True)
            shutil.rmtree(self.path)

    def _pip_install(self, what: str) -> int:
        """pip's exit status. It shows its progress on a terminal and stays silent in a pipe."""
        env = {name: value for name, value in self.env.items() if name not in _PAST_VENV}
        quiet = () if sys.stdout.isatty() else ("--quiet",)
        words = [str(self.python), "-m", "pip", "install", *quiet, "--editable", what]
        return subprocess.run(
            words,
            cwd=self.project,
            check=False,
            env={**env, "PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"},
        ).returncode


@contextmanager
def one_at_a_time(project: Path) -> Iterator[None]:
    """Holds a lock on the project's set-up, so that nobody removes a .venv that somebody else is just making."""
    folder = project / ".cache"
    folder.mkdir(exist_ok=True)
    with (folder / "set-up.lock").open("w") as held:
        if not _lock(held, wait=False):
            print("Waiting for another set-up of this folder to finish", flush=True)
            _lock(held, wait=True)
        yield


if sys.platform == "win32":
    import msvcrt

    def _lock(held: IO[str], *, wait: bool) -> bool:
        """Locks the file; on Windows a wait gives up after ten seconds and starts again."""
        while True:
            try:
                msvcrt.locking(held.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
            except OSError:
                if not wait:
                    return False
            else:
                return True
else:
    import fcntl

    def _lock(held: IO[str], *, wait: bool) -> bool:
        """Locks the file; closing it lets go."""
        try:
            fcntl.flock(held, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            return False
        return True
