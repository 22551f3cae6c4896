"""The two commands: what they start, what they say, and how they end."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from installer import Halt, commands
from installer.commands import Outcome, Step
from installer.environment import Environment


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[tuple[list[str], str]]:
    """A project that is set up already; gives the words that were started, each with Qt's platform."""
    environment = Environment(tmp_path, {})
    monkeypatch.setattr(commands, "set_up", lambda *_, **__: environment)
    monkeypatch.setattr(commands, "PROJECT", tmp_path)
    calls: list[tuple[list[str], str]] = []

    def call(words: Sequence[str], env: Mapping[str, str]) -> int:
        calls.append(([Path(words[0]).name, *words[1:]], env.get("QT_QPA_PLATFORM", "")))
        return 1 if "ruff" in words or "broken" in words else 0

    monkeypatch.setattr(commands, "_call", call)
    return calls


@pytest.fixture
def no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")


def test_words_after_two_dashes_are_pytests() -> None:
    assert commands.split(["test", "--", "-k", "lots", "--", "x"]) == (["test"], ["-k", "lots", "--", "x"])
    assert commands.split(["test"]) == (["test"], [])


def test_run_opens_the_till_on_a_screen(
    monkeypatch: pytest.MonkeyPatch, no_screen: None, started: list[tuple[list[str], str]]
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    assert commands.main(["run"]) == 0
    assert started == [(["python", "main.py", "--demo"], "")]


def test_run_without_a_screen_says_so_and_names_the_tours_folder(
    no_screen: None, started: list[tuple[list[str], str]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert commands.main(["run"]) == 0
    [(words, platform)] = started
    assert words[:4] == ["python", "-m", "loyaltydesk", "tour"]
    assert platform == "offscreen"
    said = capsys.readouterr().out
    assert "no screen" in said
    assert said.strip().endswith(words[-1])


def test_a_tour_that_fails_fails_the_run(
    monkeypatch: pytest.MonkeyPatch, no_screen: None, started: object, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(commands, "_call", lambda *_: 1)
    assert commands.main(["run"]) == 1
    assert "did not come to its end" in capsys.readouterr().err


def test_every_check_is_passed_although_an_early_one_fails(
    started: list[tuple[list[str], str]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert commands.main(["test", "--", "-k", "lots"]) == 1
    assert [words[1:] for words, _ in started] == [
        ["-m", "ruff", "check"],
        ["-m", "ruff", "format", "--check"],
        ["-m", "mypy"],
        [],
        ["-m", "pytest", *"-n auto --dist loadfile --max-worker-restart 0".split(), "-k", "lots"],
    ]
    assert {platform for _, platform in started} == {"offscreen"}
    assert capsys.readouterr().out.endswith("Failed: ruff check, ruff format.\n")


def test_checks_that_all_pass_end_well(
    monkeypatch: pytest.MonkeyPatch, started: object, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(commands, "checks", lambda *_: [Step("first", ("a",)), Step("second", ("b",))])
    assert commands.main(["test"]) == 0
    assert capsys.readouterr().out.endswith("Everything passed.\n")


def test_the_summary_has_a_line_for_each_check() -> None:
    text = commands.summary([Outcome("mypy", True, 12.34), Outcome("pytest", False, 0.06)])
    assert text.splitlines() == [
        "mypy           passed     12.3 s",
        "pytest         FAILED      0.1 s",
        "Failed: pytest.",
    ]


def test_what_stops_the_set_up_is_told_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def halt(*_: object, **__: object) -> Environment:
        raise Halt("Type this.")

    monkeypatch.setattr(commands, "set_up", halt)
    assert commands.main(["test"]) == 1
    assert capsys.readouterr().err == "\nType this.\n"


@pytest.mark.parametrize(
    ("problem", "status"), [(PermissionError(13, "denied", ".venv"), 1), (KeyboardInterrupt(), 130)]
)
def test_trouble_ends_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], problem: BaseException, status: int
) -> None:
    def fail(*_: object, **__: object) -> Environment:
        raise problem

    monkeypatch.setattr(commands, "set_up", fail)
    assert commands.main(["run"]) == status
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


@pytest.mark.parametrize("words", [[], ["fly"], ["run", "--", "x"]])
def test_wrong_words_are_wrong_usage(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        commands.main(words)
    assert "usage: dev.py" in capsys.readouterr().err


class Pretended:
    """An environment with a given verdict that remembers what is asked of it, in the order of asking."""

    def __init__(self, todo: str, lacking: list[list[str]]) -> None:
        self.pyside = Path("PySide6")
        self.todo = todo
        self.lacking = lacking
        self.asked: list[str] = []

    def verdict(self, *, dev: bool) -> str:
        return self.todo

    def make(self) -> None:
        self.asked.append("make")

    def install(self, *, dev: bool) -> None:
        self.asked.append("install")

    def prove_qt(self) -> None:
        self.asked.append("prove Qt")

    def add(self, parts: Sequence[str] = (), libraries: Sequence[str] = ()) -> None:
        self.asked.append(" ".join(["add", *parts, *libraries]))


def pretend(monkeypatch: pytest.MonkeyPatch, project: Path, todo: str, *lacking: list[str]) -> Pretended:
    pretended = Pretended(todo, list(lacking))
    monkeypatch.setattr(commands, "PROJECT", project)
    monkeypatch.setattr(commands, "Environment", lambda *_: pretended)
    monkeypatch.setattr("installer.packages.add", pretended.add)
    monkeypatch.setattr("installer.computer.missing_libraries", lambda *_, **__: pretended.lacking.pop(0))
    monkeypatch.setattr("installer.computer.unloadable", lambda _: ["libGL.so.1"])
    monkeypatch.setattr(commands, "python_packages", lambda **_: ["ca-certificates"])
    return pretended


def test_what_is_set_up_is_left_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pretended = pretend(monkeypatch, tmp_path, "ready", [])
    commands.set_up({}, dev=True, screen=False)
    assert pretended.asked == []


def test_a_screen_that_came_later_adds_its_libraries(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pretended = pretend(monkeypatch, tmp_path, "ready", ["libxcb-cursor.so.0"], [])
    commands.set_up({}, dev=False, screen=True)
    assert pretended.asked == ["add libxcb-cursor.so.0"]


def test_the_system_is_prepared_before_the_environment_is_made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pretended = pretend(monkeypatch, tmp_path, "make", [])
    commands.set_up({}, dev=False, screen=False)
    assert pretended.asked == ["add ca-certificates libGL.so.1", "make", "install", "prove Qt"]


def test_an_environment_that_lacks_something_is_filled_and_not_made_anew(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pretended = pretend(monkeypatch, tmp_path, "install", [])
    commands.set_up({}, dev=True, screen=False)
    assert pretended.asked == ["install", "prove Qt"]


def test_libraries_that_stay_missing_are_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pretend(monkeypatch, tmp_path, "ready", ["libGL.so.1"], ["libGL.so.1"])
    with pytest.raises(Halt, match=r"still misses libGL\.so\.1"):
        commands.set_up({}, dev=False, screen=False)


def test_debians_own_python_needs_its_venv_package_and_certificates() -> None:
    venv = f"python3.{sys.version_info.minor}-venv"
    assert commands.python_packages(ensurepip=False, certificates=False, of_system=True) == [venv, "ca-certificates"]
    assert commands.python_packages(ensurepip=False, certificates=True, of_system=False) == []
    assert commands.python_packages(ensurepip=True, certificates=True, of_system=True) == []


def test_a_programme_ended_by_a_signal_has_the_status_a_shell_would_give_it() -> None:
    kill_itself = "import os, signal; os.kill(os.getpid(), signal.SIGTERM)"
    assert commands._call([sys.executable, "-c", kill_itself], {}) == 143
