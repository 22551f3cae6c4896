"""Words on cards are told to be hard to read where they are, and only there."""

import pytest
from msgspec.structs import replace

from loyaltydesk.model.design import CodeSide
from loyaltydesk.printing.card import CardFace, CardLook
from loyaltydesk.printing.card_contrast import contrast_problems
from loyaltydesk.printing.designs import TEMPLATES

LOOK = CardLook("Kafejnīca Rīts", "Coffee and cake", "Show this card", "10 points", "Rīga", note="Tea")
FACE = CardFace("2600000000017", "Anna Kowalska", "Gold member")
SHADES = (
    "#0B7A5B", "#7A2E4D", "#1D4E89", "#8A5A00", "#3A3A3A", "#F2C14E", "#FFFFFF", "#000000", "#C0392B", "#808080",
    "#7A7A7A", "#E07A1F", "#00A0E0", "#FF00FF", "#00FF00",
)  # fmt: skip


@pytest.mark.parametrize("side", list(CodeSide))
@pytest.mark.parametrize("template", TEMPLATES)
def test_left_to_the_program_every_word_can_be_read_in_every_colour(template: str, side: CodeSide) -> None:
    for colour in SHADES:
        assert contrast_problems(replace(LOOK, template=template, code_side=side, colour=colour), FACE) == ()


def test_an_ink_near_the_ground_is_told_with_its_figures() -> None:
    problems = contrast_problems(replace(LOOK, template="bands", ink="#0B8A6B"), FACE)
    assert {problem.words for problem in problems} >= {"Kafejnīca Rīts", "Anna Kowalska", "Gold member", "Tea"}
    assert all(1 <= problem.contrast < problem.needed for problem in problems)
    shop = next(problem for problem in problems if problem.words == "Kafejnīca Rīts")
    assert shop.sentence.startswith("“Kafejnīca Rīts” is hard to read: its contrast is 1.2, and 3.0 is needed.")


def test_only_words_that_lie_on_a_colour_are_told() -> None:
    told = {
        each.words for each in contrast_problems(replace(LOOK, template="waves", accent="#8FE0C8", ink="#FFFFFF"), FACE)
    }
    assert "Anna Kowalska" in told
    assert "Kafejnīca Rīts" not in told


def test_large_words_need_less_than_small_ones() -> None:
    told = {each.words: each.needed for each in contrast_problems(replace(LOOK, template="edge", ink="#8A8A8A"), FACE)}
    assert "Kafejnīca Rīts" not in told
    assert told["Coffee and cake"] == 4.5


def test_a_number_that_has_no_bars_does_not_hide_other_words() -> None:
    odd = replace(FACE, code="X" * 60)
    assert contrast_problems(replace(LOOK, ink="#0B8A6B"), odd)
