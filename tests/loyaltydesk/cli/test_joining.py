"""Merging and households through the link."""

from tests.loyaltydesk.cli.test_link import Talk, desk, talk

__all__ = ("desk", "talk")  # fixtures


def joined(talk: Talk, name: str, amount: str) -> tuple[str, str]:
    answer = talk.ask("register", name=name)
    talk.ask("purchase", card=answer["card"], amount=amount)
    return answer["customer"], answer["card"]


def test_two_records_become_one(talk: Talk) -> None:
    keep, card = joined(talk, "Anna", "20.00")
    _drop, old = joined(talk, "A.", "15.00")
    assert talk.ask("merge", keep=card, drop=old) == {"ok": True, "customer": keep, "balance": 35}
    assert talk.ask("scan", card=old)["customer"] == keep
    kinds = [entry["kind"] for entry in talk.ask("statement", card=old)["entries"]]
    assert kinds == ["merged", "earned"]
    assert talk.refused("merge", "BadRequest", keep=keep, drop=old)["field"] == "drop"
    talk.refused("merge", "BadRequest", keep=keep)
    talk.refused("merge", "UnknownCard", keep=keep, drop="9810000000013")


def test_a_household_has_one_balance(talk: Talk) -> None:
    anna, card = joined(talk, "Anna", "20.00")
    _jan, other = joined(talk, "Jan", "15.00")
    answer = talk.ask("household", customers=[anna, other], name="Kowalski")
    assert (answer["ok"], answer["balance"]) == (True, 35)
    assert talk.ask("purchase", card=other, amount="5.00")["balance"] == 40
    assert talk.ask("scan", card=card)["balance"] == 40
    olga, _card = joined(talk, "Olga", "1.00")
    talk.refused("household", "BadRequest", customers=[olga])
    talk.refused("household", "BadRequest", customers="all")


def test_a_repeated_merger_is_answered_as_the_first(talk: Talk) -> None:
    keep, _card = joined(talk, "Anna", "20.00")
    drop, _card = joined(talk, "A.", "15.00")
    first = talk.ask("merge", keep=keep, drop=drop, key="k1")
    assert talk.ask("merge", keep=keep, drop=drop, key="k1") == first
