"""Everything in the shop as tables: each thing once, and nobody who was forgotten."""

from datetime import date

from loyaltydesk.desk import Desk
from loyaltydesk.model.companies import HOLDER
from loyaltydesk.model.customers import Profile
from loyaltydesk.model.exports import Value
from loyaltydesk.model.facts import RecordSaved
from loyaltydesk.model.partners import NewReminder, PartnerCard
from loyaltydesk.model.products import Product
from loyaltydesk.model.purchases import Basket, Line
from loyaltydesk.words.exports import COLUMNS, TABLES
from tests.shop import join


def rows(desk: Desk, name: str) -> list[dict[str, Value]]:
    (table,) = [each for each in desk.exports.tables() if each.name == name]
    found = [dict(zip((column.name for column in table.columns), row, strict=True)) for row in table.rows()]
    assert len(found) == table.count
    return found


def _shop(desk: Desk) -> tuple[str, str]:
    customer, card = join(desk, "Anna Kowalska", phone="+48600100200")
    desk.products.save(Product("CAKE", "Cake", price=850, tax=2100))
    desk.till.record(Basket((Line(850, 2, "CAKE", "bakery"), Line(700)), card=card, receipt="R1"))
    desk.customers.adjust(customer, 200, reason="kind")
    desk.rewards.redeem("coffee", card=card)
    return customer, card


def test_each_thing_is_there_once(desk: Desk) -> None:
    customer, card = _shop(desk)
    (person,) = rows(desk, "customers")
    assert (person["customer"], person["name"], person["spend"]) == (customer, "Anna Kowalska", 2400)
    assert [row["card"] for row in rows(desk, "cards")] == [card]
    (purchase,) = rows(desk, "purchases")
    assert (purchase["receipt"], purchase["card"], purchase["due"]) == ("R1", card, 2400)
    lines = [(row["purchase"], row["sku"], row["quantity"], row["price"]) for row in rows(desk, "lines")]
    assert lines == [(purchase["purchase"], "CAKE", 2, 850), (purchase["purchase"], "", 1, 700)]
    assert [row["points"] for row in rows(desk, "points")] == [24, 200, -50]
    assert sum(int(row["remaining"] or 0) for row in rows(desk, "lots")) == 174
    assert [row["reward"] for row in rows(desk, "vouchers")] == ["coffee"]
    assert [row["sku"] for row in rows(desk, "products")] == ["CAKE"]
    assert [row["programme"] for row in rows(desk, "programmes")] == [1]


def test_what_customers_said_stands_on_a_line_each(desk: Desk) -> None:
    customer, _card = join(desk)
    store = desk._core.store
    store.connection.executemany(
        "INSERT INTO records VALUES ('voice', ?, ?, ?, 1, x'00')",
        [
            (f"{customer}/1", "text", '"More cake"'),
            (f"{customer}/1", "stars", "5"),
            (f"{customer}/2", "text", '"Less"'),
        ],
    )
    assert [(row["text"], row["stars"]) for row in rows(desk, "voices")] == [("More cake", 5), ("Less", None)]
    store.connection.execute("DELETE FROM records WHERE kind = 'voice'")


def test_whoever_was_forgotten_is_in_no_table(desk: Desk) -> None:
    customer, card = _shop(desk)
    desk.customers.erase(customer)
    told = [str(row) for table in desk.exports.tables() for row in table.rows()]
    assert not [row for row in told if "Kowalska" in row or card in row or "600100200" in row]


def test_partners_stand_with_what_is_noted_and_remembered_of_them(desk: Desk) -> None:
    told = PartnerCard("=Roast", contact="Ilze", phone="+37120012345", discount="7.5", until=date(2026, 12, 31))
    partner, gone = desk.partners.add(told), desk.partners.add(PartnerCard("Gone"))
    desk.partner_log.note(partner.id, "Five sacks")
    desk.partner_log.done(desk.partner_log.remind(partner.id, NewReminder("Pay", date(2026, 3, 14))).id)
    desk.partner_log.remove(desk.partner_log.note(partner.id, "Slip"))
    desk.partner_log.remind(gone.id, NewReminder("Ring Gone", date(2026, 3, 14)))
    desk.partners.put_away(partner.id)
    desk.partners.forget(gone.id)
    (row,) = rows(desk, "partners")
    assert (row["name"], row["contact"], row["phone"]) == ("=Roast", "Ilze", "+37120012345")
    assert (row["partner_discount"], row["until"], row["put_away"]) == (750, "2026-12-31", 1)
    assert [(each["name"], each["text"], each["state"]) for each in rows(desk, "reminders")] == [
        ("=Roast", "Pay", "done")
    ]
    assert [(each["name"], each["text"]) for each in rows(desk, "partner_notes")] == [("=Roast", "Five sacks")]
    told_else = [str(row) for row in rows(desk, "settings")]
    assert not [row for row in told_else if "Ilze" in row or "Five sacks" in row or "Gone" in row]


def test_whoever_carries_a_card_of_a_company_stands_beside_it(desk: Desk) -> None:
    one, first = desk.companies.register(Profile(company="SIA Ledus"), holder="Jānis")
    other, second = desk.companies.register(Profile(company="Ledus"), holder="Ilze")
    desk.accounts.merge(keep=one, drop=other)
    desk.companies.give(second, "Marta")
    desk.companies.give(desk.cards.link("ICE-3", one).number, "Anna")
    desk.companies.give("ICE-3", "")
    with desk.writing():  # as another release might name them
        saved = RecordSaved(id=desk._core.new_id()(), kind=HOLDER, record="odd", fields={"name": "Nobody"})
        desk._core.record([saved], desk.stamp())
    found = {(row["card"], row["customer"], row["company"], row["holder"]) for row in rows(desk, "holders")}
    assert found == {(first, one, "SIA Ledus", "Jānis"), (second, one, "SIA Ledus", "Marta")}
    assert not [row for row in rows(desk, "settings") if "Marta" in str(row)]
    desk.customers.erase(one)
    assert rows(desk, "holders") == []


def test_every_table_and_column_has_a_name(desk: Desk) -> None:
    for table in desk.exports.tables():
        assert table.name in TABLES
        assert {column.name for column in table.columns} <= COLUMNS.keys() | {"voice"}
