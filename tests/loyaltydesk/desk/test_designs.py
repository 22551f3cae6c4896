"""The design of the card and the pictures of the shop are kept in its file."""

import pytest
from msgspec.structs import replace

from loyaltydesk.desk import Desk
from loyaltydesk.model.design import CardDesign, CodeSide
from loyaltydesk.model.refusals import BadRequest
from tests.shop import refuses, store_of

DESIGN = CardDesign(
    template="waves", colour="#1D4E89", accent="#F2B705", above_name="{tier}", heading="", code_side=CodeSide.FRONT
)


def test_a_shop_begins_with_a_design_of_ours(desk: Desk) -> None:
    assert desk.designs.card() == CardDesign()


def test_a_shop_that_chose_a_colour_before_there_were_designs_keeps_it(desk: Desk) -> None:
    desk.shop.save("shop", "shop", fields={"colour": "#8a5a00"})
    assert desk.designs.card() == CardDesign(colour="#8A5A00")
    desk.designs.save_card(replace(desk.designs.card(), note="Tea"))
    assert desk.designs.card() == CardDesign(colour="#8A5A00", note="Tea")


def test_a_design_is_kept_whole(desk: Desk) -> None:
    desk.designs.save_card(DESIGN)
    assert desk.designs.card() == DESIGN
    before = store_of(desk).journal.count()
    desk.designs.save_card(DESIGN)
    assert store_of(desk).journal.count() == before
    desk.designs.save_card(replace(DESIGN, above_name=None))
    assert desk.designs.card().above_name is None


def test_of_two_people_each_wins_what_was_changed_last(desk: Desk) -> None:
    seen = desk.designs.card()
    desk.designs.save_card(replace(seen, colour="#7A2E4D", note="Tea"), before=seen)
    desk.designs.save_card(replace(seen, note="Cake"), before=seen)
    assert desk.designs.card() == CardDesign(colour="#7A2E4D", note="Cake")


def test_what_a_newer_release_saved_does_not_hurt(desk: Desk) -> None:
    fields = {"template": "holograms", "code_kind": "aztec", "colour": "red", "bleed": "yes", "glow": 3, "note": "Tea"}
    desk.shop.save("design", "card", fields=dict(fields))
    assert desk.designs.card() == CardDesign(template="holograms", note="Tea")


@pytest.mark.parametrize("content", ["%%%", "QQ", "iVBORw0KGgo=", 7])
def test_what_is_not_the_picture_of_that_name_is_none(desk: Desk, content: str | int) -> None:
    desk.shop.save("picture", "0123456789abcdef", fields={"content": content})
    assert desk.designs.picture("0123456789abcdef") is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("colour", ""), ("colour", "#12345"), ("accent", "red"), ("ink", "#GGGGGG"), ("template", "../x"),
        ("bars_at", "top"), ("logo", "logo.png"), ("logo", "0" * 16), ("note", "x" * 201), ("rules", "x" * 201),
    ],
)  # fmt: skip
def test_what_no_design_can_be_is_refused(desk: Desk, field: str, value: str) -> None:
    with refuses(desk, BadRequest):
        desk.designs.save_card(replace(CardDesign(), **{field: value}))


def test_a_picture_is_kept_once_and_found_by_its_name(desk: Desk) -> None:
    name = desk.designs.keep_picture(b"\x89PNG...")
    before = store_of(desk).journal.count()
    assert desk.designs.keep_picture(b"\x89PNG...") == name
    assert store_of(desk).journal.count() == before
    assert desk.designs.picture(name) == b"\x89PNG..."
    assert desk.designs.picture("0" * 16) is None
    desk.designs.save_card(CardDesign(logo=name))
    assert desk.designs.card().logo == name


@pytest.mark.parametrize("size", [0, 400_001])
def test_a_picture_that_would_burden_the_file_is_refused(desk: Desk, size: int) -> None:
    with refuses(desk, BadRequest):
        desk.designs.keep_picture(b"x" * size)
