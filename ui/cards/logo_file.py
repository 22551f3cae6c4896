"""Takes a logo in from a file that somebody chose or dropped: a picture, or an SVG drawing, which Qt draws."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSizeF
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from loyaltydesk.printing.logo import LONGEST, small
from loyaltydesk.printing.pictures import MOST_BYTES
from loyaltydesk.printing.refusals import PictureUnreadable
from loyaltydesk.printing.svg import DrawingRefused, check_svg, looks_like_svg


def logo_from(file: Path) -> bytes:
    """The picture in `file` as the shop's file keeps it (PNG or JPEG).

    Raises PictureUnreadable, for a file that cannot be opened too, and DrawingRefused.
    """
    try:
        with file.open("rb") as opened:
            content = opened.read(MOST_BYTES + 1)  # enough to see that there is too much
    except OSError as error:
        raise PictureUnreadable("format") from error
    return small(_drawn(content) if looks_like_svg(content) else content)


def _drawn(content: bytes) -> bytes:
    """An SVG drawing as a PNG on white, its longer side twice as long as the logo will be. Raises DrawingRefused."""
    check_svg(content)
    renderer = QSvgRenderer(QByteArray(content))
    whole = renderer.viewBoxF().size() if renderer.isValid() else QSizeF()
    if not whole.isValid() or whole.isEmpty():
        raise DrawingRefused("no_svg")
    size = (whole * (2 * LONGEST / max(whole.width(), whole.height()))).toSize().expandedTo(QSizeF(1, 1).toSize())
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        renderer.render(painter, QRectF(image.rect()))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
