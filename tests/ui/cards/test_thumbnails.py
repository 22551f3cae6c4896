"""Designs to start from are small cards, painted when they are seen and a moment after the large one."""

import pytest

from loyaltydesk.printing.card import CardFace, CardLook
from ui.cards.both_sides import card_pages
from ui.cards.thumbnails import StartFrom


def _page(template: str):
    return card_pages(CardLook(shop="Rīts", template=template), CardFace("2600000000017", "Anna"))[0]


@pytest.fixture
def start(qtbot, theme):
    start = StartFrom(theme, {"circles": "Circles", "edge": "Edge"})
    qtbot.addWidget(start)
    start.resize(220, 400)
    start.show()
    return start


def test_each_design_shows_the_card_in_it(start, colour_at):
    start.show_cards("edge", _page)
    assert start.thumbnails["edge"].isChecked()
    assert colour_at(start.thumbnails["circles"], 0.3, 0.3) not in ("#FFFFFF", colour_at(start.thumbnails["edge"], 0.5))
    assert colour_at(start.thumbnails["edge"], 0.5, 0.1) == "#FFFFFF"


def test_a_design_that_this_release_has_not_leaves_the_choice_alone(start):
    start.show_cards("edge", _page)
    start.show_cards("holograms", _page)
    assert start.thumbnails["edge"].isChecked()


def test_the_choice_is_brought_into_sight(qapp, start):
    start.resize(220, 160)
    qapp.processEvents()
    assert start.thumbnails["edge"].visibleRegion().isEmpty()
    start.show_cards("edge", _page)
    assert not start.thumbnails["edge"].visibleRegion().isEmpty()


def test_the_card_keeps_its_shape_in_any_width(qapp, start):
    for width in (200, 260):
        start.resize(width, 400)
        qapp.processEvents()
        place = start.thumbnails["edge"]._place()
        assert place.width() / place.height() == pytest.approx(85.6 / 53.98, rel=0.02)
        assert place.bottom() < start.thumbnails["edge"].height()


def test_while_a_slider_is_dragged_only_the_large_card_is_painted(qtbot, dressed):
    dressed.animate = True
    try:
        start = StartFrom(dressed, {"circles": "Circles"})
    finally:
        dressed.animate = False
    qtbot.addWidget(start)
    asked: list[str] = []
    for _ in range(5):
        start.show_cards("circles", lambda key: asked.append(key) or _page(key))
    assert asked == []
    qtbot.waitUntil(lambda: asked == ["circles"])
