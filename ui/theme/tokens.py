"""The only place where a colour or a size is written down: colours by purpose, sizes by density.

`LIGHT` and `DARK` say what a colour is *for*; `COMPACT`, `COMFORTABLE` and `SPACIOUS` hold sizes in logical pixels on
a grid of four. The style sheet, the palette, icons, painted widgets and charts all read from here, so that one look
can be changed in one place and proved readable by a test.
"""

from typing import Any

from msgspec import Struct
from msgspec.structs import replace


class Colors(Struct, frozen=True, eq=False):
    """The colours of one theme, each `#rrggbb`; every tone has a `_soft` ground it can be read on."""

    name: str
    bg: str
    surface: str
    surface_alt: str
    surface_hover: str
    border: str
    border_strong: str
    text: str
    text_muted: str
    text_disabled: str
    accent: str
    accent_hover: str
    accent_pressed: str
    accent_soft: str
    accent_ghost: str
    on_accent: str
    focus: str
    warning: str
    warning_soft: str
    danger: str
    danger_soft: str
    info: str
    info_soft: str
    gold: str
    gold_soft: str
    rail: str
    rail_hover: str
    rail_checked: str
    rail_text: str
    rail_active: str
    rail_focus: str


LIGHT = Colors(
    name="light",
    bg="#F4F6F5",
    surface="#FFFFFF",
    surface_alt="#F1F4F3",
    surface_hover="#E7ECEA",
    border="#DFE5E2",
    border_strong="#808C87",
    text="#14201C",
    text_muted="#55635D",
    text_disabled="#9BA7A2",
    accent="#0B7A5B",
    accent_hover="#096A4F",
    accent_pressed="#075741",
    accent_soft="#E1F3EC",
    accent_ghost="#9AD5C0",
    on_accent="#FFFFFF",
    focus="#0B7A5B",
    warning="#8A5A00",
    warning_soft="#FFF3D6",
    danger="#B42318",
    danger_soft="#FDE8E6",
    info="#1D5FA8",
    info_soft="#E5F0FB",
    gold="#7A5B00",
    gold_soft="#FBEFC8",
    rail="#12211C",
    rail_hover="#26342F",
    rail_checked="#323F3A",
    rail_text="#A9BBB4",
    rail_active="#FFFFFF",
    rail_focus="#3CCB9B",
)

DARK = Colors(
    name="dark",
    bg="#101513",
    surface="#1A211E",
    surface_alt="#222B27",
    surface_hover="#2C3732",
    border="#2C3632",
    border_strong="#74827C",
    text="#EDF3F0",
    text_muted="#A3B1AB",
    text_disabled="#65716C",
    accent="#3CCB9B",
    accent_hover="#58D8AE",
    accent_pressed="#2BB486",
    accent_soft="#143A2D",
    accent_ghost="#23694F",
    on_accent="#06281C",
    focus="#3CCB9B",
    warning="#F5C451",
    warning_soft="#3B2F12",
    danger="#FF8B80",
    danger_soft="#43201D",
    info="#86BDF5",
    info_soft="#172F48",
    gold="#F2D06B",
    gold_soft="#3A3113",
    rail="#0A0E0C",
    rail_hover="#1D2220",
    rail_checked="#2A2F2D",
    rail_text="#8E9C96",
    rail_active="#FFFFFF",
    rail_focus="#3CCB9B",
)


class Metrics(Struct, frozen=True, eq=False):
    """Sizes in logical pixels: `s1`–`s6` are gaps, `fs_*` font sizes, the rest are heights and widths of controls."""

    name: str
    s1: int
    s2: int
    s3: int
    s4: int
    s5: int
    s6: int
    radius_s: int
    radius: int
    radius_l: int
    touch: int  # the smallest thing a finger is asked to hit; never below 44
    touch_l: int  # the one primary button and the amount
    key_h: int
    row: int  # a row of a table or a list
    foot_h: int  # a button of the footer, as high as the footer itself
    topbar: int
    footer: int
    rail_w: int
    chip: int
    cap: int
    bar: int
    icon: int
    icon_l: int
    fs_rail: int
    fs_foot: int
    fs_caption: int
    fs_body: int
    fs_body_l: int
    fs_title: int
    fs_name: int
    fs_amount: int
    fs_hero: int

    def enlarged(self, percent: int) -> "Metrics":
        """The same sizes for eyes that need larger text: 100–150 percent, refused with ValueError beyond that.

        A style sheet in pixels is deaf to the text size of the system, hence a setting of our own. What is large
        already (name, amount, balance) and what stands in the tight places (rail, footer) grows by half as much, or
        the till no longer fits its screen; gaps and touch targets stay.
        """
        if not 100 <= percent <= 150:
            raise ValueError(f"text size must be 100 to 150 percent, not {percent}")
        full = ("chip", "cap", "icon", "icon_l", "fs_caption", "fs_body", "fs_body_l", "fs_title")
        half = ("fs_name", "fs_amount", "fs_hero", "fs_rail", "fs_foot", "rail_w", "foot_h", "footer")
        sizes: dict[str, Any] = {key: _even(getattr(self, key), percent) for key in full}
        sizes |= {key: _even(getattr(self, key), 100 + (percent - 100) // 2) for key in half}
        return replace(self, **sizes) if percent > 100 else self


def _even(size: int, percent: int) -> int:
    """`size` at `percent`, rounded to a whole even pixel so that icons and pills keep a true middle."""
    return (size * percent + 100) // 200 * 2


COMFORTABLE = Metrics(
    name="comfortable",
    s1=4,
    s2=8,
    s3=12,
    s4=16,
    s5=20,
    s6=24,
    radius_s=8,
    radius=10,
    radius_l=14,
    touch=48,
    touch_l=64,
    key_h=60,
    row=44,
    foot_h=44,
    topbar=72,
    footer=48,
    rail_w=92,
    chip=22,
    cap=24,
    bar=14,
    icon=20,
    icon_l=24,
    fs_rail=12,
    fs_foot=13,
    fs_caption=12,
    fs_body=14,
    fs_body_l=16,
    fs_title=18,
    fs_name=26,
    fs_amount=44,
    fs_hero=68,
)
COMPACT = replace(
    COMFORTABLE,
    name="compact",
    s3=8,
    s4=12,
    s5=16,
    s6=20,
    touch=44,
    touch_l=56,
    key_h=48,
    topbar=60,
    fs_name=22,
    fs_amount=34,
    fs_hero=52,
)
SPACIOUS = replace(
    COMFORTABLE,
    name="spacious",
    s3=16,
    s4=20,
    s5=28,
    s6=32,
    radius=12,
    radius_l=18,
    touch=56,
    touch_l=84,
    key_h=88,
    row=52,
    foot_h=56,
    topbar=92,
    footer=60,
    rail_w=112,
    chip=26,
    cap=28,
    bar=20,
    icon=24,
    icon_l=28,
    fs_rail=14,
    fs_foot=15,
    fs_caption=14,
    fs_body=17,
    fs_body_l=19,
    fs_title=22,
    fs_name=34,
    fs_amount=60,
    fs_hero=96,
)


def density_for(height: int, text_percent: int = 100) -> Metrics:
    """The density for a window `height` logical pixels high (1366×768 is comfortable, 1280×720 compact).

    Larger text fills a window as a lower one would, so it brings a tighter density.

    Choose it from the screen before the first `show()`: the minimum size of a roomy density sticks to the window,
    which then grows once and never shrinks back. So each density begins above the least height that the pages need in
    it: a window that is made lower comes to the tighter density before it can shrink no more.
    """
    room = height * 100 // (100 + (text_percent - 100) // 2)
    if room < 764:
        return COMPACT
    return COMFORTABLE if room < 990 else SPACIOUS
