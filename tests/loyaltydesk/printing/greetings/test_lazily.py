"""Pages that are drawn when they are asked for."""

import pytest

from loyaltydesk.printing.greetings.lazily import Lazily
from loyaltydesk.printing.scene import Page


def test_a_page_is_drawn_when_it_is_asked_for_and_not_before() -> None:
    drawn: list[int] = []

    def draw(number: int) -> Page:
        drawn.append(number)
        return Page(number, 1, ())

    pages = Lazily(5, draw)
    assert (len(pages), drawn) == (5, [])
    assert pages[-1].width == 4
    assert [page.width for page in pages[1:3]] == [1, 2]
    assert drawn == [4, 1, 2]
    assert len(list(pages)) == 5
    with pytest.raises(IndexError):
        pages[5]
