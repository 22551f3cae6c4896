"""Marks take their letters from names, their sizes from the density and their colours from the theme."""

import pytest

from ui.theme.marks import Avatar, Glyph, IconTile, KeyCap, initials
from ui.theme.tokens import DARK, LIGHT, SPACIOUS


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Anna Kowalska", "AK"),
        ("Anna Maria Kowalska", "AK"),
        ("jānis", "J"),
        ("Ķ Š", "ĶŠ"),
        ("Ол\u0301ьга Петрова", "ОП"),
        ("s\u030ctefan", "Š"),  # a letter and its mark are one letter
        ("ßcharf", "S"),
        ("<b>Anna</b> & Co", "BC"),
        ("🎉 Zoë 🍰", "Z"),
        ("🎉", ""),
        ("  ", ""),
        ("", ""),
    ],
)
def test_initials_are_the_first_letters_of_the_first_and_the_last_word(name, letters):
    assert initials(name) == letters


def test_an_avatar_stands_on_a_soft_circle_and_the_shop_on_a_solid_one(qtbot, theme, colour_at):
    customer, shop = Avatar(theme), Avatar(theme, solid=True)
    for avatar in (customer, shop):
        qtbot.addWidget(avatar)
    assert (colour_at(customer, 0.5), colour_at(shop, 0.5)) == (LIGHT.accent_soft, LIGHT.accent)
    theme.set(mode="dark")
    assert (colour_at(customer, 0.5), colour_at(shop, 0.5)) == (DARK.accent_soft, DARK.accent)


def test_who_has_no_initials_has_a_figure(qtbot, theme):
    avatar = Avatar(theme)
    qtbot.addWidget(avatar)
    avatar.resize(avatar.sizeHint())
    picture = avatar.grab().toImage()
    inked = {picture.pixelColor(picture.width() // 2, y).name().upper() for y in range(picture.height())}
    assert LIGHT.accent in inked


def test_an_avatar_shows_another_name(qtbot, theme):
    avatar = Avatar(theme, "Anna Kowalska")
    qtbot.addWidget(avatar)
    before = avatar.grab().toImage()
    avatar.show_name("Jānis Bērziņš")
    assert avatar.grab().toImage() != before


@pytest.mark.parametrize(("tone", "ground"), [("warning", "warning_soft"), ("gold", "gold_soft"), ("", "surface_alt")])
def test_a_tile_has_the_ground_of_its_tone(qtbot, theme, colour_at, tone, ground):
    tile = IconTile(theme, "cake", tone=tone)
    qtbot.addWidget(tile)
    assert colour_at(tile, 0.5, 0.1) == getattr(LIGHT, ground)


def test_a_tile_is_as_high_as_a_small_button_and_larger_where_it_leads_a_page(qtbot, theme):
    heights = [IconTile(theme, "cake", side=side).sizeHint().height() for side in ("small", "medium", "large")]
    assert heights == [44, 60, 104]


def test_a_tile_and_a_glyph_show_another_icon(qtbot, theme):
    for mark in (IconTile(theme, "cake"), Glyph(theme, "cake")):
        qtbot.addWidget(mark)
        before = mark.grab().toImage()
        mark.show_icon("gift", "danger")
        assert mark.grab().toImage() != before


def test_a_glyph_fades_with_what_it_belongs_to(qtbot, theme):
    glyph = Glyph(theme, "credit-card")
    qtbot.addWidget(glyph)
    before = glyph.grab().toImage()
    glyph.setEnabled(False)
    assert glyph.grab().toImage() != before


def test_marks_grow_with_the_density(qtbot, theme):
    marks = [Avatar(theme, "A"), Glyph(theme, "x"), IconTile(theme, "x"), KeyCap(theme, "F6")]
    before = [mark.sizeHint().height() for mark in marks]
    theme.set(density=SPACIOUS)
    assert all(mark.sizeHint().height() > height for mark, height in zip(marks, before, strict=True))


def test_a_key_cap_has_room_for_a_long_name(qtbot, theme):
    assert KeyCap(theme, "Backspace").sizeHint().width() > KeyCap(theme, "F6").sizeHint().width()
