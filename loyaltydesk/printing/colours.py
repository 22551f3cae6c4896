"""Arithmetic on `#RRGGBB` colours: mixtures, and the ink that can be read on a ground."""

from loyaltydesk.printing.scene import WHITE

INK = "#14201C"
MUTED = "#55635D"


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of `colour`, 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(colour: str, other: str, *, share: float) -> str:
    """`colour` with `share` (0 to 1) of `other` in it."""
    mixed = (round(one * (1 - share) + two * share) for one, two in zip(channels(colour), channels(other), strict=True))
    return "#" + "".join(f"{channel:02X}" for channel in mixed)


def luminance(colour: str) -> float:
    """How bright `colour` is, 0 to 1 (WCAG 2.2, relative luminance)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (channel / 255 for channel in channels(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ink_on(ground: str) -> str:
    """White or our dark ink, whichever stands out more from `ground`."""
    bright, dark, light = luminance(ground), luminance(INK), 1.0
    on_white = (light + 0.05) / (bright + 0.05)
    on_dark = (bright + 0.05) / (dark + 0.05)
    return WHITE if on_white >= on_dark else INK
