"""A card is judged a moment after it last changed: the newest only, one at a time, beside the window."""

import pytest
from PySide6.QtCore import QObject

from loyaltydesk.printing.card import CR80, CardFace, CardLook
from ui.cards import judging as module
from ui.cards.judging import Judging, judgement

LOOK = CardLook(shop="Kafejnīca Rīts")


class Later:
    """Keeps jobs until somebody has time for them."""

    def __init__(self) -> None:
        self.jobs = []

    def __call__(self, job, *, done, refused) -> None:
        self.jobs.append(lambda: done(job()))

    def do_one(self) -> None:
        self.jobs.pop(0)()


@pytest.fixture
def later() -> Later:
    return Later()


@pytest.fixture
def judging(qapp, theme, later):
    owner = QObject()
    judging = Judging(theme, later, parent=owner)
    judging.owner = owner
    judging.found = []
    judging.judged.connect(judging.found.append)
    return judging


def _judge(judging: Judging, code: str) -> None:
    judging.judge(LOOK, CardFace(code), size=CR80)


def test_of_many_changes_the_newest_is_judged_and_none_between(judging, later):
    for code in ("2600000000017", "LOYALTY-CARD-0012345", "X" * 48):
        _judge(judging, code)
    later.do_one()
    assert judging.found == []
    later.do_one()
    assert [found.barcode.problems[0].doubt for found in judging.found] == ["too_wide"]
    assert later.jobs == []


def test_a_fault_of_ours_is_told_and_the_next_card_is_judged(judging, later, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(module, "judgement", lambda *_card, **_size: 1 / 0)
        _judge(judging, "2600000000017")
        with pytest.raises(ZeroDivisionError):
            later.do_one()
    _judge(judging, "2600000000024")
    later.do_one()
    assert len(judging.found) == 1


def test_the_same_card_is_not_judged_again(judging, later):
    _judge(judging, "2600000000017")
    later.do_one()
    _judge(judging, "2600000000017")
    assert (len(judging.found), later.jobs) == (1, [])


def test_words_are_judged_with_the_barcode():
    found = judgement(CardLook(shop="Rīts", ink="#0B7A5B"), CardFace("2600000000017"), size=CR80)
    assert found.barcode.is_good
    assert found.faint[0].words == "Rīts"


def test_while_a_slider_is_dragged_it_waits(qtbot, dressed, later):
    dressed.animate = True
    try:
        owner = QObject()
        judging = Judging(dressed, later, parent=owner)
    finally:
        dressed.animate = False
    _judge(judging, "2600000000017")
    assert later.jobs == []
    qtbot.waitUntil(lambda: len(later.jobs) == 1)
