"""Refused rows as a file: as they stood, each with its reason, and ready to come in again once they are mended."""

import csv
import io
from datetime import date
from pathlib import Path

from loyaltydesk.desk import Desk
from loyaltydesk.exchange.csv_writing import for_spreadsheet
from loyaltydesk.exchange.customers_in import customers, suggested
from loyaltydesk.exchange.refused_rows import csv_text
from loyaltydesk.exchange.tables_in import open_table
from loyaltydesk.model.imports import Verdict

TODAY = date(2026, 3, 14)


def test_a_mended_row_comes_in_with_all_its_digits(desk: Desk, tmp_path: Path) -> None:
    path, mended = tmp_path / "all.csv", tmp_path / "mended.csv"
    path.write_text("Karta;Nazwisko;Uwagi;Punkty\n0012345678;Nowak;=1+1;many\n1234;Kowal;;5\n", encoding="cp1250")
    with open_table(path) as table:
        plan = suggested(table)
        with desk.imports.check(customers(table, plan, TODAY)) as draft:
            rows = draft.rows(Verdict.REFUSED)
            text = "".join(csv_text(plan, rows, lambda checked: checked.verdict.value, shape=for_spreadsheet("pl")))
    (head, row) = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";")
    assert head == ["Karta", "Nazwisko", "Uwagi", "Punkty", "row", "why"]
    assert row == ['="0012345678"', "Nowak", "'=1+1", "many", "2", "refused"]
    mended.write_text(text.replace("many", "7"), encoding="utf-8", newline="")
    with open_table(mended) as table:
        (found,) = customers(table, suggested(table), TODAY)
    assert (found.card, found.told, found.points) == ("0012345678", {"name": "Nowak", "note": "=1+1"}, 7)
