"""Every kind of paper that bears a code, with codes that are a sample of all there can be."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from msgspec.structs import replace

from loyaltydesk.model.cards import check_digit
from loyaltydesk.model.codes import new_voucher_code, shown
from loyaltydesk.model.design import CodeSide
from loyaltydesk.model.numbers import Numbering
from loyaltydesk.model.symbologies import Symbology
from loyaltydesk.printing.card import CardFace, CardLook, card_scene
from loyaltydesk.printing.greetings import GreetingFace, GreetingLook, greeting_scene
from loyaltydesk.printing.scene import Document
from loyaltydesk.printing.sheet import sheet_scene
from loyaltydesk.printing.slip import Roll, SlipFace, slip_scene, voucher_slips_scene
from loyaltydesk.printing.stocks import CARD_STOCKS, VOUCHER_STOCKS, Stock
from loyaltydesk.printing.voucher import VoucherFace, voucher_scene

Box = tuple[float, float, float, float]  # left, top, width and height in mm
LOOK = CardLook("Kafejnīca Rīts", "Coffee", "Show this card", "10 points for each euro.", "Brīvības iela 12, Rīga")
VOUCHER = VoucherFace(
    "Kafejnīca Rīts",
    "Voucher",
    "Free coffee",
    "",
    "For Anna Kowalska",
    "Valid to 31 May 2026",
    "Counts once, on this paper, and is not paid out in money.",
    "Coffee, cake and time",
)


@dataclass(frozen=True)
class Piece:
    """One code on a page of a document, within a box of it; `lies` where it is printed on its side."""

    code: str
    page: int
    box: Box
    lies: bool = False


@dataclass(frozen=True)
class Paper:
    """A kind of paper: `make` prints codes of `kind` on it, and `pieces` says where each of them then is."""

    name: str
    kind: Symbology
    make: Callable[[Sequence[str]], Document]
    pieces: Callable[[Document, Sequence[str]], Iterator[Piece]]


def codes_of(kind: Symbology, count: int) -> list[str]:
    """So many codes of a kind, the same ones each time."""
    chance = Random(f"{kind} {count}")
    return [_code(kind, chance) for _number in range(count)]


def _code(kind: Symbology, chance: Random) -> str:
    digits = "".join(chance.choice("0123456789") for _place in range(12))
    match kind:
        case Symbology.EAN13 | Symbology.QR:
            return Numbering().number(chance.randrange(10**10))
        case Symbology.EAN8:
            return digits[:7] + check_digit(digits[:7])
        case Symbology.UPC_A:
            return "4" + digits[:10] + check_digit("4" + digits[:10])
        case Symbology.CODE39:
            return f"LD-{digits[:5]}"
        case Symbology.ITF:
            return digits
        case Symbology.CODABAR:
            return digits[:10]
        case _:
            return new_voucher_code(chance.randrange)


def papers() -> list[Paper]:
    """All of them."""
    return [*_plastic(), *_sheets(), *_vouchers(), *_slips(), *_greetings()]


def _plastic() -> Iterator[Paper]:
    for kind in Symbology:
        if kind is not Symbology.SUITED:
            yield _card(kind, CodeSide.BACK)
    for kind in (Symbology.EAN13, Symbology.CODE128, Symbology.QR):
        yield _card(kind, CodeSide.FRONT)


def _card(kind: Symbology, side: CodeSide) -> Paper:
    look = replace(LOOK, code_side=side)

    def make(codes: Sequence[str]) -> Document:
        return card_scene(look, [CardFace(code, "Jānis Bērziņš", "Gold", symbology=kind.value) for code in codes])

    def pieces(document: Document, codes: Sequence[str]) -> Iterator[Piece]:
        for number, code in enumerate(codes):
            yield _whole(document, 2 * number + (1 if side is CodeSide.BACK else 0), code)

    return Paper(f"plastic card, {side}, {kind}", kind, make, pieces)


def _whole(document: Document, number: int, code: str, *, lies: bool = False) -> Piece:
    page = document.pages[number]
    return Piece(code, number, (0, 0, page.width, page.height), lies)


def _each_page(document: Document, codes: Sequence[str]) -> Iterator[Piece]:
    return (_whole(document, number, code) for number, code in enumerate(codes))


def _labels(stock: Stock, *, behind: bool) -> Callable[[Document, Sequence[str]], Iterator[Piece]]:
    """The labels of sheets, or of every second one where the codes are on the backs."""

    def pieces(_document: Document, codes: Sequence[str]) -> Iterator[Piece]:
        places = list(stock.places(mirrored=behind))
        for number, code in enumerate(codes):
            sheet, place = divmod(number, stock.count)
            yield Piece(code, 2 * sheet + 1 if behind else sheet, (*places[place], *stock.label))

    return pieces


def _sheets() -> Iterator[Paper]:
    for stock in CARD_STOCKS.values():

        def make(codes: Sequence[str], stock: Stock = stock) -> Document:
            return sheet_scene(LOOK, [CardFace(code, "Jānis Bērziņš", "Gold") for code in codes], stock=stock)

        yield Paper(f"cards, {stock.name}", Symbology.EAN13, make, _labels(stock, behind=True))


def _vouchers() -> Iterator[Paper]:
    for stock in VOUCHER_STOCKS.values():

        def make(codes: Sequence[str], stock: Stock = stock) -> Document:
            return voucher_scene([_voucher(code) for code in codes], stock=stock)

        yield Paper(f"vouchers, {stock.name}", Symbology.CODE128, make, _labels(stock, behind=False))


def _voucher(code: str) -> VoucherFace:
    return replace(VOUCHER, code=code, number=shown(code))


def _slips() -> Iterator[Paper]:
    for roll in Roll:
        wide = f"{roll.value[0]:.0f} mm"

        def voucher(codes: Sequence[str], roll: Roll = roll) -> Document:
            return voucher_slips_scene([_voucher(code) for code in codes], roll=roll)

        def bought(codes: Sequence[str], roll: Roll = roll) -> Document:
            scenes = [slip_scene(SlipFace("Kafejnīca Rīts", code=f"A-{code[1:8]}"), roll=roll) for code in codes]
            return Document([page for scene in scenes for page in scene.pages], "Slips")

        def receipts(document: Document, codes: Sequence[str]) -> Iterator[Piece]:
            return _each_page(document, [f"A-{code[1:8]}" for code in codes])

        yield Paper(f"voucher on a slip, {wide}", Symbology.CODE128, voucher, _each_page)
        yield Paper(f"slip, {wide}", Symbology.CODE128, bought, receipts)


def _greetings() -> Iterator[Paper]:
    for name, page in (("folded", 1), ("postcard", 1), ("note", 0)):  # the side of the paper that has the voucher

        def make(codes: Sequence[str], name: str = name) -> Document:
            look = GreetingLook(format=name, shop="Kafejnīca Rīts", shop_address="Brīvības iela 12")
            text = ("May the coming year bring you joy.",)
            faces = [
                GreetingFace("Happy birthday!", "Dear Emma,", text, "Warm wishes", "Ilze", (), _voucher(code), seed)
                for seed, code in enumerate(codes)
            ]
            return greeting_scene(look, faces)

        def pieces(document: Document, codes: Sequence[str], page: int = page) -> Iterator[Piece]:
            for number, code in enumerate(codes):
                yield _whole(document, number * (page + 1) + page, code, lies=page == 1)

        yield Paper(f"voucher in a greeting, {name}", Symbology.CODE128, make, pieces)
