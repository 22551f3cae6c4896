"""Long work goes on beside the window: one job after another, and none behind those of another worker."""

from contextlib import nullcontext
from threading import Event

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from loyaltydesk.model.refusals import DiskFull, Refused
from ui.seams.tasks import BackgroundRunner, ended, run_now

PATIENCE = 10  # s, for a machine that is busy


def not_refused(refused: Refused) -> None:
    raise AssertionError(refused)


def test_jobs_follow_each_other_and_answer_on_the_windows_thread(qtbot: QtBot, qapp: QApplication) -> None:
    run, answers = BackgroundRunner(qapp), list[int]()
    for number in range(5):
        run(lambda number=number: number, done=answers.append, refused=not_refused)
    run.wait()
    assert answers == []  # nobody was told yet: the window is told when it has time
    qtbot.waitUntil(lambda: len(answers) == 5)
    assert answers == [0, 1, 2, 3, 4]


def test_nobody_waits_for_a_worker_beside(qtbot: QtBot, qapp: QApplication) -> None:
    run, answers, go = BackgroundRunner(qapp), list[str](), Event()
    beside = run.beside()
    beside(lambda: "slow" if go.wait(PATIENCE) else "late", done=answers.append, refused=not_refused)
    run(lambda: "quick", done=answers.append, refused=not_refused)
    qtbot.waitUntil(lambda: answers == ["quick"])
    go.set()
    run.wait()  # for both
    QApplication.sendPostedEvents()
    assert answers == ["quick", "slow"]


@pytest.mark.parametrize("is_beside", [False, True])
def test_a_refusal_is_told_apart_from_an_answer(qtbot: QtBot, qapp: QApplication, is_beside: bool) -> None:
    run, refusals = BackgroundRunner(qapp), list[Refused]()

    def full() -> None:
        raise DiskFull("shop.db")

    (run.beside() if is_beside else run)(full, done=lambda _: pytest.fail("done"), refused=refusals.append)
    qtbot.waitUntil(lambda: bool(refusals))
    assert isinstance(refusals[0], DiskFull)


@pytest.mark.parametrize("end", ["an answer", DiskFull("/"), ZeroDivisionError()])
def test_what_waits_for_a_job_hears_its_end_before_the_answer_and_in_a_fault_too(end: str | Exception) -> None:
    heard: list[object] = []
    owner = QObject()

    def job() -> str:
        if isinstance(end, str):
            return end
        raise end

    run = ended(run_now, owner, lambda: heard.append("over"))
    with pytest.raises(ZeroDivisionError) if isinstance(end, ZeroDivisionError) else nullcontext():
        run(job, done=heard.append, refused=heard.append)
    assert heard == (["over"] if isinstance(end, ZeroDivisionError) else ["over", end])
    delete(owner)
    heard.clear()
    run(lambda: 7, done=heard.append, refused=heard.append)
    assert heard == [7]


def test_without_a_thread_the_answer_is_there_at_once() -> None:
    answers = list[str]()
    run_now(lambda: "done", done=answers.append, refused=not_refused)
    assert answers == ["done"]
    with pytest.raises(ZeroDivisionError):
        run_now(lambda: 1 // 0, done=answers.append, refused=not_refused)
