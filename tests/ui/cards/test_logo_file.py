"""A logo is taken in from a file: a picture, or a drawing that Qt draws."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from loyaltydesk.printing.pictures import proportions
from loyaltydesk.printing.refusals import PictureUnreadable
from loyaltydesk.printing.svg import DrawingRefused
from ui.cards.logo_file import logo_from

LEAF = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" width="20mm" height="10mm">
<defs><linearGradient id="g">
<stop offset="0" stop-color="#0B7A5B"/><stop offset="1" stop-color="#F2C14E"/></linearGradient></defs>
<rect x="20" y="20" width="160" height="40" rx="8" fill="url(#g)"/></svg>"""


@pytest.fixture
def file(tmp_path: Path):
    """A file with this in it."""

    def write(content: bytes | str, name: str = "logo.svg") -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


def test_a_drawing_becomes_a_picture_of_what_is_in_it(file) -> None:
    kept = logo_from(file(LEAF))
    assert proportions(kept) == pytest.approx(4, abs=0.05)
    picture = Image.open(BytesIO(kept)).convert("RGB")
    assert picture.width == 900
    red, green, blue = picture.getpixel((30, picture.height // 2))  # type: ignore[misc]  # RGB has three
    assert green > red > 0 < blue


def test_a_drawing_is_known_by_what_is_in_it_and_not_by_its_name(file) -> None:
    assert proportions(logo_from(file(LEAF, "logo.png"))) == pytest.approx(4, abs=0.05)
    picture = BytesIO()
    Image.new("RGB", (30, 10), "red").save(picture, "PNG")
    assert proportions(logo_from(file(picture.getvalue()))) == 3


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (LEAF.replace("</svg>", "<script/></svg>"), "runs"),
        ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>', "empty"),
        ("<svg></svg>", "no_svg"),
        ("<p>no drawing</p>", "no_svg"),
    ],
)
def test_a_drawing_that_cannot_be_drawn_is_refused(file, text: str, reason: str) -> None:
    with pytest.raises(DrawingRefused) as refused:
        logo_from(file(text))
    assert refused.value.reason == reason


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "nothing.png", tmp_path):
        with pytest.raises(PictureUnreadable):
            logo_from(path)
