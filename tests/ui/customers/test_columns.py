"""The words of every cell, as the shop's language writes them."""

from loyaltydesk import words
from loyaltydesk.model.old_cards import OldCard
from tests.shop import join
from ui.customers.chips import tier_chip
from ui.customers.columns import card_columns, customer_columns, entry_columns, voucher_columns


def cells(columns, row):
    return [column.words(row).replace("\N{NO-BREAK SPACE}", " ") for column in columns]


def test_a_customer_in_the_list(desk, anna, session):
    columns = customer_columns(session, lambda _customer: tier_chip(desk.shop.programme, "Silver"))
    assert cells(columns, desk.customers.get(anna)) == [
        "Anna Kowalska", "+37120012345", "260", "", "2", "16 Mar 2026", "€155.00", "14 Mar 2026",
    ]  # fmt: skip


def test_somebody_who_never_came_has_no_last_visit(desk, session):
    customer = desk.customers.get(join(desk)[0])
    assert cells(customer_columns(session, lambda _customer: None), customer)[5] == "–"


def test_the_columns_speak_the_language_in_use(desk, anna, session):
    words.use("pl")
    cell = customer_columns(session, lambda _customer: None)[6].words(desk.customers.get(anna))
    assert cell.replace("\N{NO-BREAK SPACE}", " ") == "155,00 €"


def test_a_card_a_voucher_and_an_entry(desk, anna, session):
    card = desk.customers.cards(anna)[0]
    number = f"{card.number[:4]} {card.number[4:8]} {card.number[8:12]} {card.number[12:]}"
    assert cells(card_columns(session), card) == [number, "", "Collects and spends", "14 Mar 2026", ""]
    voucher = desk.customers.vouchers(anna)[0]
    assert cells(voucher_columns(session, lambda: voucher.issued.date()), voucher)[0] == "Free coffee"
    entry = desk.customers.statement(anna).entries[0]
    assert cells(entry_columns(session), entry) == ["17 Mar 2026", "Points for a reward", "−50", "260", "–", "–"]


def test_what_stands_on_an_old_card_is_shown_beside_what_its_bars_say(desk, anna, session):
    desk.numbers.take_over([OldCard("12345678901234", "A-0001", "ITF")])
    card = desk.cards.link("A-0001", anna)
    assert cells(card_columns(session), card)[0] == "1234 5678 9012 34 (printed: A-0001)"


def test_every_column_but_the_first_wide_one_knows_how_much_room_it_needs(session, clock):
    for columns in (
        customer_columns(session, lambda _customer: None),
        card_columns(session),
        entry_columns(session),
        voucher_columns(session, lambda: clock().date()),
    ):
        assert len([column for column in columns if not column.room]) == 1
