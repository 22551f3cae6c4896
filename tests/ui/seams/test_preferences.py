"""What belongs to this computer is there after the next start, and nonsense in the file harms nobody."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from ui.seams.preferences import Preferences
from ui.seams.scanner_settings import ScannerSettings


@pytest.fixture
def started(tmp_path: Path):
    def start() -> Preferences:
        return Preferences(QSettings(str(tmp_path / "preferences.ini"), QSettings.Format.IniFormat))

    return start


def test_everything_is_there_after_the_next_start(started) -> None:
    first = started()
    first.theme, first.text_percent, first.sounds = "dark", 130, False
    first.cashier, first.till = "Marta", "Till by the door"
    first.scanner = ScannerSettings(max_gap_ms=70, min_length=8, prefix="F13", suffix="tab")
    first.geometry = QByteArray(b"\x01\x02")
    first.write("cards/paper", "Sigel LP795")
    del first
    again = started()
    assert (again.theme, again.text_percent, again.sounds) == ("dark", 130, False)
    assert (again.cashier, again.till) == ("Marta", "Till by the door")
    assert again.scanner == ScannerSettings(max_gap_ms=70, min_length=8, prefix="F13", suffix="tab")
    assert again.geometry == QByteArray(b"\x01\x02")
    assert again.read("cards/paper") == "Sigel LP795"


def test_a_new_computer_has_the_usual_ones(started) -> None:
    usual = started()
    assert (usual.theme, usual.text_percent, usual.sounds) == ("system", 100, True)
    assert usual.scanner == ScannerSettings()
    assert usual.read("cards/paper", "A4") == "A4"


@pytest.mark.parametrize(
    ("key", "nonsense"),
    [("theme", "pink"), ("text", "huge"), ("text", "900"), ("scanner/gap", "5000"), ("scanner/suffix", "x")],
)
def test_nonsense_is_the_usual(started, key: str, nonsense: str) -> None:
    started().write(key, nonsense)
    again = started()
    assert again.theme == "system"
    assert again.text_percent in (100, 150)
    assert again.scanner == ScannerSettings()
