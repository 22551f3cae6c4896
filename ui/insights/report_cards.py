"""The three reports for the desk drawer: the day as it ended, the letter about a month, the balances of everybody."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QHBoxLayout

from loyaltydesk.cli.drawer_answers import day_figures
from loyaltydesk.cli.drawer_papers import face_of_day, shop_name
from loyaltydesk.desk import Desk
from loyaltydesk.exchange.balances_csv import csv_text
from loyaltydesk.exchange.csv_writing import for_spreadsheet, harmless, written
from loyaltydesk.model.reports import BalanceWish, Held, ListedBy
from loyaltydesk.model.staff import month_of
from loyaltydesk.printing.reports.balance_filling import balance_face, balance_rows
from loyaltydesk.printing.reports.balance_list import ON_A_PAGE, balance_list_scene
from loyaltydesk.printing.reports.day_end import day_end_scene, day_slip_scene
from loyaltydesk.printing.reports.day_press import day_bytes
from loyaltydesk.printing.reports.month_filling import letter_face
from loyaltydesk.printing.reports.month_letter import month_letter_scene
from loyaltydesk.printing.scene import Document
from loyaltydesk.printing.slip import Roll
from loyaltydesk.printing.slip_press import print_bytes
from loyaltydesk.words import active, tr, tr_n
from loyaltydesk.words.staff import month_text
from ui.insights.report_card import Look, ReportCard
from ui.seams.giving_up import Tell, counted
from ui.seams.session import Session
from ui.seams.slip_settings import read_slips
from ui.seams.tools import Tools
from ui.theme.buttons import Button, IconButton
from ui.theme.dates import DateField
from ui.theme.forms import Choice
from ui.theme.text import ElidedLabel
from ui.theme.theme import Theme

EARLIEST = date(1990, 1, 1)  # no shop's file goes further back
MONTHS = (6, 12, 24)
EVERYBODY = "all"


class DayCard(ReportCard):
    """The day as it ended, on A4 or on a slip."""

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        today = session.ask(lambda desk: desk.now().date())
        super().__init__(theme, session, tools)
        self.day = DateField(theme, tr("Day"))
        self.day.setLocale(session.formats.locale)
        self.day.setDisplayFormat(session.formats.day_pattern)
        self.day.setMinimumDate(_qdate(EARLIEST))
        self.show_today(today)
        self.day.setDate(_qdate(today))
        self.slip_button = Button(theme, tr("Slip"), icon="receipt")
        self.choices.addWidget(self.day)
        for button in (self.pdf_button, self.csv_button):  # what prints stands together
            self.buttons.removeWidget(button)
        for button in (self.slip_button, self.pdf_button, self.csv_button):
            self.buttons.addWidget(button)
        self.day.dateChanged.connect(lambda _day: self.chosen.emit())
        self.slip_button.clicked.connect(self._on_slip_pressed)

    def show_today(self, today: date) -> None:
        """No later day can be chosen."""
        self.day.setMaximumDate(_qdate(today))

    def choose(self, day: date) -> None:
        """Shows another day."""
        self.day.setDate(_qdate(day))

    def wish(self) -> date:
        day = self.day.date()
        return date(day.year(), day.month(), day.day())

    def _names(self) -> tuple[str, str, str]:
        return tr("Day end"), tr("What the day gave and took, by cashier and till, and whether it adds up."), "receipt"

    def _when(self, wish: date) -> str:
        return wish.isoformat()

    def _look(self, desk: Desk, wish: date) -> Look:
        formats, end = self.session.formats, desk.reports.day_end(wish)
        face = face_of_day(desk, end, formats)
        facts = (
            (tr("Paid"), formats.money(end.paid)),
            (tr("Points given"), formats.number(end.points.given)),
            (tr("Points used"), formats.number(end.points.used)),
            (tr("Sum of the points"), tr("adds up") if end.points.holds else tr("does not add up")),
        )
        return Look(facts, day_end_scene(face))

    def _document(self, desk: Desk, wish: date, _tell: Tell) -> Document:
        return day_end_scene(face_of_day(desk, desk.reports.day_end(wish), self.session.formats))

    def _csv(self, desk: Desk, wish: date, _tell: Tell) -> Iterator[str]:
        shape, currency = for_spreadsheet(active().language), desk.shop.programme.currency
        rows = (
            (harmless(whose), harmless(name), value.replace(".", shape.decimal) if isinstance(value, str) else value)
            for whose, name, value in day_figures(desk.reports.day_end(wish), currency)
        )
        return written((tr("Whose"), tr("Figure"), tr("Value")), rows, shape)

    # --- slips

    def _on_slip_pressed(self) -> None:
        """Straight to the slip printer where there is one, and else shown first."""
        wish, settings = self.wish(), read_slips(self.tools.preferences)
        formats, roll = self.session.formats, Roll.MM58 if settings.roll == "58" else Roll.MM80

        def shown(desk: Desk, _tell: Tell) -> Document:
            return day_slip_scene(face_of_day(desk, desk.reports.day_end(wish), formats), roll=roll)

        def printed(desk: Desk, _tell: Tell) -> None:
            printer = settings.printer()
            print_bytes(day_bytes(face_of_day(desk, desk.reports.day_end(wish), formats), printer), printer)

        if settings.is_direct:
            self._run(printed, lambda _none: self.told.emit(tr("Sent to the slip printer.")), self.slip_button)
        else:
            self._run(shown, self._on_document_made, self.slip_button)


class MonthCard(ReportCard):
    """The letter about a month; at first the one before this."""

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        self._last = month_of(session.ask(lambda desk: desk.now().date())).first
        self.month = month_of(self._last - timedelta(days=1)).first
        super().__init__(theme, session, tools)
        self._name = ElidedLabel("", "strong")
        self.earlier = IconButton(theme, "chevron-left", name=tr("The month before"))
        self.later = IconButton(theme, "chevron-right", name=tr("The month after"))
        row = QHBoxLayout()
        row.addWidget(self.earlier)
        row.addWidget(self._name, 1)
        row.addWidget(self.later)
        self.choices.addLayout(row)
        self.csv_button.hide()  # sentences are no table
        self.earlier.clicked.connect(lambda: self.choose(self.month - timedelta(days=1)))
        self.later.clicked.connect(lambda: self.choose(month_of(self.month).last + timedelta(days=1)))
        self._show_month()

    def show_today(self, today: date) -> None:
        """No later month can be chosen."""
        self._last = month_of(today).first
        self._show_month()

    def choose(self, day: date) -> None:
        """Shows another month."""
        self.month = min(max(month_of(day).first, EARLIEST), self._last)
        self._show_month()
        self.chosen.emit()

    def wish(self) -> date:
        return self.month

    def _show_month(self) -> None:
        self._name.setText(month_text(self.month))
        self.later.setEnabled(self.month < self._last)
        self.earlier.setEnabled(self.month > EARLIEST)

    def _names(self) -> tuple[str, str, str]:
        return tr("Month letter"), tr("How the month went, what it cost, who shone, what to do next."), "mail"

    def _when(self, wish: date) -> str:
        return f"{wish:%Y-%m}"

    def _look(self, desk: Desk, wish: date) -> Look:
        formats, letter = self.session.formats, desk.reports.month(wish)
        facts = (
            (tr("Paid"), formats.money(letter.now.paid)),
            (tr("Members here"), formats.number(letter.now.active)),
            (tr("New members"), formats.number(letter.now.joined)),
            (tr("Cost of the programme"), formats.money(letter.cost.cost.now or 0)),
        )
        return Look(facts, month_letter_scene(letter_face(letter, shop=shop_name(desk), formats=formats)))

    def _document(self, desk: Desk, wish: date, _tell: Tell) -> Document:
        face = letter_face(desk.reports.month(wish), shop=shop_name(desk), formats=self.session.formats)
        return month_letter_scene(face)


class BalancesCard(ReportCard):
    """The balances of everybody; when it was printed last is kept."""

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme, session, tools)
        orders = [(ListedBy.NAME.value, tr("By name")), (ListedBy.CARD.value, tr("By card number"))]
        self.by = Choice(tr("Order"), orders)
        spans = [(str(months), _here_within(months)) for months in MONTHS]
        self.months = Choice(tr("Who is on it"), [(EVERYBODY, tr("Everybody with a card")), *spans])
        for choice in (self.by, self.months):
            self.choices.addWidget(choice)
            choice.chosen.connect(lambda _key: self.chosen.emit())

    def show_today(self, today: date) -> None:
        """It is always of today."""

    def wish(self) -> BalanceWish:
        chosen = self.months.current()
        return BalanceWish(ListedBy(self.by.current()), None if chosen == EVERYBODY else int(chosen))

    def _names(self) -> tuple[str, str, str]:
        sentence = tr("What everybody can spend, on paper, for the day on which the computer is down.")
        return tr("Balance list"), sentence, "list"

    def _when(self, wish: BalanceWish) -> str:
        return self.session.ask(lambda desk: desk.now().date().isoformat())

    def _look(self, desk: Desk, wish: BalanceWish) -> Look:
        formats, printed, count = self.session.formats, desk.reports.last_printed(), desk.reports.holders(wish)
        face = balance_face(shop=shop_name(desk), at=desk.now(), formats=formats)
        first = islice(balance_rows(desk.reports.balances(wish), formats), ON_A_PAGE)
        pages = max(1, -(-count // ON_A_PAGE))
        facts = (
            (tr("Customers"), formats.number(count)),
            (tr("Pages, about"), formats.number(pages)),
            (tr("Printed last"), formats.day(printed.at.date()) if printed else tr("never")),
        )
        return Look(facts, balance_list_scene(face, first), pages)

    def _document(self, desk: Desk, wish: BalanceWish, tell: Tell) -> Document:
        formats = self.session.formats
        face = balance_face(shop=shop_name(desk), at=desk.now(), formats=formats)
        return balance_list_scene(face, balance_rows(_held(desk, wish, tell), formats))

    def _csv(self, desk: Desk, wish: BalanceWish, tell: Tell) -> Iterator[str]:
        return csv_text(_held(desk, wish, tell), for_spreadsheet(active().language))

    def _on_paper_made(self) -> None:
        self.session.do(lambda desk: desk.reports.keep_printed())


def _held(desk: Desk, wish: BalanceWish, tell: Tell) -> Iterator[Held]:
    return counted(desk.reports.balances(wish), desk.reports.holders(wish), tell)


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _here_within(months: int) -> str:
    return tr_n("Here in the last {n} month", "Here in the last {n} months", months).format(n=months)
