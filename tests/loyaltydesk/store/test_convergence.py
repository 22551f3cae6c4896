"""Two tills that cannot see each other for a while: whatever order their facts come in, the tables are the same."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from random import Random

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.cards import CardRole
from loyaltydesk.model.customers import Profile
from loyaltydesk.model.facts import CustomerErased, Recorded
from loyaltydesk.model.greetings import Outcome, State
from loyaltydesk.model.prompts import PromptKind
from loyaltydesk.model.purchases import Asked, Basket, Line, RewardWish
from loyaltydesk.model.refusals import Refused
from loyaltydesk.model.voices import VoiceKind, VoiceOutcome
from loyaltydesk.store.checking import faults
from loyaltydesk.store.file import memory_store
from loyaltydesk.store.store import Store
from loyaltydesk.store.tables import Tables
from tests.shop import PROGRAMME, Clock, buy, dump, join, store_of

Row = tuple[object, ...]


@dataclass
class Fleet:
    """Some tills of one shop, each with a file of its own, and what each of them has heard of the others."""

    clock: Clock
    random: Random
    tills: list[Desk] = field(default_factory=list)
    needs: dict[bytes, frozenset[bytes]] = field(default_factory=dict)  # fact: all that its till knew then

    def add(self) -> Desk:
        """One more till, which knows nothing yet."""
        store = Store(memory_store().connection, None, self.random.randrange)
        desk = Desk(store, self.clock, self.random.randrange)
        self.tills.append(desk)
        return desk

    def meet(self) -> None:
        """Everybody hears everything."""
        for one in self.tills:
            for other in self.tills:
                if one is not other:
                    for row in self.new_rows(store_of(other), store_of(one)):
                        receive(store_of(one), row)

    def new_rows(self, source: Store, target: Store) -> list[Row]:
        """What one till has and another has not."""
        known = {row[0] for row in target.connection.execute("SELECT id FROM journal")}
        return [row for row in journal_rows(source) if row[0] not in known]

    def note(self, desk: Desk, before: set[bytes]) -> None:
        """Remembers what a till knew when it wrote its newest facts."""
        seen = set(before)
        for row in journal_rows(store_of(desk)):
            if row[0] not in before:
                self.needs[_id(row)] = frozenset(seen)
                seen.add(_id(row))

    def all_rows(self) -> dict[bytes, Row]:
        """Every fact of every till."""
        return {_id(row): row for desk in self.tills for row in journal_rows(store_of(desk))}


def _id(row: Row) -> bytes:
    assert isinstance(row[0], bytes)
    return row[0]


COLUMNS = "id, origin, seq, lamport, at, kind, customer, staff, till, key, payload, personal, salt, digest, hash"


def journal_rows(store: Store) -> list[Row]:
    return store.connection.execute(f"SELECT {COLUMNS} FROM journal ORDER BY arrival").fetchall()


def receive(store: Store, row: Row) -> None:
    """Takes in a fact of another till, the way a journal will be filled from outside: the row, its head, the tables."""
    with store.writing():
        store.connection.execute(f"INSERT INTO journal ({COLUMNS}) VALUES ({', '.join('?' * 15)})", row)
        store.connection.execute(
            "INSERT INTO heads VALUES (?, ?, ?, ?, ?) ON CONFLICT (origin) DO UPDATE SET seq = excluded.seq, "
            "lamport = excluded.lamport, id = excluded.id, hash = excluded.hash",
            (row[1], row[2], row[3], row[0], row[14]),
        )
        store.tables.apply(recorded(store, row))


def recorded(store: Store, row: Row) -> Recorded:
    digits = _id(row).hex()
    found = store.journal.fact(digits)
    assert found is not None
    return found


def orders(fleet: Fleet, random: Random, count: int) -> Iterator[list[Row]]:
    """Some of the orders in which facts can arrive: after what their till knew when it wrote them."""
    rows = fleet.all_rows()
    for _ in range(count):
        waiting, order, there = set(rows), [], set[bytes]()
        while waiting:
            ready = sorted(fact for fact in waiting if fleet.needs[fact] <= there)
            fact = random.choice(ready)
            waiting.discard(fact)
            there.add(fact)
            order.append(rows[fact])
        yield order


def derived(order: list[Row]) -> dict[str, list[Row]]:
    """The tables of a new file that hears facts in this order, which must also be whole."""
    store = memory_store()
    for row in order:
        receive(store, row)
    assert faults(store) == []
    tables = dump(store.connection)
    store.close()
    return {name: tables[name] for name in Tables.NAMES}


def check(fleet: Fleet, random: Random, count: int = 4) -> None:
    one, *others = [derived(order) for order in orders(fleet, random, count)]
    for other in others:
        for name in Tables.NAMES:
            assert one[name] == other[name], name


class Day:
    """A day of work at one till: whatever can be done there, refused or not."""

    def __init__(self, fleet: Fleet, desk: Desk, random: Random) -> None:
        self._fleet, self._desk, self._random = fleet, desk, random
        self._acts: dict[Callable[[], object], int] = {
            self._join: 2, self._buy: 6, self._guest: 2, self._redeem: 3, self._reward: 3, self._use_voucher: 4,
            self._turn_voucher: 4, self._bring_back: 5, self._void: 2, self._attach: 6, self._adjust: 2,
            self._expire: 2, self._edit: 3, self._card: 2, self._link: 4, self._block: 1, self._erase: 1,
            self._floor: 1, self._programme: 1, self._said: 2,
            self._voice: 3, self._greet: 3, self._call: 2, self._wish: 1,
        }  # fmt: skip

    def act(self) -> None:
        """Does something by chance."""
        (chosen,) = self._random.choices(list(self._acts), list(self._acts.values()))
        with suppress(Refused):
            self.do(chosen)

    def do(self, act: Callable[[], object]) -> None:
        """Does something and remembers what this till knew then."""
        before = {_id(row) for row in journal_rows(store_of(self._desk))}
        try:
            act()
        finally:
            self._fleet.note(self._desk, before)

    def prepare(self) -> None:
        """Has something there for everybody to quarrel about."""
        for name in ("Anna", "Jānis"):
            customer, card = join(self._desk, name)
            self._desk.customers.adjust(customer, 600, reason="To begin with")
            for reward in ("coffee", "coffee", "coffee"):
                self._desk.rewards.redeem(reward, card=card)
            buy(self._desk, card, 4000)
        for _ in range(3):
            self._guest()
        self._desk.cards.make(2)

    def _one(self, sql: str) -> str:
        """A value by chance out of the till's own tables; a name that means nothing when there is none."""
        found = sorted(row[0] for row in store_of(self._desk).connection.execute(sql))
        value = self._random.choice(found) if found else "0000"
        return value.hex() if isinstance(value, bytes) else str(value)

    def _card_number(self) -> str:
        return self._one("SELECT number FROM cards WHERE customer IN (SELECT id FROM customers WHERE erased = 0)")

    def _customer(self) -> str:
        return self._desk.customers.get(self._one("SELECT id FROM customers WHERE erased = 0")).id

    def _join(self) -> object:
        number = self._random.choice(["", "", "SHARED-1", "SHARED-2"])
        return join(self._desk, self._random.choice(["Anna", "Jānis", "Пётр"]), card=number)

    def _buy(self) -> object:
        return self._desk.till.record(
            Basket((Line(self._random.randrange(100, 20000), sku="COFFEE"),), card=self._card_number())
        )

    def _guest(self) -> object:
        return self._desk.till.record(Basket((Line(self._random.randrange(100, 9000)),)))

    def _redeem(self) -> object:
        return self._desk.rewards.redeem(self._random.choice(["coffee", "five"]), card=self._card_number())

    def _reward(self) -> object:
        wish = RewardWish("coffee")
        points = self._random.choice([0, 100])
        basket = Basket((Line(900, 3, "COFFEE"),), card=self._card_number(), rewards=(wish,), redeem_points=points)
        return self._desk.till.record(basket)

    def _use_voucher(self) -> object:
        voucher = self._desk.rewards.voucher(self._one("SELECT code FROM vouchers WHERE state = 'open'"))
        basket = Basket((Line(1000),), customer=voucher.customer, vouchers=(voucher.code,))
        return self._desk.till.record(basket)

    def _turn_voucher(self) -> object:
        rewards = self._desk.rewards
        act = self._random.choice([rewards.use, rewards.cancel, rewards.reprint])
        return act(self._one("SELECT code FROM vouchers WHERE state = 'open'"))

    def _bring_back(self) -> object:
        bought = self._desk.till.purchase(self._one("SELECT id FROM purchases"))
        asked = self._random.choice([Asked(), Asked(amount=self._random.randrange(1, 3000))])
        return self._desk.till.bring_back(bought, asked)

    def _void(self) -> object:
        bought = self._desk.till.purchase(self._one("SELECT id FROM purchases"))
        return self._desk.till.bring_back(bought, Asked(voids=True))

    def _attach(self) -> object:
        bought = self._desk.till.purchase(self._one("SELECT id FROM purchases WHERE customer IS NULL"))
        return self._desk.till.attach(bought, customer=self._customer())

    def _adjust(self) -> object:
        return self._desk.customers.adjust(self._customer(), self._random.randrange(-40, 90), reason="By chance")

    def _expire(self) -> object:
        return self._desk.upkeep.day()

    def _edit(self) -> object:
        name = self._random.choice(["Anna Berzina", "Olga", "Ян"])
        return self._desk.customers.change(self._customer(), Profile(name=name, email="a@b.lv"))

    def _card(self) -> object:
        cards = self._desk.cards
        acts: list[Callable[[str], object]] = [
            cards.block, cards.unblock, cards.unblock, lambda number: cards.replace(number, ""),
            lambda number: cards.give_role(number, self._random.choice(list(CardRole))),
        ]  # fmt: skip
        return self._random.choice(acts)(self._card_number())

    def _link(self) -> object:
        number = self._one("SELECT number FROM cards WHERE customer IS NULL")
        return self._desk.cards.link(number if number != "0000" else self._desk.cards.make(1)[0], self._customer())

    def _block(self) -> object:
        return self._desk.customers.block(self._customer(), blocked=self._random.choice([True, False, False]))

    def _said(self) -> object:
        return self._desk.customers.said(self._customer(), self._random.choice(list(PromptKind)))

    def _voice(self) -> object:
        """Somebody says something, gets an answer, or hears it."""
        voices = self._desk.voices
        open_, who = voices.open(), self._random.choice([self._customer(), self._customer(), ""])
        told = voices.to_tell(who) if who else []
        if told and self._random.random() < 0.5:
            return voices.told(told[0].id)
        if open_ and self._random.random() < 0.6:
            outcome = self._random.choice([VoiceOutcome.TAKEN_UP, VoiceOutcome.DECLINED])
            return voices.answer(self._random.choice(open_).id, "We have it now.", outcome=outcome)
        return voices.note(who, "Oat milk, please", kind=self._random.choice(list(VoiceKind)))

    def _greet(self) -> object:
        greeting = f"{self._random.choice(['birthday', 'easter'])}/2026/{self._customer()}"
        return self._desk.greetings.keep_state([greeting], self._random.choice(list(State)), note="Is on a journey")

    def _call(self) -> object:
        outcome = self._random.choice(list(Outcome))
        return self._desk.greetings.called(f"birthday/2026/{self._customer()}", outcome, note="Tomorrow")

    def _wish(self) -> object:
        return self._desk.greetings.want(self._customer(), wishes=self._random.choice([True, False]))

    def _floor(self) -> object:
        return self._desk.upkeep.set_floor(self._customer(), self._random.choice(["Gold", None]))

    def _erase(self) -> None:
        """Forgets in the tables only: what the journal kept stays, so that it can be heard in any order."""
        store, customer = store_of(self._desk), self._customer()
        with store.writing():
            store.record([CustomerErased(id=store.ids(self._fleet.clock())(), customer=customer)], self._desk.stamp())

    def _programme(self) -> object:
        points = self._random.choice([1, 2])
        return self._desk.shop.load_programme(PROGRAMME.replace("points = 1\n", f"points = {points}\n"))


@contextmanager
def two_tills(clock: Clock, random: Random) -> Iterator[Fleet]:
    """Two tills that know one programme, until they close."""
    fleet = Fleet(clock, random)
    first, _second = fleet.add(), fleet.add()
    first.shop.load_programme(PROGRAMME)
    fleet.note(first, set())
    fleet.meet()
    try:
        yield fleet
    finally:
        for desk in fleet.tills:
            desk.close()


def live(fleet: Fleet, kind: type[Day], meetings: int) -> None:
    """Does by chance what such a day brings, at any till; its facts come to the same each time before they meet."""
    random = fleet.random
    for _meeting in range(meetings):
        day = kind(fleet, fleet.tills[0], random)
        day.do(day.prepare)
        fleet.meet()
        for _act in range(40):
            fleet.clock.forward(hours=random.choice([-9, 0, 0, 1, 1, 24, 24, 24, 200]))
            kind(fleet, random.choice(fleet.tills), random).act()
        check(fleet, random)
        fleet.meet()
    for desk in fleet.tills:
        assert desk.shop.faults() == []


@pytest.mark.parametrize("number", range(12))  # chance is the same for the same number
def test_facts_of_two_tills_come_to_the_same_in_any_order(clock: Clock, number: int) -> None:
    with two_tills(clock, Random(number)) as fleet:
        live(fleet, Day, 3)
