"""The rules that bring points, in plain words."""

import pytest

from tests.loyaltydesk.words.rules_in_words import COFFEE, said


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ('points = 1\nper = "1.00"', "1 point for each full €1"),
        ('points = 10\nper = "2.50"', "10 points for each full €2.50"),
        ('points = 2\neach = "unit"', "2 points for each piece"),
        ('points = 1\neach = "purchase"', "1 point for each purchase"),
        ('points = 1\neach = "purchase"\nalone = true', "1 point for each purchase · in place of the other rules"),
        (
            'points = 1\neach = "unit"\nalone = true\npriority = 7',
            "1 point for each piece · in place of the other rules · rank 7",
        ),
    ],
)
def test_what_brings_points(rule: str, words: str) -> None:
    assert said(f'[[earn]]\nid = "a"\n{rule}\n', "earn") == words


@pytest.mark.parametrize(
    ("by", "words"),
    [("2", "Twice the points · on Saturdays"), ('"1.5"', "Points × 1.5 · on Saturdays")],
)
def test_what_multiplies_them(by: str, words: str) -> None:
    assert said(f'[[multiply]]\nid = "a"\nby = {by}\nwhen = {{ weekdays = ["sat"] }}\n', "multiply") == words


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("points = 200", "200 points on top for the purchase"),
        ('points = 5\nper = "unit"', "5 points on top for each piece"),
    ],
)
def test_what_comes_on_top(rule: str, words: str) -> None:
    assert said(f'[[bonus]]\nid = "a"\n{rule}\nof = {{ sku = ["CAKE"] }}\n', "bonus") == f"{words} · only: Cake"


REWARD = f'[[reward]]\nid = "coffee"\nname = "Free coffee"\ncost = 1\n{COFFEE}'


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ('on = "birthday"\npoints = 150\ndays_before = 3', "Birthday: 150 points · 3 days before"),
        ('on = "name_day"\nreward = "coffee"\ndays_before = 1', "Name day: Free coffee · 1 day before"),
        ('on = "joined"\npoints = 1', "Each year on the day of joining: 1 point"),
    ],
)
def test_what_comes_once_a_year(rule: str, words: str) -> None:
    assert said(f'{REWARD}[[occasion]]\nid = "a"\n{rule}\n', "occasion") == words
