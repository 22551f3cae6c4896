"""Reads Code 128 back from its modules, so that a wrong symbol is found before it is printed."""

from typing import Final

from barcode.charsets.code128 import CODES

WORD = 11  # modules of each code word; the stop pattern has two more (ISO/IEC 15417, 4.3)
STOP: Final = "1100011101011"
STARTS: Final = {103: "A", 104: "B", 105: "C"}
SWITCHES: Final = {"A": {99: "C", 100: "B"}, "B": {99: "C", 101: "A"}, "C": {100: "B", 101: "A"}}
VALUES: Final = {pattern: value for value, pattern in enumerate(CODES)}


def text_of(modules: str) -> str:
    """What the row of `modules` says. Raises ValueError where it is no sound Code 128 of printable characters."""
    if not modules.endswith(STOP) or (len(modules) - len(STOP)) % WORD:
        raise ValueError("no Code 128: the stop pattern is missing")
    body = modules[: -len(STOP)]
    words = [VALUES.get(body[at : at + WORD], -1) for at in range(0, len(body), WORD)]
    if len(words) < 2 or words[0] not in STARTS or _check_word(words[:-1]) != words[-1]:
        raise ValueError("no Code 128: the start or the check word is wrong")
    return _spell(STARTS[words[0]], words[1:-1])


def _check_word(words: list[int]) -> int:
    return (words[0] + sum(place * word for place, word in enumerate(words))) % 103


def _spell(charset: str, words: list[int]) -> str:
    text = ""
    for word in words:
        if word in SWITCHES[charset]:
            charset = SWITCHES[charset][word]
        elif charset == "C" and word < 100:
            text += f"{word:02}"
        elif word < 64 or (charset == "B" and word < 95):
            text += chr(word + 32)
        else:
            raise ValueError(f"no printable character: word {word} in set {charset}")
    return text
