"""The figures on the left: what a customer has, and a chart that gives way where there is no room."""

from datetime import date

import pytest
from msgspec.structs import replace

from loyaltydesk.model.customers import Profile
from loyaltydesk.model.purchases import Basket, Line
from loyaltydesk.rules.progress import Ending
from tests.shop import PROGRAMME, join
from ui.customers.dossier import read_dossier
from ui.customers.figures import Figures
from ui.theme.tokens import COMPACT, SPACIOUS


@pytest.fixture
def figures(qtbot, theme, session):
    made = Figures(theme, session)
    qtbot.addWidget(made)
    made.resize(made.width(), 680)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def dossier(desk, anna):
    return read_dossier(desk, anna)


def sums(figures):
    return {key: words.text() for key, words in figures._sums.items()}


def test_points_worth_and_sums_are_shown(figures, dossier):
    figures.show_dossier(dossier)
    assert figures._points.text() == "260"
    assert figures._worth.text() == "worth €2.00"
    assert sums(figures) == {
        "since": "14 Mar 2026",
        "visits": "2",
        "spent": "€155.00",
        "average": "€77.50",
        "last": "16 Mar 2026",
    }


def test_somebody_who_never_came_has_dashes(figures, desk):
    figures.show_dossier(read_dossier(desk, join(desk, "Jānis")[0]))
    assert (sums(figures)["average"], sums(figures)["last"], figures._points.text()) == ("–", "–", "0")
    assert not figures._soon.isVisible()


def test_points_that_come_later_are_told_apart(figures, dossier):
    figures.show_dossier(replace(dossier, seen=replace(dossier.seen, pending=40)))
    assert figures._worth.text() == "worth €2.00 · 40 points more later"


def test_a_programme_without_money_for_points_tells_no_worth(figures, dossier):
    figures.show_dossier(replace(dossier, seen=replace(dossier.seen, worth=None)))
    assert not figures._worth.isVisible()


def test_points_too_few_to_pay_with_are_not_said_to_be_worth_nothing(figures, dossier):
    figures.show_dossier(replace(dossier, seen=replace(dossier.seen, worth=0)))
    assert not figures._worth.isVisible()


def test_there_is_no_chart_of_months_without_a_purchase(figures, desk, dossier):
    figures.show_dossier(read_dossier(desk, join(desk, "Jānis")[0]))
    assert not figures.months.chart.isVisible()
    figures.show_dossier(dossier)
    assert figures.months.chart.isVisible()


@pytest.mark.parametrize(("day", "tone"), [(date(2026, 4, 1), "warning"), (date(2027, 1, 1), "")])
def test_points_that_end_soon_are_told_in_another_tone(figures, dossier, day, tone):
    figures.show_dossier(replace(dossier, seen=replace(dossier.seen, expiring=[Ending(30, day)])))
    assert figures._soon.text().startswith("30 points can be spent until ")
    assert figures._soon.property("tone") == tone


STAMPS = """
[[stamp_card]]
id = "cups"
name = "Coffee card"
every = 10
of = { category = ["coffee"] }
gives = { product = "COFFEE", qty = 1 }
"""


def test_stamps_are_counted_out_of_what_fills_the_card(figures, desk, anna):
    desk.shop.load_programme(PROGRAMME + STAMPS)
    card = desk.customers.card_number(anna)
    figures.show_dossier(read_dossier(desk, anna))
    assert figures.more.rows == (("Coffee card", "0 of 10"),)
    desk.till.record(Basket((Line(250, 7, category="coffee"),), card=card))
    figures.show_dossier(read_dossier(desk, anna))
    assert figures.more.rows == (("Coffee card", "7 of 10"),)


def test_who_brought_whom_is_told_where_it_is_known(figures, desk, anna, dossier):
    figures.show_dossier(dossier)
    assert (figures.more.rows, figures.more.isVisible()) == ((), False)
    jan, _card = desk.customers.register(Profile("Jan"), referred_by=anna)
    figures.show_dossier(read_dossier(desk, jan))
    assert figures.more.rows == (("Brought by", "Anna Kowalska"),)
    figures.show_dossier(read_dossier(desk, anna))
    assert figures.more.rows == (("Friends brought", "1"),)


def test_the_chart_has_the_last_six_months_in_whole_units(figures, dossier):
    figures.show_dossier(dossier)
    assert figures.months.chart.accessibleDescription() == "Oct: €0; Nov: €0; Dec: €0; Jan: €0; Feb: €0; Mar: €155"


@pytest.mark.parametrize(("code", "words"), [("JPY", "¥1,240"), ("KWD", "KWD\N{NO-BREAK SPACE}1,240")])
def test_whole_units_are_whole_in_every_currency(figures, session, code, words):
    rules = f'[programme]\nname = "Rīts"\ncurrency = "{code}"\n'
    session.do(lambda desk: desk.shop.load_programme(rules))
    assert figures.months._whole(1240) == words


def test_returns_of_older_purchases_draw_no_bar_below_nothing(figures, dossier):
    figures.show_dossier(replace(dossier, months=[(date(2026, 2, 1), -500), (date(2026, 3, 1), 100)]))
    assert figures.months.chart.accessibleDescription() == "Feb: €0; Mar: €1"


def test_the_chart_gives_way_in_a_low_window_and_comes_back(figures, dossier):
    figures.show_dossier(dossier)
    assert figures.months.chart.isVisible()
    figures.resize(figures.width(), 360)
    assert not figures.months.chart.isVisible()
    figures.resize(figures.width(), 680)
    assert figures.months.chart.isVisible()
    assert figures.minimumSizeHint().height() <= 420


def test_it_is_as_wide_as_density_and_text_ask_for(figures, theme):
    for density, percent, width in ((COMPACT, 100, 308), (SPACIOUS, 100, 392), (COMPACT, 150, 385)):
        theme.set(density=density, text_percent=percent)
        assert figures.width() == width
