"""Whatever is typed as a name or a text, the screen and the printer show what is in the PDF."""

from io import BytesIO

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QImage, QPainter

from loyaltydesk.printing.card import CardFace, CardLook, card_scene
from loyaltydesk.printing.greetings import GreetingFace, GreetingLook, greeting_scene
from loyaltydesk.printing.pdf import pdf_bytes
from loyaltydesk.printing.scene import Document, Page
from loyaltydesk.printing.slip import voucher_slip_scene
from loyaltydesk.printing.stocks import CARD_STOCKS
from loyaltydesk.printing.voucher import VoucherFace, voucher_scene
from tests.hostile import HOSTILE
from ui.paper.painter import paint_page

DPI = 60
UNLIKE = 6.0  # of 255, on an average, once edges are a little blurred


def _document(words: str) -> Document:
    """A card, a voucher, a slip and a greeting."""
    look = CardLook(words, words, words, words, words)
    voucher = VoucherFace(words, words, words, "VK9Q2M7F3XBH", words, words, words, words, words)
    wishes = GreetingFace(words, words, (words,), words, words)
    pages = (
        *card_scene(look, [CardFace("2600000000017", words, words)]).pages,
        *voucher_scene([voucher], stock=CARD_STOCKS["Avery 5371"]).pages,
        *voucher_slip_scene(voucher).pages,
        *greeting_scene(GreetingLook(format="note", shop=words), [wishes]).pages,
    )
    return Document(pages, "All")


def _painted(page: Page) -> Image.Image:
    scale = DPI / 25.4
    image = QImage(round(page.width * scale), round(page.height * scale), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        paint_page(painter, page)
    buffer = QBuffer()
    image.save(buffer, "PNG")
    return Image.open(BytesIO(buffer.data().data())).convert("L")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_what_is_painted_is_what_the_pdf_has(words: str) -> None:
    document = _document(words)
    with pypdfium2.PdfDocument(pdf_bytes(document)) as file:
        for number, page in enumerate(document.pages):
            mine = _painted(page)
            theirs = file[number].render(scale=DPI / 72).to_pil().convert("L").resize(mine.size)
            soft = (picture.filter(ImageFilter.GaussianBlur(2)) for picture in (mine, theirs))
            assert ImageStat.Stat(ImageChops.difference(*soft)).mean[0] < UNLIKE
