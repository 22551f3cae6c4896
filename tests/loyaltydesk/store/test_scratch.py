"""Rows on their way into the shop: kept out of memory, found again by their keys, and gone afterwards."""

import tempfile
from pathlib import Path

import pytest

from loyaltydesk.model.imports import CheckedRow, ImportRow, Twin, TwinKind, Verdict
from loyaltydesk.model.refusals import BadRequest, NotEnoughPoints
from loyaltydesk.store.scratch import Scratch


def _row(number: int, verdict: Verdict = Verdict.NEW, twin: Twin | None = None) -> CheckedRow:
    return CheckedRow(ImportRow(number, {"name": f"Person {number}"}), verdict, twin)


def test_rows_come_back_in_their_order_and_by_their_verdict() -> None:
    scratch, twin = Scratch(), Twin(TwinKind.CARD, "id", 3, other_name=True)
    rows = [_row(9), _row(2, Verdict.SKIPPED, twin), _row(5)]
    for row in rows:
        scratch.add(row)
    assert list(scratch.rows(Verdict.NEW)) == [rows[2], rows[0]]
    assert scratch.page(2, limit=1) == [rows[2]]
    assert scratch.row(2) == rows[1]
    assert (scratch.counts(), scratch.twins()) == ({"new": 2, "skipped": 1}, {TwinKind.CARD: 1})
    scratch.close()


@pytest.mark.parametrize("refused", [BadRequest("name", "missing"), NotEnoughPoints(1, 2)])
def test_a_refusal_comes_back_with_its_facts(refused: BadRequest | NotEnoughPoints) -> None:
    scratch = Scratch()
    scratch.add(CheckedRow(ImportRow(2, refused=refused), Verdict.REFUSED))
    found = scratch.row(2).row.refused
    assert found
    assert (type(found), found.facts()) == (type(refused), refused.facts())
    scratch.close()


def test_the_first_row_with_a_key_keeps_it() -> None:
    scratch = Scratch()
    for number in (2, 3):
        scratch.know(number, [(TwinKind.EMAIL, "a@b.lv")])
    assert (scratch.above(TwinKind.EMAIL, "a@b.lv"), scratch.above(TwinKind.PHONE, "a@b.lv")) == (2, 0)
    scratch.forget_keys()
    assert scratch.above(TwinKind.EMAIL, "a@b.lv") == 0
    scratch.close()


def test_nothing_is_left_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    scratch = Scratch()
    scratch.add(_row(2))
    assert len(list(tmp_path.iterdir())) == 1
    scratch.close()
    assert list(tmp_path.iterdir()) == []
