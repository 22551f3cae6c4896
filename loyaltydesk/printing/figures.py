"""Measures as people read them, for sentences about paper."""

from loyaltydesk.words import active


def written(figure: float, *, places: int) -> str:
    """A figure with so many decimals in the language in use; of those we speak only English has a decimal point."""
    text = f"{figure:.{places}f}"
    return text if active().language == "en" else text.replace(".", ",")
