"""Imports: what becomes of each row, all of it in one transaction, and nothing before it is confirmed."""

import tempfile
from datetime import date, datetime
from pathlib import Path

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.imports import Choices, ImportRow, OnTwin, TwinKind, Verdict
from loyaltydesk.model.refusals import BadCardNumber, BadRequest, DiskFull, DuplicateCard
from loyaltydesk.model.shop import ShopSettings
from loyaltydesk.model.staff import Incident
from tests.disk import small_disk
from tests.hostile import HOSTILE
from tests.shop import Clock, dump, join, store_of

UNTIL = date(2026, 12, 31)


@pytest.fixture(autouse=True)
def latvian(desk: Desk) -> None:
    desk.shop.save_settings(ShopSettings(region="LV"))


def anna(number: int = 2, *, card: str = "", points: int = 0, until: date | None = None, **told: str) -> ImportRow:
    return ImportRow(number, {"name": "Anna Ozola", **told}, card=card, points=points, until=until)


def take(desk: Desk, *rows: ImportRow, choices: Choices | None = None) -> str:
    with desk.imports.check(rows, choices) as draft:
        return desk.imports.take(draft, file="people.csv").id


def verdicts(desk: Desk, *rows: ImportRow, choices: Choices | None = None) -> list[Verdict]:
    with desk.imports.check(rows, choices) as draft:
        return [checked.verdict for checked in draft.page()]


def test_somebody_new_has_the_card_and_a_dated_lot(desk: Desk) -> None:
    take(desk, anna(card="OLD-1", points=120, until=UNTIL, phone="20012345", birth_date="1990-02-03"))
    seen = desk.customers.scan("OLD-1")
    assert (seen.balance, seen.customer.profile.phone) == (120, "+37120012345")
    (lot,) = desk.customers.statement(seen.customer.id).lots
    assert (lot.points, lot.last_day) == (120, UNTIL)


def test_points_without_an_end_end_as_the_programme_says(desk: Desk) -> None:
    take(desk, anna(card="OLD-1", points=5), ImportRow(3, {"name": "Jan"}, "OLD-2", points=7, since=date(2026, 1, 31)))
    ends = [
        desk.customers.statement(desk.customers.scan(card).customer.id).lots[0].last_day for card in ("OLD-1", "OLD-2")
    ]
    assert ends == [date(2027, 3, 14), date(2027, 1, 31)]


def test_tier_and_first_day_come_along(desk: Desk) -> None:
    take(desk, ImportRow(2, {"name": "Anna"}, "OLD-1", tier="gold", joined=date(2019, 5, 6)))
    seen = desk.customers.scan("OLD-1")
    assert (seen.tier, seen.customer.registered.date()) == ("Gold", date(2019, 5, 6))


def test_who_has_no_card_gets_a_number_of_ours_unless_that_is_not_wanted(desk: Desk) -> None:
    take(desk, anna(email="a@example.org"))
    take(desk, anna(name="Jan Nowak"), choices=Choices(new_numbers=False))
    (one,), (other,) = desk.customers.find("ozola"), desk.customers.find("nowak")
    assert desk.customers.card_number(one.id).startswith("26")
    assert desk.customers.card_number(other.id) == ""


def test_a_blank_card_is_taken_up(desk: Desk) -> None:
    (number,) = desk.cards.make(1)
    take(desk, anna(card=number))
    assert desk.customers.scan(number).customer.profile.name == "Anna Ozola"


def test_where_there_is_no_room_to_look_at_a_table_that_is_said(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with small_disk(tmp_path / "passing", "256k") as place:
        monkeypatch.setattr(tempfile, "tempdir", str(place))
        rows = (ImportRow(number, {"name": "Anna"}, cells=("x" * 50_000,)) for number in range(1000))
        with pytest.raises(DiskFull):
            desk.imports.check(rows)
        assert list(place.iterdir()) == []


def test_nothing_is_written_by_looking(desk: Desk) -> None:
    before = dump(store_of(desk).connection)
    verdicts(desk, anna(card="OLD-1"), anna(3, card="OLD-1"))
    assert dump(store_of(desk).connection) == before


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (ImportRow(2, {"note": "regular"}), "import_nobody"),
        (anna(phone="12"), "phone_unreadable"),
        (anna(email="anna"), "email_unreadable"),
        (anna(birth_date="2026-03-15"), "date_unreadable"),
        (ImportRow(2, {"name": "Anna"}, tier="Platinum"), "unknown_tier"),
        (anna(points=10**9 + 1), "points_too_many"),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(desk: Desk, row: ImportRow, reason: str) -> None:
    with desk.imports.check([row]) as draft:
        (checked,) = draft.rows(Verdict.REFUSED)
        assert isinstance(checked.row.refused, BadRequest)
        assert checked.row.refused.reason == reason
        with pytest.raises(BadRequest):
            desk.imports.take(draft)


def test_a_card_number_with_a_wrong_check_digit_is_refused(desk: Desk) -> None:
    with desk.imports.check([anna(card="2000000000001")]) as draft:
        (checked,) = draft.rows(Verdict.REFUSED)
        assert checked.row.refused == BadCardNumber("2000000000001", "check_digit") or isinstance(
            checked.row.refused, BadCardNumber
        )


# --- twins


@pytest.mark.parametrize(
    ("kind", "row"),
    [
        (TwinKind.CARD, anna(card="OLD-1")),
        (TwinKind.PHONE, anna(phone="+371 20012345")),
        (TwinKind.EMAIL, anna(email="Anna@Example.org")),
        (TwinKind.NAME, ImportRow(2, {"name": "Ozola Anna", "birth_date": "1990-02-03"})),
    ],
)
def test_whoever_is_there_is_known_again(desk: Desk, kind: TwinKind, row: ImportRow) -> None:
    there, _ = join(
        desk, "Anna Ozola", card="OLD-1", phone="20012345", email="anna@example.org", birth_date="1990-02-03"
    )
    with desk.imports.check([row]) as draft:
        (checked,) = draft.page()
        assert checked.twin
        assert (checked.twin.kind, checked.twin.customer) == (kind, there)
        assert draft.twins() == {kind: 1}


def test_only_what_is_not_known_is_filled_in(desk: Desk) -> None:
    there, card = join(desk, "Anna Ozola", phone="20012345", note="ours")
    take(desk, anna(phone="20012345", email="a@example.org", note="theirs", points=30))
    seen = desk.customers.scan(card)
    assert (seen.customer.profile.email, seen.customer.profile.note, seen.balance) == ("a@example.org", "ours", 30)
    assert seen.customer.id == there


def test_points_come_once(desk: Desk) -> None:
    """Whoever has any already gets none: the same table may be taken twice."""
    rows = [anna(card="OLD-1", points=30), ImportRow(3, {"name": "Jan Nowak"}, "OLD-2", points=5)]
    take(desk, *rows)
    assert verdicts(desk, *rows) == [Verdict.SAME, Verdict.SAME]


def test_a_family_may_share_a_telephone(desk: Desk) -> None:
    join(desk, "Jānis Ozols", phone="20012345")
    row = anna(phone="20012345", birth_date="1990-02-03")
    with desk.imports.check([row]) as draft:
        (checked,) = draft.page()
        assert (checked.verdict, checked.twin and checked.twin.other_name) == (Verdict.SKIPPED, True)
        draft.choose(Choices(phone=OnTwin.ADD))
        assert draft.counts().new == 1


def test_a_twin_further_up_is_filled_from_below(desk: Desk) -> None:
    rows = [anna(card="OLD-1"), anna(3, card="OLD-1", phone="20012345"), anna(4, phone="20012345", email="a@b.lv")]
    take(desk, *rows)
    assert desk.customers.count() == 1
    assert desk.customers.scan("OLD-1").customer.profile.email == "a@b.lv"


def test_two_with_one_card_cannot_both_be_added(desk: Desk) -> None:
    rows = [anna(card="OLD-1"), ImportRow(3, {"name": "Jan"}, "OLD-1")]
    with desk.imports.check(rows, Choices.all_alike(OnTwin.ADD)) as draft:
        (refused,) = draft.rows(Verdict.REFUSED)
        assert isinstance(refused.row.refused, DuplicateCard)
        draft.choose(Choices.all_alike(OnTwin.SKIP))
        assert [checked.verdict for checked in draft.page()] == [Verdict.NEW, Verdict.SKIPPED]


def test_what_others_wrote_meanwhile_is_looked_at_again(desk: Desk) -> None:
    with desk.imports.check([anna(card="OLD-1", email="a@b.lv")]) as draft:
        join(desk, "Anna Ozola", card="OLD-1")
        batch = desk.imports.take(draft)
    assert (batch.counts.new, batch.counts.filled, desk.customers.count()) == (0, 1, 1)


# --- all or nothing


def test_stopped_in_the_middle_nothing_is_left(desk: Desk) -> None:
    before = dump(store_of(desk).connection)
    rows = [ImportRow(number, {"name": f"Person {number}"}, f"OLD-{number}") for number in range(600)]

    def stop(done: int, whole: int) -> None:
        assert whole == 600
        if done >= 500:
            raise KeyboardInterrupt

    with desk.imports.check(rows) as draft, pytest.raises(KeyboardInterrupt):
        desk.imports.take(draft, progress=stop)
    assert dump(store_of(desk).connection) == before


def test_an_import_is_remembered(desk: Desk, clock: Clock) -> None:
    desk.at_work("Eva", "Till 1")
    batch = take(desk, anna(card="OLD-1", points=7), ImportRow(3, {}))
    (found,) = desk.imports.batches()
    assert (found.id, found.file, found.staff, found.at) == (batch, "people.csv", "Eva", clock())
    assert (found.counts.new, found.counts.refused, found.counts.points) == (1, 1, 7)
    assert isinstance(found.at, datetime)


def test_what_a_table_brings_is_no_deed_of_whoever_is_at_the_desk(desk: Desk, clock: Clock) -> None:
    desk.at_work("Eva", "Till 1")
    joined = ImportRow(3, {"name": "Jan"}, "OLD-2", points=5, joined=date(2026, 3, 2))
    desk.imports.undo(take(desk, anna(card="OLD-1", points=7, email="a@example.org", phone="20012345"), joined))
    take(desk, anna(card="OLD-1", points=7), joined)
    month = (date(2026, 3, 1), clock().date())
    deeds = store_of(desk).deeds
    assert (deeds.counts(*month), deeds.days(*month), deeds.names()) == ([], [], [])
    assert deeds.incidents(list(Incident), first=month[0], last=month[1]) == []
    assert desk.imports.batches()[0].staff == "Eva"


def test_the_tables_follow_from_the_journal(desk: Desk) -> None:
    join(desk, "Anna Ozola", phone="20012345")
    rows = (anna(phone="20012345", points=5), ImportRow(3, {"name": "Jan"}, "OLD-2", points=9, tier="Silver"))
    take(desk, *rows, ImportRow(4, {"name": "Ewa", "birth_date": "--02-29"}, joined=date(2020, 1, 1)))
    before = dump(store_of(desk).connection)
    desk.shop.rebuild()
    assert dump(store_of(desk).connection) == before


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_hostile_words_are_kept_or_refused(desk: Desk, words: str) -> None:
    told = {"name": words, "note": words, "company": words}
    with desk.imports.check([ImportRow(2, told, card="OLD-1"), ImportRow(3, {"name": "Jan"}, words)]) as draft:
        assert draft.counts().rows == 2
        if draft.counts().new:
            desk.imports.take(draft)


def test_a_draft_outlives_the_desk_that_checked_it(filed: Desk, clock: Clock) -> None:
    assert filed.path is not None
    other = Desk.open(filed.path, clock, alone=False)
    with other.imports.check([anna(card="OLD-1", points=7)]) as draft:
        other.close()
        filed.imports.choose(draft, Choices.all_alike(OnTwin.SKIP))
        filed.imports.take(draft)
    assert filed.customers.scan("OLD-1").balance == 7


def test_phone_numbers_of_another_country_are_read_as_that_writes_them(desk: Desk) -> None:
    with desk.imports.check([anna(phone="600123456")], Choices(region="PL")) as draft:
        (checked,) = draft.page()
    assert checked.row.told["phone"] == "+48600123456"
