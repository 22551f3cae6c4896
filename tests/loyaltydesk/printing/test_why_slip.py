"""The slip that says why a purchase brought its points."""

from loyaltydesk.printing.scene import Text
from loyaltydesk.printing.slip import Roll
from loyaltydesk.printing.why_slip import WhyFace, why_scene

FACE = WhyFace(
    "Kafejnīca Rīts",
    ("Purchase 260314-001", "14 Mar 2026 10:05"),
    (("Bill", "€12.00"), ("Paid", "€12.00")),
    ("12 points for €12.00, 12 × €1.00", "12 points more with Silver (× 2)"),
    "Together: 24 points",
    "Rīts Club · version 1",
)


def _words(face: WhyFace, roll: Roll = Roll.MM80) -> list[str]:
    return [item.text for item in why_scene(face, roll=roll).pages[0].items if isinstance(item, Text)]


def test_everything_is_on_it_from_the_shop_to_the_version() -> None:
    words = _words(FACE)
    assert words[0] == "Kafejnīca Rīts"
    assert words[-1] == "Rīts Club · version 1"
    assert {"€12.00", "Together: 24 points", "12 points more with Silver (× 2)"} <= set(words)


def test_it_grows_with_its_steps() -> None:
    longer = WhyFace(FACE.shop, FACE.head, FACE.bill, FACE.steps * 3, FACE.total, FACE.programme)
    assert why_scene(longer).pages[0].height > why_scene(FACE).pages[0].height


def test_it_fits_the_narrow_roll_too() -> None:
    assert why_scene(FACE, roll=Roll.MM58).pages[0].width == 58
    assert len(_words(FACE, Roll.MM58)) >= len(_words(FACE))
