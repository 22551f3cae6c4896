"""Companies are read by their own indexes, however many customers there are that are none."""

from collections.abc import Callable

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.customers import Profile
from tests.shop import join, store_of

QUESTIONS: dict[str, Callable[[Desk], object]] = {
    "count": lambda desk: desk.companies.count(),
    "first page": lambda desk: desk.companies.page(None, 5),
    "next page": lambda desk: desk.companies.page(desk.companies.find("company 3", 1)[0], 5),
    "page before": lambda desk: desk.companies.page(desk.companies.find("company 3", 1)[0], 5, descending=True),
    "by name": lambda desk: desk.companies.find("comp"),
    "by tax number": lambda desk: desk.companies.find("LV400"),
    "twin": lambda desk: desk.companies.twin("400 03"),
    "one": lambda desk: desk.companies.get(desk.companies.find("company 3", 1)[0].id),
}


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS.keys())
@pytest.mark.parametrize("with_statistics", [False, True])
def test_no_question_goes_through_all_customers(
    desk: Desk, question: Callable[[Desk], object], with_statistics: bool
) -> None:
    with desk.writing():
        for number in range(60):
            join(desk, f"Customer {number}")
            if number % 10 == 0:
                desk.companies.register(Profile(company=f"Company {number // 10}", tax_id=f"LV40003{number}"))
    connection, asked = store_of(desk).connection, list[str]()
    if with_statistics:
        connection.execute("ANALYZE")
    connection.set_trace_callback(asked.append)
    question(desk)
    connection.set_trace_callback(None)
    plans = [
        line[3]
        for sql in asked
        if sql.startswith("SELECT")
        for line in connection.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()
    ]
    assert plans
    through = [step for step in plans if step.startswith("SCAN") and "customers_by_company" not in step]
    assert [step for step in through if step != "SCAN s"] == []  # the few keys that were looked up


def test_a_search_looks_at_so_many_names_and_no_further(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("loyaltydesk.store.companies.LOOKED_AT", 3)
    for number in range(5):
        join(desk, f"Anna {number}")
    desk.companies.register(Profile("Anna Zet", company="Zet"))
    assert desk.companies.find("anna") == []
    assert [each.profile.company for each in desk.companies.find("anna z")] == ["Zet"]
