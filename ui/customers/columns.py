"""The columns of the tables about customers."""

from collections.abc import Callable
from datetime import date, datetime

from loyaltydesk.model.cards import Card, CardRole
from loyaltydesk.model.customers import Customer
from loyaltydesk.model.pledges import Pledge
from loyaltydesk.model.purchases import Entry, Voucher
from loyaltydesk.model.voices import Voice
from loyaltydesk.words import tr, trc
from loyaltydesk.words.pledges import PLEDGES
from loyaltydesk.words.reasons import entry_text, left_text
from loyaltydesk.words.voices import KINDS
from ui.customers.chips import ROLES, blocked_chip, card_chip, pledge_chip, voice_chip, voucher_chip
from ui.seams.formats import QtFormats
from ui.seams.people import grouped, shown_name
from ui.seams.session import Session
from ui.seams.tables import Chip, Column

NOTHING = "–"
LONG_DAY = date(2026, 9, 28)
LONG_SUM = 88_888_88


def customer_columns(session: Session, tier_of: Callable[[Customer], Chip | None]) -> tuple[Column[Customer], ...]:
    """The list of all customers: who they are, then how they stand."""

    def formats() -> QtFormats:
        return session.formats

    return (
        Column(tr("Name"), shown_name, chip=blocked_chip),
        Column(tr("Phone"), lambda c: c.profile.phone, room="+371 20 000 0000", muted=True),
        Column(tr("Points"), lambda c: formats().number(c.account.balance), room="8,888,888", right=True),
        Column(tr("Tier"), lambda _c: "", chip=tier_of, room="Platinum"),
        Column(tr("Visits"), lambda c: formats().number(c.account.visits), room="8,888", right=True, muted=True),
        Column(tr("Last visit"), lambda c: _day(formats(), c.account.last_visit), room=_long_day(session)),
        Column(tr("Spent"), lambda c: formats().money(c.account.spend), room=formats().money(LONG_SUM), right=True),
        Column(tr("Joined"), lambda c: formats().day(c.registered.date()), room=_long_day(session), muted=True),
    )


def card_columns(session: Session, holder_of: Callable[[Card], str] = lambda _card: "") -> tuple[Column[Card], ...]:
    """The cards of one customer, with who carries each card of a company."""
    return (
        Column(tr("Card number"), lambda card: _held(_card(card), holder_of(card))),
        Column(tr("State"), lambda _card: "", chip=card_chip, room="Replaced"),
        Column(tr("What it may do"), lambda card: tr(ROLES[card.role]), room=tr(ROLES[CardRole.FULL])),
        Column(tr("Made"), lambda card: _day(session.formats, card.issued), room=_long_day(session), muted=True),
        Column(tr("Replaced by"), lambda card: grouped(card.replaced_by), room="2600 0000 0001 7", muted=True),
    )


def entry_columns(session: Session) -> tuple[Column[Entry], ...]:
    """The statement: what came and went, and the balance after it."""
    formats = session.formats
    return (
        Column(tr("Day"), lambda entry: session.formats.day(entry.at.date()), room=_long_day(session)),
        Column(tr("What"), lambda entry: entry_text(entry.kind)),
        Column(tr("Points"), lambda entry: session.formats.signed(entry.points), room="+8,888,888", right=True),
        Column(tr("Balance"), lambda entry: session.formats.number(entry.balance), room="8,888,888", right=True),
        Column(tr("Receipt"), lambda entry: entry.receipt or NOTHING, room="260928-888", muted=True),
        Column(
            trc("points or voucher", "Ends on"),
            lambda entry: _day(session.formats, entry.last_day),
            room=formats.day(LONG_DAY),
            muted=True,
        ),
    )


def voucher_columns(session: Session, today: Callable[[], date]) -> tuple[Column[Voucher], ...]:
    """The vouchers of one customer."""
    return (
        Column(tr("Voucher"), lambda voucher: _voucher(voucher, session.formats)),
        Column(tr("State"), lambda _voucher: "", chip=lambda v: voucher_chip(v, today()), room="Printed again"),
        Column(tr("Code"), lambda voucher: grouped(voucher.code), room="VWKM-9QXM-MWQW", muted=True),
        Column(tr("Written out"), lambda v: _day(session.formats, v.issued), room=_long_day(session), muted=True),
        Column(
            trc("points or voucher", "Ends on"), lambda v: _day(session.formats, v.last_day), room=_long_day(session)
        ),
    )


def voice_columns(session: Session) -> tuple[Column[Voice], ...]:
    """What one customer said."""
    return (
        Column(tr("What they said"), lambda voice: voice.text),
        Column(tr("Kind"), lambda voice: tr(KINDS[voice.kind]), room="Suggestion", muted=True),
        Column(tr("State"), lambda _voice: "", chip=voice_chip, room="To be answered"),
        Column(tr("Day"), lambda voice: _day(session.formats, voice.at), room=_long_day(session), muted=True),
    )


def pledge_columns(session: Session, today: Callable[[], date]) -> tuple[Column[Pledge], ...]:
    """What one customer was promised."""
    return (
        Column(tr("What is promised"), lambda pledge: pledge.text),
        Column(tr("Kind"), lambda pledge: tr(PLEDGES[pledge.kind]), room="Warranty", muted=True),
        Column(tr("State"), lambda _pledge: "", chip=lambda p: pledge_chip(p, today()), room="To be kept"),
        Column(tr("Last day"), lambda pledge: _day(session.formats, pledge.until), room=_long_day(session)),
    )


def _card(card: Card) -> str:
    number = grouped(card.number)
    return tr("{number} (printed: {printed})").format(number=number, printed=card.printed) if card.printed else number


def _held(number: str, holder: str) -> str:
    return tr("{number} · {name}").format(number=number, name=holder) if holder else number


def _voucher(voucher: Voucher, formats: QtFormats) -> str:
    left = left_text(voucher, formats)
    return tr("{voucher}: {left}").format(voucher=voucher.name, left=left) if left else voucher.name


def _day(formats: QtFormats, day: date | datetime | None) -> str:
    if day is None:
        return NOTHING
    return formats.day(day.date() if isinstance(day, datetime) else day)


def _long_day(session: Session) -> str:
    return session.formats.day(LONG_DAY)
