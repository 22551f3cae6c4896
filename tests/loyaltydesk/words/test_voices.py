"""What customers said, in words."""

from loyaltydesk.model.voices import LONGEST_ANSWER, LONGEST_TEXT, VoiceKind
from loyaltydesk.words.voices import KINDS, VOICE_REASONS, shortened


def test_every_kind_has_a_name() -> None:
    assert set(KINDS) == set(VoiceKind)


def test_the_sentences_say_how_long_it_may_be() -> None:
    assert str(LONGEST_TEXT) in VOICE_REASONS["voice_too_long"]
    assert str(LONGEST_ANSWER) in VOICE_REASONS["answer_too_long"]


def test_a_long_text_ends_between_two_words() -> None:
    assert shortened("Oat milk") == "Oat milk"
    assert shortened("Oat milk " * 20) == "Oat milk Oat milk Oat milk Oat milk Oat milk Oat milk Oat…"
    assert shortened("ō" * 200) == "ō" * 60 + "…"
