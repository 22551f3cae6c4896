"""A programme file from the disk is taken as it is written, and what is none is refused in a sentence."""

import os
from pathlib import Path

import pytest

from loyaltydesk.exchange.programme_text import LARGEST_FILE, programme_text
from loyaltydesk.model.money import Currency
from loyaltydesk.model.refusals import BadProgramme, FileMissing
from loyaltydesk.words.formats import BabelFormats
from loyaltydesk.words.refusals import sentence

GOOD = '# a note\n[programme]\nname = "Rīts"\ncurrency = "EUR"\n'


def _file(folder: Path, content: bytes) -> Path:
    path = folder / "rules.toml"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("content", [GOOD.encode(), GOOD.encode("utf-8-sig"), GOOD.replace("\n", "\r\n").encode()])
def test_a_programme_is_read_with_its_notes(tmp_path: Path, content: bytes) -> None:
    assert programme_text(_file(tmp_path, content)) == GOOD


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (GOOD.encode("utf-16"), "UTF-8"),
        (b"\x00\xff\xfe" * 100, "UTF-8"),
        (b"not toml at all", "line 1"),
        (b"", "is missing"),
        (b"x = " + b"[" * 5000, "far too long"),
        (b"x = " + b"9" * 6000, "far too long"),
        (b"#" * (LARGEST_FILE + 10), "far too long"),
        (GOOD.replace("EUR", "EURO").encode(), "line 4: programme.currency"),
        ((GOOD + '[[reward]]\nid = "a"\nname = "A"\ncost = 1\ngives = { percent = 140 }\n').encode(), "line 9"),
    ],
)
def test_what_is_no_programme_is_refused_in_one_sentence(tmp_path: Path, content: bytes, said: str) -> None:
    with pytest.raises(BadProgramme) as refused:
        programme_text(_file(tmp_path, content))
    words = sentence(refused.value, BabelFormats("en", Currency("EUR", 2)))
    assert said in words
    assert "\n" not in words


def test_a_file_that_is_not_there_and_a_folder_are_no_programme(tmp_path: Path) -> None:
    for path in (tmp_path / "none.toml", tmp_path):
        with pytest.raises(FileMissing):
            programme_text(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes among its files")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    with pytest.raises(FileMissing):
        programme_text(tmp_path / "pipe.toml")
