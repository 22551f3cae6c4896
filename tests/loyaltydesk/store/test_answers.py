"""An answer is kept under its key, and says nothing of a person who was forgotten."""

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.store.sqlite import driver
from tests.shop import join, store_of


def test_an_answer_is_given_again(desk: Desk) -> None:
    answers = store_of(desk).answers
    answers.keep("k", '{"ok": true}', customer=None)
    assert answers.given("k") == '{"ok": true}'
    assert answers.given("another") is None


def test_a_key_has_one_answer(desk: Desk) -> None:
    answers = store_of(desk).answers
    answers.keep("k", "{}", customer=None)
    with pytest.raises(driver.IntegrityError):
        answers.keep("k", "{}", customer=None)


def test_only_the_answers_about_a_person_are_forgotten(desk: Desk) -> None:
    answers = store_of(desk).answers
    anna, _card = join(desk)
    jan, _card = join(desk, "Jānis")
    for key, customer in (("1", anna), ("2", jan), ("3", None)):
        answers.keep(key, f'{{"of": {key}}}', customer=customer)
    answers.forget(anna)
    assert [answers.given(key) for key in "123"] == ['{"ok": true}', '{"of": 2}', '{"of": 3}']
