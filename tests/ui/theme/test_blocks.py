"""Banners and empty places say what they are told, and never by colour alone."""

from PySide6.QtWidgets import QLabel

from ui.theme.blocks import Banner, EmptyState
from ui.theme.buttons import Button
from ui.theme.tokens import LIGHT


def words(block):
    return [label.text() for label in block.findChildren(QLabel) if not label.isHidden()]


def test_a_banner_changes_its_words_its_ground_and_its_icon(qtbot, theme, colour_at):
    banner = Banner(theme, "Saved", tone="accent")
    qtbot.addWidget(banner)
    banner.resize(300, 60)
    assert colour_at(banner, 0.9, 0.1) == LIGHT.accent_soft
    before = banner.grab().toImage()
    banner.say("Not saved", detail="The disk is full.", tone="danger")
    assert colour_at(banner, 0.9, 0.1) == LIGHT.danger_soft
    assert words(banner) == ["Not saved", "The disk is full."]
    assert banner.accessibleName() == "Not saved"
    assert banner.grab().toImage() != before


def test_a_banner_without_detail_has_one_line(qtbot, theme):
    banner = Banner(theme, "Practice", tone="warning")
    qtbot.addWidget(banner)
    assert words(banner) == ["Practice"]


def test_an_empty_place_offers_the_one_thing_to_do(qtbot, theme):
    action = Button(theme, "New customer")
    empty = EmptyState(theme, "users", title="Nobody yet", hint="Register the first.", action=action)
    qtbot.addWidget(empty)
    assert action.parentWidget() is empty
    assert words(empty) == ["Nobody yet", "Register the first."]
    empty.say("circle-check", "Done")
    assert words(empty) == ["Done"]
