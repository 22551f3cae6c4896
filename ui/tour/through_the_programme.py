"""The tour through the Programme page: a promotion is added, forecast, saved, and found in the history."""

from loyaltydesk.words import tr
from ui.programme.page import ProgrammePage
from ui.tour import eyes
from ui.tour.guide import Guide
from ui.window import Window


def change(guide: Guide, window: Window) -> None:
    """A change of the rules from the first thought to the version in force. Raises NotSeen."""
    page = window.shown
    assert isinstance(page, ProgrammePage)
    version = guide.ask(lambda desk: desk.shop.programme_version)
    guide.push(tr("Add: {what}").format(what=tr("Promotions")))
    guide.see("programme-add", what=tr("Ready-made rules to begin with"))
    deal = tr("The second for next to nothing")
    guide.push(deal)
    guide.see("programme-rule", tr("In plain words"), what=tr("A rule in a form, and in plain words"))
    guide.push(tr("Done"))
    guide.see("programme-draft", deal, tr("Save changes…"), what=tr("A draft: nothing is in force yet"))
    guide.push(tr("Will it pay off?"))
    eyes.waited(lambda: page.payoff.hint.text(), tr("Will it pay off?"))
    guide.see("programme-forecast", what=tr("What the change would bring"))
    guide.push(tr("Save changes…"))
    guide.see("programme-save", tr("What will be different"), what=tr("What will be different, and from when"))
    guide.push(tr("Save changes"))
    guide.see("programme-saved", deal, what=tr("The new version is in force"))
    guide.check(lambda desk: desk.shop.programme_version == version + 1, deal)
    guide.push(tr("History and files"))
    guide.see("programme-history", deal, what=tr("Every version is kept"))
    page.open_rules()
