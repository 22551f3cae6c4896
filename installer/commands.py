"""The commands of dev.py: run opens the till on a demo shop, test passes every check; both set the project up first."""

import argparse
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from installer import Halt, computer, packages
from installer.environment import Environment, has_ensurepip, one_at_a_time

PROJECT = Path(__file__).resolve().parent.parent
_TOUR = PROJECT / "tour"
_CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")


@dataclass(frozen=True)
class Step:
    """One check: its name for people, and the words that run it."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Outcome:
    """How a check ended, and the seconds it took."""

    name: str
    passed: bool
    seconds: float


def main(arguments: Sequence[str]) -> int:
    """Does what the command line says; the result is the exit status."""
    ours, passed_on = split(arguments)
    parser = _parser()
    command = parser.parse_args(ours).command
    if passed_on and command != "test":
        parser.error("only test passes words on")
    try:
        return run() if command == "run" else test(passed_on)
    except Halt as halt:
        print(f"\n{halt}", file=sys.stderr)
    except OSError as error:
        print(f"\nThe computer refused: {error}", file=sys.stderr)
    except KeyboardInterrupt:
        print("\nStopped. The same command starts again where it has to.", file=sys.stderr)
        return 130
    return 1


def split(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """The words before the first `--`, which are ours, and those after it, which are pytest's."""
    words = list(arguments)
    if "--" not in words:
        return words, []
    at = words.index("--")
    return words[:at], words[at + 1 :]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="dev.py",
        description="Sets Loyalty Desk up in .venv, with what it needs from the system, and then:",
        epilog="Words after -- go to pytest, as in: dev.py test -- -k lots",
    )
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("run", help="opens the till on a demo shop; without a screen, takes pictures of a day in it")
    commands.add_parser("test", help="passes every check and test")
    return parser


def run() -> int:
    """Opens the till on a demo shop, or without a screen runs the tour and names its folder."""
    env = _environment_variables()
    screen = computer.has_screen(sys.platform, env)
    python = str(set_up(env, dev=False, screen=screen).python)
    if screen:
        return _call([python, "main.py", "--demo"], env)
    print("This computer has no screen to open a window on, so here is a tour through the windows instead.", flush=True)
    status = _call([python, "-m", "loyaltydesk", "tour", "--out", str(_TOUR)], {**env, "QT_QPA_PLATFORM": "offscreen"})
    if status:
        raise Halt("The tour did not come to its end; it says why above.")
    print(f"Its pictures and papers are in {_TOUR}")
    return 0


def test(passed_on: Sequence[str]) -> int:
    """Passes every check, also after one that failed, so that one run shows all there is to mend."""
    env = _environment_variables() | {"QT_QPA_PLATFORM": "offscreen"}
    environment = set_up(env, dev=True, screen=False)
    outcomes = [_pass(step, env) for step in checks(environment, passed_on)]
    print(f"\n{summary(outcomes)}", flush=True)
    return 0 if all(outcome.passed for outcome in outcomes) else 1


def set_up(env: Mapping[str, str], *, dev: bool, screen: bool) -> Environment:
    """Brings .venv and the system to what pyproject.toml and Qt want now; nothing is fetched when they are there."""
    with one_at_a_time(PROJECT):
        environment = Environment(PROJECT, env)
        todo = environment.verdict(dev=dev)
        if todo == "make":
            _prepare_system(env, screen=screen)
            environment.make()
        if todo != "ready":
            environment.install(dev=dev)
        if missing := computer.missing_libraries(environment.pyside, env, screen=screen):
            packages.add(libraries=missing)
            if still := computer.missing_libraries(environment.pyside, env, screen=screen):
                raise Halt(f"Qt still misses {', '.join(still)}, although what should bring them is installed.")
        if todo != "ready":
            environment.prove_qt()
    return environment


def checks(environment: Environment, passed_on: Sequence[str]) -> list[Step]:
    """Every check, quick ones first."""
    python = str(environment.python)
    return [
        Step("ruff check", (python, "-m", "ruff", "check")),
        Step("ruff format", (python, "-m", "ruff", "format", "--check")),
        Step("mypy", (python, "-m", "mypy")),
        Step("import-linter", (str(environment.programme("lint-imports")),)),
        # a worker for each core; the tests of a file stay together, as they share what they set up; a worker that
        # crashed is not replaced, for the new one would be waited for without end
        Step("pytest", (python, "-m", "pytest", *"-n auto --dist loadfile --max-worker-restart 0".split(), *passed_on)),
    ]


def summary(outcomes: Sequence[Outcome]) -> str:
    """One line for each check, and one that says it all."""
    lines = [
        f"{outcome.name:<14} {'passed' if outcome.passed else 'FAILED'} {outcome.seconds:8.1f} s"
        for outcome in outcomes
    ]
    failed = [outcome.name for outcome in outcomes if not outcome.passed]
    return "\n".join([*lines, f"Failed: {', '.join(failed)}." if failed else "Everything passed."])


def python_packages(*, ensurepip: bool, certificates: bool, of_system: bool) -> list[str]:
    """The Debian packages without which the Python running this cannot make an environment or trust a server."""
    wanted = [] if ensurepip or not of_system else [f"python3.{sys.version_info.minor}-venv"]
    return wanted if certificates else [*wanted, "ca-certificates"]


def _prepare_system(env: Mapping[str, str], *, screen: bool) -> None:
    """Adds in one go what will be missing: Python's own parts, and the libraries that Qt is known to want."""
    debian = shutil.which("apt-get") is not None
    base = Path(getattr(sys, "_base_executable", "") or sys.executable)
    python_parts = python_packages(
        ensurepip=has_ensurepip() or not debian,
        certificates=_CERTIFICATES.exists() or not debian,
        of_system=base.resolve().parent == Path("/usr/bin"),
    )
    libraries = computer.known_libraries(env, screen=screen) if computer.is_linux() else ()
    packages.add(python_parts, computer.unloadable(libraries))
    if not has_ensurepip():
        raise Halt(f"{base} came without its module ensurepip, which puts pip into .venv. Use a complete Python.")


def _pass(step: Step, env: Mapping[str, str]) -> Outcome:
    print(f"\n-- {step.name}", flush=True)
    began = time.monotonic()
    status = _call(step.words, env)
    return Outcome(step.name, status == 0, time.monotonic() - began)


def _call(words: Sequence[str], env: Mapping[str, str]) -> int:
    """Runs a programme in the project's folder; the result is its exit status as a shell would give it."""
    status = subprocess.run(words, cwd=PROJECT, env=env, check=False).returncode
    return status if status >= 0 else 128 - status


def _environment_variables() -> dict[str, str]:
    return computer.child_environment(os.environ, utf8=computer.speaks_utf8())
