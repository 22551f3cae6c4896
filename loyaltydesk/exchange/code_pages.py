"""Tells in which old code page a text was written, by whether its words could be of the languages it was made for."""

import re
from collections import Counter

_WORD = re.compile(r"[^\W\d_]+")
# The letters that a language has besides a to z, the languages of our shops in front.
_LETTERS = {
    "pl": "ąćęłńóśźż",
    "lv": "āčēģīķļņšūž",
    "lt": "ąčęėįšųūž",
    "et": "äõöüšž",
    "de": "äöüß",
    "cs": "áčďéěíňóřšťúůýž",
    "sk": "áäčďéíĺľňóôŕšťúýž",
    "hu": "áéíóöőúüű",
    "fr": "àâçèéêëîïôùûœ",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
}
_OURS = frozenset(("pl", "lv", "ru", "lt"))
# Of two pages that say the same the one in front is taken; Windows' own stand in front of those of old systems.
_PAGES = {
    "cp1250": ("pl", "cs", "sk", "hu", "de"),
    "cp1257": ("lv", "lt", "et", "pl", "de"),
    "cp1251": ("ru", "uk"),
    "iso8859-2": ("pl", "cs", "sk", "hu", "de"),
    "iso8859-13": ("lv", "lt", "et", "pl", "de"),
    "cp1252": ("de", "fr"),
    "iso8859-4": ("lv", "lt", "et"),
    "iso8859-5": ("ru", "uk"),
    "koi8-r": ("ru",),
    "cp866": ("ru",),
    "cp852": ("pl", "cs", "hu"),
    "cp775": ("lv", "lt", "et"),
}
_ALPHABETS = {name: frozenset(letters) for name, letters in _LETTERS.items()}
_BROKEN = "\N{REPLACEMENT CHARACTER}"


def code_page(sample: bytes) -> str:
    """The page that makes the likeliest words of `sample`; what a general detector says where no word is likely."""
    scores = {page: _likely(sample.decode(page, "replace"), languages) for page, languages in _PAGES.items()}
    best = max(scores, key=lambda page: scores[page])
    return best if scores[best] > 0 else _general(sample)


def _likely(text: str, languages: tuple[str, ...]) -> int:
    """Letters of words that one language could have, less those of words that none of them has."""
    found = Counter(word for word in _WORD.findall(text) if not word.isascii())
    score = -3 * (text.count(_BROKEN) + sum("\x80" <= sign <= "\x9f" for sign in text))
    for word, times in found.items():
        score += times * _worth(word, languages)
    return score - sum(sign > "\x7f" and not sign.isalpha() and sign not in _SIGNS for sign in text)


_SIGNS = frozenset("€„”“’–—…№°«»·×§\N{NO-BREAK SPACE}")


def _worth(word: str, languages: tuple[str, ...]) -> int:
    foreign = [letter for letter in word.lower() if letter > "\x7f"]
    mixed = len(foreign) < len(word)
    for language in languages:
        cyrillic = language in ("ru", "uk")
        if (not cyrillic or not mixed) and _ALPHABETS[language].issuperset(foreign):
            camel = not (word.islower() or word.isupper() or word.istitle())
            return len(foreign) * (1 if camel else 4 if language in _OURS else 2)
    return -2 * len(foreign)


def _general(sample: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(sample[:100_000]).best()
    return best.encoding if best else "cp1252"
