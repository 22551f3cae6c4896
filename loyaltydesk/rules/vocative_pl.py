"""The Polish vocative of given names: Anno, Kasiu, Piotrze, Marku; none where it is not certain.

Source of the rules: the declension of given names in Polish school grammars. A woman's name in -a takes -o, a pet form
with a soft stem -u; a man's name takes -u after k, g, ch, l, j and the hardened and soft consonants, else -e with a
change of the consonant before it; a name declined as an adjective (Jerzy, Antoni) stays as it is.
"""

from loyaltydesk.rules.known_names import exceptions, names_of

_SOFT = {"ń": "ni", "ś": "si", "ź": "zi", "ć": "ci"}
_HARDENED = ("sz", "rz", "cz", "ż", "dz", "c", "l", "j")
# The last consonants of a hard stem and what they are before -e, the longer ones first.
_BEFORE_E = (
    ("st", "ści"), ("zd", "ździ"), ("sł", "śl"), ("t", "ci"), ("d", "dzi"), ("ł", "l"), ("r", "rz"),
    ("b", "bi"), ("p", "pi"), ("m", "mi"), ("n", "ni"), ("w", "wi"), ("f", "fi"), ("s", "si"), ("z", "zi"),
)  # fmt: skip
_FLEETING = ("ksander", "lwester", "sylwester")  # the e before r goes: Aleksandrze


def vocative(name: str, *, is_woman: bool) -> str | None:
    """How somebody of this name is addressed; None where no form is certain. `name` as the calendars write it."""
    if name in names_of("pl", "uncertain"):
        return None
    known = exceptions("pl").get(name)
    if known:
        return known
    if name.endswith("a"):
        return _in_a(name)
    return None if is_woman else _of_a_man(name)


def _in_a(name: str) -> str | None:
    stem = name[:-1]
    if name in names_of("pl", "pet") or stem.endswith(("si", "zi", "ci", "uni")):
        return f"{stem}u"
    if stem[-1:] in "aeouy":  # Noa, Lea: they come from elsewhere, and people hesitate
        return None
    return f"{stem}o"


def _of_a_man(name: str) -> str | None:
    if name.endswith(("y", "i")):
        return name
    if name[-1] in _SOFT:
        return f"{name[:-1]}{_SOFT[name[-1]]}u"
    if name.endswith("ek"):
        return f"{_hard_before_k(name[:-2])}ku"
    if name.endswith(("k", "g", "ch", *_HARDENED)):
        return f"{name}u"
    if name.endswith(_FLEETING):
        name = f"{name[:-2]}r"
    for end, before_e in _BEFORE_E:
        if name.endswith(end):
            return f"{name.removesuffix(end)}{before_e}e"
    return None


def _hard_before_k(stem: str) -> str:
    """What is soft before -ek is written with its sign once the e is gone: Maciek, Maćku."""
    for letter, written in _SOFT.items():
        if stem.endswith(written):
            return f"{stem.removesuffix(written)}{letter}"
    return stem
