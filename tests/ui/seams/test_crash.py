"""A bug is logged and reported without anything personal, and what ends the program leaves a trace."""

import faulthandler
import logging
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from tests.shop import Clock
from ui.seams.crash import KEPT, SUDDEN_END, CrashReports

SEGFAULT = """
import faulthandler, sys
from pathlib import Path
from ui.seams.crash import CrashReports
reports = CrashReports(Path(sys.argv[1]), None)
reports.install()
faulthandler._sigsegv()
"""


@pytest.fixture
def seconds() -> list[float]:
    return [0.0]


@pytest.fixture
def reports(tmp_path: Path, clock: Clock, seconds: list[float], caplog: pytest.LogCaptureFixture) -> CrashReports:
    caplog.set_level(logging.CRITICAL + 1, "loyaltydesk")
    return CrashReports(tmp_path, clock, clock=lambda: seconds[0])


@pytest.fixture
def told(reports: CrashReports) -> list[tuple[str, str]]:
    told: list[tuple[str, str]] = []
    reports.happened.connect(lambda *what: told.append(what))
    return told


def fail(reports: CrashReports, message: str = "Anna Kowalska") -> None:
    try:
        raise KeyError(message)
    except KeyError as error:
        reports.on_exception(type(error), error, error.__traceback__)


def test_a_report_says_what_went_wrong_where_and_of_whom_nothing(reports, told, tmp_path):
    fail(reports)
    ((said, file),) = told
    assert "KeyError" in said
    assert "test_crash.py" in said
    assert "in fail" in said
    assert "Anna" not in said
    assert str(Path.home()) not in said
    assert Path(file) == tmp_path / "report-20260314-100500.txt"
    assert Path(file).read_text(encoding="utf-8") == said


def test_a_fault_that_comes_again_and_again_is_told_once_a_minute(reports, told, seconds):
    for at in (0, 1, 59.9, 60, 61):
        seconds[0] = at
        fail(reports)
    assert len(told) == 2


def test_the_oldest_reports_go(reports, told, seconds, clock, tmp_path):
    for _ in range(KEPT + 3):
        seconds[0] += 100
        clock.forward(minutes=2)
        fail(reports)
    kept = sorted(each.name for each in tmp_path.iterdir())
    assert len(kept) == KEPT
    assert Path(told[-1][1]).name == kept[-1]


def test_a_report_that_cannot_be_written_is_told_all_the_same(clock, told, reports, tmp_path):
    reports._folder = tmp_path / "nowhere"
    fail(reports)
    assert told[0][1] == ""
    assert "KeyError" in told[0][0]


def test_what_a_thread_lets_fall_is_caught_too(qapp, reports, told, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", None)
    monkeypatch.setattr(threading, "excepthook", None)
    monkeypatch.setattr(faulthandler, "enable", lambda _file: None)
    monkeypatch.setattr("ui.seams.crash.qInstallMessageHandler", lambda _handler: None)
    reports.install()
    reports._sudden_end.close()
    thread = threading.Thread(target=lambda: {}["nothing"])
    thread.start()
    thread.join()
    QCoreApplication.processEvents()  # it is told on the thread of the window
    assert len(told) == 1


def test_to_be_interrupted_is_no_fault(reports, told, monkeypatch):
    monkeypatch.setattr(sys, "__excepthook__", lambda *_: None)
    reports.on_exception(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert told == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows shows a dialog of its own")
def test_what_ends_the_program_at_once_leaves_the_places_it_was_at(tmp_path):
    ended = subprocess.run([sys.executable, "-c", SEGFAULT, str(tmp_path)], cwd=Path(__file__).parents[3], check=False)
    assert ended.returncode != 0
    assert "Segmentation fault" in (tmp_path / SUDDEN_END).read_text(encoding="utf-8")
