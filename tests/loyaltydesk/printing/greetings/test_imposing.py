"""Cards on sheets: a back lies behind its front with the same edge at the top, marks keep off the cards."""

import math

import pytest

from loyaltydesk.printing.greetings.formats import FORMATS, SHEETS, sheets_for
from loyaltydesk.printing.greetings.imposing import Imposition
from loyaltydesk.printing.scene import Disc, Group, Item, Page, Path, Rect

WAYS = [(card, sheet) for card, each in FORMATS.items() for sheet in sheets_for(each)]


def _spots(page: Page) -> dict[str, tuple[float, float]]:
    """Where discs are on the page, by their colour."""
    found: dict[str, tuple[float, float]] = {}

    def look(items: tuple[Item, ...], places: tuple[Group, ...]) -> None:
        for item in items:
            if isinstance(item, Disc) and isinstance(item.fill, str):
                x, y = item.x, item.y
                for group in reversed(places):
                    turn = math.radians(group.turn)
                    x, y = x * math.cos(turn) - y * math.sin(turn), x * math.sin(turn) + y * math.cos(turn)
                    x, y = x + group.dx, y + group.dy
                found[item.fill] = (round(x, 3), round(y, 3))
            elif isinstance(item, Group):
                look(item.items, (*places, item))

    look(page.items, ())
    return found


def _way(card: str, sheet: str) -> Imposition:
    return Imposition(FORMATS[card], SHEETS[sheet])


@pytest.mark.parametrize(("card", "sheet"), WAYS)
def test_a_back_lies_behind_its_front_once_the_sheet_is_turned(card: str, sheet: str) -> None:
    way = _way(card, sheet)
    wide, high = way.format.flat
    fronts = [(Disc(0, 0, 1, f"#00000{n}"), Disc(wide, 0, 1, f"#11111{n}"), Disc(0, high, 1, f"#22222{n}"))
              for n in range(way.count)]  # fmt: skip
    backs = [(Disc(wide, 0, 1, f"#00000{n}"), Disc(0, 0, 1, f"#11111{n}"), Disc(wide, high, 1, f"#22222{n}"))
             for n in range(way.count)]  # fmt: skip
    front, back = _spots(way.page(fronts, back=False)), _spots(way.page(backs, back=True))
    assert len(front) == 3 * way.count
    for colour, (x, y) in front.items():
        assert back[colour] == pytest.approx((way.paper[0] - x, y), abs=0.01)
        assert -0.01 <= x <= way.paper[0] + 0.01
        assert -0.01 <= y <= way.paper[1] + 0.01


@pytest.mark.parametrize(("card", "sheet"), WAYS)
def test_sheets_with_two_sides_stand_upright(card: str, sheet: str) -> None:
    way = _way(card, sheet)
    assert way.paper[0] <= way.paper[1] or not way.format.two_sided


@pytest.mark.parametrize(("card", "sheet"), WAYS)
def test_a_card_is_not_seen_beyond_its_bleed_or_the_next_card(card: str, sheet: str) -> None:
    way = _way(card, sheet)
    page = way.page([(Disc(0, 0, 1, "#000000"),)] * way.count, back=False)
    clips = [item.clip for item in page.items if isinstance(item, Group)]
    assert len(clips) == way.count
    for n, one in enumerate(clips):
        assert isinstance(one, Rect)
        assert one.x >= -0.01
        assert one.y >= -0.01
        assert one.x + one.width <= way.paper[0] + 0.01
        assert one.y + one.height <= way.paper[1] + 0.01
        for two in clips[n + 1 :]:
            assert isinstance(two, Rect)
            apart_x = one.x + one.width <= two.x + 0.01 or two.x + two.width <= one.x + 0.01
            apart_y = one.y + one.height <= two.y + 0.01 or two.y + two.height <= one.y + 0.01
            assert apart_x or apart_y


def test_marks_say_where_to_cut_and_where_to_fold() -> None:
    def marks(card: str, sheet: str, *, back: bool) -> int:
        page = _way(card, sheet).page([()], back=back)
        return sum(len(item.steps) // 2 for item in page.items if isinstance(item, Path))

    assert marks("folded", "own", back=False) == 0
    assert marks("folded", "own", back=True) == 2  # one fold
    assert marks("folded", "a4", back=True) == marks("folded", "a4", back=False) + 2
    assert marks("square", "a4", back=False) == 8  # four corners
    assert marks("note", "letter", back=False) == 10
