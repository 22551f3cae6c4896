"""Faces in four languages, and a page of a card as colours."""

from collections.abc import Callable

import pypdfium2
import pytest
from PIL import Image

from loyaltydesk.printing.greetings.face import GreetingFace
from loyaltydesk.printing.pdf import pdf_bytes
from loyaltydesk.printing.scene import Document, Item, Page
from loyaltydesk.printing.voucher import VoucherFace

VOUCHER = VoucherFace(
    "Kafejnīca Rīts", "Voucher", "€5", "V00000000004", valid="Valid to 16 April 2027", number="V000-0000-0004"
)


@pytest.fixture(scope="session")
def faces() -> dict[str, GreetingFace]:
    """A card for a customer of each language."""
    return {
        "en": GreetingFace(
            "Happy birthday!",
            "Dear Emma,",
            ("May the coming year bring you joy, peace and many good moments.", "Thank you for four years with us."),
            "Warm wishes",
            "Ilze and the Morning team",
            ("Emma Smith", "12 High Street", "London, N1 9GU"),
            VOUCHER,
            3,
        ),
        "pl": GreetingFace(
            "Wszystkiego najlepszego z okazji urodzin!",
            "Pani Łucjo,",
            ("niech nadchodzący rok przyniesie dużo radości, spokoju i pysznych chwil.",),
            "Serdecznie pozdrawiamy",
            "Ilza i zespół Poranka",
            ("Łucja Żółkiewska", "ul. Długa 5/3", "00-123 Warszawa"),
            VOUCHER,
            11,
        ),
        "lv": GreetingFace(
            "Daudz laimes dzimšanas dienā!",
            "Mīļā Anna,",
            ("lai jaunais gads nes prieku, mieru un daudz gardu mirkļu.",),
            "Sirsnīgi sveicieni",
            "Ilze un Rīta komanda",
            ("Anna Bērziņa", "Brīvības iela 12–4", "Rīga, LV-1010"),
            VOUCHER,
            7,
        ),
        "ru": GreetingFace(
            "С днём рождения!",
            "Дорогая Ольга!",
            ("Пусть новый год принесёт Вам радость, покой и много вкусных минут.",),
            "С наилучшими пожеланиями",
            "Илзе и команда «Утра»",
            ("Ольга Петрова", "ул. Ленина, д. 5, кв. 12", "Москва, 101000"),
            VOUCHER,
            5,
        ),
    }


@pytest.fixture(scope="session")
def painted() -> Callable[..., Image.Image]:
    """Items on a white page of some size, as a picture in colour."""

    def paint(items: tuple[Item, ...], size: tuple[float, float], dpi: int = 50) -> Image.Image:
        file = pdf_bytes(Document([Page(*size, items)], "A card"))
        document = pypdfium2.PdfDocument(file)
        try:
            return document[0].render(scale=dpi / 72).to_pil().convert("RGB")
        finally:
            document.close()

    return paint
