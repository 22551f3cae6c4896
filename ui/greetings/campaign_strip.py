"""The strip above the cards: whether those of the days are shown or of a campaign, and what came of that so far."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from loyaltydesk.model.campaigns import Campaign, CampaignKind, CampaignResult
from loyaltydesk.words import tr, tr_n
from loyaltydesk.words.campaigns import SUBJECTS, kind_text, result_text
from ui.seams.formats import QtFormats
from ui.theme.buttons import Button
from ui.theme.forms import Choice
from ui.theme.frames import Panel
from ui.theme.text import ElidedLabel, set_tip
from ui.theme.theme import Theme

DAYS = ""
FEWEST = 26  # letters of a campaign's name that are always seen


class CampaignStrip(Panel):
    """Out of sight while there was no campaign. `chosen` carries a campaign's id, or DAYS."""

    chosen = Signal(str)
    vouchers_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, surface="inset", across=True)
        self.choice = Choice(tr("Which cards"), [(DAYS, tr("Birthdays and other days"))])
        self.choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(FEWEST)
        self.told = ElidedLabel(type_="strong")
        self.vouchers_button = Button(theme, "", kind="small", icon="printer")
        self.stop_button = Button(theme, tr("Stop…"), kind="small")
        self.box.addWidget(self.choice)
        self.box.addWidget(self.told, 1)
        for button in self._buttons:
            self.box.addWidget(button)
        self.choice.chosen.connect(self.chosen)
        self.vouchers_button.clicked.connect(self.vouchers_wanted)
        self.stop_button.clicked.connect(self.stop_wanted)
        self.show_days()
        self.hide()

    def offer(self, campaigns: list[Campaign], formats: QtFormats) -> None:
        """Offers these campaigns; the one that was chosen stays so while it is there."""
        current = self.choice.current()
        while self.choice.count() > 1:
            self.choice.removeItem(1)
        for each in campaigns:
            self.choice.addItem(_name(each, formats), each.id)
        self.choice.choose(current if current in {each.id for each in campaigns} else DAYS)
        self.setVisible(bool(campaigns))

    def show_days(self) -> None:
        """There is no campaign to tell anything of."""
        self.choice.choose(DAYS)
        for part in (self.told, *self._buttons):
            part.setVisible(False)

    def show_campaign(self, campaign: Campaign, result: CampaignResult, formats: QtFormats, *, open_ones: int) -> None:
        """Shows what came of a campaign; so many of its vouchers can be printed."""
        self.choice.choose(campaign.id)
        self.told.setText(result_text(campaign, result, formats))
        set_tip(self.told, self.told.text())
        words = tr_n("Print {n} voucher…", "Print {n} vouchers…", open_ones)
        self.vouchers_button.setText(words.format(n=formats.number(open_ones)))
        self.told.show()
        self.vouchers_button.setVisible(open_ones > 0)
        self.stop_button.setVisible(campaign.stopped is None and not (result.is_over and open_ones == 0))

    @property
    def _buttons(self) -> tuple[QWidget, ...]:
        return self.vouchers_button, self.stop_button


def _name(campaign: Campaign, formats: QtFormats) -> str:
    """A campaign in the list: what about, what was done and when."""
    about = tr(SUBJECTS[campaign.plan.subject])
    calls = campaign.plan.kind is CampaignKind.CALLS
    words = tr("{subject} · {day} · {kind}") if calls else tr("{subject} · {day}")
    return words.format(subject=about, day=formats.short_day(campaign.begun.date()), kind=kind_text(campaign.plan.kind))
