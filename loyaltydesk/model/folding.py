"""Folds names so that they are found without diacritics or capitals: Łukasz by lukasz, Jānis by janis, Пётр by петр."""

import re
import unicodedata
from functools import lru_cache

# What Unicode does not take apart, or takes apart where the alphabet does not (й is a letter of its own).
_OWN = {
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ħ": "h", "ı": "i",
    "ŋ": "n", "ŧ": "t", "ĸ": "k", "ё": "е", "й": "й", "ў": "ў", "ї": "ї",
    "'": "", "’": "", "‘": "", "ʼ": "", "ʻ": "", "`": "", "´": "", "\u00ad": "",
}  # fmt: skip
_WORD = re.compile(r"\w+")
BEHIND_ALL_NAMES = "\U0010ffff"  # the last character there is: whoever has no name stands at the end of a list


class _Folds(dict[int, str]):
    """Fills itself with the fold of each character when it is first met."""

    def __missing__(self, point: int) -> str:
        small = chr(point).casefold()
        if small in _OWN:
            folded = _OWN[small]
        else:
            parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", small).casefold())  # ㏗ is pH inside
            folded = "".join(_OWN.get(part, part) for part in parts if not unicodedata.combining(part))
        self[point] = folded
        return folded


_FOLDS = _Folds()


def fold(text: str) -> str:
    """`text` in small letters, without diacritics and apostrophes."""
    return unicodedata.normalize("NFC", text).translate(_FOLDS)


@lru_cache(maxsize=20_000)
def folded_words(text: str) -> tuple[str, ...]:
    """The folded words of a name, hyphens and stops dropped."""
    return tuple(_WORD.findall(fold(text)))
