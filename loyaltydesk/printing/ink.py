"""Finds the ink on a photograph of paper, or lays it where a pen went on the screen, and gives its outlines."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise

from msgspec import Struct
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageMath

from loyaltydesk.model.refusals import Refused
from loyaltydesk.printing.pictures import flatten
from loyaltydesk.printing.tracing import Outline, area, length, outlines
from loyaltydesk.words import mark, tr
from loyaltydesk.words.formats import Formats
from loyaltydesk.words.refusals import sentence

LOOKED_AT = 1600  # pixels of the longer side in which ink is looked for
TRACED = 900  # and of the part with the signature, as it is traced
FAINTEST = 40  # of 255: ink less dark than this is a shadow or a stain
MOST_INK = 0.3  # of the picture: more is no signature on paper
MOST_OUTLINES = 400
MOST_RIM = 300_000  # pixels at the edge of ink: a page of print has as many, and following them would take seconds
MOST_TOUCHES = 20_000  # of a pen on the screen
PEN = 5.5  # pixels that a line drawn at an even pace is thick, of TRACED
REASONS = {
    "empty": mark("No signature was found. Write it with a dark pen on white paper, and let it fill the picture."),
    "crowded": mark("This picture has more on it than a signature. Take one of plain white paper."),
}


@dataclass(eq=False)
class SignatureUnclear(Refused):
    """The picture has no ink on it that could be a signature, or too much: `reason` is empty or crowded."""

    reason: str


@sentence.register
def _(no: SignatureUnclear, _formats: Formats) -> str:
    return tr(REASONS[no.reason])


class Touch(Struct, frozen=True):
    """Where a pen was on the screen, in any unit; its pressure (0 to 1) and time (seconds) where they are known."""

    x: float
    y: float
    pressure: float | None = None
    time: float | None = None


def found(content: bytes) -> list[Outline]:
    """The outlines of the ink on a picture (PNG or JPEG). Raises PictureUnreadable and SignatureUnclear."""
    with Image.open(BytesIO(flatten(content, LOOKED_AT))) as picture:
        grey = picture.convert("L")
    dark = _darkness(grey)
    within = _around(_outlines(dark), grey.size)
    close = grey.crop(within)
    scale = TRACED / max(close.size)
    close = close.resize(
        (max(8, round(close.width * scale)), max(8, round(close.height * scale))), Image.Resampling.LANCZOS
    )
    return _outlines(_darkness(close, radius=0.7 * max(scale, 1)))


def _darkness(grey: Image.Image, *, radius: float = 0.8) -> Image.Image:
    """How much darker than the paper around it each pixel is, of 255; shadows on the paper are taken off."""
    small = grey.resize((max(1, grey.width // 8), max(1, grey.height // 8)), Image.Resampling.BOX)
    paper = small.filter(ImageFilter.MaxFilter(9)).filter(ImageFilter.GaussianBlur(4))
    paper = paper.resize(grey.size, Image.Resampling.BICUBIC)
    darker = ImageChops.subtract(paper, grey)
    share: Image.Image = ImageMath.lambda_eval(
        lambda of: of["convert"](of["darker"] * 255 / of["max"](of["paper"], 1), "L"), darker=darker, paper=paper
    )
    return share.filter(ImageFilter.GaussianBlur(radius))


def _outlines(dark: Image.Image) -> list[Outline]:
    """What is a signature among all that is dark: no specks, and nothing that runs out of the picture."""
    threshold = _threshold(dark.histogram())
    covered = sum(dark.histogram()[int(threshold) + 1 :]) / (dark.width * dark.height)
    if covered > MOST_INK or _rim(dark, threshold) > MOST_RIM:
        raise SignatureUnclear("crowded")
    traced = [each for each in outlines(dark.tobytes(), dark.width, threshold=threshold) if len(each) > 3]
    ink = sum(map(area, traced))
    pen = (
        2 * ink / (sum(map(length, traced)) or 1)
    )  # how thick the line is: a long thin shape is its area by half its rim
    kept = [each for each in traced if abs(area(each)) > max(pen * pen * 0.45, 8)]
    inner = [each for each in kept if not _leaves(each, dark.size)]
    if sum(map(area, inner)) > ink * 0.3:
        kept = inner
    if not kept or sum(map(area, kept)) < ink * 0.1:
        raise SignatureUnclear("empty")
    if len(kept) > MOST_OUTLINES:
        raise SignatureUnclear("crowded")
    return sorted(kept)


def _rim(dark: Image.Image, threshold: float) -> int:
    """How often ink begins or ends between two neighbours, along the rows and along the columns."""
    ink = dark.point([255 * (value > threshold) for value in range(256)])
    neighbours = (ImageChops.offset(ink, 1, 0), ImageChops.offset(ink, 0, 1))
    return sum(ImageChops.difference(ink, each).histogram()[255] for each in neighbours)


def _threshold(counts: Sequence[int]) -> float:
    """Where ink begins: what parts the pixels best in two kinds (Otsu), near half of the darkest ink.

    Raises SignatureUnclear where nothing is dark.
    """
    most = max(12, sum(counts) // 1000)
    darkest, seen = 0, 0
    for value in range(255, -1, -1):
        taken = min(counts[value], most - seen)
        darkest, seen = darkest + value * taken, seen + taken
    darkest //= max(seen, 1)
    if darkest < FAINTEST:
        raise SignatureUnclear("empty")
    return min(max(_otsu(counts), darkest * 0.38), darkest * 0.55) + 0.5  # no pixel lies on it


def _otsu(counts: Sequence[int]) -> int:
    """The value that leaves the least variance within both of its sides (Otsu, 1979)."""
    total, mass = sum(counts), sum(value * count for value, count in enumerate(counts))
    best, at, below, low = -1.0, 0, 0, 0
    for value, count in enumerate(counts):
        below, low = below + count, low + value * count
        if 0 < below < total:
            apart = low / below - (mass - low) / (total - below)
            if (between := below * (total - below) * apart * apart) > best:
                best, at = between, value
    return at


def _leaves(outline: Outline, size: tuple[int, int]) -> bool:
    return any(x < 1 or y < 1 or x > size[0] - 2 or y > size[1] - 2 for x, y in outline)


def _around(traced: Sequence[Outline], size: tuple[int, int]) -> tuple[int, int, int, int]:
    """The box of all outlines with some paper around it, within a picture of `size`."""
    xs, ys = [x for each in traced for x, _ in each], [y for each in traced for _, y in each]
    edge = max(max(xs) - min(xs), max(ys) - min(ys)) * 0.04 + 6
    return (
        max(0, round(min(xs) - edge)),
        max(0, round(min(ys) - edge)),
        min(size[0], round(max(xs) + edge)),
        min(size[1], round(max(ys) + edge)),
    )


def drawn(strokes: Sequence[Sequence[Touch]]) -> list[Outline]:
    """The outlines of lines through `strokes`, thicker where the pen was pressed or slow. Raises SignatureUnclear."""
    touches = [touch for stroke in strokes for touch in stroke]
    if not touches or not all(math.isfinite(touch.x) and math.isfinite(touch.y) for touch in touches):
        raise SignatureUnclear("empty")
    left, top = min(touch.x for touch in touches), min(touch.y for touch in touches)
    size = max(max(touch.x for touch in touches) - left, max(touch.y for touch in touches) - top)
    if size <= 0:
        raise SignatureUnclear("empty")
    if len(touches) > MOST_TOUCHES:
        raise SignatureUnclear("crowded")
    scale = (TRACED - 40) / size
    canvas = Image.new("L", (2 * TRACED, 2 * TRACED))
    brush = ImageDraw.Draw(canvas)
    for stroke in strokes:
        points = [((each.x - left) * scale + 20, (each.y - top) * scale + 20) for each in stroke]
        _lay(brush, points, _widths(stroke, points))
    dark = canvas.resize((TRACED, TRACED), Image.Resampling.BOX).filter(ImageFilter.GaussianBlur(0.6))
    return sorted(each for each in outlines(dark.tobytes(), TRACED, threshold=127.5) if len(each) > 3)


def _widths(stroke: Sequence[Touch], points: Sequence[tuple[float, float]]) -> list[float]:
    """How thick the line is at each point: by pressure, else by how fast the pen went, evened out along it."""
    raw = [PEN] * len(points)
    if all(touch.pressure is not None for touch in stroke):
        raw = [PEN * (0.45 + 0.9 * min(max(touch.pressure or 0.0, 0.0), 1.0)) for touch in stroke]
    else:
        steps = [
            math.dist(one, two) / _moments(*pair)
            for (one, two), pair in zip(pairwise(points), pairwise(stroke), strict=True)
        ]
        usual = sorted(steps)[len(steps) // 2] if steps else 0.0
        paces = [steps[max(n - 1, 0)] / usual if usual else 1.0 for n in range(len(points))] if steps else [1.0]
        raw = [PEN * min(1.35, max(0.6, 1.25 - 0.25 * pace)) for pace in paces]
    return [sum(part := raw[max(0, n - 2) : n + 3]) / len(part) for n in range(len(raw))]


def _moments(one: Touch, two: Touch) -> float:
    """The time between two touches; without one all take as long."""
    if one.time is None or two.time is None:
        return 1.0
    return max(two.time - one.time, 1e-3)


def _lay(brush: ImageDraw.ImageDraw, points: Sequence[tuple[float, float]], widths: Sequence[float]) -> None:
    """Ink along a smooth line through `points`: discs so near each other that they are one line."""
    count = len(points)
    for n in range(max(count - 1, 1)):
        around = [points[min(max(n + shift, 0), count - 1)] for shift in (-1, 0, 1, 2)]
        steps = max(1, math.ceil(math.dist(around[1], around[2]) / 0.5))
        for step in range(steps + 1):
            share = step / steps
            x, y = (_between([each[axis] for each in around], share) for axis in (0, 1))
            half = widths[n] + (widths[min(n + 1, count - 1)] - widths[n]) * share  # doubled, as is the canvas
            brush.ellipse((2 * x - half, 2 * y - half, 2 * x + half, 2 * y + half), fill=255)


def _between(around: Sequence[float], share: float) -> float:
    """A curve from the second of four values to the third (Catmull and Rom)."""
    before, start, end, after = around
    return start + share * (
        (end - before) / 2
        + share * (before - 2.5 * start + 2 * end - after / 2 + share * (1.5 * (start - end) + (after - before) / 2))
    )
