"""A window on the customers page with the wizard open, and tables to take over."""

from pathlib import Path

import pytest

from loyaltydesk.model.shop import ShopSettings
from ui.exchange.import_view import ImportView

TABLE = (
    "Lista klientów 2026;;;;\n"
    "Nr karty;Imię i nazwisko;Telefon;Data urodzenia;Punkty\n"
    "OLD-1;Łucja Żółć;600 000 001;01.02.1990;120\n"
    "OLD-2;Jan Ćwikła;600 000 002;31.02.1990;5\n"
    "OLD-3;Bożena Nowak;600 000 003;;30\n"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "klienci.csv"
    path.write_bytes(TABLE.encode("cp1250"))
    return path


@pytest.fixture
def unhurried(monkeypatch) -> None:
    """Nobody waits in a test between one Enter and the next."""
    monkeypatch.setattr("ui.exchange.wizard_frame.pause", lambda: 0)


@pytest.fixture
def view(desk, window, unhurried) -> ImportView:
    desk.shop.save_settings(ShopSettings(region="PL"))
    page = window.go("customers")
    page.open_import()
    return page.table
