"""Suppliers and partner shops: the list, one of them, and the form for a new one."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget, QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.exchange.csv_writing import for_spreadsheet
from loyaltydesk.exchange.partners_csv import csv_text
from loyaltydesk.model.partners import Due, Partner
from loyaltydesk.model.refusals import Refused
from loyaltydesk.printing.files import save_parts
from loyaltydesk.words import active, tr, tr_n
from ui.partners.lines import SIEVES, Sieve, matches, partner_line, sifted
from ui.partners.log_keeping import LogKeeping, done_or_told
from ui.partners.partner_form import PartnerForm
from ui.partners.partner_panel import PartnerPanel, ToldPartner
from ui.partners.view import View
from ui.seams.file_dialogs import ask_to_save
from ui.seams.list_panel import ListPanel, lay_out_beside
from ui.seams.notice import Notice
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.theme.blocks import EmptyState
from ui.theme.buttons import Button, IconButton
from ui.theme.frames import Panel
from ui.theme.theme import Theme

PARTNER, FORM, NOTHING = range(3)  # what stands on the right


def ask_where(parent: QWidget, suggested: str) -> str:
    """The file a person wants to write, ending in .csv; "" for none."""
    return ask_to_save(parent, suggested, title=tr("Save the list of partners"), kind=tr("Tables"))


class SuppliersView(View):
    """Writing down, noting, remembering, putting away."""

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme, session, tools)
        self.ask_where: Callable[[QWidget, str], str] = ask_where  # may be replaced, by a test
        self._partners: list[Partner] = []
        self._due: dict[str, Due] = {}
        self.list = ListPanel(theme, tr("Partners"), [(key.value, tr(words)) for key, words in SIEVES.items()])
        self.panel, self.form = PartnerPanel(theme, session.formats), PartnerForm(theme, session)
        self.notice = Notice(theme)
        self._keeping = LogKeeping(session, self.panel, self.notice)
        self.new_here = Button(theme, tr("New partner"), icon="plus")
        self._nothing = EmptyState(theme, "handshake", title="", action=self.new_here)
        self._stack = QStackedWidget()
        self.csv_button = IconButton(theme, "download", name=tr("Save the list as CSV…"))
        self.new_button = Button(theme, tr("New partner"), kind="action", icon="plus")
        self.in_bar = (self.csv_button, self.new_button)
        self._lay_out()
        self._connect()
        self.reload()

    # --- from outside

    def entered(self) -> None:
        if self._stack.currentIndex() == FORM:
            self.form.fields["name"].setFocus()
        else:
            self.list.lines.setFocus()

    def open(self, what: str) -> None:
        """Shows a partner by its id, or what a sieve lets through."""
        self.list.search.clear()
        sieve = Sieve(what) if what in list(Sieve) else self._sieve
        if what not in list(Sieve) and what not in {each.id for each in sifted(self._partners, sieve, self._due)}:
            away = what in {each.id for each in self._partners if each.put_away}
            sieve = Sieve.AWAY if away else Sieve.ALL
        self.list.sieve.choose(sieve.value)
        self._show_list()
        self.list.lines.choose(what)
        self._show_partner()

    def go_back(self) -> bool:
        if self._stack.currentIndex() == FORM:
            self._show_list()
            self.list.lines.setFocus()
            return True
        return self.panel.go_back() or self.list.go_back()

    def reload(self) -> None:
        def read(desk: Desk) -> tuple[date, list[Partner], list[Due]]:
            everybody = [*desk.partners.everything(), *desk.partners.everything(put_away=True)]
            return desk.now().date(), everybody, desk.partners.due()

        self._today, self._partners, due = self.session.ask(read)
        self._due = {each.partner.id: each for each in reversed(due)}  # the first of each
        self._show_list(keep_form=True)

    def ask_for_new(self) -> None:
        """Opens the form for a new one."""
        self.form.begin()
        self.notice.hide()
        self._stack.setCurrentIndex(FORM)
        self.form.fields["name"].setFocus()

    # --- inside

    def _lay_out(self) -> None:
        empty = Panel(self.theme)
        empty.box.addWidget(self._nothing, 1)
        for widget in (self.panel, self.form, empty):
            self._stack.addWidget(widget)
        lay_out_beside(self, self.list, right=self._stack, above=self.notice)

    def _connect(self) -> None:
        self.list.sifted.connect(lambda: self._show_list())
        self.list.lines.chosen.connect(lambda _key: self._show_partner())
        for button in (self.new_button, self.new_here):
            button.clicked.connect(lambda: self.ask_for_new())
        self.csv_button.clicked.connect(self._on_csv_wanted)
        self.form.left.connect(self.go_back)
        self.form.kept.connect(self._on_kept)
        self.panel.change_wanted.connect(self._on_change_wanted)
        self.panel.away_wanted.connect(self._on_away_wanted)
        self.panel.forgetting_confirmed.connect(self._on_forgetting_confirmed)

    @property
    def _sieve(self) -> Sieve:
        return Sieve(self.list.sieve.current())

    def _partner(self) -> Partner | None:
        return next((each for each in self._partners if each.id == self.list.lines.key), None)

    def _show_list(self, *, keep_form: bool = False) -> None:
        formats, typed = self.session.formats, self.list.search.text()
        shown = [each for each in sifted(self._partners, self._sieve, self._due) if matches(typed, each)]
        self.list.show_lines(
            [partner_line(each, self._due.get(each.id), formats, today=self._today) for each in shown],
            tr_n("{n} partner", "{n} partners", len(shown)).format(n=formats.number(len(shown))),
        )
        self.csv_button.setEnabled(bool(self._partners))
        if not (keep_form and self._stack.currentIndex() == FORM):
            self._show_partner()

    def _show_partner(self) -> None:
        partner = self._partner()
        if partner is None:
            _say_nothing(self._nothing, any_kept=bool(self._partners), looked=bool(self.list.search.text()))
            self._stack.setCurrentIndex(NOTHING)
            return

        def read(desk: Desk) -> ToldPartner:
            reminders, notes = desk.partner_log.reminders(partner.id), desk.partner_log.notes(partner.id)
            return ToldPartner(partner, reminders, notes, self._today, desk.companies.doubt(partner.card.tax_id))

        self.panel.show_partner(self.session.ask(read))
        self._stack.setCurrentIndex(PARTNER)

    def _do(self, action: Callable[[Desk], object]) -> bool:
        return done_or_told(self.session, action, self.notice)

    # --- slots

    def _on_kept(self, partner: str) -> None:
        self._stack.setCurrentIndex(PARTNER)
        self.open(partner)
        self.notice.tell(tr("It is kept."))
        self.list.lines.setFocus()

    def _on_change_wanted(self) -> None:
        partner = self._partner()
        if partner:
            self.form.change(partner)
            self._stack.setCurrentIndex(FORM)
            self.form.fields["name"].setFocus()

    def _on_away_wanted(self) -> None:
        partner = self._partner()
        if partner is None:
            return
        away = not partner.put_away
        if self._do(lambda desk: desk.partners.put_away(partner.id, away=away)):
            back = (tr("Undo"), lambda: self._do(lambda desk: desk.partners.put_away(partner.id, away=not away)))
            self.notice.tell(tr("It is put away.") if away else tr("It is back on the list."), offer=back)

    def _on_forgetting_confirmed(self) -> None:
        partner = self._partner()
        if partner and self._do(lambda desk: desk.partners.forget(partner.id)):
            words = tr("{name} is forgotten. Backups made before still know this partner.")
            self.notice.tell(words.format(name=partner.card.name))

    def _on_csv_wanted(self) -> None:
        path = self.ask_where(self, tr("Partners") + ".csv")
        if not path:
            return
        text = csv_text(self._partners, for_spreadsheet(active().language))
        try:
            save_parts((piece.encode() for piece in text), Path(path))
        except Refused as refused:
            self.notice.tell(self.session.sentence(refused), tone="danger")
        else:
            self.notice.tell(tr("It is saved."))


def _say_nothing(place: EmptyState, *, any_kept: bool, looked: bool) -> None:
    """What stands where no partner is to be shown."""
    elsewhere = tr("Show another part of the list.")
    if not any_kept:
        hint = tr("Write down who delivers and who works with you, on what terms, and what to remember of them.")
        place.say("handshake", tr("No partners yet"), hint=hint)
    elif looked:
        place.say("search", tr("Nothing like that"), hint=elsewhere, tone="")
    else:
        place.say("circle-check", tr("Nothing to see to here"), hint=elsewhere)
