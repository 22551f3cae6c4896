"""Whatever is typed as a name or a text: paper is made, its words are in their place, and none is lost unseen."""

import ast
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pypdfium2
import pytest

from loyaltydesk.printing.card import CardFace, CardLook, card_scene
from loyaltydesk.printing.fonts import printable
from loyaltydesk.printing.greetings import (
    GreetingFace,
    GreetingLook,
    address_label_scene,
    envelope_scene,
    greeting_scene,
)
from loyaltydesk.printing.pdf import pdf_bytes
from loyaltydesk.printing.raster_frame import Frame
from loyaltydesk.printing.scene import Document, Group, Item, Page, Placed, Role, Text, Written
from loyaltydesk.printing.sheet import sheet_scene
from loyaltydesk.printing.slip import Roll, SlipFace, slip_scene, voucher_slip_scene
from loyaltydesk.printing.slip_press import slip_bytes, voucher_bytes
from loyaltydesk.printing.slip_printer import SlipPrinter, connection
from loyaltydesk.printing.stocks import CARD_STOCKS, VOUCHER_STOCKS
from loyaltydesk.printing.typeset import line
from loyaltydesk.printing.voucher import VoucherFace, voucher_scene
from loyaltydesk.printing.why_slip import WhyFace, why_scene
from tests.hostile import HOSTILE

SOURCES = [path for name in ("loyaltydesk", "ui") for path in (Path(__file__).parents[3] / name).rglob("*.py")]
NEAR = 0.3  # mm that the last letter of a line may lean over its end


def _card(words: str) -> Document:
    look = CardLook(words, words, words, words, words, note=words)
    return card_scene(look, [CardFace("2600000000017", words, words)])


def _sheet(words: str) -> Document:
    look = CardLook(words, words, words, words, words)
    return sheet_scene(look, [CardFace("2600000000017", words, words)], stock=CARD_STOCKS["Avery 5371"])


def _voucher(words: str) -> VoucherFace:
    return VoucherFace(words, words, words, "VK9Q2M7F3XBH", words, words, words, words, words)


def _slip(words: str) -> SlipFace:
    pair = (words, words)
    return SlipFace(
        shop=words,
        under_shop=(words, words),
        rows=(pair,),
        total=pair,
        points=(pair,),
        balance=pair,
        next_reward=words,
        progress=(1, 2),
        farewell=words,
        code=words,
        stamps=(pair,),
        vouchers=(_voucher(words),),
        ending=pair,
        next_tier=words,
        news=pair,
    )


def _greeting(words: str) -> tuple[GreetingLook, list[GreetingFace]]:
    look = GreetingLook(shop=words, shop_address=words)
    return look, [GreetingFace(words, words, (words, words), words, words, (words, words, words), _voucher(words))]


PAPERS: dict[str, Callable[[str], Document]] = {
    "plastic card": _card,
    "sheet": _sheet,
    "voucher, A6": lambda words: voucher_scene([_voucher(words)]),
    "voucher, third": lambda words: voucher_scene([_voucher(words)], stock=VOUCHER_STOCKS["A4 thirds"]),
    "voucher, business card": lambda words: voucher_scene([_voucher(words)], stock=CARD_STOCKS["Avery 5371"]),
    "slip, 80 mm": lambda words: slip_scene(_slip(words)),
    "slip, 58 mm": lambda words: slip_scene(_slip(words), roll=Roll.MM58),
    "voucher on a slip": lambda words: voucher_slip_scene(_voucher(words)),
    "why": lambda words: why_scene(WhyFace(words, (words,), ((words, words),), (words, words), words, words)),
    "greeting": lambda words: greeting_scene(*_greeting(words)),
    "envelope": lambda words: envelope_scene(*_greeting(words)),
    "address label": lambda words: address_label_scene(_greeting(words)[1]),
}
ROLLS = ("slip, 80 mm", "slip, 58 mm", "voucher on a slip", "why")
every_paper = pytest.mark.parametrize("paper", PAPERS)
every_word = pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)


@cache
def _pages(paper: str, words: str) -> list[Page]:
    return list(PAPERS[paper](words).pages)


def _ends(items: tuple[Item, ...], frame: Frame) -> Iterator[tuple[float, float]]:
    """Where each line of words begins and ends on the page, in mm."""
    for item in items:
        match item:
            case Text():
                placed = line(item)
                yield frame.at(placed.x, item.y)
                yield frame.at(placed.x + placed.width, item.y)
            case Written():
                yield from _ends((item.text,), frame)
            case Group():
                yield from _ends(item.items, frame.within(item))
            case Placed():
                yield from _ends(item.motif.items, frame.moved(item.x, item.y))


def _bare(text: str) -> str:
    """Without what readers of a PDF add and leave out: blanks and hyphens at the end of a line."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(sign for sign in composed if not sign.isspace() and unicodedata.category(sign) not in ("Cc", "Cf"))


@every_paper
def test_what_can_be_set_is_in_the_text_of_the_pdf(paper: str) -> None:
    papers = {name: _pages(paper, words) for name, words in HOSTILE.items()}
    seen = iter(_texts(Document([page for pages in papers.values() for page in pages], "All")))
    for name, words in HOSTILE.items():
        beginning = _bare(printable(words, Role.BODY))[:4]
        assert len(beginning) == 4
        assert beginning in "".join(_bare(next(seen)) for _page in papers[name]), name


def _texts(document: Document) -> list[str]:
    with pypdfium2.PdfDocument(pdf_bytes(document)) as file:
        return [page.get_textpage().get_text_range(errors="replace") for page in file]


@every_paper
def test_words_stay_on_the_page(paper: str) -> None:
    for name, words in HOSTILE.items():
        for page in _pages(paper, words):
            for x, y in _ends(page.items, Frame.of(25.4)):
                assert -NEAR <= x <= page.width + NEAR, name
                assert 0 < y < page.height, name


@every_paper
def test_paper_is_as_large_as_with_honest_words_where_it_is_cut(paper: str) -> None:
    honest = _pages(paper, "Anna")
    for words in HOSTILE.values():
        odd = _pages(paper, words)
        assert [page.width for page in odd] == [page.width for page in honest]
        if paper not in ROLLS:
            assert [page.height for page in odd] == [page.height for page in honest]
        assert all(page.height < 1500 for page in odd)


@every_word
@pytest.mark.parametrize("types", [False, True], ids=["drawn", "typed"])
def test_a_slip_printer_gets_no_command_that_was_typed(words: str, types: bool) -> None:
    printer = SlipPrinter(connection("network:127.0.0.1:9100"), types=types)
    content = slip_bytes(_slip(words), printer), voucher_bytes([_voucher(words)], printer)
    assert all(content)
    if types:
        honest = slip_bytes(_slip("Anna"), printer), voucher_bytes([_voucher("Anna")], printer)
        for odd, usual in zip(content, honest, strict=True):
            assert b"\x1b[" not in odd
            assert odd.count(b"\x1dV") == usual.count(b"\x1dV")
            assert odd.count(b"\x1b@") == usual.count(b"\x1b@")


def test_no_text_is_ever_read_as_markup() -> None:
    """The PDF library has paragraphs that take tags; none of our text goes through them."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                assert not (node.module or "").startswith(("reportlab.platypus", "reportlab.lib.styles")), path
            if isinstance(node, ast.Import):
                assert not any(each.name.startswith("reportlab.platypus") for each in node.names), path
            if isinstance(node, ast.Name | ast.Attribute):
                assert (node.id if isinstance(node, ast.Name) else node.attr) != "Paragraph", path
