"""The typefaces of paper: which letters they have, and what becomes of all others."""

import pytest

from loyaltydesk.printing.fonts import face, font_file, legible, printable, width_of
from loyaltydesk.printing.scene import Role

ALPHABETS = {
    "en": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "pl": "AĄBCĆDEĘFGHIJKLŁMNŃOÓPRSŚTUWYZŹŻQVX",
    "lv": "AĀBCČDEĒFGĢHIĪJKĶLĻMNŅOPRSŠTUŪVZŽŌŖ",
    "ru": "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ",
}
SIGNS = "0123456789 .,:;!?…'\"‘’‚“”„«»()[]{}<>@#%&*+−-–—=/\\|_^~$€£¥₽§©®°·•×№½"


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("language", list(ALPHABETS))
def test_each_language_has_all_its_letters(role: Role, language: str) -> None:
    letters = ALPHABETS[language]
    assert _missing(role, letters + letters.lower()) == []


@pytest.mark.parametrize("role", [Role.BODY, Role.BOLD])
def test_figures_money_and_quotation_marks_are_there(role: Role) -> None:
    assert _missing(role, SIGNS) == []


def _missing(role: Role, text: str) -> list[str]:
    return [sign for sign in text if ord(sign) not in face(role).face.charToGlyph]


def test_the_fonts_come_with_their_licence() -> None:
    licence = font_file(Role.BODY).with_name("PTSans-OFL.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Jānis Bērziņš", "Jānis Bērziņš"),
        ("Ja\u0304nis", "Jānis"),  # a letter and its accent become one
        ("1\u202f485\u00a0€", "1 485 €"),  # as figures are grouped in some languages
        ("one\ttwo\r\nthree", "one two  three"),
        ("nul\x00 bell\x07 escape\x1b[31m", "nul bell escape[31m"),
        ("\u202eright to left\u202c\u200f", "right to left"),
        ("half\ud800pair", "halfpair"),
        ("ნინო", "????"),
        ("שלום", "????"),
        ("Zoë 🎂👍🏽", "Zoë "),
        ("non\u2011breaking", "non-breaking"),
        ("soft\u00adhyphen", "softhyphen"),
        ("<b>&amp;</b>", "<b>&amp;</b>"),
        ("", ""),
    ],
)
def test_what_the_typeface_has_not_is_shown_as_a_question_mark_or_left_out(text: str, shown: str) -> None:
    assert printable(text, Role.BODY) == shown


def test_width_grows_with_size_and_text() -> None:
    one = width_of("n", Role.BODY, size=1)
    assert width_of("nnn", Role.BODY, size=2) == pytest.approx(6 * one)
    assert width_of("Mm", Role.BOLD, size=1) > width_of("Mm", Role.BODY, size=1)
    assert width_of("", Role.BODY, size=5) == 0


@pytest.mark.parametrize(
    ("text", "can"), [("Anna", True), ("שלום 7", True), ("山田太郎", False), ("🎂 <>", False), ("", False)]
)
def test_what_has_not_one_letter_left_cannot_be_read(text: str, can: bool) -> None:
    assert legible(text, Role.BOLD) is can
