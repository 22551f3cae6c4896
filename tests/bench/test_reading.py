"""The rates of reading count what they say, and tell a paper that is read badly from one that is read well."""

from collections.abc import Sequence

import pytest
from click.testing import CliRunner

from loyaltydesk.model.symbologies import Symbology
from loyaltydesk.printing.bars import symbol_for
from loyaltydesk.printing.scene import Bars, Document, Page
from tests.bench import reading
from tests.bench.__main__ import main
from tests.bench.papers import Paper, Piece, codes_of, papers
from tests.bench.reading import LOOKS, decode_table, rates

NAMES = [paper.name for paper in papers()]
SIZE = (60.0, 25.0)


def _paper(dots: int) -> Paper:
    """Code 128 whose modules are so many dots of 300 dpi."""

    def make(codes: Sequence[str]) -> Document:
        bars = [Bars(0, 5, 60, 15, symbol_for(code, "code128"), dots, 300) for code in codes]
        return Document([Page(*SIZE, (each,)) for each in bars], "Bars")

    def pieces(_document: Document, codes: Sequence[str]) -> list[Piece]:
        return [Piece(code, number, (0, 0, *SIZE)) for number, code in enumerate(codes)]

    return Paper("bars", Symbology.CODE128, make, pieces)


def test_every_paper_has_a_name_of_its_own() -> None:
    assert len(set(NAMES)) == len(NAMES)
    for part in ("back, ean13", "front, qr", "cards, Avery 5371", "vouchers, A4 thirds", "58 mm", "greeting, folded"):
        assert any(part in name for name in NAMES)


@pytest.mark.parametrize("kind", [kind for kind in Symbology if kind is not Symbology.SUITED])
def test_codes_are_the_same_each_time_and_each_another(kind: Symbology) -> None:
    assert codes_of(kind, 4) == codes_of(kind, 4)
    assert len(set(codes_of(kind, 4))) == 4


def test_good_bars_are_read_and_bars_too_fine_are_not() -> None:
    (good,), (fine,) = (rates(2, dpis=(300,), some=[_paper(dots)]) for dots in (3, 1))
    assert (good.tried, good.missed, good.holds) == (2, [], True)
    assert "blurred" in fine.missed
    assert not fine.holds
    assert decode_table([fine]).splitlines()[-1].split()[-1] == "BELOW"


def test_nothing_is_promised_of_a_coarse_printer() -> None:
    (fine,) = rates(1, dpis=(203,), some=[_paper(1)])
    assert fine.missed
    assert fine.holds


def test_a_reader_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "zbar_or_none", lambda: None)
    lines = decode_table(rates(1, dpis=(300,), some=[_paper(3)])).splitlines()
    assert "zbar missing" in lines[0]
    assert lines[2].count("100/-") == len(LOOKS)


def test_the_table_is_part_of_the_report() -> None:
    ran = CliRunner().invoke(main, ["--quick", "--only", "reading"])
    assert ran.exit_code == 0, ran.output
    assert ran.output.startswith("Codes read, in percent")
    assert len(ran.output.splitlines()) == 2 + len(papers()[::8])
