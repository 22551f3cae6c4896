"""Pages that are made when they are asked for."""

import pytest

from loyaltydesk.printing.lazy_pages import LazyPages, one_after_another
from loyaltydesk.printing.scene import Page


def _page(number: int) -> Page:
    return Page(number, 1, ())


def test_they_are_like_a_tuple_of_all_of_them() -> None:
    lazy, whole = LazyPages(range(7), _page), tuple(map(_page, range(7)))
    assert (len(lazy), tuple(lazy), lazy[2], lazy[-1]) == (7, whole, whole[2], whole[-1])
    for part in (slice(2, 5), slice(None, None, 2), slice(-3, None), slice(9, 12), slice(None, None, -1)):
        assert tuple(lazy[part]) == whole[part]
        assert len(lazy[part]) == len(whole[part])
    with pytest.raises(IndexError):
        lazy[7]


def test_nothing_is_made_before_it_is_wanted_and_nothing_is_kept() -> None:
    made: list[int] = []

    def make(number: int) -> Page:
        made.append(number)
        return _page(number)

    lazy = LazyPages(range(1000), make)
    assert (len(lazy), bool(lazy), made) == (1000, True, [])
    lazy[500:][1]
    lazy[501]
    assert made == [501, 501]


def test_pages_of_several_documents_follow_each_other() -> None:
    first, second, third = map(_page, (1, 2, 3))
    chain = one_after_another([(first, second), (), LazyPages(range(3, 4), _page)])
    assert tuple(chain) == (first, second, third)
    assert (chain[-1], tuple(chain[1:])) == (third, (second, third))
    with pytest.raises(IndexError):
        chain[3]
