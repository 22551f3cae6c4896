"""The catalogues have every sentence of the program, well formed, and the compiled ones are up to date."""

import re
from string import Formatter

import pytest

from installer.words import FOLDER, PLURALS, catalogue, gathered, mo_bytes, po_text, updated
from loyaltydesk.words import LANGUAGES, words_in

TRANSLATED = sorted(PLURALS)


def test_every_language_but_english_has_a_catalogue() -> None:
    assert set(LANGUAGES) - {"en"} == set(PLURALS)


@pytest.fixture(scope="module", params=TRANSLATED)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_a_catalogue_has_the_sentences_of_the_program_and_no_others(language: str) -> None:
    kept = {(m.id, m.context) for m in catalogue(language) if m.id}
    assert kept == {(m.id, m.context) for m in gathered() if m.id}


def test_every_sentence_is_translated_in_every_form(language: str) -> None:
    forms = int(re.search(r"nplurals=(\d)", PLURALS[language])[1])  # type: ignore[index]  # it is there
    for message in catalogue(language):
        words = message.string if isinstance(message.string, tuple | list) else (message.string,)
        assert not message.id or (all(words) and not message.fuzzy), message.id
        assert not message.pluralizable or len(words) == forms, message.id


def test_a_translation_has_the_same_places_to_fill(language: str) -> None:
    for message in catalogue(language):
        if not message.id:
            continue
        ids = message.id if isinstance(message.id, tuple | list) else (message.id,)
        words = message.string if isinstance(message.string, tuple | list) else (message.string,)
        wanted = _places(ids[-1])
        for form in words:
            assert _places(form) in (wanted, wanted - {"n"}) if message.pluralizable else _places(form) == wanted, form


def test_a_translation_ends_and_breaks_as_its_sentence_does(language: str) -> None:
    for message in catalogue(language):
        if message.id:
            english = message.id[-1] if isinstance(message.id, tuple | list) else message.id
            for form in message.string if isinstance(message.string, tuple | list) else (message.string,):
                assert form == form.strip() or english != english.strip(), form
                assert (form[-1:] in ".?!…:") == (english[-1:] in ".?!…:"), form


def test_what_the_program_reads_is_what_the_translator_wrote(language: str) -> None:
    po = (FOLDER / f"{language}.po").read_bytes()
    assert po == po_text(updated(language), language), "run: python installer/words.py"
    assert (FOLDER / f"{language}.mo").read_bytes() == mo_bytes(po, language), "run: python installer/words.py"


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("pl", {1: 0, 2: 1, 5: 2, 12: 2, 22: 1, 0: 2, 101: 2}),
        ("lv", {1: 0, 21: 0, 11: 1, 2: 1, 101: 0}),
        ("ru", {1: 0, 21: 0, 2: 1, 5: 2, 11: 2, 112: 2, 0: 2}),
    ],
)
def test_numbers_take_the_form_of_their_language(language: str, forms: dict[int, int]) -> None:
    written = next(m for m in catalogue(language) if m.id == ("{n} point", "{n} points")).string
    for number, form in forms.items():
        assert words_in(language).tr_n("{n} point", "{n} points", number) == written[form]


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}
