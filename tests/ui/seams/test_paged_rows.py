"""A long list is fetched page by page, without gaps and never further than somebody scrolls."""

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from ui.seams.paged_rows import PagedRows
from ui.seams.tables import NOWHERE, Column


class Numbers:
    """The numbers below `end`, and how many were asked for each time."""

    def __init__(self, end):
        self.end = end
        self.asked = []

    def __call__(self, last, count):
        self.asked.append(count)
        first = 0 if last is None else last + 1
        return list(range(first, min(first + count, self.end)))


@pytest.fixture
def build():
    testers = []

    def make(end):
        numbers = Numbers(end)
        model = PagedRows((Column("Number", str),), numbers, page=10)
        # each fault is a warning of Qt's, and that fails the test
        tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
        tester.setUseFetchMore(False)  # it would fetch in the middle of a fetch, as no view does
        testers.append(tester)
        model.restart()
        return model, numbers

    return make


def test_only_the_first_page_is_fetched_at_first(build):
    model, numbers = build(1000)
    assert model.rows == list(range(10))
    assert numbers.asked == [10]


def test_pages_follow_each_other_without_gap_or_double(build):
    model, _numbers = build(25)
    while model.canFetchMore():
        model.fetchMore()
    assert model.rows == list(range(25))
    assert model.ended


@pytest.mark.parametrize("end", [0, 9, 10])
def test_a_list_that_is_done_asks_no_more(build, end):
    model, numbers = build(end)
    model.fetchMore()
    asked = len(numbers.asked)
    model.fetchMore()
    assert model.rows == list(range(end))
    assert len(numbers.asked) == asked
    assert not model.canFetchMore(NOWHERE)


def test_a_restart_can_fetch_as_much_as_there_was(build):
    model, numbers = build(1000)
    model.fetchMore()
    model.restart(20)
    assert model.rows == list(range(20))
    assert numbers.asked == [10, 10, 20]
    assert model.canFetchMore()


def test_given_rows_are_all_there_is(build):
    model, _numbers = build(1000)
    model.set_rows([4, 7])
    assert not model.canFetchMore()
    model.restart()
    assert model.canFetchMore()


def test_no_row_has_rows_of_its_own(build):
    model, _numbers = build(1000)
    assert not model.canFetchMore(model.index(0, 0))
