"""The tour at the Insights page: the figures, how one is counted, a campaign for a group, and papers of it all."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from loyaltydesk.model.insights import Group
from loyaltydesk.words import tr, trc
from loyaltydesk.words.insights import group_name
from ui.campaigns.dialog import CampaignDialog
from ui.insights.overview import Overview
from ui.insights.page import InsightsPage
from ui.insights.popover import Popover
from ui.tour import eyes, with_reports
from ui.tour.guide import CONTROL, Guide
from ui.tour.hands import Hands
from ui.window import Window

KEY = Qt.Key
GROUP = Group.ATTENTION


def look(guide: Guide, window: Window) -> None:
    """From the figures to a campaign for a group, and back. Raises NotSeen."""
    page = window.shown
    assert isinstance(page, InsightsPage)
    overview = page.view
    assert isinstance(overview, Overview)
    _explain(guide, overview)
    _save(guide, overview)
    _scroll(guide, overview)
    _begin(guide, window, overview)
    with_reports.put_away(guide, page)


def _explain(guide: Guide, overview: Overview) -> None:
    """How a figure is counted, by its question mark."""
    guide.hands.push(overview.groups.how)
    told = eyes.waited(lambda: eyes.dialog(Popover), tr("How is this counted"))
    guide.album.take_with(guide.window, "insights-how", over=told, what=tr("How a figure is counted"))
    Hands(told).press(KEY.Key_Escape)
    guide.hands.come()


def _save(guide: Guide, overview: Overview) -> None:
    """One panel and the whole page as PDF."""
    panel, whole = tr("Customer groups, as a paper of their own"), tr("All figures on paper")
    export, groups = overview.export, overview.groups.export
    for name, what, press in (
        ("groups", panel, groups.pdf.trigger),
        ("insights", whole, lambda: guide.push(tr("Save as PDF"))),
    ):
        path = guide.album.paper(name)
        export.ask_where = _always(path)
        press()
        eyes.waited(path.is_file, path.name)
        eyes.waited(overview.notice.isVisible, tr("Saved as {path}").format(path=path.name))
        guide.album.tell_paper(name, what)
        overview.go_back()  # what was said of it has been read


def _always(path: Path) -> Callable[[QWidget, str], str]:
    return lambda _parent, _suggested: str(path)


def _scroll(guide: Guide, overview: Overview) -> None:
    """What stands further down."""
    overview.setFocus()
    guide.hands.press(KEY.Key_PageDown)
    guide.see("insights-below", what=tr("Who came back, who buys most, and what the staff did"))
    guide.hands.press(KEY.Key_End)
    guide.see("insights-end", what=tr("When customers come, and what the programme costs and brings"))
    guide.hands.press(KEY.Key_Home)


def _begin(guide: Guide, window: Window, overview: Overview) -> None:
    """Another group is picked by the arrow keys, and something is done for all of it at once."""
    overview.groups.chart.setFocus(Qt.FocusReason.TabFocusReason)
    guide.hands.press(KEY.Key_Home)
    for _ in range(list(Group).index(GROUP)):
        guide.hands.press(KEY.Key_Down)
    guide.hands.press(KEY.Key_Return)
    guide.counted()
    guide.see("insights-group", group_name(GROUP), what=tr("Another group, and what to do next for it"))
    guide.hands.push(overview.groups.buttons.vouchers)
    dialog = eyes.waited(lambda: eyes.dialog(CampaignDialog), tr("What each of them gets"))
    eyes.waited(dialog.begin_button.isEnabled, tr("What each of them gets"))
    guide.album.take(dialog, "campaign", what=tr("What each of the group gets, and what that comes to"))
    Hands(dialog).push(dialog.begin_button)
    eyes.waited(lambda: window.key == "greetings", trc("in the rail, short", "Greetings"))
    guide.hands.come()
    guide.counted()
    guide.see("campaign-cards", what=tr("The campaign: a card for each, with a voucher inside"))
    guide.check(lambda desk: any(each.plan.group == GROUP.value for each in desk.campaigns.all()), group_name(GROUP))
    guide.hands.press(KEY.Key_9, CONTROL)
    guide.counted()
