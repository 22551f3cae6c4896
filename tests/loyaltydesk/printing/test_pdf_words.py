"""Words in a PDF: each letter as it was written, found again as text, in print and in four hands."""

from collections.abc import Callable

import pytest
from PIL import Image as Pillow
from PIL import ImageChops, ImageStat

from loyaltydesk.printing.pdf import pdf_bytes
from loyaltydesk.printing.scene import (
    Document,
    Item,
    Letter,
    Page,
    Role,
    Text,
    Written,
)

HOSTILE = [
    "<b>Anna</b>",
    '<img src="/etc/passwd">',
    "&amp; &lt;",
    "Smith <b",
    "<unichar name='x'/>",
    "(unbalanced",
    "back\\slash)",
    "%PDF-1.7 endstream",
    "{name}",
    "=1+1",
]


def _document(*items: Item, dpi: int = 300, width: float = 90, height: float = 30) -> Document:
    return Document((Page(width, height, items),), "Cards", "Rīts", dpi)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_customer_calls_himself_is_printed_letter_by_letter(words: Callable[..., str], text: str) -> None:
    assert words(pdf_bytes(_document(Text(text, 5, 10, 4)))) == text


@pytest.mark.parametrize(
    ("text", "seen"),
    [("nul\x00l", "null"), ("שלום", "????"), ("🎂 Anna", "◊ Anna"), ("\u202eAnna", "Anna"), ("", ""), ("\ud800", "")],
)
def test_what_cannot_be_printed_does_no_harm(words: Callable[..., str], text: str, seen: str) -> None:
    file = pdf_bytes(Document((Page(90, 30, (Text(text, 5, 10, 4),)),), text, text))
    assert words(file) == seen


def test_five_thousand_characters_stay_on_the_card(picture: Callable[..., Pillow.Image]) -> None:
    image = picture(pdf_bytes(_document(Text("W" * 5000, 5, 10, 5, width=80))))
    ink = image.point(lambda grey: 255 if grey < 128 else 0).getbbox()
    assert ink is not None
    assert ink[2] <= 85 / 25.4 * 300


def test_all_letters_of_all_languages_are_in_the_text_layer(words: Callable[..., str]) -> None:
    for text in ("Zażółć gęślą jaźń ŁÓDŹ", "Glāžšķūņa rūķīši ĢĒŅI", "Съешь же ещё этих мягких булок ЁЖ"):
        assert words(pdf_bytes(_document(Text(text, 5, 10, 3), Text(text, 5, 20, 3, Role.BOLD)))).split("\r\n") == [
            text,
            text,
        ]


HAND_WRITTEN = (
    "Happy birthday, dear Zoë!",
    "Wszystkiego najlepszego, Łucjo − ½ ₽ Ω",
    "Daudz laimes dzimšanas dienā, Ģirt!",
    "С днём рождения, объявленная Юлия!",
)
LETTERS = tuple(Letter(n % 3 * 0.01, n % 5 * 0.02 - 0.04, n % 7 - 3, 0.94 + n % 4 * 0.04) for n in range(35))


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("text", HAND_WRITTEN)
def test_what_is_written_is_found_as_its_words(words: Callable[..., str], role: Role, text: str) -> None:
    written = Written(Text(text, 5, 20, 7, role), LETTERS)
    assert words(pdf_bytes(_document(written, width=200))) == text
    printed = Text(text, 5, 20, 7, role)
    assert words(pdf_bytes(_document(printed, width=200))) == text


def test_letters_that_do_not_vary_look_as_if_they_were_printed(picture: Callable[..., Pillow.Image]) -> None:
    text = Text("Łucja − ½ Ω", 5, 20, 9, Role.ROUND)
    printed, written = (
        picture(pdf_bytes(_document(each))) for each in (text, Written(text, (Letter(),)))
    )  # each letter is placed for itself, to a thousandth of a point
    unlike = ImageChops.difference(printed, written)
    assert ImageStat.Stat(unlike).mean[0] < 0.2


def test_letters_move_turn_and_grow(picture: Callable[..., Pillow.Image]) -> None:
    def ink(letter: Letter) -> tuple[int, int, int, int]:
        image = picture(pdf_bytes(_document(Written(Text("l", 40, 20, 10), (letter,)), width=80)), dpi=254)
        box = image.point(lambda grey: 255 if grey < 128 else 0).getbbox()
        assert box is not None
        return box

    plain = ink(Letter())
    assert ink(Letter(right=0.5))[0] - plain[0] == pytest.approx(50, abs=1)
    assert plain[1] - ink(Letter(up=0.5))[1] == pytest.approx(50, abs=1)
    assert ink(Letter(turn=90))[2] - plain[2] == pytest.approx(60, abs=15)  # clockwise: its head is on the right
    grown = ink(Letter(size=1.5))
    assert grown[3] - grown[1] == pytest.approx((plain[3] - plain[1]) * 1.5, abs=2)
    assert (grown[0] + grown[2]) / 2 == pytest.approx((plain[0] + plain[2]) / 2, abs=4)
