"""The form of a promise or a warranty: to whom, what, until when, who keeps it, about which purchase."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from loyaltydesk.model.pledges import LONGEST_TEXT, NewPledge, Pledge, PledgeKind
from loyaltydesk.model.voices import LONGEST_NAME
from loyaltydesk.words import tr
from ui.seams.day_field import day_field, day_in, show_day
from ui.seams.form_panel import FormPanel
from ui.seams.session import Session
from ui.theme.buttons import Button, SegmentedControl
from ui.theme.forms import Field, FormRow
from ui.theme.theme import Theme
from ui.voices.fields import PurchaseField, last_purchases, name_field, suggest
from ui.voices.lines import pledge_kind_options
from ui.voices.who import WhoField

USUAL_DAYS = {PledgeKind.PROMISE: 7, PledgeKind.WARRANTY: 730}  # that stand there until somebody says otherwise


class PledgeForm(FormPanel):
    """A new one, or one to be changed: then whose it is stays as it is."""

    submitted = Signal()

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__(theme, Button(theme, tr("Save"), kind="action", icon="check"))
        self._session = session
        self.pledge: Pledge | None = None  # the one that is changed
        self._ready: date | None = None  # the day that stands there until somebody chooses another
        self.kind = SegmentedControl(theme, pledge_kind_options())
        self.who = WhoField(theme, session)
        self.who.finder.field.setPlaceholderText(tr("Name, phone or card"))
        self.text = Field(theme, tr("What is promised"))
        self.text.setMaxLength(LONGEST_TEXT)
        self.until = day_field(theme, tr("Last day"), session.formats)
        self.keeper = name_field(theme, tr("Who keeps it"), most=LONGEST_NAME)
        self.purchase = PurchaseField(theme)
        self._lay_out_form()
        self.kind.chosen.connect(lambda _key: self._on_kind_chosen())
        self.who.changed.connect(lambda: self._offer())
        for field in (self.text, self.keeper, self.purchase.number):
            field.returnPressed.connect(self.submitted)
        self.save_button.clicked.connect(self.submitted)

    # --- from outside

    def begin(self, *, staff: Sequence[str]) -> None:
        """An empty form; `staff` to choose names from."""
        self.pledge, self._ready = None, None
        self.heading.setText(tr("What is promised?"))
        self.kind.choose(PledgeKind.PROMISE.value)
        self.who.clear()
        self._fill("", keeper="", staff=staff)
        self._on_kind_chosen()

    def change(self, pledge: Pledge, *, staff: Sequence[str]) -> None:
        """A promise or warranty, to be changed."""
        self.pledge = pledge
        self.heading.setText(pledge.text)
        self.kind.choose(pledge.kind.value)
        self._fill(pledge.text, keeper=pledge.keeper, staff=staff)
        show_day(self.until, pledge.until)
        self._ready = None
        self._offer(chosen=pledge.purchase)
        self._on_kind_chosen()

    def asked(self) -> NewPledge:
        """What the form says."""
        kind = PledgeKind(self.kind.current())
        return NewPledge(kind, self.text.text(), day_in(self.until), self.keeper.text(), self.purchase.chosen())

    # --- inside

    def _fill(self, text: str, *, keeper: str, staff: Sequence[str]) -> None:
        self.trouble.hide()
        self.text.setText(text)
        suggest(self.keeper, staff)
        self.keeper.setText(keeper)
        self._who_row.setVisible(self.pledge is None)
        self._offer()

    def _offer(self, chosen: str = "") -> None:
        customer = self.pledge.customer if self.pledge else self.who.customer
        purchases = self._session.ask(lambda desk: last_purchases(desk, customer, chosen=chosen))
        self.purchase.offer(purchases, self._session.formats, chosen=chosen)

    def _lay_out_form(self) -> None:
        grid = self.grid
        kind = QHBoxLayout()
        kind.addWidget(self.kind)
        kind.addStretch(1)
        self._who_row = FormRow(self.theme, self.who, text=tr("To whom?"))
        self._text_row = FormRow(self.theme, self.text, text=tr("What?"))
        grid.addLayout(kind, 0, 0, 1, 2)
        grid.addWidget(self._who_row, 1, 0, 1, 2)
        grid.addWidget(self._text_row, 2, 0, 1, 2)
        self._until_row = FormRow(self.theme, self.until, text=tr("Last day"))
        self._keeper_row = FormRow(self.theme, self.keeper, text=tr("Who keeps it"))
        grid.addWidget(self._until_row, 3, 0)
        grid.addWidget(self._keeper_row, 3, 1)
        grid.addWidget(FormRow(self.theme, self.purchase, text=tr("Which purchase?")), 4, 0, 1, 2)
        self.lay_out()

    # --- slots

    def _on_kind_chosen(self) -> None:
        """Words for what it is; the day follows the kind until somebody chooses one."""
        kind = PledgeKind(self.kind.current())
        warranty = kind is PledgeKind.WARRANTY
        self.text.setPlaceholderText(tr("the product, as the receipt has it") if warranty else tr("in a few words"))
        self._keeper_row.setVisible(not warranty)
        if self.pledge is None and self._ready in (None, day_in(self.until)):
            today = self._session.ask(lambda desk: desk.now().date())
            self._ready = today + timedelta(days=USUAL_DAYS[kind])
            show_day(self.until, self._ready)
