"""The parts of a card: its name, its number, the shop on its front."""

import pytest
from msgspec.structs import replace

from loyaltydesk.printing.bars import symbol_for
from loyaltydesk.printing.card_code import grouped
from loyaltydesk.printing.card_lines import few_lines
from loyaltydesk.printing.card_name import above, name_items
from loyaltydesk.printing.card_shop import shop_words
from loyaltydesk.printing.designs.plan import FrontPlan
from loyaltydesk.printing.scene import Align, Rect, Role, Text

PLACE = Text("", 7, 45, 5.6, Role.BOLD, "#FFFFFF", width=70, smallest=0.72)
PLAN = FrontPlan(
    replace(PLACE, width=40), Text("", 7, 0, 3.2, width=40), 13.5, Text("", 7, 0, 3.3, width=70), PLACE, PLACE
)


@pytest.mark.parametrize("name", ["山田太郎", "محمد", "🎂", "..."])
def test_a_name_of_which_nothing_can_be_read_leaves_a_line_to_write_it_on(name: str) -> None:
    (line,) = name_items(PLACE, name)
    assert isinstance(line, Rect)
    assert (line.x, line.width, line.fill) == (7, 48, "#FFFFFF")
    (middle,) = name_items(replace(PLACE, x=42.8, align=Align.CENTRE, width=30), name)
    assert isinstance(middle, Rect)
    assert (middle.x, middle.width) == pytest.approx((27.8, 30))


def test_without_a_name_there_is_no_line() -> None:
    assert name_items(PLACE, "") == (replace(PLACE, text=""),)


def test_what_stands_above_moves_up_with_the_name() -> None:
    one, two = (above(PLAN.above, "Gold", items=name_items(PLACE, name)) for name in ("Anna", "Anna-Maria " * 5))
    assert one.y > two.y
    assert one.text == "Gold"
    assert above(PLAN.above, "Gold", items=name_items(PLACE, "山田")).y < PLACE.y - 5


def test_a_place_for_one_line_never_gets_two() -> None:
    assert len(name_items(PLACE, "Anna-Maria " * 20)) == 2
    assert len(name_items(PLACE, "Anna-Maria " * 20, most=1)) == 1


@pytest.mark.parametrize(
    ("code", "kind", "shown"),
    [
        ("2600000000017", "", "2 600000 000017"), ("2600000000017", "qr", "2 600000 000017"),
        ("12345678901", "", "1234 5678 901"), ("471100", "", "471100"), ("LD-0012345", "", "LD-0012345"),
    ],
)  # fmt: skip
def test_a_long_number_is_shown_in_groups(code: str, kind: str, shown: str) -> None:
    assert grouped(symbol_for(code, kind)) == shown


def test_the_shop_stands_around_its_middle() -> None:
    (alone,) = shop_words("Rīts", "", plan=PLAN)
    assert alone.y - alone.size * 0.7 / 2 == pytest.approx(13.5)
    name, below = shop_words("Rīts", "Coffee", plan=PLAN)
    assert (name.y - name.size * 0.7 + below.y) / 2 == pytest.approx(13.5)
    assert shop_words("", "", plan=PLAN) == ()


def test_on_a_tight_front_the_line_gives_way_to_a_long_name() -> None:
    long = "Kafejnīca Rīts un draugi pie jūras"
    assert len(shop_words(long, "Coffee", plan=PLAN)) == 3
    assert len(shop_words(long, "Coffee", plan=replace(PLAN, is_tight=True))) == 2
    assert len(shop_words("Rīts", "Coffee", plan=replace(PLAN, is_tight=True))) == 2


def test_words_are_set_smaller_before_a_last_one_stands_alone() -> None:
    text = Text("Found it? Please bring it back.", 7, 40, 3, width=36, smallest=0.8)
    assert len(few_lines(text, 2)) == 1
    assert len(few_lines(replace(text, text=text.text * 2), 2)) == 2
