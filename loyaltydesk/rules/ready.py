"""Ready programmes for a new shop, in its language and with amounts that make sense in its currency.

They lie as TOML files in `resources/programmes/<language>`, written in euros; each of them can be used as it is.
"""

import re
from fractions import Fraction
from math import gcd
from pathlib import Path

from loyaltydesk.model.money import Currency
from loyaltydesk.model.programme import Rounding
from loyaltydesk.rules.exact import rounded
from loyaltydesk.words import LANGUAGES

FOLDER = Path(__file__).parents[2] / "resources" / "programmes"
READY = ("cafe", "shop", "visits")
DEMO = "demo"  # the demo shop's own

# What a shop would ask in each currency where it asks one euro: of the size of the exchange rate, and round.
_FOR_ONE_EURO = {
    Fraction(1, 2): "BHD JOD KWD OMR",
    Fraction(2): "ANG AWG AZN BBD BGN BMD BND BSD BZD FJD SGD TND TOP WST XCD XCG",
    Fraction(5): "AED BAM BOB BRL BYN GEL GHS GTQ ILS LYD MAD MYR PEN PGK PLN QAR RON SAR SBD TMT TTD",
    Fraction(10): "BWP CNY DKK HKD MOP MVR NOK SEK SVC TJS",
    Fraction(20): "CZK ERN HNL LSL MDL MXN NAD SCR SLE SZL ZAR ZMW",
    Fraction(50): "CUP DOP EGP GMD MKD MRU MUR NIO PHP SRD THB TRY TWD UAH UYU ZWG",
    Fraction(100): "AFN ALL BDT BTN CVE DZD ETB HTG INR ISK JMD JPY KES KGS LRD MZN NPR RSD RUB VUV XPF",
    Fraction(200): "DJF GYD LKR PKR SSP STN VES YER",
    Fraction(500): "AMD AOA CRC HUF KMF KZT SDG SOS XAF XOF",
    Fraction(1000): "ARS CLP IQD KPW KRW MMK NGN RWF",
    Fraction(2000): "BIF CDF MWK TZS",
    Fraction(5000): "COP KHR MGA MNT PYG UGX",
    Fraction(10_000): "GNF SYP UZS",
    Fraction(20_000): "IDR LAK VND",
    Fraction(100_000): "IRR LBP",
}
_SIZES = {code: size for size, codes in _FOR_ONE_EURO.items() for code in codes.split()}
_RATE = re.compile(r'points = (\d+)\nper = "([\d.]+)"')
# A time of day has no point, so that `from` is money only where it is the threshold of a tier.
_AMOUNT = re.compile(r'\b(per|worth|money|amount|get_price|from|min_bill|max) = "(\d+\.\d\d)"')


def ready_programme(name: str, language: str, *, currency: Currency) -> str:
    """The text of a ready programme; English where `language` has none. Raises KeyError for a name there is not."""
    if name not in (*READY, DEMO):
        raise KeyError(name)
    path = Path(FOLDER, language if language in LANGUAGES else "en", f"{name}.toml")
    text = path.read_text(encoding="utf-8")
    text = text.replace('currency = "EUR"', f'currency = "{currency.code}"')
    text = _AMOUNT.sub(lambda found: f'{found[1]} = "{currency.text(in_currency(found[2], currency))}"', text)
    return _RATE.sub(lambda found: _rate(int(found[1]), currency.amount(found[2]), currency=currency), text)


def in_currency(euros: str, currency: Currency) -> int:
    """The minor units that a shop would ask where another asks so many `euros` ("1.50").

    No exchange rate, but a round sum of that size; whole in every currency, rounded to its smallest unit if need be.
    """
    size = Fraction(euros) * _SIZES.get(currency.code, Fraction(1))
    return max(rounded(size * Fraction(10) ** currency.exponent, Rounding.HALF_UP), 1)


def _rate(points: int, per: int, *, currency: Currency) -> str:
    """The same rate in whole units as small as can be, so that less is lost of a bill: 2 for 1.00, not 10 for 5.00."""
    unit: int = 10**currency.exponent
    smaller = gcd(points, per // unit) if per % unit == 0 else 1
    return f'points = {points // smaller}\nper = "{currency.text(per // smaller)}"'
