"""A page of views shows one at a time, makes each when it is wanted, and has it show the shop as it is."""

import pytest
from PySide6.QtWidgets import QPushButton

from ui.seams.views import View, ViewsPage, ViewSpec
from ui.window import PageSpec


class Noted(View):
    """What is asked of the view is noted here."""

    def __init__(self, theme, session, tools) -> None:
        super().__init__(theme, session, tools)
        self.in_bar = (QPushButton("Do it"),)
        self.asked = []

    def entered(self) -> None:
        self.asked.append("entered")

    def open(self, what: str) -> None:
        self.asked.append(what)

    def reload(self) -> None:
        self.asked.append("reload")


class Two(ViewsPage[View]):
    """A page of two views."""

    def __init__(self, theme, session, tools) -> None:
        specs = [ViewSpec("one", "One", Noted), ViewSpec("two", "Two", Noted)]
        super().__init__(theme, session, tools, specs=specs)
        self.add_title("Two")
        self.bar.box.addStretch(1)
        self.show_first()


@pytest.fixture
def page(open_window):
    return open_window([PageSpec("two", "users", "Two", Two)]).go("two")


def test_the_first_view_is_shown_with_what_it_has_for_the_bar(page):
    assert page.switch.current() == "one"
    assert page.view.isVisible()
    assert page.view.in_bar[0].isVisible()


def test_a_view_is_made_once_and_not_seen_before_it_is_shown(page):
    second = page.view_of("two")
    assert second is page.view_of("two")
    assert not second.in_bar[0].isVisible()
    first = page.view
    assert page.go("two") is second
    assert second.in_bar[0].isVisible()
    assert not first.in_bar[0].isVisible()


@pytest.mark.parametrize(
    ("what", "key", "asked"), [("two:due", "two", ["entered", "due"]), ("two", "two", ["entered"])]
)
def test_another_page_may_want_a_view_and_something_in_it(page, what, key, asked):
    page.open(what)
    assert (page.switch.current(), page.view.asked) == (key, asked)


def test_what_is_no_view_is_asked_of_the_one_that_is_shown(page):
    page.open("nonsense:thing")
    assert page.switch.current() == "one"
    assert page.view.asked[-1] == "thing"


def test_only_the_view_that_is_seen_reloads_at_once_and_the_others_when_they_are(page, session):
    first, second = page.view, page.go("two")
    session.changed.emit()
    assert "reload" in second.asked
    assert "reload" not in first.asked
    page.go("one")
    assert first.asked[-2:] == ["reload", "entered"]


def test_what_a_view_wants_of_another_page_the_window_hears_from_the_page(page):
    second = page.view_of("two")
    page.view.wanted.emit("two", "two:due")
    assert second.asked == ["entered", "due"]
