"""The typefaces of paper: which letters they have, and what becomes of all others."""

import pytest

from loyaltydesk.printing.fonts import Run, face, font_file, legible, printable, runs, width_of
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


def test_what_a_hand_has_not_is_set_in_the_typeface_of_words_between_its_own_letters() -> None:
    assert runs("5 − 2 ₽", Role.ROUND) == (
        Run("5 ", Role.ROUND),
        Run("−", Role.BODY),
        Run(" 2 ", Role.ROUND),
        Run("₽", Role.BODY),
    )
    assert runs("5 − 2 ₽", Role.BODY) == (Run("5 − 2 ₽", Role.BODY),)
    assert runs("", Role.HAND) == ()


@pytest.mark.parametrize("role", list(Role))
def test_nothing_that_the_typeface_of_words_has_is_ever_replaced(role: Role) -> None:
    assert printable(SIGNS + "Ω∑", role) == SIGNS + "Ω∑"
    assert all(has in face(run.role).face.charToGlyph for run in runs(SIGNS, role) for has in map(ord, run.text))


@pytest.mark.parametrize("role", list(Role))
def test_every_typeface_has_all_of_ascii(role: Role) -> None:
    assert _missing(role, "".join(map(chr, range(32, 127)))) == []


def test_a_mixed_line_is_as_wide_as_its_parts() -> None:
    whole = width_of("5 − 2", Role.ROUND, size=1)
    parts = width_of("5 ", Role.ROUND, size=1), width_of("−", Role.BODY, size=1), width_of(" 2", Role.ROUND, size=1)
    assert whole == pytest.approx(sum(parts))


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
