"""Tax numbers that look wrong are doubted, each by the rules of its country, and nothing is refused."""

import pytest

from loyaltydesk.model.tax_numbers import TaxFault, doubt
from loyaltydesk.words import use
from loyaltydesk.words.partners import doubt_text

GOOD = [
    ("40003009497", "LV"), ("LV 40003009497", "PL"), ("526-025-02-74", "PL"), ("PL5260250274", "LV"),
    ("192598184", "PL"), ("7707083893", "RU"), ("DE136695976", "LV"), ("136695976", "DE"), ("ATU12345675", "LV"),
    ("LT119511515", "LT"), ("EE100931558", "LV"), ("10000356", "EE"), ("EL094259216", "LV"), ("FR40303265045", "LV"),
]  # fmt: skip
UNKNOWN = [
    ("", "LV"), ("pending", "LV"), ("GB980780684", "LV"), ("123", "US"), ("304151376", "LT"), ("٤٠١٠٣", "LV"),
    ("1", ""),
]  # fmt: skip


@pytest.mark.parametrize(("number", "region"), [*GOOD, *UNKNOWN])
def test_a_good_number_and_one_of_no_known_kind_is_not_doubted(number: str, region: str) -> None:
    assert doubt(number, region) is None


@pytest.mark.parametrize(
    ("number", "region", "country"),
    [
        ("40003009498", "LV", "LV"), ("PL5260250275", "LV", "PL"), ("5260250275", "PL", "PL"),
        ("7707083894", "RU", "RU"), ("DE136695977", "LV", "DE"), ("ATU12345678", "LV", "AT"),
        ("LT119511516", "LV", "LT"), ("EE100931559", "EE", "EE"), ("EL094259217", "LV", "GR"),
    ],
)  # fmt: skip
def test_a_wrong_check_digit_is_doubted(number: str, region: str, country: str) -> None:
    found = doubt(number, region)
    assert found
    assert (found.fault, found.country) == (TaxFault.CHECK_DIGIT, country)


@pytest.mark.parametrize("number", ["PL123", "NL1", "4000300949", "400030094970", "9" * 200])
def test_a_number_of_another_length_is_doubted(number: str) -> None:
    found = doubt(number, "LV")
    assert found
    assert found.fault is TaxFault.SHAPE


def test_the_doubt_names_the_country_in_the_language_in_use() -> None:
    wrong, short = doubt("40003009498", "LV"), doubt("NL1", "LV")
    assert wrong
    assert short
    assert doubt_text(wrong) == "The check digit does not fit: is a digit mistyped? (Latvia)"
    assert "Netherlands" in doubt_text(short)
    use("pl")
    assert "Łotwa" in doubt_text(wrong)
    use("en")
