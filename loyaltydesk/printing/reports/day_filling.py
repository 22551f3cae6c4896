"""Fills the paper of a day with what the desk counted, in the language in use."""

from collections.abc import Callable
from datetime import datetime

from loyaltydesk.model.reports import Back, Bought, DayEnd, Promised, Share
from loyaltydesk.model.staff import Unusual
from loyaltydesk.printing.reports.day_end import DayFace, DayTable
from loyaltydesk.printing.reports.flow import Block, Pair, Title
from loyaltydesk.words import active, tr, tr_n
from loyaltydesk.words.formats import Formats
from loyaltydesk.words.reports import sum_text
from loyaltydesk.words.staff import unusual_detail, unusual_title

NameOf = Callable[[str], str]


def day_face(end: DayEnd, *, shop: str, printed: datetime, formats: Formats, name_of: NameOf) -> DayFace:
    """A day in words; `name_of` tells the name of a customer (an id), empty where nobody may know it."""
    filling = _Filling(end, formats)
    at = tr("Printed {day}, {time}").format(day=formats.day(printed.date()), time=f"{printed:%H:%M}")
    title = tr("Day end, {day}").format(day=formats.day(end.day))
    whole = end.points.holds
    said = tr("The points add up.") if whole else tr("The points do not add up. Prove the file in the settings.")
    return DayFace(
        Title(shop, title, at, active().language),
        (filling.points(), filling.sales(), filling.vouchers(), filling.people()),
        (sum_text(end.points, formats), said),
        whole,
        tuple(filling.tables()),
        (tr("Unusual"), tuple(filling.unusual(each, name_of) for each in end.unusual)),
        tr("Date, signature"),
    )


class _Filling:
    """One day in the making."""

    def __init__(self, end: DayEnd, formats: Formats) -> None:
        self._end, self._formats = end, formats

    def points(self) -> Block:
        """What people held, what moved, and what they hold."""
        points, rows = self._end.points, list[Pair]()
        rows.append((tr("Held before the day"), self._number(points.opening)))
        rows.append((tr("Given"), self._signed(points.given)))
        for name, moved in (
            (tr("Taken back with returns"), -points.taken_back),
            (tr("Used"), -points.used),
            (tr("Given back with returns"), points.given_back),
            (tr("Ended unused"), -points.expired),
            (tr("By hand, and of forgotten customers"), points.other),
        ):
            if moved:
                rows.append((name, self._signed(moved)))
        return Block(tr("Points"), tuple(rows), (tr("Held after the day"), self._number(points.closing)))

    def sales(self) -> Block:
        """What was paid and paid out."""
        end = self._end
        rows = [
            (self._bought(tr("Members"), end.members), self._formats.money(end.members.due)),
            (self._bought(tr("Without a card"), end.guests), self._formats.money(end.guests.due)),
        ]
        for name, back in ((tr("Returns"), end.returns), (tr("Voided"), end.voids)):
            if back.times:
                rows.append((self._back(name, back), self._formats.money(-back.refunded)))
        return Block(tr("Sales"), tuple(rows), (tr("Together"), self._formats.money(end.paid)))

    def vouchers(self) -> Block:
        """What was promised and kept."""
        end = self._end
        named = ((tr("Written out"), end.issued), (tr("Used"), end.used), (tr("Ended unused"), end.ended))
        rows = [(f"{name}: {self._number(each.vouchers)}", self._worth(each)) for name, each in named]
        return Block(tr("Vouchers"), tuple(rows))

    def people(self) -> Block:
        """Who came, who was greeted, what was given away."""
        end, money = self._end, self._formats.money
        rows = [
            (tr("New customers"), self._number(end.joined)),
            (tr("Greetings given"), self._number(end.greetings)),
        ]
        rows += [(tr("Donated: {cause}").format(cause=cause), money(given)) for cause, _times, given in end.donated]
        return Block(tr("People"), tuple(rows))

    def tables(self) -> list[DayTable]:
        """By cashier and by till, where anybody did anything."""
        end = self._end
        found = ((tr("By cashier"), tr("Cashier"), end.cashiers), (tr("By till"), tr("Till"), end.tills))
        return [self._table(title, head, shares=shares) for title, head, shares in found if shares]

    def unusual(self, found: Unusual, name_of: NameOf) -> Pair:
        """A thing to look at, and what it means."""
        whom = name_of(found.customer) if found.customer else ""
        return unusual_title(found, self._formats), unusual_detail(found, self._formats, customer=whom)

    # --- inside

    def _table(self, title: str, head: str, *, shares: tuple[Share, ...]) -> DayTable:
        heads = (
            head, tr("Purchases"), tr("Paid"), tr("Brought back"), tr("Points given"), tr("Points used"),
            tr("New customers"),
        )  # fmt: skip
        rows = tuple(self._row(share) for share in shares)
        short = tuple(
            (f"{row[0]} · {row[1]}", self._formats.money(each.paid)) for row, each in zip(rows, shares, strict=True)
        )
        return DayTable(title, heads, rows, short)

    def _row(self, share: Share) -> tuple[str, ...]:
        number = self._number
        return (
            share.name or tr("Nobody by name"),
            number(share.bought.purchases),
            self._formats.money(share.paid),
            number(share.back.times),
            number(share.given),
            number(share.used),
            number(share.joined),
        )

    def _bought(self, name: str, bought: Bought) -> str:
        text = tr_n("{name}: {n} purchase", "{name}: {n} purchases", bought.purchases)
        return text.format(name=name, n=self._number(bought.purchases))

    def _back(self, name: str, back: Back) -> str:
        return f"{name}: {self._number(back.times)}"

    def _worth(self, promised: Promised) -> str:
        """What vouchers are worth, as far as it is known."""
        if not promised.vouchers:
            return ""
        if promised.unpriced == promised.vouchers and not promised.worth:
            return tr("worth unknown")
        money = self._formats.money(promised.worth)
        return tr("{sum} and more").format(sum=money) if promised.unpriced else money

    def _number(self, number: int) -> str:
        return self._formats.number(number)

    def _signed(self, number: int) -> str:
        sign = "+" if number > 0 else "−" if number < 0 else ""
        return f"{sign}{self._number(abs(number))}"
