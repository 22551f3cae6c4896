"""Arithmetic on `#RRGGBB` colours: mixtures, and the ink that can be read on a ground."""

from loyaltydesk.printing.scene import BLACK, WHITE

INK = "#14201C"
MUTED = "#55635D"
ENOUGH = 4.5  # contrast of small words (WCAG 2.2, 1.4.3)


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
    """White or our dark ink, whichever stands out more from `ground`; black where neither stands out enough."""
    best = WHITE if contrast(WHITE, ground) >= contrast(INK, ground) else INK
    return best if contrast(best, ground) >= ENOUGH or contrast(best, ground) >= contrast(BLACK, ground) else BLACK


def softer(ink: str, ground: str) -> str:
    """`ink` a little nearer to `ground`, for smaller words; as it is where they would no longer stand out."""
    soft = mix(ink, ground, share=0.1)
    return soft if contrast(soft, ground) >= ENOUGH + 0.8 else ink


def contrast(colour: str, other: str) -> float:
    """How much two colours stand out from each other, 1 to 21 (WCAG 2.2, contrast ratio)."""
    return contrast_of(luminance(colour), luminance(other))


def contrast_of(luminance: float, other: float) -> float:
    """The same of two luminances."""
    dark, light = sorted((luminance, other))
    return (light + 0.05) / (dark + 0.05)


def readable(colour: str, ground: str, *, least: float = ENOUGH) -> str:
    """`colour`, or as much of our dark ink or white in it as makes it stand out from `ground` by `least`."""
    ink = ink_on(ground)
    shares = (step / 10 for step in range(10))
    mixed = (mix(colour, ink, share=share) for share in shares)
    return next((each for each in mixed if contrast(each, ground) >= least), ink)
