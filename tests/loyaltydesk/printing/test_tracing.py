"""Grey pixels become outlines: as many as there are shapes, in the right places, holes the other way round."""

import math

import pytest
from PIL import Image, ImageDraw

from loyaltydesk.printing.tracing import area, length, outlines


def _disc(radius: float, hole: float = 0) -> Image.Image:
    picture = Image.new("L", (480, 480))
    brush = ImageDraw.Draw(picture)
    brush.ellipse([240 - radius * 8, 240 - radius * 8, 240 + radius * 8, 240 + radius * 8], fill=255)
    brush.ellipse([240 - hole * 8, 240 - hole * 8, 240 + hole * 8, 240 + hole * 8], fill=0)
    return picture.resize((60, 60), Image.Resampling.BOX)


def test_a_disc_has_one_outline_of_its_size() -> None:
    (outline,) = outlines(_disc(20).tobytes(), 60, threshold=127.5)
    assert area(outline) == pytest.approx(math.pi * 400, rel=0.02)
    assert length(outline) == pytest.approx(math.pi * 40, rel=0.02)
    assert all(abs(math.dist(point, (29.5, 29.5)) - 20) < 0.4 for point in outline)


def test_a_hole_runs_the_other_way_round() -> None:
    areas = sorted(area(each) for each in outlines(_disc(20, hole=8).tobytes(), 60, threshold=127.5))
    assert areas == pytest.approx([-math.pi * 64, math.pi * 400], rel=0.06)


def test_what_runs_out_of_the_picture_is_closed_at_its_edge() -> None:
    (outline,) = outlines(bytes([255] * 100), 10, threshold=127.5)
    assert area(outline) == pytest.approx(100, abs=8)


def test_pixels_that_touch_at_a_corner_belong_together() -> None:
    dark = bytes([255 if (x < 5) == (y < 5) else 0 for y in range(10) for x in range(10)])
    assert len(list(outlines(dark, 10, threshold=127.5))) == 1


def test_white_paper_has_no_outline() -> None:
    assert list(outlines(bytes(100), 10, threshold=127.5)) == []
