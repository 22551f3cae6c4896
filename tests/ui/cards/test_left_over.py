"""A design that was left before it was used comes back at the next start, to the same shop and whole."""

import pytest
from msgspec.structs import replace

from ui.cards.design_view import DesignView
from ui.cards.page import CardsPage


@pytest.fixture
def desk(filed):
    """In a file, by whose name it is known."""
    return filed


@pytest.fixture
def opened(qtbot, theme, session, tools):
    """Makes a page or a view anew, as the next start does."""

    def made(kind):
        again = kind(theme, session, tools)
        qtbot.addWidget(again)
        return again

    return made


def test_what_is_not_saved_is_there_again_at_the_next_start(opened, window, designing):
    designing.start.chosen.emit("waves")
    designing._change(replace(designing.draft, name="Morning"))
    left = designing.draft
    window.close()
    again = opened(DesignView)
    assert (again.draft, again.is_changed) == (left, True)
    again.undo_button.click()
    assert again.draft.name == "Kafejnīca Rīts"


def test_where_cards_are_printed_it_is_said_from_the_start(opened, window, designing):
    designing.start.chosen.emit("waves")
    window.close()
    again = opened(CardsPage)
    again.go("print")
    assert not again.keep_button.isHidden()


def test_what_was_saved_does_not_come_back_as_unsaved(opened, window, session, designing):
    designing._change(replace(designing.draft, name="Morning"))
    window.go("till")
    window.go("cards")
    designing.save()
    window.close()
    desk = session.ask(lambda desk: desk)
    desk.shop.save_settings(replace(desk.shop.settings(), name="Evening"))
    again = opened(DesignView)
    assert (again.draft.name, again.is_changed) == ("Evening", False)


@pytest.mark.parametrize(
    "torn",
    [
        "{",
        '{"shop": 1}',
        '{"shop": "elsewhere.db", "draft": {"name": "Other"}}',
        '{"shop": "SHOP", "draft": {"name": "Other", "logo": "AAAA"}}',
        '{"shop": "SHOP", "draft": {"name": "Other", "design": {"colour": "red"}}}',
    ],
)
def test_what_was_left_torn_or_in_another_shop_is_nothing(opened, session, tools, shop, shop_file, torn):
    tools.preferences.write("cards/unsaved", torn.replace("SHOP", str(shop_file)))
    assert str(session.ask(lambda desk: desk.path)) == str(shop_file)
    view = opened(DesignView)
    assert (view.draft.name, view.is_changed) == ("Kafejnīca Rīts", False)
