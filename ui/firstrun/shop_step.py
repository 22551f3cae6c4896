"""The second question: what the shop is called, what money it takes, and where its telephones ring."""

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from loyaltydesk.words import tr
from loyaltydesk.words.countries import countries
from ui.firstrun.answers import Answers
from ui.firstrun.currencies import currencies
from ui.firstrun.step import Step
from ui.theme.forms import Choice, Field, FormRow
from ui.theme.theme import Theme

LONGEST = 80


class ShopStep(Step):
    """Name, second line, currency and country."""

    def __init__(self, theme: Theme, answers: Answers) -> None:
        super().__init__(theme, title=tr("Your shop"), hint=tr("This stands on cards, vouchers and slips."))
        self._name, self._line = Field(theme, tr("Name of the shop")), Field(theme, tr("Second line"))
        for field, text in ((self._name, answers.name), (self._line, answers.line)):
            field.setMaxLength(LONGEST)
            field.setText(text)
        self._currency = Choice(tr("Currency"), currencies(answers.language), current=answers.currency)
        self._country = Choice(tr("Country"), countries(answers.language), current=answers.region)
        for choice in (self._currency, self._country):  # the longest name in the world must not widen the window
            choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(12)
        self._name_row = FormRow(theme, self._name, text=tr("Name of the shop"))
        self.box.addWidget(self._name_row)
        hint = tr("Under the name, if you like: a street, or what you are known for.")
        self.box.addWidget(FormRow(theme, self._line, text=tr("Second line"), hint=hint))
        pair = QHBoxLayout()
        pair.setSpacing(theme.m.s4)
        hint = tr("It stays once purchases are recorded.")
        pair.addWidget(FormRow(theme, self._currency, text=tr("Currency"), hint=hint), 1, Qt.AlignmentFlag.AlignTop)
        hint = tr("For telephone numbers written without their country.")
        pair.addWidget(FormRow(theme, self._country, text=tr("Country"), hint=hint), 1, Qt.AlignmentFlag.AlignTop)
        self.box.addLayout(pair)
        self.box.addStretch(1)
        self._name.textEdited.connect(self._name_row.accept)

    def begin(self) -> None:
        """The focus is in the name."""
        self._name.setFocus()
        self._name.selectAll()

    def answered(self, answers: Answers) -> Answers | None:
        """What was typed and chosen; None without a name."""
        name = " ".join(self._name.text().split())
        if not name:
            self._name_row.refuse(tr("Please type the name of the shop."))
            self._name.setFocus()
            return None
        line = " ".join(self._line.text().split())
        return replace(answers, name=name, line=line, currency=self._currency.current(), region=self._country.current())
