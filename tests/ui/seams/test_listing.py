"""The rows of a list: a page at a time, found, sorted alike in both, and counted only when something changed."""

import pytest

from tests.ui.seams.shelf import By, WordListing
from ui.seams.listing import MOST_FOUND, Order
from ui.seams.paged_rows import PAGE


@pytest.fixture
def fruit(session):
    return WordListing(session, ["pear", "fig", "apple", "grape"])


@pytest.fixture
def many(session):
    return WordListing(session, [f"word {number:03d}" for number in range(3 * PAGE)])


def test_an_empty_search_reads_one_page_and_no_more(many):
    many.look_for("  ")
    assert many.asked == [f"{PAGE} after None"]
    assert many.rows.canFetchMore()


def test_the_next_page_begins_after_the_last_row(many):
    many.look_for("")
    many.rows.fetchMore()
    assert many.rows.rows == many.words[: 2 * PAGE]


def test_what_is_typed_is_found_without_the_blanks_around_it(fruit):
    fruit.look_for(" ap ")
    assert fruit.rows.rows == ["apple", "grape"]
    assert fruit.asked == ["find ap"]
    assert not fruit.rows.canFetchMore()


@pytest.mark.parametrize("down", [False, True])
@pytest.mark.parametrize("sort", By)
def test_what_is_found_stands_in_the_order_of_the_whole_list(fruit, sort, down):
    fruit.sort_by(Order(sort, down))
    whole = list(fruit.rows.rows)
    fruit.look_for("p")
    assert fruit.rows.rows == [word for word in whole if "p" in word]


def test_more_than_can_be_read_are_cut_and_it_is_known(many):
    many.look_for("word")
    assert (len(many.rows.rows), many.shown, many.is_cut) == (MOST_FOUND, MOST_FOUND, True)
    many.look_for("word 00")
    assert (many.shown, many.is_cut) == (10, False)


def test_the_whole_is_counted_when_it_is_read_again_and_not_at_each_key(fruit):
    fruit.read_again()
    fruit.words.append("plum")
    fruit.look_for("p")
    fruit.sort_by(Order(By.LENGTH))
    fruit.look_for("")
    assert (fruit.shown, fruit.asked.count("count")) == (4, 1)
    fruit.read_again()
    assert fruit.shown == 5


def test_reading_again_keeps_the_order_the_search_and_as_much_as_there_was(many):
    many.sort_by(Order(By.LETTERS, down=True))
    many.rows.fetchMore()
    many.read_again()
    assert many.rows.rows == many.words[: -2 * PAGE - 1 : -1]
    many.look_for("word 00")
    many.read_again()
    assert len(many.rows.rows) == 10
