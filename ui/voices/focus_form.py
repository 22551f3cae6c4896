"""The form that draws a focus group: what it is for, how many people, and from whom."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox

from loyaltydesk.model.focus_groups import MOST_PLACES, Whom
from loyaltydesk.model.insights import Group
from loyaltydesk.model.surveys import LONGEST_TITLE
from loyaltydesk.words import tr
from loyaltydesk.words.surveys import group_name
from ui.theme.blocks import Banner
from ui.theme.buttons import Button
from ui.theme.forms import Choice, Field, FormRow
from ui.theme.frames import Panel
from ui.theme.text import label
from ui.theme.theme import Theme

USUAL = 8


class FocusForm(Panel):
    """A title, a number, and whom to draw from."""

    submitted = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.title = Field(theme, tr("What is it about?"))
        self.title.setMaxLength(LONGEST_TITLE)
        self.count = QSpinBox()
        self.count.setRange(1, MOST_PLACES)
        self.count.setAccessibleName(tr("How many people"))
        self.whom = Choice(tr("Drawn from"), [(Whom.ALL.value, tr("All customers"))])
        self.whom.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.trouble = Banner(theme, "", tone="danger")
        self.draw = Button(theme, tr("Draw by lot"), kind="action", icon="users")
        self.back_button = Button(theme, tr("Go back"), kind="ghost")
        hint = tr(
            "Only who agreed to be written to, has a phone number and takes calls is drawn. Chance alone decides; the "
            "draw is kept, so that everybody can see that nobody was picked."
        )
        foot = QHBoxLayout()
        foot.addWidget(self.draw)
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        self.box.setSpacing(theme.m.s3)
        self.box.addWidget(label(tr("New focus group"), "title"))
        self.box.addWidget(FormRow(theme, self.title, text=tr("What is it about?")))
        self.box.addWidget(FormRow(theme, self.count, text=tr("How many people")))
        self.box.addWidget(FormRow(theme, self.whom, text=tr("Drawn from")))
        self.box.addWidget(label(hint, "muted", wrap=True))
        self.box.addWidget(self.trouble)
        self.box.addStretch(1)
        self.box.addLayout(foot)
        self.title.returnPressed.connect(self.submitted)
        self.draw.clicked.connect(self.submitted)
        self.back_button.clicked.connect(self.left)

    def begin(self, tiers: Sequence[str]) -> None:
        """An empty form; `tiers` are those of the programme."""
        self.title.clear()
        self.count.setValue(USUAL)
        self.whom.clear()
        self.whom.addItem(tr("All customers"), Whom.ALL.value)
        for group in Group:
            self.whom.addItem(tr("Group: {name}").format(name=group_name(group)), f"{Whom.GROUP}/{group}")
        for tier in tiers:
            self.whom.addItem(tr("Tier: {name}").format(name=tier), f"{Whom.TIER}/{tier}")
        self.trouble.hide()
        self.title.setFocus()

    def chosen(self) -> tuple[Whom, str]:
        """Whom to draw from, and which tier or group."""
        whom, _, which = self.whom.current().partition("/")
        return Whom(whom), which

    def refuse(self, sentence: str) -> None:
        """Says in place why nobody was drawn."""
        self.trouble.say(sentence, tone="danger")
        self.trouble.show()
