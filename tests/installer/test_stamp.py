"""The stamp in .venv: what is remembered of a set-up, and what is concluded from it."""

from dataclasses import replace
from pathlib import Path

import pytest

from installer.stamp import UNFINISHED, Stamp, fingerprint, read, verdict, write

PYPROJECT = """
[build-system]
requires = ["setuptools"]
[project]
name = "loyaltydesk"
dependencies = ["click>=8.2"]
[tool.ruff]
line-length = 110
"""
WANTED = Stamp(project="abc", folder="/shop/.venv", dev=False)


def test_the_fingerprint_changes_with_what_is_installed() -> None:
    assert fingerprint(PYPROJECT) != fingerprint(PYPROJECT.replace("click>=8.2", "click>=8.3"))
    assert fingerprint(PYPROJECT) != fingerprint(PYPROJECT.replace("setuptools", "setuptools>=77"))


def test_the_fingerprint_stays_when_only_the_checks_change() -> None:
    assert fingerprint(PYPROJECT) == fingerprint(PYPROJECT.replace("110", "120") + "# a remark\n")


def test_a_stamp_reads_as_it_was_written(tmp_path: Path) -> None:
    write(tmp_path / "stamp", replace(WANTED, folder="/tiesību/.venv"))
    assert read(tmp_path / "stamp") == replace(WANTED, folder="/tiesību/.venv")


def test_writing_no_stamp_takes_the_old_one_away(tmp_path: Path) -> None:
    write(tmp_path / "stamp", WANTED)
    write(tmp_path / "stamp", None)
    assert read(tmp_path / "stamp") is None


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"project": "abc"}', '{"folder": "x", "dev": true}'])
def test_a_stamp_cut_short_counts_as_unfinished(tmp_path: Path, text: str) -> None:
    (tmp_path / "stamp").write_text(text)
    assert read(tmp_path / "stamp") == UNFINISHED


@pytest.mark.parametrize(
    ("stamp", "wanted", "works", "expected"),
    [
        (None, WANTED, False, "make"),  # there is nothing, or the Python it came from is gone
        (WANTED, WANTED, False, "make"),  # made by another Python
        (UNFINISHED, WANTED, True, "make"),  # interrupted
        (replace(WANTED, folder="/old/.venv"), WANTED, True, "make"),  # moved here
        (None, WANTED, True, "install"),  # made by hand
        (replace(WANTED, project="older"), WANTED, True, "install"),
        (WANTED, replace(WANTED, dev=True), True, "install"),
        (WANTED, WANTED, True, "ready"),
        (replace(WANTED, dev=True), WANTED, True, "ready"),  # what is enough to test is enough to run
        (replace(WANTED, dev=True), replace(WANTED, dev=True), True, "ready"),
    ],
)
def test_the_verdict_on_an_environment(stamp: Stamp | None, wanted: Stamp, works: bool, expected: str) -> None:
    assert verdict(stamp, wanted, works=works) == expected
