"""The measurements run, over what they say they measure; how fast they were is not a test's to judge."""

from collections import Counter
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner

from loyaltydesk.desk import Desk
from loyaltydesk.store.sqlite import connect
from tests.bench.__main__ import main
from tests.bench.cards import Faces, bare_of, ours_of
from tests.bench.filling import NOW, OPEN, POINTS, fill, profile
from tests.bench.measuring import Row, in_turn, seconds, size, table
from tests.bench.purchase import CUSTOMERS, purchases
from tests.reading import codes
from tests.shop import Clock, names_of_tables

PROMISED = (
    "a durable purchase / bare INSERTs of its rows",
    "scan of somebody of the day, 120 customers / bare card row",
    "scan of somebody of the day, 120 / 40 customers",
    "  tiles of 12 months, 120 / 60 customers",
    "  hours of 12 months, 120 / 60 customers",
    "search by surname / a bare range and its customers",
    "replay of 100 purchases under two programmes / a bare pass",
    "answer to a slider / the 50 ms of a smooth one",
    "import of 400 customers / a bare executemany of their rows",
    "200 cards in one PDF / a bare loop over a canvas",
    "memory for 200 cards / for a tenth of them",
    "both sides of a card anew on the screen / the 16 ms of a frame",
    "start to the first paint / an empty window of Qt",
)


def test_a_quick_run_prints_a_line_for_each_speed_that_was_promised() -> None:
    ran = CliRunner().invoke(main, ["--quick"])
    assert ran.exit_code == 0, ran.output
    lines = ran.output.splitlines()
    for name in PROMISED:
        (line,) = [line for line in lines if line.startswith(name + "  ")]
        assert line.split()[-1] in ("holds", "ABOVE")


def test_both_sides_of_a_purchase_leave_as_many_rows_in_every_table(tmp_path: Path) -> None:
    (row,) = purchases(tmp_path, 3)
    assert row.ours > 0
    ours, bare = _counts(tmp_path / "ours.db"), _counts(tmp_path / "bare.db")
    assert ours.pop("heads") - bare.pop("heads") == 1  # a copied file begins a chain of its own
    assert ours == bare
    assert ours["purchases"] == CUSTOMERS * 4 + 3


def _counts(path: Path) -> dict[str, int]:
    connection = connect(path)
    names = names_of_tables(connection)
    counts = {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names}
    connection.close()
    return counts


def test_both_sides_of_a_print_run_say_the_same_words_in_the_same_bars(tmp_path: Path) -> None:
    ours, bare = (pypdfium2.PdfDocument(make(Faces(13), tmp_path)) for make in (ours_of, bare_of))
    assert len(ours) == len(bare) == 4
    for fronts, backs in ((0, 1), (2, 3)):
        for number in (fronts, backs):
            mine, theirs = (_words(each[number]) for each in (ours, bare))
            assert theirs - mine == Counter()  # ours has the shop's words too
        found = [codes(each[backs].render(scale=300 / 72).to_pil()) for each in (ours, bare)]
        assert found[0] == found[1] == [each.code for each in Faces(13)[fronts * 5 :][:10]]


def _words(page: pypdfium2.PdfPage) -> Counter[str]:
    return Counter(page.get_textpage().get_text_range().split())


def test_a_filled_shop_shows_its_customers_and_what_they_have(tmp_path: Path) -> None:
    filled = fill(tmp_path / "shop.db", 30)
    desk = Desk.open(filled.path, Clock(NOW))
    seen = desk.customers.scan(filled.card(7))
    assert (seen.customer.profile.name, seen.balance) == (profile(7).name, OPEN * POINTS)
    assert len(desk.customers.purchases(seen.customer.id)) == 10
    assert seen.customer.id in {found.id for found in desk.customers.find(profile(7).phone[-4:])}
    desk.close()


def test_a_shop_that_is_filled_already_is_taken_as_it_is(tmp_path: Path) -> None:
    path = fill(tmp_path / "shop.db", 5).path
    written = path.stat().st_mtime_ns
    assert fill(path, 5).path.stat().st_mtime_ns == written


def test_sides_are_called_in_turn_and_none_always_first() -> None:
    called: list[str] = []
    sides = [[lambda name=name: called.append(name)] * 3 for name in "abc"]
    assert len(in_turn(*sides)) == 3
    assert "".join(called) == "abcbcacab"


@pytest.mark.parametrize(("ours", "limit", "verdict"), [(2.0, 2.0, "holds"), (2.1, 2.0, "ABOVE"), (9.0, None, "-")])
def test_a_line_says_whether_its_limit_holds(ours: float, limit: float | None, verdict: str) -> None:
    row = Row("purchase", ours, 1.0, limit)
    assert (row.verdict, row.holds) == (verdict, verdict != "ABOVE")
    assert table([row]).splitlines()[1].split()[-1] == verdict


def test_times_are_written_as_a_person_reads_them() -> None:
    assert [seconds(value) for value in (12.34e-6, 4.567e-3, 7.81)] == ["12.3 µs", "4.57 ms", "7.8 s"]


def test_sizes_are_written_as_a_person_reads_them() -> None:
    assert [size(value) for value in (592_300, 1_337_000)] == ["592 kB", "1.34 MB"]
    assert "592 kB" in table([Row("memory", 592_300, 1.0, unit="B")])
