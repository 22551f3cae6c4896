"""Fills the one style sheet (`sheet.qss`) from the tokens, and names the roles a widget can take by dynamic property.

A widget never gets a style sheet of its own: it says what it is (`kind`, `surface`, `type`, `tone`, `state`, `chip`)
and the sheet knows how that looks. `restyle` changes such a property after the widget was first shown.
"""

from functools import lru_cache
from pathlib import Path
from string import Template
from typing import Literal

from msgspec.structs import asdict
from PySide6.QtWidgets import QWidget

from ui.theme.glyphs import glyph_paths
from ui.theme.tokens import Colors, Metrics

Kind = Literal["", "primary", "action", "outline", "ghost", "danger", "key", "small", "foot", "segment"]
Surface = Literal["page", "card", "inset", "bar", "foot", "rail"]
Type = Literal["", "caption", "muted", "strong", "title", "stat", "gain", "name", "prefix", "amount", "hero"]
Tone = Literal["", "accent", "warning", "danger", "info", "gold"]

TEMPLATE = Path(__file__).with_name("sheet.qss")
RING = 2  # px on each side: what a control's min-height in the sheet does not count


def fill(colors: Colors, metrics: Metrics) -> str:
    """The style sheet for these colours and sizes; KeyError when the template names a token that does not exist."""
    return _template().substitute(asdict(colors) | asdict(metrics) | _inner(metrics) | glyph_paths(colors))


@lru_cache(maxsize=1)
def _template() -> Template:
    return Template(TEMPLATE.read_text(encoding="utf-8"))


def _inner(m: Metrics) -> dict[str, int]:
    """Sizes the template cannot work out: content boxes inside a ring, and halves for pills."""
    inside = {f"{name}_in": getattr(m, name) - 2 * RING for name in ("touch", "touch_l", "key_h", "foot_h")}
    amount = max(m.touch_l, m.fs_amount * 5 // 4) + 8 - 2 * RING
    return inside | {
        "amount_in": amount,
        "segment_in": max(44, m.touch - 4) - 2 * RING,  # with its frame as high as a button, and never too low
        "chip_half": m.chip // 2,
        "bar_half": m.bar // 2,
        "thin": max(6, m.bar * 2 // 5),
        "spin_w": 2 * 44 + 5 * m.fs_body_l,  # both buttons and seven figures
    }


def restyle(widget: QWidget, **properties: str) -> None:
    """Sets dynamic properties and lets the style sheet see them: `restyle(field, state="error")`, "" to take back.

    Does nothing when nothing changes, for polishing again is dear and shows as a flicker.
    """
    changed = {key: value for key, value in properties.items() if (widget.property(key) or "") != value}
    for key, value in changed.items():
        widget.setProperty(key, value)
    if changed:
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()
