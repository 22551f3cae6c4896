"""The reports for the desk drawer in words: why one is refused, and the sum that a day must come to."""

from loyaltydesk.model.reports import PointsOfDay
from loyaltydesk.words.catalogue import mark
from loyaltydesk.words.formats import Formats

REPORT_REASONS = {"report_to_come": mark("That time is still to come. Choose one that has begun.")}


def sum_text(points: PointsOfDay, formats: Formats) -> str:
    """What was there, what moved, and what is there, as a sum: 800 + 120 − 40 = 880."""
    moved = (
        points.given, -points.taken_back, -points.used, points.given_back, -points.expired, points.other,
    )  # fmt: skip
    parts = [formats.number(points.opening)]
    for part in moved:
        if part:
            parts += ["+" if part > 0 else "−", formats.number(abs(part))]
    sign = "=" if points.holds else "≠"
    return " ".join([*parts, sign, formats.number(points.closing)])
