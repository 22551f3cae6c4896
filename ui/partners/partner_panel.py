"""One supplier or partner shop: who it is, the terms, what to remember, and what was noted."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyaltydesk.model.partners import Partner, PartnerCard, PartnerNote, Reminder
from loyaltydesk.model.tax_numbers import TaxDoubt
from loyaltydesk.words import tr, tr_n
from loyaltydesk.words.partners import PARTNER_KINDS, doubt_text, end_text
from ui.partners.lines import ICONS
from ui.partners.partner_log import Notes, Reminders
from ui.seams.formats import QtFormats
from ui.seams.question import Answer, Question
from ui.theme.buttons import Button
from ui.theme.frames import Panel, rule
from ui.theme.head import Head
from ui.theme.scrolling import Scroll
from ui.theme.sheet import restyle
from ui.theme.text import label
from ui.theme.theme import Theme


class ToldPartner(Struct, frozen=True):
    """A partner with what is told beside it."""

    partner: Partner
    reminders: Sequence[Reminder]
    notes: Sequence[PartnerNote]
    today: date
    doubt: TaxDoubt | None = None


class PartnerPanel(Panel):
    """What somebody presses is told; the partner, its view knows."""

    change_wanted = Signal()
    away_wanted = Signal()
    forgetting_confirmed = Signal()

    def __init__(self, theme: Theme, formats: QtFormats) -> None:
        super().__init__(theme)
        self._formats = formats
        self.shown = ""  # the id of the partner
        self._reach, self._address = label(wrap=True), label(type_="muted", wrap=True)
        self._tax, self._doubt = label(type_="muted", wrap=True), label(wrap=True, tone="warning")
        self._conditions, self._until = label(type_="strong", wrap=True), label(wrap=True)
        self._terms = label(wrap=True)
        self.change_button = Button(theme, tr("Change"), kind="small", icon="pen-line")
        self.away_button = Button(theme, "", kind="small")
        self.forget_button = Button(theme, tr("Forget"), kind="small", icon="trash-2")
        self._head = Head(theme, "truck", buttons=[self.change_button, self.away_button, self.forget_button])
        self.question = Question(theme)
        self.reminders, self.notes = Reminders(theme, formats), Notes(theme, formats)
        self._facts = Panel(theme, surface="inset")
        self._lay_out_partner()
        self.change_button.clicked.connect(self.change_wanted)
        self.away_button.clicked.connect(self.away_wanted)
        self.forget_button.clicked.connect(self._on_forgetting_wanted)

    def show_partner(self, told: ToldPartner) -> None:
        """Shows a partner; what is typed of it stays while it is the same one."""
        partner, card, formats = told.partner, told.partner.card, self._formats
        if partner.id != self.shown:
            self.forget(told.today)
            self.shown = partner.id
            self._scroll.verticalScrollBar().setValue(0)
        self._head.tile.show_icon(ICONS[card.kind], "" if partner.put_away else "accent")
        self._head.name.setText(card.name)
        kind = tr(PARTNER_KINDS[card.kind])
        self._head.what.setText(tr("{kind} · put away").format(kind=kind) if partner.put_away else kind)
        self._reach.setText(" · ".join(words for words in (card.contact, card.phone, card.email) if words))
        self._address.setText(card.address)
        self._tax.setText(tr("Tax number {number}").format(number=card.tax_id) if card.tax_id else "")
        self._doubt.setText(doubt_text(told.doubt) if told.doubt else "")
        self._conditions.setText(_conditions(card, formats))
        self._show_until(partner, told.today)
        self._terms.setText(card.terms)
        facts = (
            self._reach, self._address, self._tax, self._doubt, self._conditions, self._until, self._terms,
        )  # fmt: skip
        for words in facts:
            words.setVisible(bool(words.text()))
        self._facts.setVisible(any(words.text() for words in facts))
        self.away_button.setText(tr("Take out again") if partner.put_away else tr("Put away"))
        self.away_button.setIcon(self.theme.icon("archive-restore" if partner.put_away else "archive", "text"))
        self.change_button.setHidden(partner.put_away)
        self.forget_button.setVisible(partner.put_away)  # it is no slip when it was put away before
        self.reminders.show_reminders(told.reminders, told.today)
        self.notes.show_notes(told.notes)

    def forget(self, today: date) -> None:
        """Forgets what was typed."""
        self.question.withdraw()
        self.reminders.begin(today)
        self.notes.begin()

    def go_back(self) -> bool:
        """Asks no more, and leaves what was being changed as it was; False when there was nothing of that."""
        return self.question.withdraw() or self.reminders.go_back() or self.notes.go_back()

    # --- inside

    def _on_forgetting_wanted(self) -> None:
        self.question.ask(
            tr("Forget {name} for good?").format(name=self._head.name.text()),
            [Answer(tr("Forget for good"), self.forgetting_confirmed.emit, "danger")],
            detail=tr("Not a word stays of the partner, the terms, the reminders and the notes. It cannot be undone."),
        )

    def _show_until(self, partner: Partner, today: date) -> None:
        until = partner.card.until
        if until is None:
            self._until.setText("")
            return
        day = tr("Agreement until {day}").format(day=self._formats.day(until))
        near = partner.ends_soon(today)
        self._until.setText(tr("{day} ({state})").format(day=day, state=end_text(until, today)) if near else day)
        restyle(self._until, tone=("danger" if until < today else "warning") if near else "")

    def _lay_out_partner(self) -> None:
        m = self.theme.m
        self._facts.box.setSpacing(m.s1)
        for row in (
            self._reach, self._address, self._tax, self._doubt, self._conditions, self._until, self._terms,
        ):  # fmt: skip
            self._facts.box.addWidget(row)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, m.s2, 0)
        column.setSpacing(m.s3)
        for widget in (self._facts, self.reminders, rule(), self.notes):
            column.addWidget(widget)
        column.addStretch(1)
        self._scroll = Scroll(inside)
        self.box.addLayout(self._head)
        self.box.addWidget(self.question)
        self.box.addWidget(self._scroll, 1)


def _conditions(card: PartnerCard, formats: QtFormats) -> str:
    """Discount and days to pay in."""
    said = []
    if card.discount:
        percent = card.discount.replace(".", formats.decimal_sign)
        said.append(tr("{percent} % discount").format(percent=percent))
    if card.payment_days is not None:
        days = tr_n("{n} day to pay in", "{n} days to pay in", card.payment_days)
        said.append(days.format(n=formats.number(card.payment_days)))
    return " · ".join(said)
