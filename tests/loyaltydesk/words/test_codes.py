"""What became of a promotion code is said in a sentence of its own for each state."""

from loyaltydesk.model.purchases import CodeState, GivenCode
from loyaltydesk.words.codes import code_text


def test_each_state_has_its_own_sentence_with_the_code_in_it() -> None:
    said = {code_text(GivenCode("WELCOME", state)) for state in CodeState}
    assert len(said) == len(CodeState)
    assert all("WELCOME" in each and each.endswith(".") for each in said)
