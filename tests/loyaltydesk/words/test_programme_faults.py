"""What is wrong with a rule on a form has a sentence of its own, without talk of files."""

import pytest

from loyaltydesk.model.refusals import BadProgramme
from loyaltydesk.words.programme_faults import FAULTS, fault_sentence
from loyaltydesk.words.wrong_requests import PROGRAMME_REASONS


def test_whatever_can_be_wrong_with_a_programme_has_its_sentence() -> None:
    assert set(FAULTS) == set(PROGRAMME_REASONS) - {"toml"}  # a form writes TOML that can be read


@pytest.mark.parametrize("reason", FAULTS)
def test_a_sentence_speaks_neither_of_lines_nor_of_toml(reason: str) -> None:
    said = fault_sentence(BadProgramme("line 3: earn[0].per", reason, "Gold"))
    assert said.endswith(".")
    assert "line" not in said
    assert "TOML" not in said
