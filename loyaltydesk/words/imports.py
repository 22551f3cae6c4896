"""What the columns of a customer table are called, what is remarked about one, and why a row is refused."""

from dataclasses import replace

from loyaltydesk.model.imports import (
    CheckedRow,
    ImportField,
    Kept,
    OnTwin,
    Remark,
    SinceThen,
    TwinKind,
    Verdict,
)
from loyaltydesk.model.refusals import BadRequest, Refused
from loyaltydesk.words.catalogue import mark, tr, trc
from loyaltydesk.words.formats import Formats
from loyaltydesk.words.refusals import sentence

FIELDS = {
    ImportField.NAME: mark("Name"),
    ImportField.FIRST_NAME: mark("First name"),
    ImportField.LAST_NAME: mark("Last name"),
    ImportField.COMPANY: mark("Company"),
    ImportField.CARD: mark("Card number"),
    ImportField.PRINTED: mark("Number printed on the card"),
    ImportField.PHONE: mark("Phone"),
    ImportField.EMAIL: mark("E-mail"),
    ImportField.BIRTH_DATE: mark("Date of birth"),
    ImportField.NAME_DAY: mark("Name whose day is kept"),
    ImportField.LANGUAGE: mark("Language"),
    ImportField.TAX_ID: mark("Tax number"),
    ImportField.CONSENT: mark("Consent"),
    ImportField.ADDRESS: mark("Postal address"),
    ImportField.STREET: mark("Street"),
    ImportField.HOUSE: mark("House number"),
    ImportField.FLAT: mark("Flat number"),
    ImportField.POSTCODE: mark("Postcode"),
    ImportField.CITY: mark("Town"),
    ImportField.NOTE: mark("Note"),
    ImportField.POINTS: mark("Points"),
    ImportField.POINTS_SINCE: mark("Day the points came"),
    ImportField.POINTS_UNTIL: mark("Last day of the points"),
    ImportField.TIER: mark("Tier"),
    ImportField.JOINED: mark("Customer since"),
}

TWINS = {
    TwinKind.CARD: mark("the same card"),
    TwinKind.PHONE: mark("the same phone number"),
    TwinKind.EMAIL: mark("the same e-mail address"),
    TwinKind.NAME: mark("the same name and date of birth"),
}

CHOICES = {
    OnTwin.SKIP: mark("Leave the row out"),
    OnTwin.UPDATE: mark("Fill in what is not known yet"),
    OnTwin.ADD: mark("Add as another customer"),
}

SINCE = {
    SinceThen.PURCHASE: mark("bought something"),
    SinceThen.POINTS: mark("points moved"),
    SinceThen.VOUCHER: mark("has a voucher"),
    SinceThen.CHANGED: mark("was changed by hand"),
    SinceThen.CARD: mark("the cards were changed"),
    SinceThen.TOGETHER: mark("belongs together with another customer"),
}

REMARKS = {
    "rows_above": mark("What stands above the headings in row {example} is left out."),
    "rows_of_units": mark("A row that only names units is left out: {example}"),
    "rows_of_totals": mark("Rows of totals are left out: {count}."),
    "no_headings": mark("No row names the columns. What they tell was guessed from their cells."),
    "days_open": mark(
        "In “{heading}”, {example} could be read in two ways. The day is taken to come first; turn it round if it does "
        "not."
    ),
    "days_mixed": mark("In “{heading}” some dates begin with the day and some with the month. Check them: {count}."),
    "years_short": mark("In “{heading}”, years have two digits, as in {example}. Check that the century is right."),
    "zeros_lost": mark("Card numbers seem to have lost zeros at their beginning: {count}, as {example}."),
    "column_unknown": mark("Nothing is taken from the column “{heading}”."),
}


def verdict_name(verdict: Verdict) -> str:
    """What the rows with which so is dealt are called, below how many they are."""
    return {
        Verdict.NEW: trc("rows of a table", "New"),
        Verdict.FILLED: trc("rows of a table", "Filled in"),
        Verdict.SAME: trc("rows of a table", "Known already"),
        Verdict.SKIPPED: trc("rows of a table", "Left out"),
        Verdict.REFUSED: trc("rows of a table", "Refused"),
    }[verdict]


def field_name(field: ImportField | str) -> str:
    """What a field is called; its own name where it is none of a table's."""
    return tr(FIELDS[ImportField(field)]) if field in FIELDS else str(field)


def remark_text(remark: Remark, formats: Formats) -> str:
    """A remark as a sentence."""
    told = {"heading": remark.heading, "count": formats.number(remark.count), "example": remark.example}
    return tr(REMARKS[remark.kind]).format(**told)


def refusal(no: Refused, formats: Formats) -> str:
    """Why a row is refused, its field called as on the screen."""
    return sentence(replace(no, field=field_name(no.field)) if isinstance(no, BadRequest) else no, formats)


def why(checked: CheckedRow, formats: Formats) -> str:
    """Why a row is refused, left out or only filled in; empty for one that is simply new."""
    if checked.row.refused:
        return refusal(checked.row.refused, formats)
    twin = checked.twin
    if twin is None:
        return ""
    seen = tr(TWINS[twin.kind])
    if twin.other_name:
        return tr("Somebody of another name has {what}.").format(what=seen)
    if twin.row:
        return tr("Row {number} has {what}.").format(number=formats.number(twin.row), what=seen)
    return tr("A customer has {what}.").format(what=seen)


def kept_text(kept: Kept) -> str:
    """Who stays when an import is taken back, and why."""
    name = kept.name or kept.customer
    return tr("{name}: {why}").format(name=name, why=tr(SINCE[kept.why]))


def opening_reason() -> str:
    """Why somebody has points that no purchase brought, as the statement keeps it."""
    return tr("Opening balance")
