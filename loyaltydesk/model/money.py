"""Money as whole minor units with the exponent of its currency; never a float.

Exponents are those of ISO 4217: JPY 0, EUR 2, KWD 3. Currencies without an exponent (metals, test codes) are not
money a till can take.
"""

import re
from functools import lru_cache

from msgspec import Struct

from loyaltydesk.model.refusals import BadRequest

TWO_DIGITS = frozenset(
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP "
    "CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR "
    "JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN "
    "NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP "
    "SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG".split()
)
NO_DIGITS = frozenset("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF".split())
THREE_DIGITS = frozenset("BHD IQD JOD KWD LYD OMR TND".split())
LARGEST = 10**12  # minor units; keeps every sum of a lifetime far inside 64 bits


class Currency(Struct, frozen=True):
    """A currency by its ISO 4217 code and the number of digits of its minor unit."""

    code: str
    exponent: int

    def text(self, minor: int) -> str:
        """`minor` units as plain text in major units: 1250 → "12.50", and "1250" where there are no minor units."""
        if not self.exponent:
            return str(minor)
        sign, digits = "-" if minor < 0 else "", str(abs(minor)).rjust(self.exponent + 1, "0")
        return f"{sign}{digits[: -self.exponent]}.{digits[-self.exponent :]}"

    def amount(self, text: object, field: str = "amount") -> int:
        """The minor units that `text` ("12.50", "12") names; `field` says in a refusal what was being read.

        Raises BadRequest for anything else: a number that is no text, a sign, an exponent, a thousands separator,
        more decimals than the currency has, or more than a till can take.
        """
        if not isinstance(text, str):
            raise BadRequest(field, "amount_not_text")
        match = re.fullmatch(r"([0-9]+)(?:\.([0-9]+))?", text.strip())
        if not match:
            raise BadRequest(field, "amount_negative" if _negative(text) else "amount_not_money")
        whole, cents = match[1], match[2] or ""
        if len(cents) > self.exponent:
            raise BadRequest(field, "amount_too_fine")
        minor = whole.lstrip("0") + cents.ljust(self.exponent, "0")
        if len(minor) > len(str(LARGEST)) or int(minor or "0") > LARGEST:
            raise BadRequest(field, "amount_too_large")
        return int(minor or "0")


def _negative(text: str) -> bool:
    return re.fullmatch(r"\s*[-−]\s*[0-9]+([.,][0-9]+)?\s*", text) is not None


@lru_cache(maxsize=256)
def currency(code: str) -> Currency:
    """The currency with this ISO 4217 code. Raises KeyError for a code that is not in use."""
    for exponent, codes in ((2, TWO_DIGITS), (0, NO_DIGITS), (3, THREE_DIGITS)):
        if code in codes:
            return Currency(code, exponent)
    raise KeyError(code)
