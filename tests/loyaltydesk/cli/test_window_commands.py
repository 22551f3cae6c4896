"""Commands that start the window, without a window."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import ClassVar

import pytest

from tests.loyaltydesk.cli.conftest import Run


def test_open_starts_the_window_on_the_shop_that_was_named(
    run: Run, shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[Path] = []

    def start(path: Path, _now: object) -> int:
        started.append(path)
        return 3

    monkeypatch.setitem(sys.modules, "ui.app", SimpleNamespace(start=start))
    assert run("open").exit_code == 3
    assert started == [shop]


def test_a_computer_that_cannot_show_a_window_says_so(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ui.app", None)  # as if it could not be imported
    result = run("open")
    assert result.exit_code == 1
    assert "The window cannot be shown here" in result.stderr


class TourFailed(Exception):
    """As the windows' own."""


class Tour:
    """Stands for the real one, which needs windows."""

    asked: ClassVar[list[object]] = []
    fails = False

    def __init__(self, _now: object, language: str, mode: str, say: Callable[[str], None]) -> None:
        self.asked[:] = [language, mode]
        self._say = say

    def run(self, out: Path) -> None:
        self.asked.append(out)
        if self.fails:
            raise TourFailed("The tour stopped after 3 pictures.")
        self._say("01-ready.png: The till")


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> type[Tour]:
    monkeypatch.setattr(Tour, "fails", False)
    monkeypatch.setitem(sys.modules, "ui.tour.start", SimpleNamespace(Tour=Tour, TourFailed=TourFailed))
    return Tour


def test_tour_tells_of_each_picture(run: Run, tmp_path: Path, windows: type[Tour]) -> None:
    result = run("tour", "--out", tmp_path / "tour", "--lang", "lv", "--theme", "dark")
    assert (result.exit_code, result.stdout) == (0, "01-ready.png: The till\n")
    assert windows.asked == ["lv", "dark", tmp_path / "tour"]


def test_a_tour_that_fails_says_where_in_one_sentence(
    run: Run, tmp_path: Path, windows: type[Tour], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(windows, "fails", True)
    result = run("tour", "--out", tmp_path)
    assert (result.exit_code, result.stderr) == (1, "The tour stopped after 3 pictures.\n")


def test_a_tour_needs_a_folder_and_knows_its_themes(run: Run, tmp_path: Path) -> None:
    assert run("tour").exit_code == 2
    assert run("tour", "--out", tmp_path, "--theme", "pink").exit_code == 2
