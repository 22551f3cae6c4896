"""Shapes, pictures, groups and motifs in a PDF: where they stand, and what is kept once."""

from collections.abc import Callable
from io import BytesIO

import pypdfium2
import pytest
from PIL import Image as Pillow

from loyaltydesk.printing.pdf import pdf_bytes
from loyaltydesk.printing.scene import (
    Disc,
    Document,
    Gradient,
    Group,
    Image,
    Item,
    Motif,
    Page,
    Path,
    Placed,
    Rect,
)


def _document(*items: Item, dpi: int = 300, width: float = 90, height: float = 30) -> Document:
    return Document((Page(width, height, items),), "Cards", "Rīts", dpi)


def test_a_motif_is_kept_once_and_painted_each_time() -> None:
    pattern = tuple(Disc(2 + n * 0.1, 2, 1.5, f"#0000{n:02X}") for n in range(200))
    motif = Motif(20, 4, pattern)
    once = pdf_bytes(_document(Placed(motif, 0, 0)))
    often = pdf_bytes(_document(*(Placed(motif, 0, n * 0.3) for n in range(40))))
    assert len(often) < len(once) * 1.3
    page = pypdfium2.PdfDocument(often)[0].render(scale=4).to_pil()
    assert page.getpixel((round(2 * 4 * 72 / 25.4), round(12 * 4 * 72 / 25.4))) == (0, 0, 5)


def test_motifs_within_motifs_keep_their_gradients_and_pictures() -> None:
    dot = BytesIO()
    Pillow.new("RGB", (4, 4), "#FF0000").save(dot, "PNG")
    inner = Motif(
        10, 10, (Rect(0, 0, 10, 10, Gradient(0, 0, 10, 0, "#000000", "#0000FF")), Image(0, 8, 2, 2, dot.getvalue()))
    )
    outer = Motif(20, 10, (Placed(inner, 10, 0),))
    page = pypdfium2.PdfDocument(pdf_bytes(_document(Rect(0, 0, 90, 30, "#FFFFFF"), Placed(outer, 5, 5))))[0]
    image = page.render(scale=10 * 25.4 / 72).to_pil()  # ten pixels to the millimetre
    assert image.getpixel((100, 100)) == (255, 255, 255)
    assert image.getpixel((155, 60))[2] < 30
    assert image.getpixel((245, 60))[2] > 225
    assert image.getpixel((160, 140)) == (255, 0, 0)


def test_a_group_is_seen_only_within_its_clip() -> None:
    scene = _document(Group((Rect(0, 0, 40, 20, "#00FF00"),), 10, 5, Disc(10, 10, 8, "#000000")))
    image = pypdfium2.PdfDocument(pdf_bytes(scene))[0].render(scale=10 * 25.4 / 72).to_pil()
    assert image.getpixel((200, 150)) == (0, 255, 0)
    assert image.getpixel((130, 80)) == (255, 255, 255)
    assert image.getpixel((290, 150)) == (255, 255, 255)


def _colours(*items: Item) -> Callable[[float, float], tuple[int, ...]]:
    """The colour of a place of a page, in millimetres."""
    image = pypdfium2.PdfDocument(pdf_bytes(_document(*items)))[0].render(scale=10 * 25.4 / 72).to_pil()
    return lambda x, y: image.getpixel((round(x * 10), round(y * 10)))  # type: ignore[return-value]


def test_a_path_is_filled_and_stroked_with_round_ends() -> None:
    steps = (("M", (10, 20)), ("L", (30, 20)), ("C", (30, 10, 10, 10, 10, 20)), ("Z", ()))
    colour = _colours(
        Path(steps, fill="#00FF00"), Path((("M", (50, 10)), ("L", (60, 10))), stroke="#0000FF", stroke_width=4)
    )
    assert [colour(20, 18), colour(20, 21), colour(11, 13)] == [(0, 255, 0), (255, 255, 255), (255, 255, 255)]
    assert [colour(48.3, 10), colour(48.4, 8.4), colour(61.7, 10)] == [(0, 0, 255), (255, 255, 255), (0, 0, 255)]


def test_a_path_within_a_path_is_filled_where_both_run_the_same_way_round() -> None:
    def square(x: float, side: float, *, back: bool = False) -> tuple[tuple[str, tuple[float, ...]], ...]:
        corners = [(x, x), (x + side, x), (x + side, x + side), (x, x + side)][:: -1 if back else 1]
        return (("M", corners[0]), *(("L", corner) for corner in corners[1:]), ("Z", ()))

    assert _colours(Path((*square(2, 20), *square(8, 8)), "#FF0000"))(12, 12) == (255, 0, 0)
    assert _colours(Path((*square(2, 20), *square(8, 8, back=True)), "#FF0000"))(12, 12) == (255, 255, 255)


def test_a_path_may_be_filled_with_a_gradient() -> None:
    steps = (("M", (10, 5)), ("L", (50, 5)), ("L", (50, 25)), ("L", (10, 25)), ("Z", ()))
    colour = _colours(Path(steps, Gradient(10, 0, 50, 0, "#000000", "#FF0000")))
    assert colour(10.5, 15)[0] < 20 < 200 < colour(49.5, 15)[0]
    assert colour(55, 15) == (255, 255, 255)


def test_a_turned_group_turns_clockwise_about_its_own_corner_and_grows_from_there() -> None:
    colour = _colours(
        Group((Rect(0, 0, 10, 2, "#FF0000"),), 40, 10, turn=90), Group((Rect(1, 1, 2, 2, "#00FF00"),), 60, 5, scale=4)
    )
    assert [colour(39, 15), colour(41, 15), colour(45, 11)] == [(255, 0, 0), (255, 255, 255), (255, 255, 255)]
    assert [colour(63, 8), colour(65, 10), colour(71, 16), colour(73, 18)] == [
        (255, 255, 255), (0, 255, 0), (0, 255, 0), (255, 255, 255)
    ]  # fmt: skip


def test_groups_within_turned_groups_turn_with_them_and_what_follows_does_not() -> None:
    inner = Group((Rect(0, 0, 4, 1, "#0000FF"),), 10, 0, turn=90, clip=Rect(0, 0, 2, 1))
    colour = _colours(Group((inner,), 30, 10, turn=90), Rect(0, 0, 2, 2, "#FF0000"))
    assert colour(29, 19.5) == (0, 0, 255)
    assert [colour(27, 19.5), colour(29, 21)] == [(255, 255, 255)] * 2
    assert colour(1, 1) == (255, 0, 0)


@pytest.mark.parametrize("side", range(40, 80, 4))
def test_no_page_is_a_pixel_more_than_its_dots(picture: Callable[..., Pillow.Image], side: int) -> None:
    assert picture(pdf_bytes(_document(width=side, height=side))).width == round(side / 25.4 * 300)


def test_a_page_is_whole_dots_large() -> None:
    page = pypdfium2.PdfDocument(pdf_bytes(_document(width=85.6, height=53.98)))[0]
    assert [side / 72 * 300 for side in page.get_size()] == pytest.approx([1011, 638], abs=5e-3)
