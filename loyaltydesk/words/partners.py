"""Partners in words: what they are, how often something comes back, what is due, and what looks wrong with a number."""

from datetime import date
from functools import lru_cache

from loyaltydesk.model.partners import Due, PartnerKind, Repetition
from loyaltydesk.model.tax_numbers import TaxDoubt, TaxFault
from loyaltydesk.words.catalogue import active, mark, tr, trc

PARTNER_KINDS = {
    PartnerKind.SUPPLIER: mark("Supplier"),
    PartnerKind.SHOP: mark("Partner shop"),
    PartnerKind.BOTH: mark("Supplier and partner shop"),
}

REPETITIONS = {
    Repetition.ONCE: mark("Once"),
    Repetition.MONTH: mark("Every month"),
    Repetition.QUARTER: mark("Every quarter"),
    Repetition.YEAR: mark("Every year"),
}

PARTNER_REASONS = {
    "partner_nameless": mark("Type the name of the partner."),
    "partner_gone": mark("There is no such partner."),
    "partner_several": mark("Several partners have this name. Name the one by its id."),
    "partner_note_missing": mark("Write down in a few words what is to be noted."),
    "reminder_missing": mark("Write down in a few words what is to be remembered."),
    "reminder_gone": mark("There is no such reminder."),
    "note_gone": mark("There is no such note."),
    "terms_too_long": mark("The terms have 2,000 letters at most."),
    "discount_range": mark("A discount is a percentage between 0 and 100, with two decimals at most."),
    "payment_days_range": mark("The days to pay in are a number between 0 and 365."),
    "holder_too_long": mark("The name of whoever carries a card has 120 letters at most."),
    "company_nameless": mark("Type the name of the company."),
}


def due_text(due: Due) -> str:
    """What there is to see to."""
    return due.reminder.text if due.reminder else tr("the agreement ends")


def doubt_text(doubt: TaxDoubt) -> str:
    """What looks wrong with a tax number; it can be kept all the same."""
    country = _country(doubt.country, active().language)
    if doubt.fault is TaxFault.CHECK_DIGIT:
        return tr("The check digit does not fit: is a digit mistyped? ({country})").format(country=country)
    return tr("Tax numbers there look different: is a digit missing? ({country})").format(country=country)


def repetition_text(repeats: Repetition) -> str:
    """How often something comes back; empty for once."""
    return tr(REPETITIONS[repeats]) if repeats is not Repetition.ONCE else ""


def end_text(until: date, today: date) -> str:
    """How an agreement stands."""
    return trc("agreement", "Over") if until < today else trc("agreement", "Ends soon")


@lru_cache(maxsize=64)
def _country(code: str, language: str) -> str:
    """What a country (ISO 3166) is called; its code where nobody knows."""
    from babel.core import Locale  # takes a tenth of a second, and waits until there is a doubt

    return str(Locale.parse(language).territories.get(code, code))
