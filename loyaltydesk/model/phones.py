"""Phone numbers in the one form in which they are kept, E.164 (+37120012345)."""

import re

from loyaltydesk.model.refusals import BadRequest

# Country calling codes of one and two digits (ITU-T E.164); every other one has three.
_TWO = frozenset(
    "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 "
    "90 91 92 93 94 95 98".split()
)


def e164(text: str, region: str) -> str:
    """`text` as E.164, read as somebody in `region` (ISO 3166, "LV") would write it; empty stays empty.

    While the shop's country is not known, a number without a country is kept as its digits. Raises BadRequest when it
    is no phone number.
    """
    if not text.strip():
        return ""
    digits = re.sub(r"[\s()./-]", "", text[:40])
    if not region and re.fullmatch(r"[0-9]{4,15}", digits):
        return digits
    import phonenumbers  # waits until a phone number is typed: it takes a tenth of a second

    try:
        number = phonenumbers.parse(text[:40], region or None)
    except phonenumbers.NumberParseException:
        raise BadRequest("phone", "phone_unreadable") from None
    if not phonenumbers.is_possible_number(number):
        if re.fullmatch(r"[1-9][0-9]{10,14}", digits) and _is_abroad(digits):
            return f"+{digits}"
        raise BadRequest("phone", "phone_unreadable")
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def _is_abroad(digits: str) -> bool:
    """Whether these are a number of another country that has lost its plus, as in a spreadsheet of numbers."""
    import phonenumbers

    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(f"+{digits}"))
    except phonenumbers.NumberParseException:
        return False


def national(phone: str) -> str:
    """The digits of a phone number without the country's code, which only E.164 has."""
    if not phone.startswith("+"):
        return phone
    digits = re.sub(r"\D", "", phone, flags=re.ASCII)
    return digits[1 if digits[:1] in ("1", "7") else 2 if digits[:2] in _TWO else 3 :]
