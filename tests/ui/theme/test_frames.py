"""Panels take the margins of the density and the colour of their tone."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QWidget

from ui.theme.frames import Panel, empty, rule
from ui.theme.tokens import COMPACT, LIGHT, SPACIOUS


def test_the_margins_of_a_card_follow_the_density(qtbot, theme):
    card = Panel(theme)
    qtbot.addWidget(card)
    theme.set(density=COMPACT)
    assert card.box.contentsMargins().left() == COMPACT.s5
    theme.set(density=SPACIOUS)
    assert card.box.contentsMargins().left() == SPACIOUS.s5


@pytest.mark.parametrize(("surface", "size"), [("bar", "topbar"), ("foot", "footer")])
def test_the_bars_of_the_window_have_the_height_of_the_density(qtbot, theme, surface, size):
    bar = Panel(theme, surface=surface, across=True)
    qtbot.addWidget(bar)
    theme.set(density=SPACIOUS)
    assert bar.minimumHeight() == bar.maximumHeight() == getattr(SPACIOUS, size)


def test_the_rail_has_its_width_and_grows_with_the_text(qtbot, theme):
    rail = Panel(theme, surface="rail")
    qtbot.addWidget(rail)
    before = rail.minimumWidth()
    theme.set(text_percent=150)
    assert rail.minimumWidth() == theme.m.rail_w > before


@pytest.mark.parametrize(
    ("surface", "tone", "role"),
    [
        ("card", "", "surface"),
        ("inset", "", "surface_alt"),
        ("inset", "warning", "warning_soft"),
        ("rail", "", "rail"),
        ("page", "", "bg"),
        ("card", "danger", "surface"),  # colour belongs to insets; a card stays neutral
    ],
)
def test_a_panel_is_painted_in_the_colour_of_its_surface(qtbot, theme, colour_at, surface, tone, role):
    panel = Panel(theme, surface=surface, tone=tone)
    qtbot.addWidget(panel)
    panel.resize(200, 100)
    assert colour_at(panel, 0.5) == getattr(LIGHT, role)


def test_a_toned_panel_does_not_paint_the_labels_on_it(qtbot, theme, colour_at):
    panel = Panel(theme, surface="inset", tone="warning")
    words = QLabel("", panel)
    words.setProperty("tone", "danger")
    words.setGeometry(0, 0, 200, 100)
    qtbot.addWidget(panel)
    panel.resize(200, 100)
    assert colour_at(panel, 0.5) == LIGHT.warning_soft


def test_an_emptied_layout_shows_nothing_from_that_moment_on(qtbot, theme):
    panel, button = Panel(theme), QPushButton("Pay")
    qtbot.addWidget(panel)
    panel.box.addWidget(button)
    panel.box.addStretch(1)
    panel.show()
    with qtbot.waitSignal(button.destroyed):
        empty(panel.box)
        assert (panel.box.count(), button.isVisible()) == (0, False)


def test_a_rule_is_a_hairline(qtbot, theme):
    line = rule()
    qtbot.addWidget(line)
    line.show()
    assert line.height() == 1


@pytest.mark.parametrize(("inside", "role"), [(QWidget, "surface"), (lambda: None, "warning_soft")])
def test_a_scroll_area_lets_its_card_shine_through_unless_it_holds_a_panel(qtbot, theme, colour_at, inside, role):
    card, scroll = Panel(theme), QScrollArea()
    scroll.setWidget(inside() or Panel(theme, surface="inset", tone="warning"))
    scroll.setWidgetResizable(True)
    card.box.addWidget(scroll)
    qtbot.addWidget(card)
    card.resize(300, 200)
    card.show()
    assert colour_at(card, 0.5) == getattr(LIGHT, role)
