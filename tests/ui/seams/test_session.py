"""Calls go into the shop; changes, refusals and whether the file took them come out."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from loyaltydesk import words
from loyaltydesk.model.refusals import BadRequest, DiskFull, FileBroken
from loyaltydesk.store.sqlite import driver
from ui.seams.session import Session


def refuse(refusal):
    def action(_desk):
        raise refusal

    return action


@pytest.fixture
def told(session) -> list[tuple[str, object]]:
    told: list[tuple[str, object]] = []
    session.changed.connect(lambda: told.append(("changed", None)))
    session.refused.connect(lambda sentence: told.append(("refused", sentence)))
    session.kept.connect(lambda kept: told.append(("kept", kept)))
    return told


def test_what_was_done_is_told_to_everybody(session, told):
    assert session.do(lambda desk: desk.now().year) == 2026
    assert told == [("kept", True), ("changed", None)]


def test_a_refusal_goes_out_as_a_sentence(session, told):
    assert session.do(refuse(BadRequest("name", "missing"))) is None
    assert told == [("refused", "“name” is missing.")]


def test_whoever_says_a_refusal_in_place_keeps_it_from_the_others(session, told):
    said: list[str] = []
    session.do(refuse(BadRequest("name", "missing")), refused=said.append)
    assert (said, told) == (["“name” is missing."], [])


def test_a_file_that_takes_nothing_is_told_apart_from_a_refusal(session, told):
    session.do(refuse(DiskFull("shop.db")))
    assert told[0] == ("kept", False)
    session.do(lambda _desk: None)
    assert ("kept", True) in told


def test_what_sqlite_complains_of_is_a_refusal_too(session, filed, told):
    damaged = refuse(driver.DatabaseError("database disk image is malformed"))
    session.do(damaged)
    assert told[0] == ("kept", False)
    for question in (lambda: session.ask(damaged), Session(filed).job(damaged)):
        with pytest.raises(FileBroken):
            question()


def test_a_job_has_a_desk_of_its_own_on_the_same_file(filed):
    session = Session(filed)
    filed.at_work("Marta", "Till 2")
    seen = session.job(lambda desk: (desk is filed, desk.path, desk.stamp().staff, desk.stamp().till))()
    assert seen == (False, filed.path, "Marta", "Till 2")
    session.job(lambda desk: desk.cards.make(3))()
    assert len(filed.cards.blank()) == 3


def test_a_job_of_a_shop_in_memory_is_done_on_that_shop(session, desk):
    session.job(lambda desk: desk.cards.make(2))()
    assert len(desk.cards.blank()) == 2


def test_figures_follow_the_language_at_once(session):
    assert session.formats.money(1250) == "€12.50"
    words.use("pl")
    assert session.formats.money(1250) == "12,50\N{NO-BREAK SPACE}€"


def test_a_job_in_another_thread_writes_figures_as_the_window_does(filed):
    session = Session(filed)
    session.do(lambda _desk: None)
    words.use("pl")
    with ThreadPoolExecutor(1) as thread:
        assert thread.submit(lambda: session.formats.money(1250)).result() == session.formats.money(1250)
    assert session.formats.money(1250).startswith("12,50")
