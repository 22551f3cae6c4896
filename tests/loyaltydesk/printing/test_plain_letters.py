"""Words for printers that have few letters: nothing is lost that a plain letter can stand for."""

import pytest

from loyaltydesk.printing.plain_letters import LATIN, PLAIN, spelt


def nothing(_character: str) -> bool:
    """A printer with ASCII alone."""
    return False


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("Zażółć gęślą jaźń ŁÓDŹ", "Zazolc gesla jazn LODZ"),
        ("Glāžšķūņa rūķīši ĢĪĻ", "Glazskuna rukisi GIL"),
        ("Съешь ещё булок, Щука", "S'esh' eshchyo bulok, Shchuka"),
        ("Straße Æsir Øre", "Strasse AEsir Ore"),
        ("12,50\xa0€ – “ok” … №5 2 × 3 −4", '12,50 EUR - "ok" ... No 5 2 x 3 -4'),
        ("a\u0301e\u0304", "ae"),
        ("Ｗide", "Wide"),
    ],
)
def test_letters_without_their_accents_are_read_still(words: str, plain: str) -> None:
    assert spelt(words, nothing) == plain


def test_what_the_printer_has_stays() -> None:
    assert spelt("Łódź Жанна ģ", lambda sign: sign in "ŁóźЖан") == "Łódź Жанна g"


def test_a_letter_of_no_known_script_is_seen_to_be_missing_and_a_picture_too() -> None:
    assert spelt("سلام 漢 😀 👍🏽", nothing) == "???? ? * **"


@pytest.mark.parametrize("hostile", ["\x1b@\x1dV\x00", "\x00\x07\x7f", "\x85\x9b", "\u202e\u200b\ufeff", "\ud800"])
def test_no_command_is_ever_left(hostile: str) -> None:
    left = spelt(f"a{hostile}b", lambda _sign: True)
    assert all(sign.isprintable() for sign in left)
    assert left.replace(" ", "").replace("@", "").replace("V", "") == "ab"


def test_lines_become_one() -> None:
    assert spelt(" a\n\tb\r\nc ", nothing) == "a b c"


def test_every_spelling_is_plain() -> None:
    assert all(value.isascii() for value in LATIN.values())
    assert all(value.isascii() or value in "егЕГ" for value in PLAIN.values())
