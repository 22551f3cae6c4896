"""Ten thousand finished cards in one PDF, and one card anew on the screen while a slider is dragged.

The cards are two-sided on sheets of ten, with the logo, the tier, the name, the bars and the number. Beside them stands
the least that makes the same words and bars: one loop over a canvas of reportlab, with the ground of a sheet kept once,
all words of a page in one batch, bars cut ready for each place and digit, nothing measured and nothing proven.
"""

import os
import sys
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO, Final

from barcode.charsets.ean import CODES, LEFT_PATTERN
from msgspec.structs import replace
from PIL import Image as Pillow
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from loyaltydesk.model.cards import check_digit
from loyaltydesk.printing.card import CR80, CardDrawing, CardFace, CardLook
from loyaltydesk.printing.designs import TEMPLATES
from loyaltydesk.printing.fonts import face
from loyaltydesk.printing.pdf import save_pdf
from loyaltydesk.printing.scene import POINTS_PER_MM, Page, Placed, Role, Symbol
from loyaltydesk.printing.sheet import sheet_scene
from loyaltydesk.printing.stocks import CARD_STOCKS
from tests.bench.filling import profile
from tests.bench.measuring import Row, in_turn

SLOWER, GROWTH, FRAME = 1 / 0.8, 1.1, 0.016  # times the bare loop, times the memory, seconds
STOCK: Final = CARD_STOCKS["Avery C32011"]
WIDE = 760  # pixels of a card on the screen
REPEATED = 7


def cards(folder: Path, count: int, frames: int) -> list[Row]:
    """The lines of the table, from print runs of `count` cards and so many frames of each design."""
    faces = list(Faces(count))
    ours, bare = in_turn([lambda: ours_of(faces, folder)] * REPEATED, [lambda: bare_of(faces, folder)] * REPEATED)
    many, few = (_most(Faces(each), folder) for each in (count, max(count // 10, STOCK.count)))
    frame, empty = _frames(frames)
    return [
        Row(f"{count:,} cards in one PDF / a bare loop over a canvas", ours, bare, SLOWER),
        Row(f"memory for {count:,} cards / for a tenth of them", many, few, GROWTH, unit="B"),
        Row("both sides of a card anew on the screen / the 16 ms of a frame", frame, FRAME, 1.0),
        Row("both sides of a card anew on the screen / two empty pictures", frame, empty),
    ]


class Faces(Sequence[CardFace]):
    """The cards of people, each made when it is asked for."""

    def __init__(self, count: int) -> None:
        self._people = [profile(number).name for number in range(min(count, 500))]
        self._count = count

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, place: Any) -> Any:
        if isinstance(place, slice):
            return [self[number] for number in range(*place.indices(self._count))]
        if place >= self._count:
            raise IndexError(place)
        stem = f"26{place:010}"
        tier = "Gold member" if place % 3 else "Silver member"
        return CardFace(stem + check_digit(stem), self._people[place % len(self._people)], tier)


def _logo() -> bytes:
    file = BytesIO()
    Pillow.radial_gradient("L").convert("RGB").save(file, "PNG")
    return file.getvalue()


LOOK = CardLook("Kafejnīca Rīts", "Coffee", "Show this card", "10 points for each euro.", "Rīga", logo=_logo())


def ours_of(faces: Sequence[CardFace], folder: Path) -> Path:
    """The cards as the program makes them."""
    path = folder / "ours.pdf"
    save_pdf(sheet_scene(LOOK, faces, stock=STOCK), path)
    return path


def bare_of(faces: Sequence[CardFace], folder: Path) -> Path:
    """The same words and bars by one loop, and as safely on the disk."""
    path = folder / "bare.pdf"
    with path.open("wb") as file:
        _Bare(file).make(faces)
        file.flush()
        os.fsync(file.fileno())
    return path


def _cut(modules: str, start: int) -> str:
    runs = Symbol("", "", modules, 0, 0).runs()
    return " ".join(f"{start + bar.start} 0 {len(bar)} 1 re" for bar in runs)


GUARDS: Final = [_cut("101", 0), _cut("01010", 45), _cut("101", 92)]
LEFT: Final = [{each: [_cut(digit, 3 + 7 * at) for digit in CODES[each]] for each in "AB"} for at in range(6)]
RIGHT: Final = [[_cut(digit, 50 + 7 * at) for digit in CODES["C"]] for at in range(6)]


class _Bare:
    """The least that makes a sheet's words and bars."""

    def __init__(self, file: BinaryIO) -> None:
        self._canvas = Canvas(file, initialFontName=face(Role.BODY).fontName, invariant=1, pageCompression=1)
        self._places = [(x * POINTS_PER_MM, (297 - y - 54) * POINTS_PER_MM) for x, y in STOCK.places()]
        self._grounds("front", ImageReader(BytesIO(LOOK.logo or b"")))
        self._grounds("back", None)

    def make(self, faces: Sequence[CardFace]) -> None:
        for start in range(0, len(faces), STOCK.count):
            some = list(zip(faces[start : start + STOCK.count], self._places, strict=False))
            self._page("front", [" ".join(("BT", *self._fronts(some), "ET"))])
            self._page("back", [" ".join(("BT", *self._numbers(some), "ET")), *map(self._bars, some)])
        self._canvas.save()

    def _grounds(self, name: str, logo: ImageReader | None) -> None:
        canvas = self._canvas
        canvas.beginForm(name)
        canvas.setFillColorRGB(0.04, 0.48, 0.36)
        canvas.rect(0, 0, 241, 153, stroke=0, fill=1)
        if logo is not None:
            canvas.drawImage(logo, 20, 90, 40, 40)
        canvas.endForm()
        canvas.beginForm(f"{name} sheet")
        for x, y in self._places:
            canvas.saveState()
            canvas.translate(x, y)
            canvas.doForm(name)
            canvas.restoreState()
        canvas.endForm()

    def _page(self, name: str, operators: list[str]) -> None:
        self._canvas.doForm(f"{name} sheet")
        self._canvas._code.extend(operators)
        self._canvas.showPage()

    def _fronts(self, some: list[tuple[CardFace, tuple[float, float]]]) -> Iterator[str]:
        for card, (x, y) in some:
            yield from self._words(card.name, Role.BOLD, 16, (x + 20, y + 20))
            yield from self._words(card.above_name, Role.BODY, 9, (x + 20, y + 38))

    def _numbers(self, some: list[tuple[CardFace, tuple[float, float]]]) -> Iterator[str]:
        for card, (x, y) in some:
            caption = f"{card.code[0]} {card.code[1:7]} {card.code[7:]}"
            yield from self._words(caption, Role.BODY, 10, (x + 85, y + 20))

    def _words(self, text: str, role: Role, size: float, place: tuple[float, float]) -> Iterator[str]:
        font, document = face(role), self._canvas._doc
        yield f"0 g 1 0 0 1 {place[0]:.2f} {place[1]:.2f} Tm"
        for subset, codes in font.splitString(text, document):
            name = font.getSubsetInternalName(subset, document)
            yield f"{name} {size:.2f} Tf ({self._canvas._escape(codes)}) Tj"

    def _bars(self, placed: tuple[CardFace, tuple[float, float]]) -> str:
        card, (x, y) = placed
        sets = LEFT_PATTERN[int(card.code[0])]
        left = [LEFT[at][sets[at]][int(digit)] for at, digit in enumerate(card.code[1:7])]
        right = [RIGHT[at][int(digit)] for at, digit in enumerate(card.code[7:])]
        bars = " ".join((GUARDS[0], *left, GUARDS[1], *right, GUARDS[2]))
        return f"q 0.96 0 0 48.2 {x + 68:.2f} {y + 38:.2f} cm {bars} f Q"


def _most(faces: Sequence[CardFace], folder: Path) -> int:
    """The bytes that a print run holds at its peak, after another has filled what is remembered for all."""
    ours_of(Faces(40 * STOCK.count), folder)
    tracemalloc.start()
    ours_of(faces, folder)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


def _frames(times: int) -> tuple[float, float]:
    """The median seconds in which the slowest design is drawn anew and painted, and an empty picture of its size."""
    if sys.platform == "linux" and not os.environ.keys() & {"DISPLAY", "WAYLAND_DISPLAY"}:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication(sys.argv[:1])
    sides = [[_frame(name, number) for number in range(times)] for name in TEMPLATES]
    *designs, empty = in_turn(*sides, [_empty] * times)
    assert app is not None
    return max(designs), empty


def _frame(template: str, number: int) -> Callable[[], object]:
    """A card whose colour is at another place of its slider, drawn and painted as large as it is looked at."""
    look = replace(LOOK, template=template, colour=f"#{(40 + number * 7) % 200:02X}7A5B")
    card_face = CardFace("2600000000017", "Katarzyna Wiśniewska", "Gold member")

    def draw() -> None:
        card = CardDrawing(look)
        for ground, words in ((card.front_ground, card.front_words), (card.back_ground, card.back_words)):
            _painted(Page(*CR80, (Placed(ground, 0, 0), *words(card_face))))

    return draw


def _empty() -> None:
    for _side in range(2):
        _painted(Page(*CR80, ()))


def _painted(page: Page) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QPainter, QPixmap

    from ui.paper.painter import paint_page

    picture = QPixmap(WIDE, round(WIDE * page.height / page.width))
    picture.fill(Qt.GlobalColor.white)
    with QPainter(picture) as painter:
        painter.scale(WIDE / page.width, WIDE / page.width)
        paint_page(painter, page)
