"""What is new and whose work it stands on can be read, in every language and without the internet."""

import re
import tomllib

import pytest
from PySide6.QtCore import qVersion

from loyaltydesk import __version__
from loyaltydesk.words import LANGUAGES
from ui.settings.about_section import ROOT, TEXTS, WORKS, AboutSection, LicenceDialog, licence_texts, lines, whats_new


@pytest.fixture
def section(page) -> AboutSection:
    page.open("about")
    return page.section("about")


def test_the_release_and_what_is_new_in_it_are_told(section, person):
    assert f"Loyalty Desk {__version__}" in person.reads()
    assert "Scan a card, type the amount, press Enter" in person.reads()


def test_the_licence_of_qt_and_ours_are_told(section, person):
    words = person.reads()
    assert f"Qt {qVersion()}, PySide6" in words
    for licence in ("MIT", "LGPL 3", "SIL OFL 1.1", "ISC"):
        assert licence in words


def test_every_package_that_the_program_stands_on_is_named() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {re.split(r"[^\w-]", wanted)[0].lower() for wanted in project["dependencies"]}
    told = " ".join(work for work, _licence in WORKS).lower()
    parts = {"pyside6-essentials": "pyside6", "rl_accel": "reportlab"}  # of what goes by another name
    assert {name for name in names if parts.get(name, name) not in told} == set()


def test_the_texts_of_the_licences_lie_with_the_program(section, qtbot):
    assert all(path.exists() for path in TEXTS)
    texts = licence_texts()
    for words in ("MIT License", "Inter Project Authors", "ParaType", "Lucide"):
        assert words in texts
    dialog = LicenceDialog(section.theme, section)
    assert dialog.text.isReadOnly()
    assert "MIT License" in dialog.text.toPlainText()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_new_is_told_in_each_language_with_the_same_points(language: str) -> None:
    kinds = [kind for kind, _text in lines(whats_new(language))]
    assert kinds == [kind for kind, _text in lines(whats_new("en"))]
    assert whats_new("xx") == whats_new("en")
    assert language == "en" or whats_new(language) != whats_new("en")


def test_a_simple_text_is_taken_apart() -> None:
    assert list(lines("# 0.1\n\nFirst.\n- one\n- two")) == [
        ("heading", "0.1"), ("text", "First."), ("item", "one"), ("item", "two"),
    ]  # fmt: skip
