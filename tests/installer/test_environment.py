"""The folder .venv: made, filled, distrusted after an interruption, kept when the network is gone."""

import subprocess
import sys
from pathlib import Path

import pytest

from installer import Halt
from installer.environment import Environment, _lock, one_at_a_time
from installer.stamp import UNFINISHED, Stamp, read

PYPROJECT = '[project]\nname = "shop"\nversion = "1"\n'


class Commands:
    """Stands in for subprocess.run: remembers what was started, and ends it as told."""

    def __init__(self) -> None:
        self.status = 0
        self.interrupted = False
        self.words: list[list[str]] = []
        self.env: dict[str, str] = {}

    def run(self, words: list[str], *, env: dict[str, str], **_: object) -> subprocess.CompletedProcess[str]:
        self.words.append(words)
        self.env = env
        if self.interrupted:
            raise KeyboardInterrupt
        return subprocess.CompletedProcess(words, self.status, stdout="", stderr="ImportError: libGL.so.1 is gone")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "pyproject.toml").write_text(PYPROJECT)
    return tmp_path


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> Commands:
    commands = Commands()
    monkeypatch.setattr("subprocess.run", commands.run)
    return commands


@pytest.fixture
def environment(project: Path) -> Environment:
    return Environment(project, {"PATH": "/bin", "PIP_TARGET": "/elsewhere", "PIP_INDEX_URL": "https://mirror"})


def stamp(environment: Environment) -> Stamp | None:
    return read(environment.path / "loyaltydesk-set-up.json")


def test_a_project_without_an_environment_gets_one(environment: Environment) -> None:
    assert environment.verdict(dev=False) == "make"


def test_an_environment_whose_python_was_removed_is_made_anew(environment: Environment) -> None:
    environment.python.parent.mkdir(parents=True)
    environment.python.symlink_to("/nowhere/python3")
    assert environment.verdict(dev=False) == "make"


def test_an_interrupted_making_is_remembered(environment: Environment, commands: Commands) -> None:
    commands.interrupted = True
    with pytest.raises(KeyboardInterrupt):
        environment.make()
    assert stamp(environment) == UNFINISHED


def test_making_takes_away_what_was_there(environment: Environment, commands: Commands) -> None:
    (environment.path / "lib" / "old").mkdir(parents=True)
    environment.make()
    assert [file.name for file in environment.path.iterdir()] == ["loyaltydesk-set-up.json"]
    [words] = commands.words
    assert words[1:] == ["-m", "venv", str(environment.path)]


def test_making_takes_away_a_link_and_not_what_it_points_to(
    environment: Environment, commands: Commands, project: Path
) -> None:
    elsewhere = project / "elsewhere"
    elsewhere.mkdir()
    environment.path.symlink_to(elsewhere)
    environment.make()
    assert elsewhere.is_dir()
    assert not environment.path.is_symlink()


def test_a_failed_making_says_so(environment: Environment, commands: Commands) -> None:
    commands.status = 1
    with pytest.raises(Halt, match="could not make"):
        environment.make()


@pytest.mark.parametrize(("dev", "what"), [(False, "."), (True, ".[dev]")])
def test_installing_leaves_a_stamp_of_what_was_wanted(
    environment: Environment, commands: Commands, dev: bool, what: str
) -> None:
    environment.make()
    environment.install(dev=dev)
    assert commands.words[-1][-2:] == ["--editable", what]
    left = stamp(environment)
    assert left is not None
    assert (left.finished, left.dev, left.folder) == (True, dev, str(environment.path))


def test_what_is_there_for_the_checks_stays_when_a_run_installs(environment: Environment, commands: Commands) -> None:
    environment.make()
    environment.install(dev=True)
    environment.install(dev=False)
    assert commands.words[-1][-1] == ".[dev]"


def test_pip_keeps_its_own_settings_but_installs_nowhere_else(environment: Environment, commands: Commands) -> None:
    environment.make()
    environment.install(dev=False)
    assert commands.env["PIP_INDEX_URL"] == "https://mirror"
    assert commands.env["PIP_USER"] == "0"
    assert "PIP_TARGET" not in commands.env


def test_an_interrupted_installation_is_remembered(environment: Environment, commands: Commands) -> None:
    environment.make()
    environment.install(dev=False)
    commands.interrupted = True
    with pytest.raises(KeyboardInterrupt):
        environment.install(dev=True)
    assert stamp(environment) == UNFINISHED


def test_a_network_that_is_gone_leaves_what_was_there(environment: Environment, commands: Commands) -> None:
    environment.make()
    environment.install(dev=False)
    before = stamp(environment)
    commands.status = 1
    with pytest.raises(Halt, match="needs the internet"):
        environment.install(dev=True)
    assert stamp(environment) == before


def test_a_first_installation_that_fails_is_not_taken_for_a_finished_one(
    environment: Environment, commands: Commands
) -> None:
    environment.make()
    commands.status = 1
    with pytest.raises(Halt):
        environment.install(dev=False)
    assert stamp(environment) == UNFINISHED


def test_qt_that_does_not_load_is_told_with_the_loaders_words(environment: Environment, commands: Commands) -> None:
    commands.status = 1
    with pytest.raises(Halt, match=r"does not load on this computer: ImportError: libGL\.so\.1 is gone"):
        environment.prove_qt()


def test_a_complete_environment_made_by_hand_is_kept(environment: Environment) -> None:
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(environment.path)], check=True)
    assert environment.verdict(dev=False) == "make"  # pip is missing
    (environment.pyside.parent / "pip").mkdir()
    assert environment.verdict(dev=False) == "install"


def test_an_environment_of_another_python_is_made_anew(
    environment: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(environment.path)], check=True)
    (environment.pyside.parent / "pip").mkdir()
    monkeypatch.setattr("platform.machine", lambda: "another")
    assert environment.verdict(dev=False) == "make"


def test_a_second_set_up_waits_for_the_first(project: Path) -> None:
    with one_at_a_time(project), (project / ".cache" / "set-up.lock").open("w") as second:
        assert not _lock(second, wait=False)
    with (project / ".cache" / "set-up.lock").open("w") as third:
        assert _lock(third, wait=False)
