"""A transaction is all or nothing, a reading is one moment, and what is forgotten is nowhere in the file."""

import json
from pathlib import Path
from random import Random

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.customers import Profile
from loyaltydesk.model.refusals import FileBroken, FileInUse, UnknownCard
from loyaltydesk.store.file import open_store
from loyaltydesk.store.sqlite import driver
from tests.shop import PROGRAMME, Clock, buy, dump, join, refuses, store_of, undone


def test_inner_transactions_join_the_outer_one(filed: Desk, shop_file: Path, clock: Clock) -> None:
    other = Desk.open(shop_file, clock, alone=False)
    with filed.writing():
        join(filed)
        buy(filed, "", 100)
        assert other.customers.count() == 0
    assert other.customers.count() == 1
    assert other.till.today() == (1, 100)
    other.close()


def test_a_refusal_takes_all_of_a_transaction_back(desk: Desk) -> None:
    def several() -> None:
        with desk.writing():
            join(desk)
            buy(desk, "NOBODY", 100)

    with refuses(desk, UnknownCard):
        several()


def test_a_fault_of_ours_takes_all_of_a_transaction_back(desk: Desk) -> None:
    before = dump(store_of(desk).connection)
    with undone(store_of(desk)):
        join(desk)
    assert dump(store_of(desk).connection) == before


def test_nothing_is_recorded_outside_a_transaction(desk: Desk) -> None:
    with pytest.raises(AssertionError):
        store_of(desk).record([], desk.stamp())


def test_an_identity_taken_in_a_transaction_that_failed_is_not_used(tmp_path: Path, clock: Clock) -> None:
    Desk.create(tmp_path / "shop.db", PROGRAMME, clock).close()
    copied = tmp_path / "copied.db"
    copied.write_bytes((tmp_path / "shop.db").read_bytes())
    desk = Desk.open(copied, clock)
    with undone(store_of(desk)):
        join(desk)
    join(desk)
    rows = dump(store_of(desk).connection)
    assert rows["installation"][0][1] in {row[2] for row in rows["journal"]}
    assert desk.shop.faults() == []
    desk.close()


def test_a_reading_sees_one_moment(filed: Desk, shop_file: Path, clock: Clock) -> None:
    other = Desk.open(shop_file, clock, alone=False)
    store = store_of(other)
    with store.reading():
        assert other.till.today() == (0, 0)
        buy(filed, "", 100)
        assert other.till.today() == (0, 0)
    assert other.till.today() == (1, 100)
    other.close()


def test_a_check_is_not_misled_by_a_purchase_made_meanwhile(filed: Desk, shop_file: Path, clock: Clock) -> None:
    other = Desk.open(shop_file, clock, alone=False)
    for _number in range(1100):
        filed.cards.make(1)
    assert other.shop.faults(lambda _done, _whole: buy(filed, "", 100) and None) == []
    assert filed.till.today()[0] >= 1
    other.close()


def test_a_reading_within_a_transaction_sees_what_it_wrote(desk: Desk) -> None:
    store = store_of(desk)
    with store.writing(), store.reading():
        join(desk)
        assert desk.customers.count() == 1
    assert desk.customers.count() == 1


def test_the_version_tells_of_others_and_of_what_was_taken_back(filed: Desk, shop_file: Path, clock: Clock) -> None:
    other = open_store(shop_file, clock())
    versions = [other.version()]
    assert other.version() == versions[0]
    buy(filed, "", 100)
    versions.append(other.version())
    with undone(other):
        pass
    versions.append(other.version())
    assert len(set(versions)) == 3
    other.close()


def test_sqlites_complaints_become_refusals(filed: Desk, shop_file: Path) -> None:
    store = store_of(filed)
    with pytest.raises(FileBroken), store.asking():
        raise driver.DatabaseError("database disk image is malformed")
    other = driver.connect(str(shop_file), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    store.connection.execute("PRAGMA busy_timeout = 1")
    with pytest.raises(FileInUse), store.writing():
        pass
    other.close()


def test_a_file_is_not_settled_while_somebody_reads_what_the_log_would_replace(filed: Desk, shop_file: Path) -> None:
    reader = Desk.open(shop_file, filed.now, alone=False)
    with store_of(reader).reading():
        reader.customers.count()
        join(filed)
        store_of(filed).connection.execute("PRAGMA busy_timeout = 0")
        with pytest.raises(FileInUse):
            store_of(filed).settle()
    store_of(filed).settle()
    assert shop_file.with_name(f"{shop_file.name}-wal").stat().st_size == 0
    reader.close()


# --- forgetting

SECRETS = ("Qwertz", "qwertz", "20077777", "geheim")


def told(random: Random) -> dict[str, str]:
    """Everything a person can tell, some of it long enough for pages of its own."""
    text = "Qwertz geheim " * random.choice([1, 30])
    return {
        "phone": "+37120077777", "email": "qwertz@geheim.lv", "company": "Qwertz & Co", "tax_id": "geheim-1",
        "note": text, "consent": text, "name_day": "Qwertz", "language": "geheim",
    }  # fmt: skip


def left_in(path: Path, *words: str) -> list[str]:
    """The words that stand anywhere in a file or its write-ahead log."""
    log = path.with_name(path.name + "-wal")
    there = path.read_bytes() + (log.read_bytes() if log.exists() else b"")
    return [word for word in words if word.encode() in there]


def somebody(desk: Desk, random: Random) -> tuple[str, str, str]:
    """A person with everything there can be about one: id, card number, number of a card that had been blank."""
    person, card = join(desk, "Qwertz Geheim", **told(random))
    desk.customers.change(person, Profile(name="Geheim Qwertz", **told(random)))
    blank = desk.cards.make(1)[0]
    desk.cards.link(blank, person)
    buy(desk, blank, 1000)
    desk.once("key-1", lambda: (json.dumps({"name": "Qwertz"}), person))
    return person, card, blank


def test_no_byte_of_a_forgotten_person_is_left(filed: Desk, shop_file: Path) -> None:
    random = Random(1)
    person, *cards = somebody(filed, random)
    join(filed, "Jānis Bērziņš", note="x" * 400)
    store_of(filed).connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert left_in(shop_file, *SECRETS, *cards) == [*SECRETS, *cards]
    filed.customers.erase(person)
    assert left_in(shop_file, *SECRETS, *cards) == []
    assert left_in(shop_file, "Jānis") == ["Jānis"]


@pytest.mark.parametrize("seed", [3, 5, 6])
def test_no_byte_is_left_where_pages_were_split_either(tmp_path: Path, clock: Clock, seed: int) -> None:
    """In these crowds SQLite's own wiping misses somebody."""
    random = Random(seed)
    with Desk.making(tmp_path / "shop.db", PROGRAMME, clock, randbelow=random.randrange) as desk:
        people = crowd(desk, random)
        random.shuffle(people)
        assert desk.path is not None
        for person, name in people[:40]:
            desk.customers.erase(person)
            assert left_in(desk.path, name, name.lower()) == []
        assert desk.shop.faults() == []


def crowd(desk: Desk, random: Random) -> list[tuple[str, str]]:
    """Many people with a word each that is nobody else's: id and word."""
    people = []
    for _number in range(150):
        word = f"G{random.randrange(10**9):09d}"
        long = [random.choice(["", f"{word} " * 40]) for _ in range(2)]
        person, card = join(desk, f"{word} {word}x", email=f"{word}@x.lv", note=long[0], consent=long[1], company=word)
        people.append((person, word))
        if random.random() < 0.5:
            desk.customers.change(person, Profile(name=f"{word} N", email=f"{word}@y.lv"))
        if random.random() < 0.3:
            buy(desk, card, random.randrange(9000))
    return people


def test_the_answers_about_a_forgotten_person_say_nothing(filed: Desk) -> None:
    person, card = join(filed, "Qwertz Geheim")
    filed.once("key-1", lambda: (json.dumps({"ok": True, "card": card, "name": "Qwertz"}), person))
    filed.once("key-2", lambda: ('{"ok": true, "card": "another"}', None))
    filed.customers.erase(person)
    answers = {row[0]: json.loads(str(row[2])) for row in dump(store_of(filed).connection)["answers"]}
    assert answers == {"key-1": {"ok": True}, "key-2": {"ok": True, "card": "another"}}


def test_forgetting_within_a_keyed_request_wipes_the_file_too(filed: Desk, shop_file: Path) -> None:
    person, _card = join(filed, "Qwertz Geheim")

    def erase() -> tuple[str, str | None]:
        filed.customers.erase(person)
        return '{"ok": true}', None

    assert filed.once("key-1", erase) == '{"ok": true}'
    assert left_in(shop_file, "Qwertz", "qwertz") == []


def test_what_a_reader_holds_up_is_wiped_when_the_file_is_closed(shop_file: Path, clock: Clock) -> None:
    desk = Desk.open(shop_file, clock)
    person, _card = join(desk, "Qwertz Geheim")
    reader = driver.connect(str(shop_file), isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM customers").fetchone()
    store_of(desk).connection.execute("PRAGMA busy_timeout = 1")
    desk.customers.erase(person)
    assert desk.customers.count() == 0
    reader.close()
    desk.close()
    assert left_in(shop_file, "Qwertz", "qwertz") == []
