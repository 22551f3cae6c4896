"""A signature from a photograph or from the screen: its ink alone, small to keep, sharp to print."""

from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from loyaltydesk.printing.ink import Touch
from loyaltydesk.printing.refusals import PictureUnreadable
from loyaltydesk.printing.signature import Signature, cleaned, drawn, read

STROKE = [(120, 220), (180, 120), (240, 230), (300, 130), (380, 240), (470, 150)]


def _paper(*, shadow: float = 0.0, noise: float = 0.0, ink: int = 50) -> Image.Image:
    """A photograph of a stroke and a dot on paper, darker towards the foot by `shadow`."""
    picture = Image.new("L", (600, 360), 236)
    brush = ImageDraw.Draw(picture)
    brush.line(STROKE, fill=ink, width=9, joint="curve")
    brush.ellipse([500, 120, 512, 132], fill=ink)
    if shadow:
        shade = Image.linear_gradient("L").resize(picture.size)
        picture = Image.composite(picture.point(lambda value: int(value * (1 - shadow))), picture, shade)
    if noise:
        picture = ImageChops.add(picture, Image.effect_noise(picture.size, noise), 1, -128)
    return picture.filter(ImageFilter.GaussianBlur(0.8))


def _file(picture: Image.Image, kind: str = "PNG", **options: int) -> bytes:
    file = BytesIO()
    picture.convert("RGB").save(file, kind, **options)
    return file.getvalue()


@pytest.mark.parametrize(
    "photograph",
    [
        _file(_paper()),
        _file(_paper(shadow=0.6)),
        _file(_paper(noise=12)),
        _file(_paper(shadow=0.5, noise=10, ink=90), "JPEG", quality=55),
        _file(_paper(ink=130)),
    ],
    ids=["scan", "shadow", "noise", "jpeg", "pale ink"],
)
def test_only_the_ink_is_left(photograph: bytes) -> None:
    signature = cleaned(photograph)
    assert len(signature.outlines) == 2  # the stroke and the dot
    assert signature.proportions == pytest.approx((512 - 116) / (245 - 117), rel=0.08)


def test_the_picture_of_a_signature_is_the_signature() -> None:
    signature = cleaned(_file(_paper()))
    again = cleaned(signature.picture("#1F2C50"))
    assert len(again.outlines) == len(signature.outlines)
    assert again.proportions == pytest.approx(signature.proportions, rel=0.03)


def test_specks_and_the_dark_edge_of_the_paper_are_left_out() -> None:
    picture = _paper()
    brush = ImageDraw.Draw(picture)
    brush.rectangle([0, 0, 14, 360], fill=30)
    for at in range(40, 560, 60):
        brush.rectangle([at, 300, at + 1, 301], fill=60)
    assert len(cleaned(_file(picture)).outlines) == 2


def test_holes_stay_clear() -> None:
    picture = Image.new("L", (400, 300), 240)
    ImageDraw.Draw(picture).ellipse([80, 60, 320, 240], outline=40, width=10)
    assert len(cleaned(_file(picture)).outlines) == 2


def test_ink_on_nothing_is_taken_from_a_clear_picture() -> None:
    clear = Image.new("RGBA", (500, 200))
    ImageDraw.Draw(clear).line([(40, 150), (250, 40), (460, 150)], fill=(20, 20, 90, 255), width=8)
    file = BytesIO()
    clear.save(file, "PNG")
    assert len(cleaned(file.getvalue()).outlines) == 1


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\nrest", b"<svg><script/></svg>"])
def test_what_is_no_picture_is_refused(content: bytes) -> None:
    with pytest.raises(PictureUnreadable):
        cleaned(content)


def test_a_tiny_file_of_a_huge_picture_is_refused() -> None:
    with pytest.raises(PictureUnreadable) as refused:
        cleaned(_file(Image.new("1", (6000, 6000))))
    assert refused.value.reason == "size"


def test_strokes_on_the_screen_become_lines_that_swell() -> None:
    soft = drawn([[Touch(0, 0, 0.1), Touch(50, 30, 0.1), Touch(100, 0, 0.1)]])
    firm = drawn([[Touch(0, 0, 1), Touch(50, 30, 1), Touch(100, 0, 1)]])
    assert _ink(firm) > 1.5 * _ink(soft)
    slow = drawn([[Touch(0, 0, time=0), Touch(50, 0, time=5), Touch(100, 0, time=5.1), Touch(150, 0, time=5.2)]])
    assert slow.proportions > 10


def _ink(signature: Signature) -> float:
    picture = Image.open(BytesIO(signature.picture("#000000", width=300))).convert("L")
    return sum(255 - value for value in picture.tobytes()) / 255


def test_a_signature_is_kept_as_a_short_line() -> None:
    signature = cleaned(_file(_paper(noise=6)))
    text = signature.text()
    assert read(text) == signature
    assert len(text) < 8_000
    assert text.isascii()
    assert "\n" not in text


@pytest.mark.parametrize(
    "text", ["", "ink1:", "ink1:????", "ink1:" + "z" * 70_000, "ink1:c%1E700000", "png:abc", "ink1:\u00e9"]
)
def test_another_line_is_no_signature(text: str) -> None:
    with pytest.raises(PictureUnreadable):
        read(text)


def test_a_kept_line_that_was_cut_is_refused() -> None:
    text = cleaned(_file(_paper())).text()
    with pytest.raises(PictureUnreadable):
        read(text[: len(text) // 2])


def test_it_prints_as_one_path_of_the_width_asked_for() -> None:
    signature = cleaned(_file(_paper()))
    motif = signature.motif("#1F2C50", width=40)
    assert (motif.width, motif.height) == pytest.approx((40, 40 / signature.proportions))
    xs = [step[1][-2] for step in signature.path("#1F2C50", width=40).steps if step[1]]
    assert min(xs) == pytest.approx(0, abs=0.1)
    assert max(xs) == pytest.approx(40, abs=0.1)
