"""Adds what is missing to the operating system, or says exactly what to type where that is not ours to do."""

import os
import shlex
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

from installer import Halt

_LISTS = Path("/var/lib/apt/lists")
_QUIETLY = (
    "--yes",
    "--quiet",
    "--no-install-recommends",
    "--option=DPkg::Lock::Timeout=300",
    "--option=Acquire::Retries=3",
)
# GLib puts its series into the file's name; everything else is named by rule.
_NAMED_OTHERWISE = {"libglib-2.0.so.0": "libglib2.0-0", "libgthread-2.0.so.0": "libglib2.0-0", "libz.so.1": "zlib1g"}


def debian_package(library: str) -> str:
    """The Debian package of a shared library, `libEGL.so.1` → `libegl1` (Debian Policy 8.1, the naming rule).

    Packages renamed since (`libcups2t64`) still answer to this name.
    """
    if library in _NAMED_OTHERWISE:
        return _NAMED_OTHERWISE[library]
    name, _, version = library.lower().partition(".so.")
    return name + ("-" if name[-1].isdigit() else "") + version


def debian_packages(packages: Sequence[str], libraries: Sequence[str]) -> list[str]:
    """Every Debian package wanted, once, in order of the alphabet."""
    return sorted({*packages, *map(debian_package, libraries)})


def commands(tool: str, packages: Sequence[str], *, libraries: Sequence[str]) -> list[list[str]]:
    """The commands that make a package tool install Debian packages by name and libraries by file name.

    RPM packages declare the libraries they bring, so `dnf` and `zypper` take those as they are.
    """
    if tool == "apt-get":
        return [["apt-get", "update"], ["apt-get", "install", "--yes", *debian_packages(packages, libraries)]]
    return [[tool, "install", *(f"{library}()(64bit)" for library in libraries)]]


def advice(packages: Sequence[str], libraries: Sequence[str], *, root: bool, tools: Callable[[str], object]) -> str:
    """What to tell somebody for whom nothing can be installed from here; `tools` says whether a command exists."""
    tool = next((name for name in ("apt-get", "dnf", "zypper") if tools(name)), "")
    if not tool:
        wanted = ", ".join([*libraries, *packages])
        return f"This computer lacks {wanted}. Install the packages of your system that bring them, then start again."
    before = [] if root or not tools("sudo") else ["sudo"]
    line = " && ".join(shlex.join([*before, *words]) for words in commands(tool, packages, libraries=libraries))
    if not root and not before:
        line = f"su -c {shlex.quote(line)}"
    return f"This computer lacks something that Loyalty Desk needs. Type this, then start again:\n\n    {line}\n"


def add(packages: Sequence[str] = (), libraries: Sequence[str] = ()) -> None:
    """Installs Debian packages by name and shared libraries by file name; nothing to install is no work.

    Raises Halt with the command to type when this is not Debian's kind of system or we are not root on it, and
    with apt's own words when apt fails.
    """
    if not packages and not libraries:
        return
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if not root or not shutil.which("apt-get"):
        raise Halt(advice(packages, libraries, root=root, tools=shutil.which))
    _install(debian_packages(packages, libraries))


def _install(wanted: Sequence[str]) -> None:
    print("Installing with apt-get:", *wanted, flush=True)
    if not any(_LISTS.glob("*_Packages*")):
        _system("apt-get", *_QUIETLY, "update")
    done = _system("apt-get", *_QUIETLY, "install", *wanted)
    if done.returncode:
        # The lists may be older than the mirror, or an earlier installation was cut off half-way.
        _system("dpkg", "--configure", "-a")
        _system("apt-get", *_QUIETLY, "update")
        done = _system("apt-get", *_QUIETLY, "--fix-broken", "install", *wanted)
    if done.returncode:
        said = "\n".join(done.stdout.splitlines()[-15:])
        raise Halt(f"apt-get could not install {' '.join(wanted)}. Its last words were:\n\n{said}\n")


def _system(*words: str) -> subprocess.CompletedProcess[str]:
    """Runs a command of the system silently; a package that would ask a question takes its own answer."""
    return subprocess.run(
        words,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"},
    )
