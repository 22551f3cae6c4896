"""What the printing commands leave: PDFs whose bars are read and whose words can be found."""

import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from loyaltydesk.model.codes import shown
from loyaltydesk.model.customers import Profile
from loyaltydesk.model.purchases import Basket, Line
from loyaltydesk.model.shop import ShopSettings
from tests.loyaltydesk.cli.conftest import Opened, Run
from tests.reading import codes


def _codes(path: Path) -> list[list[str]]:
    """The codes on each page, as a reader sees them."""
    with pypdfium2.PdfDocument(path) as document:
        pictures = [page.render(scale=300 / 72).to_pil() for page in document]
    return [codes(each) for each in pictures]


def _words(path: Path, page: int = 0) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return str(document[page].get_textpage().get_text_range())


def _voucher(desk: Opened) -> tuple[str, str]:
    """The code of a voucher and the card of whoever holds it."""
    with desk() as open_desk:
        customer, card = open_desk.customers.register(Profile(name="Jānis Bērziņš"))
        open_desk.till.record(Basket((Line(2450),), card=card, receipt="A-17"))
        return open_desk.rewards.redeem("coffee", customer=customer).code, card


def test_blank_cards_are_the_newest_in_the_order_they_were_made(run: Run, tmp_path: Path) -> None:
    older, newer = run("cards", "make", 3).output.split(), run("cards", "make", 12).output.split()
    done = run("cards", "print", "--blank", 12, "--out", tmp_path / "cards.pdf")
    assert done.exit_code == 0
    assert "4 pages" in done.output
    fronts_and_backs = _codes(tmp_path / "cards.pdf")
    assert [len(page) for page in fronts_and_backs] == [0, 10, 0, 2]
    assert sorted(fronts_and_backs[1] + fronts_and_backs[3]) == sorted(newer)
    assert not set(older) & set(fronts_and_backs[1])
    assert sorted(fronts_and_backs[3]) == sorted(newer[10:])


def test_more_blank_cards_than_there_are_is_refused_and_no_file_is_left(run: Run, tmp_path: Path) -> None:
    run("cards", "make", 3)
    done = run("cards", "print", "--blank", 4, "--out", tmp_path / "cards.pdf")
    assert (done.exit_code, done.stderr) == (1, "There are not so many blank cards. Make some more first.\n")
    assert not (tmp_path / "cards.pdf").exists()


@pytest.mark.parametrize("by", ["card", "customer"])
def test_a_customers_card_is_printed_single_with_name_and_tier(run: Run, desk: Opened, tmp_path: Path, by: str) -> None:
    _code, card = _voucher(desk)
    done = run("cards", "print", f"--{by}", card, "--sheet", "single", "--out", tmp_path / "card.pdf")
    assert done.exit_code == 0
    assert _codes(tmp_path / "card.pdf") == [[], [card]]
    assert "Jānis Bērziņš" in _words(tmp_path / "card.pdf")
    assert "Gold member" in _words(tmp_path / "card.pdf")


def test_the_card_of_a_company_bears_its_name(run: Run, desk: Opened, tmp_path: Path) -> None:
    with desk() as open_desk:
        _customer, card = open_desk.customers.register(Profile(company="Rasa SIA"), nameless=True)
    run("cards", "print", "--card", card, "--sheet", "single", "--out", tmp_path / "card.pdf")
    assert "Rasa SIA" in _words(tmp_path / "card.pdf")


def test_cards_are_as_large_as_letter_stock_has_them(run: Run, tmp_path: Path) -> None:
    numbers = run("cards", "make", 2).output.split()
    chosen = [word for number in numbers for word in ("--card", number)]
    run("cards", "print", *chosen, "--sheet", "letter", "--out", tmp_path / "cards.pdf")
    with pypdfium2.PdfDocument(tmp_path / "cards.pdf") as document:
        assert [round(side / 72 * 25.4, 1) for side in document[0].get_size()] == [215.9, 279.4]
    assert sorted(_codes(tmp_path / "cards.pdf")[1]) == sorted(numbers)


def test_a_lost_card_is_not_printed_again(run: Run, desk: Opened, tmp_path: Path) -> None:
    _code, card = _voucher(desk)
    with desk() as open_desk:
        new = open_desk.cards.replace(card, "").replaced_by
    done = run("cards", "print", "--card", card, "--out", tmp_path / "card.pdf")
    assert (done.exit_code, done.stderr) == (1, f"Card {card} was replaced by {new}.\n")


def test_a_customer_without_a_card_that_can_be_used_is_refused(run: Run, desk: Opened, tmp_path: Path) -> None:
    _code, card = _voucher(desk)
    with desk() as open_desk:
        open_desk.cards.block(card)
    done = run("cards", "print", "--customer", card, "--out", tmp_path / "card.pdf")
    assert done.exit_code == 1
    assert done.stderr.startswith("This customer has no card that can be used.")


@pytest.mark.parametrize("words", [[], ["--blank", "1", "--card", "2600000000017"]])
def test_which_cards_must_be_said_once(run: Run, tmp_path: Path, words: list[str]) -> None:
    assert run("cards", "print", *words, "--out", tmp_path / "cards.pdf").exit_code == 2


def test_an_unknown_card_is_one_sentence(run: Run, tmp_path: Path) -> None:
    done = run("cards", "print", "--card", "2600000000017", "--out", tmp_path / "card.pdf")
    assert (done.exit_code, done.stderr) == (1, "Nobody has card 2600000000017.\n")


def test_a_voucher_names_reward_and_holder_and_its_bars_are_read(run: Run, desk: Opened, tmp_path: Path) -> None:
    code, _card = _voucher(desk)
    assert run("vouchers", "print", code, "--out", tmp_path / "voucher.pdf").exit_code == 0
    assert _codes(tmp_path / "voucher.pdf") == [[code]]
    assert "Free coffee" in _words(tmp_path / "voucher.pdf")
    assert "For Jānis Bērziņš" in _words(tmp_path / "voucher.pdf")


@pytest.mark.parametrize(
    ("sheet", "size"),
    [("a6", (148, 105)), ("a4", (297, 210)), ("letter", (279, 216)), ("thirds", (210, 297)), ("cards", (210, 297))],
)
def test_vouchers_go_on_sheets_from_the_first_free_place(
    run: Run, desk: Opened, tmp_path: Path, sheet: str, size: tuple[int, int]
) -> None:
    codes, out = [_voucher(desk)[0], _voucher(desk)[0]], tmp_path / "sheet.pdf"
    start = 1 if sheet == "a6" else 3
    printed = run("vouchers", "print", *codes, "--sheet", sheet, "--start", start, "--crop", "--out", out)
    assert printed.exit_code == 0
    assert sorted(code for page in _codes(out) for code in page) == sorted(codes)
    assert len(_codes(out)) == (2 if sheet in ("a6", "thirds") else 1)
    with pypdfium2.PdfDocument(out) as document:
        assert tuple(round(side / 72 * 25.4) for side in document[0].get_size()) == size


def test_vouchers_go_on_another_sheet_by_its_name(run: Run, desk: Opened, tmp_path: Path) -> None:
    code, out = _voucher(desk)[0], tmp_path / "sheet.pdf"
    assert run("vouchers", "print", code, "--stock", "avery 5371", "--out", out).exit_code == 0
    assert _codes(out) == [[code]]
    assert run("vouchers", "print", code, "--stock", "Papyrus", "--out", out).exit_code == 1
    assert run("vouchers", "print", code, "--sheet", "thirds", "--start", "4", "--out", out).exit_code == 2


@pytest.mark.parametrize(("roll", "wide"), [("58", 58), ("80", 80)])
def test_vouchers_go_on_slips_one_after_the_other(run: Run, desk: Opened, tmp_path: Path, roll: str, wide: int) -> None:
    codes = [_voucher(desk)[0], _voucher(desk)[0]]
    assert run("vouchers", "print", *codes, "--slip", "--roll", roll, "--out", tmp_path / "slips.pdf").exit_code == 0
    assert _codes(tmp_path / "slips.pdf") == [[code] for code in codes]
    with pypdfium2.PdfDocument(tmp_path / "slips.pdf") as document:
        assert round(document[0].get_width() / 72 * 25.4) == wide


def test_a_used_voucher_is_not_printed_again(run: Run, desk: Opened, tmp_path: Path) -> None:
    code, _card = _voucher(desk)
    with desk() as open_desk:
        open_desk.rewards.use(code)
    done = run("vouchers", "print", code, "--out", tmp_path / "voucher.pdf")
    assert (done.exit_code, done.stderr) == (1, f"Voucher {shown(code)} was used before.\n")


def test_a_slip_shows_points_balance_and_what_is_missing(run: Run, desk: Opened, tmp_path: Path) -> None:
    _voucher(desk)
    assert run("slips", "print", "A-17", "--out", tmp_path / "slip.pdf").exit_code == 0
    assert _codes(tmp_path / "slip.pdf") == [["A-17"]]
    words = _words(tmp_path / "slip.pdf")
    assert "€24.50" in words
    assert "+240" in words
    assert "90" in words  # 240 less the voucher's 150


def test_a_slip_has_the_voucher_that_the_purchase_brought_and_its_bars_are_read(
    run: Run, desk: Opened, tmp_path: Path
) -> None:
    with desk() as open_desk:
        more = '[[next_purchase]]\nid = "n"\nname = "Two off"\ngives = { money = "2.00" }\n'
        open_desk.shop.load_programme(f"{open_desk.shop.programme_text()}\n{more}")
        _customer, card = open_desk.customers.register(Profile(name="Jānis Bērziņš"))
        (brought,) = open_desk.till.record(Basket((Line(2450),), card=card, receipt="A-17")).issued
    for roll in ("80", "58"):
        assert run("slips", "print", "A-17", "--roll", roll, "--out", tmp_path / f"{roll}.pdf").exit_code == 0
        assert _codes(tmp_path / f"{roll}.pdf") == [["A-17", brought.code]]
        assert shown(brought.code) in _words(tmp_path / f"{roll}.pdf")


def test_the_slip_of_a_guest_has_no_points(run: Run, desk: Opened, tmp_path: Path) -> None:
    with desk() as open_desk:
        open_desk.till.record(Basket((Line(500),), receipt="G-1"))
    run("slips", "print", "G-1", "--out", tmp_path / "slip.pdf")
    assert "Points" not in _words(tmp_path / "slip.pdf")


def test_the_slip_of_somebody_forgotten_still_prints(run: Run, desk: Opened, tmp_path: Path) -> None:
    _code, card = _voucher(desk)
    assert run("erase", card, "--yes").exit_code == 0
    assert run("slips", "print", "A-17", "--out", tmp_path / "slip.pdf").exit_code == 0
    assert "Jānis" not in _words(tmp_path / "slip.pdf")


def test_an_unknown_receipt_is_one_sentence(run: Run, tmp_path: Path) -> None:
    done = run("slips", "print", "B-1", "--out", tmp_path / "slip.pdf")
    assert (done.exit_code, done.stderr) == (1, "There is no purchase B-1.\n")


def test_paper_speaks_the_shops_language(run: Run, desk: Opened, tmp_path: Path) -> None:
    with desk() as open_desk:
        open_desk.shop.save_settings(ShopSettings(name="Рассвет", language="ru"))
    run("cards", "make", 1)
    run("cards", "print", "--blank", 1, "--sheet", "single", "--out", tmp_path / "card.pdf")
    assert "Рассвет" in _words(tmp_path / "card.pdf")
    assert "баллов за 1 €" in _words(tmp_path / "card.pdf", 1).replace("\N{NO-BREAK SPACE}", " ")


def test_a_file_that_is_there_is_replaced(run: Run, tmp_path: Path) -> None:
    run("cards", "make", 1)
    (tmp_path / "cards.pdf").write_bytes(b"old")
    assert run("cards", "print", "--blank", 1, "--out", tmp_path / "cards.pdf").exit_code == 0
    assert (tmp_path / "cards.pdf").read_bytes().startswith(b"%PDF")


def test_a_folder_that_is_not_there_is_one_sentence(run: Run, tmp_path: Path) -> None:
    run("cards", "make", 1)
    done = run("cards", "print", "--blank", 1, "--out", tmp_path / "gone" / "cards.pdf")
    assert (done.exit_code, done.stderr) == (1, f"There is no folder {tmp_path / 'gone'}.\n")


def test_printing_needs_no_qt() -> None:
    script = "import sys, loyaltydesk.cli.main\nsys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
