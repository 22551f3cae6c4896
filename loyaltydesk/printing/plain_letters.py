"""Words in letters that an old printer has: each as it is, or without its accent, or spelt in plain ones."""

import unicodedata
from collections.abc import Callable

# What looks or sounds like a sign that most printers have not.
PLAIN = {
    **dict(zip("łŁøØđĐħĦıŧŦðÐþÞßæÆœŒ", "l L o O d D h H i t T d D th Th ss ae AE oe OE".split(), strict=True)),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("‘’‚‛′ʼ`´", "'"),
    **dict.fromkeys("“”„‟«»″", '"'),
    "…": "...", "×": "x", "÷": ":", "·": "-", "•": "*", "№": "No ", "€": "EUR", "£": "GBP", "©": "(c)", "→": "->",
    "ё": "е", "Ё": "Е", "ґ": "г", "Ґ": "Г", "і": "i", "І": "I",
}  # fmt: skip
# Cyrillic for a printer that has none at all, as it is spelt in English (BGN/PCGN).
LATIN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяєїў",
        "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch ' y ' e yu ya ye yi u".split(),
        strict=True,
    )
)
UNKNOWN = "?"  # a letter of a script that is not spelt here: it is seen that one is missing
PICTURE = "*"  # an emoji and the like
DROPPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me"})
PICTURES = frozenset({"So", "Sk"})

Has = Callable[[str], bool]


def spelt(words: str, has: Has) -> str:
    """`words` on one line, in characters of which `has` is true, and those of ASCII that are printed.

    No control character is ever left, whatever the printer may have in its place: it would be a command.
    """
    joined = unicodedata.normalize("NFC", words)
    return " ".join("".join(_sign(character, has) for character in joined).split())


def _sign(character: str, has: Has) -> str:
    kind = unicodedata.category(character)
    if character.isspace() or kind.startswith("Z"):
        return " "
    if kind in DROPPED:
        return ""
    if " " <= character <= "~" or has(character):
        return character
    if kind in PICTURES and character not in PLAIN:
        return PICTURE
    return _spelling(character, has) or UNKNOWN


def _spelling(character: str, has: Has) -> str:
    """The nearest that can be printed: what looks alike, the letter without its accent, or its sound."""
    for alike in (PLAIN.get(character), unicodedata.normalize("NFKD", character)[:1]):
        if alike and all(" " <= sign <= "~" or has(sign) for sign in alike):
            return alike
    sound = LATIN.get(character.lower(), "")
    return sound if character.islower() else sound.capitalize()
