"""Slips that wait survive a restart, and say nothing of anybody."""

from PySide6.QtCore import QSettings

from ui.seams.preferences import Preferences
from ui.seams.slip_waiting import KEY, MOST, SlipList, WaitingSlip

ONE = WaitingSlip("shop.db", "p1", since="2026-03-14T10:05:00+01:00")


def test_they_are_there_after_a_restart(tmp_path):
    def opened():
        return SlipList(Preferences(QSettings(str(tmp_path / "p.ini"), QSettings.Format.IniFormat)), "shop.db")

    opened().put(ONE)
    opened().put(WaitingSlip("shop.db", vouchers=("V1", "V2"), tries=2, reason="timed_out"))
    assert [(slip.purchase, slip.vouchers, slip.tries) for slip in opened().all()] == [
        ("p1", (), 0),
        ("", ("V1", "V2"), 2),
    ]
    opened().drop(ONE)
    assert [slip.reason for slip in opened().all()] == ["timed_out"]


def test_the_same_slip_waits_once_and_keeps_its_place(tools):
    waiting = SlipList(tools.preferences, "shop.db")
    waiting.put(ONE)
    waiting.put(WaitingSlip("shop.db", "p2"))
    waiting.put(WaitingSlip("shop.db", "p1", tries=3))
    assert [(slip.purchase, slip.tries) for slip in waiting.all()] == [("p1", 3), ("p2", 0)]


def test_each_shop_has_its_own(tools):
    SlipList(tools.preferences, "shop.db").put(ONE)
    assert SlipList(tools.preferences, "demo.db").all() == []


def test_rubbish_is_no_slip(tools):
    for text in ("{", "[1]", '[{"shop": 7}]', "\udcff"):
        tools.preferences.write(KEY, text)
        assert SlipList(tools.preferences, "shop.db").all() == []


def test_the_oldest_give_way(tools):
    waiting = SlipList(tools.preferences, "shop.db")
    tools.preferences.write(KEY, "[" + ",".join(f'{{"shop":"shop.db","purchase":"p{n}"}}' for n in range(MOST)) + "]")
    waiting.put(WaitingSlip("shop.db", "new"))
    kept = waiting.all()
    assert (len(kept), kept[0].purchase, kept[-1].purchase) == (MOST, "p1", "new")
