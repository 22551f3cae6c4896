"""The tokens are readable, stand on the grid and leave room for a finger."""

from typing import get_args

import pytest

from loyaltydesk.printing.colours import luminance
from ui.theme.sheet import Tone
from ui.theme.tokens import COMFORTABLE, COMPACT, DARK, LIGHT, SPACIOUS, density_for

TONES = [tone for tone in get_args(Tone) if tone]

BOTH = pytest.mark.parametrize("c", [LIGHT, DARK], ids=lambda c: c.name)
ALL = pytest.mark.parametrize("m", [COMPACT, COMFORTABLE, SPACIOUS], ids=lambda m: m.name)

TEXT = [
    *(
        (role, ground)
        for role in ("text", "text_muted")
        for ground in ("surface", "bg", "surface_alt", "surface_hover")
    ),
    *((role, f"{tone}_soft") for role in ("text", "text_muted") for tone in TONES),
    *((tone, ground) for tone in TONES for ground in ("surface", "bg", f"{tone}_soft")),
    *(("on_accent", ground) for ground in ("accent", "accent_hover", "accent_pressed")),
    ("surface", "danger"),  # the danger button while it is pressed
    ("surface", "text"),  # the tool tip
    ("rail_text", "rail"),
    *(("rail_active", ground) for ground in ("rail", "rail_hover", "rail_checked")),
]
OUTLINES = [
    *((role, ground) for role in ("border_strong", "focus", "danger") for ground in ("surface", "bg")),
    ("text", "surface"),  # the ring of a filled button
    ("danger", "danger_soft"),
    ("rail_focus", "rail"),
    ("rail_focus", "rail_checked"),
    ("accent", "surface_hover"),  # a progress bar on its groove
    ("border_strong", "surface_alt"),
]


@BOTH
@pytest.mark.parametrize(("role", "ground"), TEXT)
def test_text_can_be_read(c, role, ground):
    assert contrast(getattr(c, role), getattr(c, ground)) >= 4.5


@BOTH
@pytest.mark.parametrize(("role", "ground"), OUTLINES)
def test_outlines_can_be_seen(c, role, ground):
    assert contrast(getattr(c, role), getattr(c, ground)) >= 3


@pytest.mark.parametrize(
    ("a", "b", "ratio"), [("#000000", "#FFFFFF", 21.0), ("#777777", "#FFFFFF", 4.48), ("#0B7A5B", "#0B7A5B", 1.0)]
)
def test_contrast_gives_the_published_ratios_in_either_order(a, b, ratio):
    assert round(contrast(a, b), 2) == round(contrast(b, a), 2) == ratio


def contrast(a: str, b: str) -> float:
    """From 1 to 21 (WCAG 2.2, contrast ratio); text needs 4.5 (criterion 1.4.3), outlines and icons 3 (1.4.11)."""
    dark, light = sorted((luminance(a), luminance(b)))
    return (light + 0.05) / (dark + 0.05)


@ALL
def test_gaps_and_heights_stand_on_the_grid_of_four(m):
    sizes = (
        m.s1,
        m.s2,
        m.s3,
        m.s4,
        m.s5,
        m.s6,
        m.touch,
        m.touch_l,
        m.key_h,
        m.row,
        m.foot_h,
        m.topbar,
        m.footer,
        m.rail_w,
    )
    assert [size for size in sizes if size % 4] == []


@ALL
def test_a_finger_finds_every_target(m):
    assert min(m.touch, m.touch_l, m.key_h, m.row, m.foot_h) >= 44
    assert m.foot_h < m.footer  # which has a line on top


@pytest.mark.parametrize(
    ("height", "density"),
    [(720, COMPACT), (763, COMPACT), (764, COMFORTABLE), (768, COMFORTABLE), (990, SPACIOUS), (1020, SPACIOUS)],
)
def test_the_height_of_the_window_decides_the_density(height, density):
    assert density_for(height) is density


def test_larger_text_asks_for_a_tighter_density():
    assert density_for(768, 150) is COMPACT
    assert density_for(1080, 150) is COMFORTABLE
    assert density_for(1440, 150) is SPACIOUS


@ALL
def test_larger_text_leaves_gaps_and_targets_and_spares_the_large_figures(m):
    large = m.enlarged(150)
    assert large.fs_body / m.fs_body == pytest.approx(1.5, abs=0.1)
    assert large.fs_hero / m.fs_hero == pytest.approx(1.25, abs=0.02)
    assert (large.s4, large.touch, large.key_h) == (m.s4, m.touch, m.key_h)
    assert large.chip % 2 == 0  # a pill is round only when its radius is exactly half its height


def test_text_of_the_usual_size_is_the_density_itself():
    assert COMFORTABLE.enlarged(100) is COMFORTABLE


@pytest.mark.parametrize("percent", [0, 99, 151])
def test_other_text_sizes_are_refused(percent):
    with pytest.raises(ValueError, match=str(percent)):
        COMFORTABLE.enlarged(percent)
