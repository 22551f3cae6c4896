"""Pages as people write them, and as nobody should."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.paper.page_numbers import NotPages, pages_of


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("", (1, 2, 3, 4, 5, 6, 7, 8)),
        ("  ", (1, 2, 3, 4, 5, 6, 7, 8)),
        ("1-3, 7", (1, 2, 3, 7)),
        ("1–3;7", (1, 2, 3, 7)),
        ("1 — 3 7", (1, 2, 3, 7)),
        ("7,1-3", (1, 2, 3, 7)),
        ("3-1", (1, 2, 3)),
        ("2,2,1-2", (1, 2)),
        ("6-", (6, 7, 8)),
        ("-2", (1, 2)),
        ("8", (8,)),
        ("1,", (1,)),
        (", 4 ,, 5", (4, 5)),
        ("007", (7,)),
        ("٣", (3,)),
    ],
)
def test_pages_are_understood_as_they_are_written(text: str, pages: tuple[int, ...]) -> None:
    assert pages_of(text, 8) == tuple(page - 1 for page in pages)


HOSTILE = "0 9 1-9 0-3 - -- 1--3 1-2-3 all 1.5 1e3 ² +1 1\x002".split(" ")


@pytest.mark.parametrize("text", [*HOSTILE, "1-" + "9" * 30, "9" * 400, "x" * 9999, "1," * 300])
def test_what_are_no_pages_is_refused(text: str) -> None:
    with pytest.raises(NotPages):
        pages_of(text, 8)


@given(st.text(alphabet="0123456789-–, ;x\n", max_size=30), st.integers(1, 50))
def test_whatever_is_written_gives_pages_that_are_there_or_is_refused(text: str, count: int) -> None:
    try:
        pages = pages_of(text, count)
    except NotPages:
        return
    assert pages
    assert list(pages) == sorted(set(pages))
    assert 0 <= pages[0] <= pages[-1] < count
