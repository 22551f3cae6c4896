"""Slips: as long as what is on them, and never a reason to keep a customer waiting."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PIL import Image

from loyaltydesk.printing.pdf import pdf_bytes
from loyaltydesk.printing.refusals import CodeTooWide
from loyaltydesk.printing.slip import Roll, SlipFace, slip_scene, voucher_slip_scene
from loyaltydesk.printing.voucher import VoucherFace

SLIP = SlipFace(
    "Kafejnīca Rīts",
    ("Brīvības iela 12, Rīga",),
    (("Date", "14.03.2026 10:05"), ("Receipt", "000123")),
    ("Amount", "€24.50"),
    (("Earned", "+245"), ("Used", "−100")),
    ("Balance", "1,385"),
    "115 points to a free coffee",
    (1385, 1500),
    "Thank you!",
    "000123",
)
VOUCHER = VoucherFace("Kafejnīca Rīts", "Voucher", "Free coffee", "2700000000014", "For Anna", "Valid to 31 May 2026")


@pytest.mark.parametrize("roll", list(Roll))
def test_everything_is_on_the_slip_and_its_bars_are_read(
    words: Callable[..., str], picture: Callable[..., Image.Image], read: Callable[..., list[str]], roll: Roll
) -> None:
    file = pdf_bytes(slip_scene(SLIP, roll=roll))
    seen = words(file)
    wanted = [SLIP.shop, *SLIP.under_shop, *SLIP.total, *SLIP.balance, SLIP.next_reward, SLIP.farewell]
    for part in (*wanted, *(word for pair in (*SLIP.rows, *SLIP.points) for word in pair)):
        assert part in seen
    assert read(picture(file, dpi=203)) == ["000123"]


@pytest.mark.parametrize(("roll", "wide", "printable"), [(Roll.MM80, 80, 72), (Roll.MM58, 58, 48)])
def test_nothing_stands_where_the_printer_cannot_print(
    picture: Callable[..., Image.Image], roll: Roll, wide: float, printable: float
) -> None:
    long = replace(
        SLIP, shop="W" * 300, farewell="Paldies " * 40, rows=(("Customer " * 9, "Brzęczyszczykiewicz " * 9),)
    )
    image = picture(pdf_bytes(slip_scene(long, roll=roll)), dpi=203)
    left, _top, right, _bottom = image.point(lambda grey: 255 if grey < 128 else 0).getbbox() or (0, 0, 0, 0)
    margin = (wide - printable) / 2 / 25.4 * 203
    assert left >= margin - 1
    assert right <= image.width - margin + 1


def test_a_slip_is_as_long_as_what_is_on_it() -> None:
    short, long = (slip_scene(face).pages[0].height for face in (SlipFace("Rīts"), SLIP))
    more = slip_scene(replace(SLIP, rows=SLIP.rows * 4)).pages[0].height
    assert short < 25 < long < more


@pytest.mark.parametrize("code", ["R-2026/03/14-000123-KASSE-07", "Чек 17", "x" * 60])
def test_a_receipt_number_no_bars_can_carry_is_printed_as_words(words: Callable[..., str], code: str) -> None:
    seen = words(pdf_bytes(slip_scene(replace(SLIP, code=code), roll=Roll.MM58)))
    assert "".join(code.split()) in "".join(seen.split())


def test_a_voucher_slip_has_its_words_and_bars(
    words: Callable[..., str], picture: Callable[..., Image.Image], read: Callable[..., list[str]]
) -> None:
    for roll in Roll:
        file = pdf_bytes(voucher_slip_scene(VOUCHER, roll=roll))
        assert read(picture(file, dpi=203)) == [VOUCHER.code]
        for part in (VOUCHER.title, VOUCHER.gives, VOUCHER.for_whom, VOUCHER.valid):
            assert part in words(file)


def test_a_voucher_slip_without_room_for_its_bars_is_refused() -> None:
    with pytest.raises(CodeTooWide):
        voucher_slip_scene(replace(VOUCHER, code="V" * 24), roll=Roll.MM58)


def test_what_a_customer_calls_himself_is_printed_letter_by_letter(words: Callable[..., str]) -> None:
    odd = '<img src="/etc/passwd">'
    assert odd in words(pdf_bytes(slip_scene(replace(SLIP, rows=((odd, ""), ("", "&amp;<b>"))))))
