"""Ready programmes for a new shop, in its language and with amounts that make sense in its currency.

They lie as TOML files in `resources/programmes/<language>`, written in euros; each of them can be used as it is.
"""

import re
from fractions import Fraction
from pathlib import Path

from loyaltydesk.model.money import Currency
from loyaltydesk.words import LANGUAGES

FOLDER = Path(__file__).parents[2] / "resources" / "programmes"
READY = ("cafe", "shop", "visits")
DEMO = "demo"  # the demo shop's own

# What a shop would ask in each currency where it asks one euro: of the size of the exchange rate, and round.
_FOR_ONE_EURO = {
    Fraction(1, 2): "BHD JOD KWD OMR",
    Fraction(2): "AZN BBD BGN BMD BND BSD BZD FJD SGD TND TOP WST XCD",
    Fraction(5): "AED AWG BAM BOB BRL BYN GEL GHS GTQ ILS LYD MAD MYR PEN PGK PLN QAR RON SAR SBD TMT TTD ANG",
    Fraction(10): "BWP CNY CZK DKK ERN HKD LSL MDL MOP MVR MXN NAD NOK SCR SEK SLE SVC SZL TJS TRY UYU VES ZAR ZMW "
    "BTN EGP HNL NIO TWD",
    Fraction(50): "AFN CUP DOP ETB GMD INR KGS MKD MRU MUR MZN NPR PHP THB UAH ZWG",
    Fraction(100): "ALL BDT CVE DZD HTG ISK JMD JPY KES LRD RSD RUB VUV XPF DJF",
    Fraction(200): "GYD KMF LKR PKR SSP STN YER RWF",
    Fraction(500): "AMD AOA CRC HUF KZT NGN SDG SOS SYP XAF XOF",
    Fraction(1000): "ARS CLP IQD KPW KRW MMK MWK",
    Fraction(2000): "BIF CDF",
    Fraction(5000): "COP KHR MGA MNT PYG TZS UGX UZS",
    Fraction(10_000): "GNF IDR IRR LAK VED",
    Fraction(20_000): "VND",
    Fraction(100_000): "LBP",
}
_SIZES = {code: size for size, codes in _FOR_ONE_EURO.items() for code in codes.split()}
_AMOUNT = re.compile(r'\b(per|worth|money|from|min_bill|max) = "(\d+\.\d\d)"')  # times of day have no point


def ready_programme(name: str, language: str, currency: Currency) -> str:
    """The text of a ready programme; English where `language` has none. Raises KeyError for a name there is not."""
    if name not in (*READY, DEMO):
        raise KeyError(name)
    folder = FOLDER / (language if language in LANGUAGES else "en")
    text = (folder / f"{name}.toml").read_text(encoding="utf-8")
    text = text.replace('currency = "EUR"', f'currency = "{currency.code}"')
    return _AMOUNT.sub(lambda found: f'{found[1]} = "{currency.text(in_currency(found[2], currency))}"', text)


def in_currency(euros: str, currency: Currency) -> int:
    """The minor units that a shop would ask where another asks so many `euros` ("1.50").

    No exchange rate, but a round sum of that size; whole in every currency, rounded to its smallest unit if need be.
    """
    return max(round(Fraction(euros) * _SIZES.get(currency.code, 1) * 10**currency.exponent), 1)
