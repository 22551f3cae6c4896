"""Doubts about a tax number: a check digit that does not fit, or a shape that no number of its country has.

Nothing is ever refused for it: registers know numbers that no formula does. The formulas are those of python-stdnum.
"""

import re
from enum import StrEnum
from types import ModuleType

from msgspec import Struct

EU = frozenset("AT BE BG CY CZ DE DK EE EL ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split())
_NO_LETTERS = re.compile(r"[^0-9A-Z]")


class TaxFault(StrEnum):
    """What looks wrong."""

    CHECK_DIGIT = "check_digit"
    SHAPE = "shape"


class TaxDoubt(Struct, frozen=True):
    """What looks wrong with a number, taken for one of `country` (ISO 3166)."""

    fault: TaxFault
    country: str


def doubt(number: str, region: str) -> TaxDoubt | None:
    """What looks wrong with a tax number, read as in `region` (ISO 3166) unless it begins with a country of the EU.

    None for one that is good, for an empty one, and where no formula is known.
    """
    bare = _NO_LETTERS.sub("", number.upper())
    if not any(sign.isdigit() for sign in bare):
        return None
    named = bare[:2] if bare[:2] in EU else ""
    if bare[:2].isalpha() and not named:
        return None  # of a country whose numbers are not known here
    country = {"EL": "GR"}.get(named, named) or region.upper()
    formulas = _formulas(country, named=bool(named))
    faults = [_fault(formula, bare) for formula in formulas]
    if not faults or None in faults:
        return None
    return TaxDoubt(TaxFault.CHECK_DIGIT if TaxFault.CHECK_DIGIT in faults else TaxFault.SHAPE, country)


def _formulas(country: str, *, named: bool) -> list[ModuleType]:
    """The numbers that a firm may go by in a country; one that is `named` in it is for VAT."""
    # Waits until a number is typed: each country is a module of its own.
    if country == "PL":
        from stdnum.pl import nip, regon

        return [nip] if named else [nip, regon]
    if country == "LV":
        from stdnum.lv import pvn

        return [pvn]
    if country == "RU":
        from stdnum.ru import inn

        return [inn]
    if country == "LT" and named:  # the code of a firm, which bears no letters, has a formula that is not known here
        from stdnum.lt import pvm

        return [pvm]
    if country == "EE":
        from stdnum.ee import kmkr, registrikood

        return [kmkr] if named else [kmkr, registrikood]
    if country == "DE":
        from stdnum.de import stnr, vat

        return [vat] if named else [vat, stnr]
    if named:
        from stdnum.eu import vat as eu_vat

        return [eu_vat]
    return []


def _fault(formula: ModuleType, number: str) -> TaxFault | None:
    """What a formula finds wrong."""
    from stdnum.exceptions import InvalidChecksum, ValidationError

    try:
        formula.validate(number)
    except InvalidChecksum:
        return TaxFault.CHECK_DIGIT
    except ValidationError:
        return TaxFault.SHAPE
    return None
