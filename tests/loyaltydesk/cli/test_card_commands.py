"""Cards are made, taken over and printed by commands, on any stock, and read as they should be."""

import json
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from loyaltydesk.model.design import CardDesign
from loyaltydesk.model.grids import Grid
from loyaltydesk.model.numbers import Numbering, NumberKind
from loyaltydesk.model.old_cards import OldCard
from loyaltydesk.printing.stocks import CARD_STOCKS
from tests.loyaltydesk.cli.conftest import Opened, Run


def _places(path: Path, page: int) -> dict[str, tuple[float, float]]:
    """The middle of each code on a page, in mm."""
    with pypdfium2.PdfDocument(path) as document:
        picture = document[page].render(scale=300 / 72).to_pil()
    found = {}
    for code in zxingcpp.read_barcodes(picture):
        corners = (code.position.top_left, code.position.bottom_right)
        found[code.text] = (sum(each.x for each in corners) / 600 * 25.4, sum(each.y for each in corners) / 600 * 25.4)
    return found


def _sizes(path: Path) -> list[list[float]]:
    with pypdfium2.PdfDocument(path) as document:
        return [[round(side / 72 * 25.4, 1) for side in page.get_size()] for page in document]


def test_numbers_are_made_as_the_shop_numbers_its_cards(run: Run, desk: Opened) -> None:
    with desk() as open_desk:
        scheme = Numbering(NumberKind.CODE128, text_prefix="RC-", length=9, running=True)
        open_desk.numbers.save(scheme)
    assert run("cards", "make", 2).output.split() == [scheme.number(1), scheme.number(2)]


def test_a_begun_sheet_of_another_stock_is_filled_up_and_moved(run: Run, tmp_path: Path) -> None:
    number = run("cards", "make", 1).output.strip()
    out = tmp_path / "cards.pdf"
    options = ("--stock", "avery l7414", "--start", 4, "--crop", "--shift-x", "0.5", "--back-shift-y", "-1")
    assert run("cards", "print", "--blank", 1, *options, "--out", out).exit_code == 0
    (x, y), (left, top) = _places(out, 1)[number], list(CARD_STOCKS["Avery L7414"].places(mirrored=True))[3]
    assert left < x < left + 90
    plain = tmp_path / "plain.pdf"
    run("cards", "print", "--blank", 1, "--stock", "Avery L7414", "--start", 4, "--out", plain)
    before = _places(plain, 1)[number]
    assert (x - before[0], y - before[1]) == pytest.approx((0.5, -1), abs=0.1)
    assert top < y < top + 52


def test_a_sheet_turned_on_its_short_edge_has_its_backs_upside_down(run: Run, tmp_path: Path) -> None:
    number = run("cards", "make", 1).output.strip()
    out = tmp_path / "cards.pdf"
    run("cards", "print", "--blank", 1, "--turn", "short", "--out", out)
    assert _places(out, 1)[number][1] > 220


@pytest.mark.parametrize(("options", "sizes"), [
    (("--sheet", "single", "--crop", "--bleed"), [[105.6, 74.0]] * 2),
    (("--sheet", "single", "--sides", "backs"), [[85.6, 54.0]]),
    (("--stock", "A4 to cut", "--sides", "fronts"), [[210.0, 297.0]]),
])  # fmt: skip
def test_paper_is_as_it_was_asked_for(
    run: Run, tmp_path: Path, options: tuple[str, ...], sizes: list[list[float]]
) -> None:
    run("cards", "make", 1)
    assert run("cards", "print", "--blank", 1, *options, "--out", tmp_path / "cards.pdf").exit_code == 0
    assert _sizes(tmp_path / "cards.pdf") == sizes


def test_colour_runs_beyond_the_edge_as_the_design_has_it(run: Run, desk: Opened, tmp_path: Path) -> None:
    with desk() as open_desk:
        open_desk.designs.save_card(CardDesign(bleed=True))
    run("cards", "make", 1)
    out = tmp_path / "cards.pdf"
    for said, size in (((), [105.6, 74.0]), (("--no-bleed",), [85.6, 54.0])):
        run("cards", "print", "--blank", 1, "--sheet", "single", *said, "--out", out)
        assert _sizes(out) == [size] * 2


def test_a_stock_of_the_shops_own_is_known_by_its_name(run: Run, desk: Opened, tmp_path: Path) -> None:
    with desk() as open_desk:
        open_desk.stocks.save(Grid("Office shop", 20000, 15000, 8560, 5398, 2, 2, left=1000, top=1000))
    run("cards", "make", 1)
    run("cards", "print", "--blank", 1, "--stock", "office SHOP", "--out", tmp_path / "cards.pdf")
    assert _sizes(tmp_path / "cards.pdf") == [[200.0, 150.0]] * 2


def test_a_stock_there_is_not_and_a_label_no_sheet_has_are_refused(run: Run, tmp_path: Path) -> None:
    run("cards", "make", 1)
    unknown = run("cards", "print", "--blank", 1, "--stock", "Papyrus", "--out", tmp_path / "cards.pdf")
    assert (unknown.exit_code, unknown.stderr) == (1, "There is no paper of this name.\n")
    beyond = run("cards", "print", "--blank", 1, "--start", 11, "--out", tmp_path / "cards.pdf")
    assert beyond.exit_code == 2
    assert "Avery C32011 has so many places on a sheet: 10." in beyond.stderr
    assert not (tmp_path / "cards.pdf").exists()


def test_the_page_to_measure_a_printer_by_has_two_sides(run: Run, tmp_path: Path) -> None:
    done = run("cards", "calibrate", "--stock", "Avery 5371", "--out", tmp_path / "page.pdf")
    assert "2 pages" in done.output
    assert _sizes(tmp_path / "page.pdf") == [[215.9, 279.4]] * 2


# --- cards of before


def test_old_cards_are_taken_over_and_printed_as_they_are(run: Run, desk: Opened, tmp_path: Path) -> None:
    file = tmp_path / "old.csv"
    file.write_text(
        "number,printed,symbology\nLD-77,1 234,Code 39\n96385074,,EAN-8\n12,,\nX,,Aztec\n", encoding="utf-8"
    )
    done = run("cards", "import", file)
    assert (done.exit_code, done.output) == (0, "Taken over: 2. Refused: 2.\n" + done.stderr)
    assert "Row 4, 12: A card number has 4 to 48 characters; 12 has not." in done.stderr
    assert "Row 5, X: There is no such kind of barcode." in done.stderr
    with desk() as open_desk:
        assert open_desk.cards.get("1234").number == "LD-77"
    run("cards", "print", "--card", "1234", "--card", "96385074", "--out", tmp_path / "cards.pdf")
    assert set(_places(tmp_path / "cards.pdf", 1)) == {"LD-77", "96385074"}
    with pypdfium2.PdfDocument(tmp_path / "cards.pdf") as document:
        assert "1234" in document[1].get_textpage().get_text_range()


def test_what_was_taken_over_is_told_to_programs_too(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "old.csv"
    file.write_text("4711\n12\n", encoding="utf-8")
    done = run("cards", "import", file, "--json")
    assert json.loads(done.output) == {
        "taken": 1,
        "refused": [{"row": 2, "number": "12", "why": "A card number has 4 to 48 characters; 12 has not."}],
    }


def test_a_file_of_nothing_but_refused_cards_is_a_refusal(run: Run, desk: Opened, tmp_path: Path) -> None:
    with desk() as open_desk:
        open_desk.numbers.take_over([OldCard("4711")])
    file = tmp_path / "old.csv"
    file.write_text("number\n4711\n", encoding="utf-8")
    assert run("cards", "import", file).exit_code == 1
    assert run("cards", "import", tmp_path / "none.csv").exit_code == 1
    assert run("cards", "import", tmp_path / "old.xlsx").exit_code == 1


def test_a_refused_number_is_told_no_longer_than_a_number_can_be(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "old.csv"
    file.write_text("number\n" + "9" * 400 + "\n", encoding="utf-8")
    told = run("cards", "import", file).stderr
    assert "9" * 48 + "…" in told
    assert "9" * 49 not in told
