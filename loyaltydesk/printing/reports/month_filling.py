"""Fills the letter about a month with what the desk counted, in the language in use."""

from loyaltydesk.model.reports import MonthFigures, MonthLetter
from loyaltydesk.printing.reports.flow import Title
from loyaltydesk.printing.reports.month_letter import LetterFace, MonthBar
from loyaltydesk.words import active, tr
from loyaltydesk.words.formats import Formats
from loyaltydesk.words.month_letters import LetterWords, month_title


def letter_face(letter: MonthLetter, *, shop: str, formats: Formats) -> LetterFace:
    """A letter in words."""
    words = LetterWords(letter, formats)
    written = tr("Written on {day}").format(day=formats.day(letter.written))
    tasks = tuple(words.what_next()) or (tr("Nothing waits. Enjoy it."),)
    told = {0, len(letter.months) - 2, len(letter.months) - 1}  # last year, the month before, and this one
    return LetterFace(
        Title(shop, month_title(letter), written, active().language),
        tuple(_bar(each, formats, is_told=place in told) for place, each in enumerate(letter.months)),
        (tr("Members"), tr("Without a card")),
        tr("Paid in each month"),
        (
            (tr("How it went"), tuple(words.how_it_went())),
            (tr("What the programme cost and brought"), tuple(words.what_it_cost())),
            (tr("Who shone"), tuple(words.who_shone())),
        ),
        (tr("What to do next"), tasks),
    )


def _bar(figures: MonthFigures, formats: Formats, *, is_told: bool) -> MonthBar:
    whole = formats.money(figures.paid) if is_told and figures.purchases else ""
    return MonthBar(f"{figures.month:%m/%y}", figures.members, figures.guests, whole)
