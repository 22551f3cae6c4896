"""The keys under which a customer is found as somebody types; each search is then one stretch of one index.

For each customer: every rotation of the folded words of the name and the company, the phone's digits with and
without the country, `~` and the last six digits backwards (for "the last four"), `@` and the e-mail address.
"""

import re
from collections.abc import Iterator
from itertools import permutations

from loyaltydesk.model.customers import Profile
from loyaltydesk.model.folding import fold, folded_words
from loyaltydesk.model.phones import national

MOST_WORDS = 6
LAST = "\U0010ffff"  # sorts after whatever anybody types


def keys(profile: Profile) -> set[str]:
    """Every key of a customer."""
    found: set[str] = set()
    for name in (profile.name, profile.company):
        words = folded_words(name)[:MOST_WORDS]
        found.update(" ".join(words[turn:] + words[:turn]) for turn in range(len(words)))
    digits = re.sub(r"\D", "", profile.phone, flags=re.ASCII)
    if digits:
        found.update({digits, national(profile.phone), "~" + digits[:-7:-1]})
    if profile.email:
        found.add("@" + fold(profile.email))
    return found - {""}


def stretches(text: str) -> Iterator[tuple[str, str]]:
    """The stretches of the index (from, to) to look at for what was typed, the likeliest first."""
    for start in _starts(text):
        yield start, start + LAST


def _starts(text: str) -> Iterator[str]:
    digits = re.sub(r"[\s()+./-]", "", text)
    if "@" in text:
        yield "@" + fold(text.strip().lstrip("@"))
    elif re.fullmatch(r"[0-9]{2,15}", digits):
        yield digits
        trunk = digits.removeprefix("00") if digits.startswith("00") else digits[1:] if digits[0] in "08" else ""
        if trunk:
            yield trunk
        yield "~" + digits[:-7:-1]
    else:
        words = folded_words(text)[:MOST_WORDS]
        if words:
            yield " ".join(words)
            if 1 < len(words) <= 3:
                yield from (" ".join(order) for order in permutations(words) if order != words)
