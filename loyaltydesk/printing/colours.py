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
    return WHITE if contrast(WHITE, ground) >= contrast(INK, ground) else INK


def contrast(colour: str, other: str) -> float:
    """How much two colours stand out from each other, 1 to 21 (WCAG 2.2, contrast ratio)."""
    dark, light = sorted((luminance(colour), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def readable(colour: str, ground: str, *, least: float = 4.5) -> str:
    """`colour`, or as much of our dark ink or white in it as makes it stand out from `ground` by `least`."""
    ink = ink_on(ground)
    shares = (step / 10 for step in range(10))
    mixed = (mix(colour, ink, share=share) for share in shares)
    return next((each for each in mixed if contrast(each, ground) >= least), ink)
