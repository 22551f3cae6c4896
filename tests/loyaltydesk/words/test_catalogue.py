"""Catalogues: English needs none, plurals follow the count, and a language can be spoken beside another."""

from gettext import NullTranslations

import pytest

from loyaltydesk.words import LANGUAGES, active, mark, tr, tr_n, trc, use, words_in
from loyaltydesk.words.catalogue import Words


@pytest.fixture(autouse=True)
def _english_again() -> object:
    yield
    use("en")


def test_english_is_the_source() -> None:
    assert (tr("Not a sentence of ours"), trc("button", "Open"), mark("Later")) == (
        "Not a sentence of ours", "Open", "Later"
    )  # fmt: skip
    assert [tr_n("{n} point", "{n} points", n) for n in (0, 1, -1, 2)] == [
        "{n} points", "{n} point", "{n} point", "{n} points"
    ]  # fmt: skip


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_language_can_be_used_and_left(language: str) -> None:
    use(language)
    assert active().language == language
    assert tr("Not a sentence of ours") == "Not a sentence of ours"
    use("en")
    assert active().language == "en"


@pytest.mark.parametrize("language", ["", "xx", "de", "../../etc/passwd", "EN", "\x00"])
def test_a_language_we_do_not_speak_is_english(language: str) -> None:
    assert words_in(language).language == "en"


def test_words_of_another_language_leave_the_one_in_use_alone() -> None:
    class Loud(NullTranslations):
        def gettext(self, message: str) -> str:
            return message.upper()

    assert Words("lv", Loud()).tr("quiet") == "QUIET"
    assert tr("quiet") == "quiet"
