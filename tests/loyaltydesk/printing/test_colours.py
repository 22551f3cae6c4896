"""Colours that are mixed and read."""

import pytest

from loyaltydesk.printing.colours import INK, channels, ink_on, luminance, mix


def test_a_colour_has_three_channels() -> None:
    assert channels("#0B7A5B") == (11, 122, 91)


@pytest.mark.parametrize(("share", "mixed"), [(0, "#204060"), (1, "#FFFFFF"), (0.5, "#90A0B0")])
def test_a_mixture_lies_between_its_two_colours(share: float, mixed: str) -> None:
    assert mix("#204060", "#FFFFFF", share=share) == mixed


def test_white_is_bright_and_black_is_not() -> None:
    assert luminance("#FFFFFF") == pytest.approx(1)
    assert luminance("#000000") == 0


@pytest.mark.parametrize("ground", ["#0B7A5B", "#7A2A4A", "#1D4F91", "#8A5A00", "#3A3A3A", "#000000"])
def test_dark_grounds_have_white_words(ground: str) -> None:
    assert ink_on(ground) == "#FFFFFF"


@pytest.mark.parametrize("ground", ["#F2B705", "#FFFFFF", "#9AD5C0", "#FFC0CB"])
def test_light_grounds_have_dark_words(ground: str) -> None:
    assert ink_on(ground) == INK
