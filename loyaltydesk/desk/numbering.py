"""New numbers for cards, as the shop's scheme has them: drawn at random, or the next in a row."""

from collections.abc import Callable, Iterable

from msgspec.structs import replace

from loyaltydesk.model.cards import checked_number
from loyaltydesk.model.facts import CardIssued, Fact, RecordSaved
from loyaltydesk.model.numbers import Numbering, NumberKind
from loyaltydesk.model.refusals import BadCardNumber, BadRequest
from loyaltydesk.store.store import Store

KIND, SCHEME = "numbers", "scheme"  # where the scheme is kept; what a row has reached stands beside it
LAST = "last"
MOST_TRIES = 300  # when so many drawn numbers are taken there are hardly any others


def numbering_of(store: Store) -> Numbering:
    """How the shop numbers its cards now; the prefix of an EAN-13 is one of the shop's settings."""
    kept, shop = store.records.fields(KIND, SCHEME), store.records.fields("shop", "shop")
    usual = Numbering()
    kind, length = str(kept.get("kind", usual.kind)), kept.get("length")
    return Numbering(
        NumberKind(kind) if kind in list(NumberKind) else usual.kind,
        str(shop.get("card_prefix", usual.prefix)),
        str(kept.get("text_prefix", usual.text_prefix)),
        length if isinstance(length, int) else usual.length,
        bool(kept.get("running", usual.running)),
        str(kept.get("scale", usual.scale)),
    )


def checked_new(store: Store, code: str) -> str:
    """`code` as the number of a card that nobody knows yet; one that looks like ours must have our check digit.

    Raises BadCardNumber.
    """
    number, scheme = checked_number(code), numbering_of(store)
    if scheme.looks_own(number) and scheme.place(number) is None:
        raise BadCardNumber(number, "check_digit")
    return number


def in_our_bars(store: Store, facts: Iterable[Fact]) -> list[Fact]:
    """The same facts, where new cards with numbers of ours bear the bars that the scheme asks for."""
    scheme = numbering_of(store)
    return [
        replace(fact, symbology=scheme.symbology.value)
        if isinstance(fact, CardIssued) and fact.number and scheme.place(fact.number) is not None
        else fact
        for fact in facts
    ]


class NewNumbers:
    """Numbers for one action, each of which no card has; `fact` tells what is to be remembered of them, if anything."""

    def __init__(self, store: Store, randbelow: Callable[[int], int]) -> None:
        self.scheme = numbering_of(store)
        self._store = store
        self._randbelow = randbelow
        self._given: set[str] = set()
        self._next = self._reached() + 1 if self.scheme.running else 0

    def new(self) -> str:
        """The next one. Raises BadRequest when there is none left."""
        number = self._following() if self.scheme.running else self._drawn()
        self._given.add(number)
        return number

    def fact(self, new_id: Callable[[], str]) -> RecordSaved | None:
        """What the next action has to know: how far a row has come, for a number is not given twice, even to those who
        come after somebody that was forgotten.
        """
        if not self.scheme.running or not self._given:
            return None
        return RecordSaved(id=new_id(), kind=KIND, record=self._row(), fields={LAST: self._next - 1})

    def _following(self) -> str:
        while self._next < self.scheme.count:
            number = self.scheme.number(self._next)
            self._next += 1
            if not self._taken(number):
                return number
        raise BadRequest("numbers", "numbers_used_up")

    def _drawn(self) -> str:
        for _ in range(MOST_TRIES):
            number = self.scheme.number(self._randbelow(self.scheme.count))
            if not self._taken(number):
                return number
        raise BadRequest("numbers", "numbers_used_up")

    def _taken(self, number: str) -> bool:
        return number in self._given or self._store.customers.by_card(number) is not None

    def _reached(self) -> int:
        """The last place of the row that was given; none yet is 0, for no shop begins to count at nought."""
        return int(self._store.records.fields(KIND, self._row()).get(LAST, 0))

    def _row(self) -> str:
        return f"{self.scheme.start}/{self.scheme.free}"
