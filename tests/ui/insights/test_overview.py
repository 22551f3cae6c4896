"""What the overview shows of a shop, and where it leads."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from loyaltydesk.model.agenda import Matter, MatterKind, Urgency
from loyaltydesk.model.campaigns import CampaignKind
from loyaltydesk.model.insights import Group
from tests.shop import buy, join
from tests.ui.insights.conftest import SPECS
from tests.ui.person import Person
from ui.campaigns.dialog import CampaignDialog
from ui.campaigns.opening import opening_plan
from ui.insights.popover import Popover
from ui.theme.buttons import Button, IconButton

DOWN, ENTER, ESCAPE, END = Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_End


@pytest.fixture
def dialogs():
    """The dialogs of campaigns that are open; closed after the test."""
    found = lambda: [each for each in QApplication.topLevelWidgets() if isinstance(each, CampaignDialog)]  # noqa: E731
    yield lambda: [each for each in found() if each.isVisible()]
    for dialog in found():
        dialog.reject()


def popovers():
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, Popover) and each.isVisible()]


# --- figures


def test_the_tiles_show_the_figures_of_the_period(overview):
    tiles = overview.tiles
    assert tiles.active.figure.text() == "8"
    assert tiles.basket.figure.text() == "€12.50"  # four came six times for 10 to 13 euros, four twice for 14 to 17
    assert tiles.returning.figure.text() == "83%"  # of 24 visits until 13 January the last of four was
    assert "members" in tiles.basket.line


def test_every_panel_of_a_busy_shop_has_figures_but_the_staff(overview):
    assert [part.title for part in overview.parts if not part.has_figures] == ["Staff contest"]


def test_another_period_has_other_figures_and_another_comparison(overview, person):
    person.tap(person.find(Button, "30 days"))
    assert overview.tiles.active.figure.text() == "4"
    assert overview.tiles.active.change.text() == "as before"
    assert "compared with the 30 days before" in overview.subtitle


def test_an_empty_shop_has_a_hint_in_each_panel_and_nothing_to_save(desk, open_window):
    window = open_window(SPECS)
    overview = window.go("insights").view
    assert all(part.is_empty for part in overview.parts)
    assert not any(part.export.isEnabled() for part in overview.parts)
    assert overview.tiles.active.figure.text() == "0"
    assert overview.tiles.basket.figure.text() == "–"


# --- where it leads


def test_a_best_customer_is_opened_by_keys(opened, overview, busy, person):
    best = overview.best.chart
    best.setFocus()
    person.press(ENTER) if best.shown_text() else person.press(DOWN, ENTER)
    assert opened.key == "customers"
    assert opened.shown.opened[0] in {each.customer for each in overview_best(busy)}


def overview_best(desk):
    from loyaltydesk.model.insights import Period, Preset

    return desk.insights.best(Period.of(Preset.MONTHS_12, desk.now().date())).customers


def test_where_nobody_can_tell_the_gain_a_button_leads_to_the_programme(opened, overview, person):
    assert "no test group" in overview.cost.sentence.text()
    person.tap(overview.cost.test_button)
    assert (opened.key, opened.shown.opened) == ("programme", ["payoff"])


def test_what_waits_leads_to_its_page(opened, overview, session, person):
    matter = Matter(MatterKind.VOICE_OVERDUE, Urgency.LATE, 2, "voices", "inbox:overdue", "Anna", "Cold coffee")
    overview.todo.show_matters([matter], session.formats)
    button = person.find(Button, "2 answers are overdue")
    assert "Anna" in button.accessibleDescription()
    person.tap(button)
    assert (opened.key, opened.shown.opened) == ("voices", ["inbox:overdue"])


def test_where_nothing_waits_there_is_no_strip(overview):
    assert not overview.todo.isVisible()


# --- groups


def test_those_who_slip_away_are_thought_of_first(overview):
    groups = {each.value for each in Group}
    assert overview.groups.picked in (Group.SLIPPING, Group.ATTENTION, Group.LOST)
    assert {row.key for row in overview.groups.chart.drawing.rows} == groups


def test_a_group_is_chosen_by_keys_and_the_buttons_name_it(overview, person):
    overview.groups.chart.chosen.emit(Group.NOT_YET.value)
    assert overview.groups.chart.drawing.picked == Group.NOT_YET.value
    assert overview.groups.advice.text().startswith("Not bought yet: ")
    # one of the four who bought nothing yet did not agree to greetings
    assert person.find(Button, "Send 3 “come and try us” vouchers").isEnabled()
    assert person.find(Button, "Write 3 greetings").isEnabled()
    assert "1 is left out: did not agree to greetings: 1" in overview.groups.left_out.text()


def test_nothing_can_be_done_for_a_group_of_nobody(overview):
    overview.groups.chart.chosen.emit(Group.CHAMPIONS.value)
    nobody = {row.key: row.value for row in overview.groups.chart.drawing.rows}[Group.CHAMPIONS.value] == 0
    assert overview.groups.buttons.vouchers.isEnabled() is not nobody


@pytest.mark.parametrize(
    ("button", "kind"),
    [("vouchers", CampaignKind.VOUCHERS), ("greetings", CampaignKind.GREETINGS), ("calls", CampaignKind.CALLS)],
)
def test_one_click_opens_what_begins_a_campaign_for_the_group(overview, person, dialogs, button, kind):
    overview.groups.chart.chosen.emit(Group.NOT_YET.value)
    person.tap(getattr(overview.groups.buttons, button))
    (dialog,) = dialogs()
    assert dialog.windowTitle() == "Not bought yet"
    assert dialog.plan().kind is kind
    assert dialog.plan().group == "not_yet"


def test_a_button_says_for_as_many_as_the_dialog_then_offers(overview, busy, person, dialogs):
    before = overview_plan(busy)
    busy.campaigns.begin(before, list(busy.insights.group(Group.NOT_YET))[-1:])
    overview.groups.chart.chosen.emit(Group.NOT_YET.value)
    wanted = overview.groups.buttons.vouchers.text()
    person.tap(overview.groups.buttons.vouchers)
    (dialog,) = dialogs()
    assert "had something like it lately: 1" in overview.groups.left_out.text()
    assert (wanted, dialog.begin_button.text()) == ("Send 2 “come and try us” vouchers", "Write out 2 vouchers")


def overview_plan(desk):
    return opening_plan(CampaignKind.VOUCHERS, Group.NOT_YET.value, desk.shop.programme.rewards)


def test_a_campaign_that_was_begun_is_shown_on_the_greetings_page(opened, overview, person, dialogs):
    overview.groups.chart.chosen.emit(Group.NOT_YET.value)
    person.tap(overview.groups.buttons.greetings)
    dialogs()[0].begun.emit("campaign/1")
    assert (opened.key, opened.shown.opened) == ("greetings", ["campaign/1"])


# --- how is this counted


def test_every_panel_and_tile_says_how_it_is_counted(overview):
    for part in (*overview.parts, *overview.tiles.all):
        (part.how if hasattr(part, "how") else part).click()
        (popover,) = popovers()
        assert popover.accessibleName().startswith(part.title)
        assert len(popover.accessibleName()) > len(part.title) + 40
        popover.close()


def test_the_explanation_comes_and_goes_by_keys_and_the_focus_is_back(overview, person):
    button = overview.members.how
    button.setFocus()
    person.type(" ")
    (popover,) = popovers()
    Person(popover).press(ESCAPE)
    assert popovers() == []
    assert button.hasFocus()


def test_an_explanation_is_on_the_screen_whole(overview, opened):
    for part in overview.parts:
        part.how.click()
        (popover,) = popovers()
        assert popover.screen().availableGeometry().contains(popover.geometry())
        popover.close()


def test_keys_that_turn_pages_scroll_down(overview, person):
    assert overview.hasFocus()
    bar = overview.scrolling.verticalScrollBar()
    person.press(END)
    assert bar.value() == bar.maximum() > 0


# --- out of the page


def test_the_whole_page_is_saved_as_pdf(overview, person, tmp_path):
    overview.export.ask_where = lambda _page, suggested: str(tmp_path / suggested)
    person.tap(overview.save_button)
    (file,) = tmp_path.glob("*.pdf")
    assert file.read_bytes().startswith(b"%PDF")
    assert overview.notice.isVisible()


def test_what_was_saved_is_told_until_somebody_has_read_it(opened, overview, person, tmp_path):
    overview.export.told.emit("Saved")
    assert overview.notice.isVisible()
    person.press(ESCAPE)
    assert not overview.notice.isVisible()
    assert opened.key == "insights"


def test_a_file_that_cannot_be_written_is_told(overview, person, tmp_path):
    overview.export.ask_where = lambda _page, suggested: str(tmp_path / "no folder" / suggested)
    person.tap(overview.save_button)
    assert overview.notice.isVisible()
    assert list(tmp_path.rglob("*.pdf")) == []


def test_a_panel_is_saved_as_a_table(overview, tmp_path):
    overview.export.ask_where = lambda _page, suggested: str(tmp_path / suggested)
    overview.groups.export.csv.trigger()
    (file,) = tmp_path.glob("*.csv")
    assert "Not bought yet" in file.read_text("utf-8-sig")


def test_every_panel_with_figures_has_a_paper_with_rows(overview):
    for part in overview.parts:
        if part.has_figures:
            paper = part.paper()
            assert paper.rows
            assert paper.how
            assert paper.period == "15 Mar 2025 to 14 Mar 2026"


def test_what_cannot_be_told_is_said_on_paper_too(overview):
    assert "no test group" in overview.cost.paper().note
    assert "Outstanding" in overview.points.paper().note


def test_no_button_is_without_a_name(overview):
    assert all(button.accessibleName() for button in overview.findChildren(IconButton))


def test_where_nobody_slips_away_a_group_is_chosen_that_somebody_is_in(desk, open_window):
    buy(desk, join(desk)[1], 1000)
    overview = open_window(SPECS).go("insights").view
    assert overview.groups.picked is Group.NEW
