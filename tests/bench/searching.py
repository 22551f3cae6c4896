"""Search as somebody types, among all customers of the large shop, against one bare range of one B-tree.

The bare range brings as many keys as the search found customers, with the columns of the customers it has to show. The
indented lines are against the range alone, which shows nobody anything.
"""

import random
from collections.abc import Callable, Iterator

from loyaltydesk.desk import Desk
from loyaltydesk.model.customers import Profile
from loyaltydesk.model.folding import folded_words
from loyaltydesk.store.columns import CUSTOMER
from loyaltydesk.store.search_keys import LAST
from loyaltydesk.store.sqlite import Connection, connect
from tests.bench.filling import NOW, Filled, profile
from tests.bench.measuring import Call, Row, in_turn
from tests.shop import Clock

LIMIT = 2.0
SHOWN = f"SELECT {CUSTOMER} FROM search s JOIN customers c ON c.id = s.customer WHERE s.key >= ? AND s.key < ?"
ALONE = "SELECT key, customer FROM search WHERE key >= ? AND key < ?"

Typed = Callable[[Profile], tuple[str, str]]
"""What is typed for a person, and the key of the index it comes down to."""

KINDS: dict[str, Typed] = {
    "two letters": lambda person: _same(_words(person)[0][:2]),
    "surname": lambda person: _same(_words(person)[1]),
    "first name and three letters": lambda person: _same(f"{_words(person)[0]} {_words(person)[1][:3]}"),
    "start of the phone number": lambda person: _same(person.phone[3:8]),
    "last four digits": lambda person: (person.phone[-4:], "~" + person.phone[:-5:-1]),
    "nobody": lambda person: _same("zzq" + _words(person)[1][:2]),
}


def searches(filled: Filled, times: int) -> list[Row]:
    """Two lines for each kind of search, from `times` searches each."""
    desk, bare = Desk.open(filled.path, Clock(NOW), check=False), connect(filled.path)
    chance = random.Random(7)
    people = [profile(chance.randrange(filled.customers)) for _turn in range(times * 2)]
    rows = [row for name, typed in KINDS.items() for row in _kind(name, list(map(typed, people)), desk, bare)]
    desk.close()
    bare.close()
    return rows


def _kind(name: str, typed: list[tuple[str, str]], desk: Desk, bare: Connection) -> Iterator[Row]:
    """Ours and the bare ranges look for different people, so that none finds what the other has just read."""
    half = len(typed) // 2
    found = [len(desk.customers.find(text)) for text, _key in typed]
    ours = [_call(desk.customers.find, text) for text, _key in typed[:half]]
    bounds = [(key, key + LAST, found[place]) for place, (_text, key) in enumerate(typed)][half:]
    took, shown, alone = in_turn(ours, *([_range(bare, sql, bound) for bound in bounds] for sql in (SHOWN, ALONE)))
    yield Row(f"search by {name} / a bare range and its customers", took, shown, LIMIT)
    yield Row(f"  by {name} / the bare range alone", took, alone)


def _same(text: str) -> tuple[str, str]:
    return text, text


def _words(person: Profile) -> tuple[str, ...]:
    return folded_words(person.name)


def _call(do: Callable[[str], object], text: str) -> Call:
    return lambda: do(text)


def _range(connection: Connection, sql: str, bound: tuple[str, str, int]) -> Call:
    start, end, rows = bound
    limited = f"{sql} LIMIT {rows}"  # as a parameter it would have SQLite plan anew each time
    return lambda: connection.execute(limited, (start, end)).fetchall()
