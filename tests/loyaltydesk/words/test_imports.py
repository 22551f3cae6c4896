"""The words of imports: each field, verdict, remark and reason has some, and they are put together whole."""

import pytest

from loyaltydesk.model.imports import (
    CheckedRow,
    ImportField,
    ImportRow,
    Kept,
    OnTwin,
    Remark,
    SinceThen,
    Twin,
    TwinKind,
    Verdict,
)
from loyaltydesk.model.money import Currency
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.words import imports as words
from loyaltydesk.words.formats import BabelFormats

FORMATS = BabelFormats("en", Currency("EUR", 2))


def test_everything_has_words() -> None:
    assert set(words.FIELDS) == set(ImportField)
    assert set(words.TWINS) == set(TwinKind)
    assert set(words.CHOICES) == set(OnTwin)
    assert all(words.verdict_name(each) for each in Verdict)
    assert set(words.SINCE) == set(SinceThen)


@pytest.mark.parametrize("kind", words.REMARKS)
def test_every_remark_is_a_whole_sentence(kind: str) -> None:
    said = words.remark_text(Remark(kind, "Born", 1200, "3/4/90"), FORMATS)
    assert "{" not in said
    assert any(part in said for part in ("Born", "1,200", "3/4/90")) or kind == "no_headings"


def test_a_refusal_calls_the_field_as_on_the_screen() -> None:
    row = ImportRow(7, refused=BadRequest("birth_date", "year_alone"))
    assert words.why(CheckedRow(row, Verdict.REFUSED), FORMATS) == (
        "“Date of birth” is a year alone; day and month are missing."
    )


@pytest.mark.parametrize(
    ("twin", "said"),
    [
        (None, ""),
        (Twin(TwinKind.CARD, row=1200), "Row 1,200 has the same card."),
        (Twin(TwinKind.PHONE, "id"), "A customer has the same phone number."),
        (Twin(TwinKind.PHONE, "id", other_name=True), "Somebody of another name has the same phone number."),
    ],
)
def test_a_twin_is_named(twin: Twin | None, said: str) -> None:
    assert words.why(CheckedRow(ImportRow(7), Verdict.SKIPPED, twin), FORMATS) == said


def test_whoever_stays_is_named_with_the_reason() -> None:
    assert words.kept_text(Kept("id", "Anna", SinceThen.PURCHASE)) == "Anna: bought something"
