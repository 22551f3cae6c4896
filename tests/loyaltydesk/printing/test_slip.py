"""Slips: as long as what is on them, and never a reason to keep a customer waiting."""

from collections.abc import Callable
from random import Random

import pytest
from msgspec.structs import replace
from PIL import Image

from loyaltydesk.model.codes import new_voucher_code
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
VOUCHER = VoucherFace(
    "Kafejnīca Rīts", "Voucher", "Free coffee", "V00000000004", "For Anna", "Valid to 31 May 2026", "Counts once.",
    number="V000-0000-0004",
)  # fmt: skip


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
        for part in (VOUCHER.title, VOUCHER.gives, VOUCHER.for_whom, VOUCHER.valid, VOUCHER.number):
            assert part in words(file)


@pytest.mark.parametrize("roll", list(Roll))
def test_vouchers_and_stamps_that_a_purchase_brought_are_on_its_slip(
    words: Callable[..., str], picture: Callable[..., Image.Image], read: Callable[..., list[str]], roll: Roll
) -> None:
    second = replace(VOUCHER, gives="Ten off", code="V00000000012", number="V000-0000-0012", for_whom="")
    file = pdf_bytes(
        slip_scene(replace(SLIP, vouchers=(VOUCHER, second), stamps=(("Coffee card", "7 of 10"),)), roll=roll)
    )
    assert read(picture(file, dpi=203)) == ["000123", VOUCHER.code, second.code]
    seen = words(file)
    for part in ("Coffee card", "7 of 10", "Free coffee", "Ten off", "For Anna", VOUCHER.number, second.number):
        assert part in seen
    assert seen.index(SLIP.farewell) < seen.index("Free coffee") < seen.index("Ten off")


def test_the_bars_of_every_code_we_give_out_fit_the_narrow_roll() -> None:
    chance = Random(7)
    for _ in range(300):
        code = new_voucher_code(chance.randrange)
        assert voucher_slip_scene(replace(VOUCHER, code=code), roll=Roll.MM58).pages


def test_a_voucher_whose_bars_do_not_fit_is_on_the_slip_all_the_same(words: Callable[..., str]) -> None:
    odd = replace(VOUCHER, code="V" * 24, number="")
    assert "V" * 24 in words(pdf_bytes(slip_scene(replace(SLIP, vouchers=(odd,)), roll=Roll.MM58)))


def test_a_voucher_slip_without_room_for_its_bars_is_refused() -> None:
    with pytest.raises(CodeTooWide):
        voucher_slip_scene(replace(VOUCHER, code="V" * 24), roll=Roll.MM58)


def test_what_a_customer_calls_himself_is_printed_letter_by_letter(words: Callable[..., str]) -> None:
    odd = '<img src="/etc/passwd">'
    assert odd in words(pdf_bytes(slip_scene(replace(SLIP, rows=((odd, ""), ("", "&amp;<b>"))))))
