"""A dossier on the command line: as lines, JSON and PDF, by card or by id."""

import json
from pathlib import Path

import pytest

from loyaltydesk.model.customers import Profile
from loyaltydesk.model.purchases import Basket, Line
from tests.loyaltydesk.cli.conftest import Opened, Run


@pytest.fixture
def anna(desk: Opened) -> tuple[str, str]:
    with desk() as shop:
        customer, card = shop.customers.register(Profile("Anna", phone="+37120000001", consent="Agreed"))
        shop.till.record(Basket((Line(1234),), card=card, receipt="R-1"))
        return customer, card


def test_it_is_told_as_json(run: Run, anna: tuple[str, str]) -> None:
    told = json.loads(run("dossier", anna[1], "--json").stdout)
    assert told["customer"] == anna[0]
    assert told["profile"]["phone"] == "+37120000001"
    assert told["purchases"][0]["due"] == "12.34"
    assert told["account"]["spend"] == "12.34"
    assert told["recipients"] == []


def test_it_is_told_as_lines(run: Run, anna: tuple[str, str]) -> None:
    said = run("dossier", anna[0]).stdout
    assert "What is kept about Anna" in said
    assert "Agreed" in said
    assert "€12.34" in said
    assert "Who gets it: nobody." in said


def test_it_is_a_pdf(run: Run, anna: tuple[str, str], tmp_path: Path) -> None:
    assert run("dossier", anna[0], "--out", tmp_path / "anna.pdf").exit_code == 0
    assert (tmp_path / "anna.pdf").read_bytes().startswith(b"%PDF")
    assert run("dossier", anna[0], "--out", tmp_path / "anna.pdf", "--json").exit_code == 2


def test_nobody_has_none(run: Run, anna: tuple[str, str]) -> None:
    assert run("dossier", "4006381333931").exit_code == 1
