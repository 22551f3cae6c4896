"""Envelopes: the address where the post reads it, fed as the printer wants them."""

import pytest
from msgspec.structs import replace

from loyaltydesk.printing.greetings.envelope import ENVELOPES, FREE, STAMP_ROOM, Feed, envelope_scene
from loyaltydesk.printing.greetings.face import GreetingFace, GreetingLook
from loyaltydesk.printing.scene import Group, Text
from loyaltydesk.printing.typeset import line
from tests.reading import words

LOOK = GreetingLook(shop="Kafejnīca Rīts", shop_address="Brīvības iela 12, Rīga, LV-1010")


@pytest.mark.parametrize("envelope", ENVELOPES)
@pytest.mark.parametrize("region", ["LV", "us", ""])
def test_an_address_leaves_room_for_the_stamp_and_the_machine(
    envelope: str, region: str, faces: dict[str, GreetingFace]
) -> None:
    document = envelope_scene(LOOK, list(faces.values()), envelope=envelope, region=region)
    assert len(document.pages) == 4
    for page, face in zip(document.pages, faces.values(), strict=True):
        lines = {item.text: item for item in page.items if isinstance(item, Text)}
        for each in face.address:
            set_line = line(lines[each])
            assert lines[each].y - set_line.size > STAMP_ROOM - 1
            assert lines[each].y < page.height - FREE
            assert page.width * 0.3 < set_line.x
            assert set_line.x + set_line.width < page.width - FREE + 0.01


@pytest.mark.parametrize(("feed", "turn"), [(Feed.LEFT_FIRST, 90), (Feed.RIGHT_FIRST, 270)])
def test_an_envelope_goes_in_by_its_narrow_side(feed: Feed, turn: int, faces: dict[str, GreetingFace]) -> None:
    page = envelope_scene(LOOK, [faces["lv"]], envelope="dl", feed=feed).pages[0]
    assert (page.width, page.height) == (110, 220)
    (group,) = page.items
    assert isinstance(group, Group)
    assert group.turn == turn
    assert (group.dx, group.dy) == ((110, 0) if turn == 90 else (0, 220))


def test_the_shop_is_told_once_and_a_nameless_one_not_at_all(faces: dict[str, GreetingFace]) -> None:
    assert words(envelope_scene(LOOK, [faces["ru"]])).count("Kafejnīca Rīts") == 1
    assert words(envelope_scene(GreetingLook(), [replace(faces["ru"], address=())])).strip() == ""
