"""The small parts of the page show what they are given, and leave out what there is no room for."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from loyaltydesk.desk.outlook import Week
from loyaltydesk.model.prompts import Prompt, PromptKind
from tests.shop import buy
from tests.ui.till.cards import ANNA
from ui.seams.formats import QtFormats
from ui.theme.blocks import Banner
from ui.till.customer import CustomerView
from ui.till.footer import Footer
from ui.till.history import history
from ui.till.question import Question
from ui.till.talk import TalkPanel
from ui.till.tiles import WeekTiles
from ui.till.topbar import TopBar
from ui.till.visits import VisitsPanel

KEYS = [("F2", "Find"), ("F12", "Lock")]
PROMPTS = [
    Prompt(PromptKind.BIRTHDAY),
    Prompt(PromptKind.REWARD, name="Cake"),
    Prompt(PromptKind.WELCOME_BACK, days=-70),
]


@pytest.fixture
def formats(desk) -> QtFormats:
    return QtFormats("en", desk.shop.programme.currency)


@pytest.fixture
def before(qtbot) -> QPushButton:
    """What has the focus before the prompts."""
    button = QPushButton()
    qtbot.addWidget(button)
    return button


@pytest.fixture
def shown(qtbot):
    pages = []  # a page must live as long as its parts

    def show(widget, width=900, height=400):
        """Shows a part as a page does: the page gives it its size."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(widget)
        qtbot.addWidget(page)
        pages.append(page)
        page.resize(width, height)
        page.show()
        return widget

    return show


def resize(widget, width, height) -> None:
    widget.parentWidget().resize(width, height)
    QApplication.processEvents()


def words(widget) -> list[str]:
    return [each.text() for each in widget.findChildren(QLabel) if each.isVisible() and each.text()]


def test_a_key_at_the_foot_says_which_it_is_and_can_be_pressed(theme, shown, qtbot):
    footer = shown(Footer(theme, KEYS))
    with qtbot.waitSignal(footer.pressed) as pressed:
        footer.findChildren(QPushButton)[1].click()
    assert pressed.args == ["F12"]
    footer.allow("F2", False)
    assert [each.isEnabled() for each in footer.findChildren(QPushButton)] == [False, True]


@pytest.mark.parametrize(("count", "shown_count"), [(0, "0 purchases"), (1, "1 purchase"), (1234, "1,234 purchases")])
def test_the_day_is_counted_with_the_right_plural(theme, shown, formats, count, shown_count):
    footer = shown(Footer(theme, KEYS))
    footer.show_today(count, due=61_240, formats=formats)
    assert words(footer)[-1] == f"Today: {shown_count} · €612.40"


def test_the_day_gives_way_to_the_keys(theme, shown, formats):
    footer = shown(Footer(theme, KEYS))
    footer.show_today(3, due=100, formats=formats)
    resize(footer, 260, 48)
    assert words(footer) == ["Find", "Lock"]
    resize(footer, 900, 48)
    assert words(footer)[-1].startswith("Today")


def test_the_spare_key_gives_way_where_there_is_no_room_for_all(theme, shown):
    footer = shown(Footer(theme, KEYS, spare="F12"))
    resize(footer, 900, 48)
    assert words(footer) == ["Find", "Lock"]
    resize(footer, footer.minimumSizeHint().width(), 48)
    assert words(footer) == ["Find"]


def test_the_week_is_counted_with_the_right_plurals(theme, shown, formats):
    tiles = shown(WeekTiles(theme))
    tiles.show_week(Week(1, 2, 0, 0, 1, 1), formats)
    assert words(tiles) == [
        "1 birthday", "today, 2 more this week", "1 voucher", "ends this week", "1 customer", "loses points this week",
    ]  # fmt: skip
    tiles.fit(900, 8)
    assert "1 customer" not in words(tiles)


@pytest.mark.parametrize(
    ("week", "said"),
    [
        (Week(0, 0, 0, 0, 0, 0), ["0 birthdays", "today, 0 more this week"]),
        (Week(0, 1, 2, 4, 0, 0), ["2 name days", "today, 5 more this week"]),
        (Week(2, 0, 1, 1, 0, 0), ["2\xa0birthdays, 1\xa0name\xa0day", "today, 1 more this week"]),
    ],
)
def test_name_days_are_counted_beside_birthdays(theme, shown, formats, week, said):
    tiles = shown(WeekTiles(theme))
    tiles.show_week(week, formats)
    assert words(tiles)[:2] == said


def test_as_many_prompts_as_there_is_room_for_the_most_urgent_first(theme, shown, formats, before):
    talk = shown(TalkPanel(theme, after=before), width=480, height=420)
    before.setParent(talk.window())
    talk.show_note("")
    talk.show_prompts(PROMPTS, formats)
    heads = ["Birthday today", "Enough points for: Cake", "Not seen for 10 weeks"]
    assert [each for each in words(talk) if each in heads] == heads
    resize(talk, 480, 210)
    assert [each for each in words(talk) if each in heads] == heads[:2]
    resize(talk, 480, 90)
    assert [each for each in words(talk) if each in heads] == heads[:1]


def test_what_is_to_be_said_has_room_for_all_its_lines_however_narrow_the_place(theme, shown, formats, before):
    talk = shown(TalkPanel(theme, after=before), width=230, height=420)
    before.setParent(talk.window())
    talk.show_note("")
    talk.show_prompts(PROMPTS[:1], formats)
    QApplication.processEvents()
    for each in talk.findChildren(QLabel):
        assert each.isHidden() or each.height() >= each.heightForWidth(each.width())


def test_nothing_to_say_is_said_unless_something_stands_in_the_way(theme, shown, formats, before):
    talk = shown(TalkPanel(theme, after=before))
    before.setParent(talk.window())
    talk.show_note("")
    talk.show_prompts([], formats)
    assert "Nothing in particular today: a smile will do." in words(talk)
    talk.show_prompts([], formats, quiet=True)
    assert words(talk) == ["Say to the customer", "Settle first what is said above."]


def test_the_list_of_visits_is_as_long_as_there_is_room(desk, clock, theme, shown, formats, anna):
    for _ in range(20):
        buy(desk, ANNA, 500)
    visits = shown(VisitsPanel(theme), width=320, height=600)
    visits.show_history(history(desk.customers.purchases(anna, 120), clock().date()), 23, formats)
    long = words(visits).count("€5.00")
    resize(visits, 320, 300)
    assert 2 < words(visits).count("€5.00") < long <= 12
    assert "23 visits" in words(visits)


def test_a_question_is_answered_by_either_button(theme, shown, qtbot):
    question = shown(Question(theme))
    question.ask("Really?")
    keep, drop = question.findChildren(QPushButton)
    for button, signal in ((keep, question.kept), (drop, question.dropped)):
        with qtbot.waitSignal(signal):
            button.click()
    assert question.accessibleName() == "Really?"


def test_the_chip_gives_way_on_a_narrow_bar_unless_it_warns(theme, shown):
    bar = shown(TopBar(theme))
    bar.fit(600)
    assert "All saved on this computer" not in words(bar)
    bar.show_saved(False)
    bar.fit(600)
    assert "The last action was not saved" in words(bar)


def test_a_long_cashiers_name_is_shortened_and_told_whole(theme, shown):
    bar = shown(TopBar(theme))
    bar.show_cashier("Maximiliana Wilhelmina of the morning shift")
    (cashier,) = (each for each in bar.findChildren(QPushButton) if each.accessibleName().startswith("Switch"))
    assert cashier.text().endswith("…")
    assert cashier.accessibleName() == "Switch cashier: Maximiliana Wilhelmina of the morning shift"
    bar.show_cashier("")
    assert cashier.accessibleName() == "Switch cashier"


@pytest.mark.parametrize(("percent", "seen"), [(100, True), (125, True), (150, False)])
def test_larger_letters_leave_past_visits_less_room(theme, shown, percent, seen):
    theme.set(text_percent=percent)
    view = shown(CustomerView(theme))
    view.fit(1250, 12)
    assert view.visits.isVisibleTo(view) == seen


def test_nothing_is_announced_before_somebody_is_in_hand(qtbot, theme) -> None:
    view = CustomerView(theme)
    qtbot.addWidget(view)
    assert [banner for banner in view.findChildren(Banner) if banner.isVisibleTo(view)] == []  # the window would grow
