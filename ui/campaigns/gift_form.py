"""The form for the voucher of a campaign: a reward of the programme, money or a percentage off, and for how long."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from loyaltydesk.model.campaigns import CampaignGift
from loyaltydesk.model.programme import Reward
from loyaltydesk.words import tr
from loyaltydesk.words.campaigns import gift_name
from ui.seams.formats import QtFormats
from ui.seams.money_typing import MoneyOnly, minor_from
from ui.theme.forms import Choice, Field, FormRow
from ui.theme.text import label
from ui.theme.theme import Theme

NONE, MONEY, PERCENT, REWARD = "none", "money", "percent", "reward:"
VALID, LONGEST = 30, 3660  # days
FEWEST = 14  # letters of a reward that are always seen


class GiftForm(QWidget):
    """`edited` tells any change."""

    edited = Signal()

    def __init__(self, theme: Theme, formats: QtFormats, rewards: tuple[Reward, ...]) -> None:
        super().__init__()
        self._formats = formats
        names = [(f"{REWARD}{each.id}", each.name) for each in rewards]
        others = [(MONEY, tr("Money off")), (PERCENT, tr("Percent off")), (NONE, tr("No voucher"))]
        self.kind = Choice(tr("Voucher"), [*names, *others])
        self.kind.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.kind.setMinimumContentsLength(FEWEST)
        self.money = Field(theme, tr("How much money"), lead=label(formats.symbol, "prefix"))
        self.money.setValidator(MoneyOnly(formats, self.money))
        self.percent = QSpinBox()
        self.percent.setRange(1, 100)
        self.percent.setValue(10)
        self.percent.setSuffix(" %")
        self.percent.setAccessibleName(tr("How many percent"))
        self.days = QSpinBox()
        self.days.setRange(1, LONGEST)
        self.days.setValue(VALID)
        self._money_row = FormRow(theme, self.money, text=tr("How much money"))
        self._percent_row = FormRow(theme, self.percent, text=tr("How many percent"))
        self._days_row = FormRow(theme, self.days, text=tr("Good for so many days"))
        self.days.setAccessibleName(tr("Good for so many days"))
        self._lay_out(theme)
        self.kind.chosen.connect(lambda _key: self._on_kind_chosen())
        self.money.textEdited.connect(lambda _text: self.edited.emit())
        self.percent.valueChanged.connect(lambda _number: self.edited.emit())
        self.days.valueChanged.connect(lambda _number: self.edited.emit())
        self._show_what_applies()

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left to be typed."""
        return self.kind.current() != MONEY or bool(self._minor())

    def choose(self, key: str) -> None:
        """Another voucher, as if a person had chosen it."""
        self.kind.choose(key)
        self._on_kind_chosen()

    def gift(self) -> CampaignGift | None:
        """What is chosen; None for no voucher."""
        chosen, days = self.kind.current(), self.days.value()
        if chosen == NONE:
            return None
        if chosen.startswith(REWARD):
            return CampaignGift(reward=chosen.removeprefix(REWARD), valid_days=days)
        gift = CampaignGift(money=self._minor()) if chosen == MONEY else CampaignGift(percent=self.percent.value())
        return CampaignGift("", gift.money, gift.percent, gift_name(gift, self._formats), days)

    # --- inside

    def _lay_out(self, theme: Theme) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.m.s3)
        box.addWidget(FormRow(theme, self.kind, text=tr("Voucher")))
        row = QHBoxLayout()
        row.setSpacing(theme.m.s3)
        for part in (self._money_row, self._percent_row, self._days_row):
            row.addWidget(part, 1)
        box.addLayout(row)

    def _minor(self) -> int:
        return minor_from(self.money.text(), self._formats) or 0

    def _show_what_applies(self) -> None:
        chosen = self.kind.current()
        self._money_row.setVisible(chosen == MONEY)
        self._percent_row.setVisible(chosen == PERCENT)
        self._days_row.setVisible(chosen != NONE)

    def _on_kind_chosen(self) -> None:
        self._show_what_applies()
        self.edited.emit()
