"""Commands that start the window, without a window."""

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.loyaltydesk.cli.conftest import Run


@pytest.fixture(autouse=True)
def no_log(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody's own log is written to."""
    monkeypatch.setattr("loyaltydesk.cli.window_commands.start_log", lambda: None)


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
