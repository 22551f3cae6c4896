"""Letters that answer what customers said: to whom, how they begin, and what stands on the paper."""

import pypdfium2
import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.refusals import BadRequest, UnknownCustomer
from loyaltydesk.model.shop import ShopSettings
from loyaltydesk.model.voices import Telling, Voice, VoiceKind, VoiceOutcome
from loyaltydesk.printing.filling import Paper
from loyaltydesk.printing.pdf import pdf_bytes
from loyaltydesk.printing.voice_letter import VoiceLetter, letter_text, voice_letters_scene
from loyaltydesk.printing.voice_letter_filling import voice_letter
from loyaltydesk.words import words_in
from loyaltydesk.words.formats import BabelFormats
from tests.shop import Clock, join

HOSTILE = "<b>Oat & milk</b> {name} %s"


def answered(desk: Desk, customer: str, text: str = HOSTILE, answer: str = "We have it now.") -> Voice:
    voice = desk.voices.note(customer, text, kind=VoiceKind.SUGGESTION)
    return desk.voices.answer(voice.id, answer, outcome=VoiceOutcome.TAKEN_UP)


def letter(desk: Desk, voice: Voice, language: str = "en") -> VoiceLetter:
    formats = BabelFormats(language, desk.shop.programme.currency)
    paper = Paper(desk.shop.settings(), desk.shop.programme, words_in(language), formats)
    return voice_letter(paper, desk.voice_letters.facts(voice.id), desk.now().date())


def read(letters: list[VoiceLetter]) -> list[str]:
    """The words on each page of the PDF."""
    document = pypdfium2.PdfDocument(pdf_bytes(voice_letters_scene(letters, "Letters")))
    return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def test_whoever_has_an_answer_to_hear_is_written_to(desk: Desk, clock: Clock) -> None:
    anna, _ = join(desk, "Anna")
    first = answered(desk, anna)
    clock.forward(hours=1)
    second = answered(desk, join(desk, "Jānis")[0])
    answered(desk, "")
    desk.voices.note(anna, "open", kind=VoiceKind.SUGGESTION)
    assert [voice.id for voice in desk.voice_letters.waiting()] == [first.id, second.id]
    desk.voices.told(first.id, how=Telling.LETTER)
    assert [voice.id for voice in desk.voice_letters.waiting()] == [second.id]


def test_nobody_is_written_to_without_an_answer_or_a_name(desk: Desk) -> None:
    anna, _ = join(desk, "Anna")
    waiting = desk.voices.note(anna, "open", kind=VoiceKind.SUGGESTION)
    for voice in (waiting.id, answered(desk, "").id, "nonsense"):
        with pytest.raises(BadRequest):
            desk.voice_letters.facts(voice)
    desk.customers.erase(anna)
    with pytest.raises((BadRequest, UnknownCustomer)):
        desk.voice_letters.facts(waiting.id)


def test_the_letter_has_what_was_said_and_what_became_of_it(desk: Desk) -> None:
    desk.shop.save_settings(ShopSettings(name="Kafejnīca Rīts", address="Brīvības iela 12, Rīga"))
    anna, _ = join(desk, "Anna Bērziņa", address="Miera iela 1, dz. 4, Rīga, LV-1001")
    voice = answered(desk, anna)
    other = desk.voices.note(join(desk, "Jānis")[0], "me too", kind=VoiceKind.SUGGESTION)
    desk.voices.join(other.id, to=voice.id)
    (page,) = read([letter(desk, voice)])
    for words in (
        "You said it, we did it", "Dear Anna", "On 14 Mar 2026 you suggested to us:", HOSTILE, "We have it now.",
        "1 more customer asked for it", "Anna Bērziņa", "Miera iela 1, dz. 4", "Kafejnīca Rīts",
    ):  # fmt: skip
        assert words in page
    text = letter_text(letter(desk, voice))
    assert text.startswith("Dear Anna,\n\nOn 14 Mar 2026")
    assert f"    {HOSTILE}\n" in text


@pytest.mark.parametrize("kind", VoiceKind)
def test_every_kind_can_be_answered_by_letter(desk: Desk, kind: VoiceKind) -> None:
    anna, _ = join(desk, "X")
    voice = desk.voices.note(anna, "Ж" * 500, kind=kind)
    voice = desk.voices.answer(voice.id, "Ä" * 200, outcome=VoiceOutcome.DECLINED)
    made = letter(desk, voice)
    assert made.before
    assert made.salutation
    (page,) = voice_letters_scene([made], "Letters").pages
    lowest = max(getattr(item, "y", 0) for item in page.items)
    assert lowest < 290, "all of it is on the sheet"


def test_a_batch_has_a_page_for_each(desk: Desk) -> None:
    letters = [letter(desk, answered(desk, join(desk, name)[0], text=name)) for name in ("Anna", "Jānis")]
    assert ["Anna" in read(letters)[0], "Jānis" in read(letters)[1]] == [True, True]
    assert len(voice_letters_scene([], "Letters").pages) == 0
