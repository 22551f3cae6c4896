"""Voucher codes: V, ten random characters and a check character, which nobody guesses and a slip of the finger spoils.

The characters are those of Crockford's base 32, which leaves out I, L, O and U; the check character is that of
ISO/IEC 7064, MOD 37,36, and codes whose check character would be another are not given out.
"""

import re
from collections.abc import Callable

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
START = "V"
LENGTH = 12
_ALL = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MEANT = str.maketrans("OIL", "011")  # what a hand writes in their place


def new_voucher_code(randbelow: Callable[[int], int]) -> str:
    """A new random code: fifty bits and a check character."""
    while True:
        number = randbelow(1 << 50)
        code = START + "".join(ALPHABET[number >> shift & 31] for shift in range(0, 50, 5))
        check = check_character(code)
        if check in ALPHABET:
            return code + check


def check_character(text: str) -> str:
    """The character that makes `text` (digits and capitals) whole by ISO/IEC 7064, MOD 37,36."""
    product = 36
    for character in text:
        total = (product + _ALL.index(character)) % 36 or 36
        product = total * 2 % 37
    return _ALL[(37 - product) % 36]


def is_voucher_like(text: str) -> bool:
    """Whether `text`, tidied, has the form of one of our voucher codes, right or wrong."""
    return re.fullmatch(rf"{START}[0-9A-Z]{{{LENGTH - 1}}}", bare(text)) is not None


def is_whole(code: str) -> bool:
    """Whether the check character of a code in that form is right."""
    return check_character(code[:-1]) == code[-1]


def bare(text: str) -> str:
    """A typed code without hyphens and blanks, in capitals."""
    return re.sub(r"[\s\-‐–]+", "", text).upper()


def meant(text: str) -> str:
    """The code somebody means who wrote O for 0, and I or L for 1."""
    code = bare(text)
    return START + code[1:].translate(_MEANT) if is_voucher_like(text) else code


def shown(code: str) -> str:
    """A code as it is printed to be read: in groups of four."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4)) if is_voucher_like(code) else code
