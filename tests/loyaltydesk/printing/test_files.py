"""A file is saved whole or not at all."""

import errno
import os
import sys
from pathlib import Path

import pytest

from loyaltydesk.model.refusals import DiskFull, FileReadOnly, FolderMissing
from loyaltydesk.printing.files import save


def _fail_with(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def fail(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "Rīts card.pdf"
    save(b"first", path)
    save(b"second", path)
    assert path.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no umask")
def test_others_may_read_it_as_any_document(tmp_path: Path) -> None:
    save(b"card", tmp_path / "card.pdf")
    (tmp_path / "ordinary").write_bytes(b"")
    assert (tmp_path / "card.pdf").stat().st_mode == (tmp_path / "ordinary").stat().st_mode


@pytest.mark.parametrize(
    ("number", "refusal"), [(errno.ENOSPC, DiskFull), (errno.EACCES, FileReadOnly), (errno.EIO, FileReadOnly)]
)
def test_a_disk_that_fails_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, refusal: type[Exception]
) -> None:
    path = tmp_path / "card.pdf"
    path.write_bytes(b"old")
    _fail_with(monkeypatch, number)
    with pytest.raises(refusal) as refused:
        save(b"new", path)
    assert refused.value.facts() == {"path": str(path)}  # type: ignore[attr-defined]
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FolderMissing) as refused:
        save(b"card", tmp_path / "gone" / "card.pdf")
    assert refused.value.path == str(tmp_path / "gone")


def test_a_file_in_the_folders_place_is_not_called_missing(tmp_path: Path) -> None:
    (tmp_path / "cards").write_bytes(b"")
    with pytest.raises(FileReadOnly):
        save(b"card", tmp_path / "cards" / "card.pdf")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes in folders")
def test_what_is_no_ordinary_file_is_never_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileReadOnly):
        save(b"card", tmp_path / "pipe")
    assert (tmp_path / "pipe").is_fifo()


def test_a_folder_in_the_files_place_is_refused_and_stays(tmp_path: Path) -> None:
    (tmp_path / "card.pdf").mkdir()
    with pytest.raises(FileReadOnly):
        save(b"card", tmp_path / "card.pdf")
    assert [path.name for path in tmp_path.iterdir()] == ["card.pdf"]
