"""A sound is started and forgotten: it neither blocks, nor raises, nor leaves anything behind."""

import os
import runpy
import sys
import wave
from array import array
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication

from ui.seams.sounds import FOLDER, Sounds

SOUNDS = ["found", "unknown", "refused", "done"]


@pytest.fixture
def beeps(monkeypatch, qapp) -> list[str]:
    beeps: list[str] = []
    monkeypatch.setattr(QApplication, "beep", lambda: beeps.append("beep"))
    return beeps


@pytest.fixture
def computer(monkeypatch, tmp_path) -> Path:
    """A Linux computer with the folders bin (programs) and run (sound servers), both empty."""
    if os.name == "nt":
        pytest.skip("a shell script plays the player")
    for name in ("bin", "run"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))
    monkeypatch.delenv("PULSE_SERVER", raising=False)
    return tmp_path


def bring(computer: Path, player: str, server: str) -> Path:
    """Puts a player and its server's socket on the computer; the file it will write what it was asked to play to."""
    program, played = computer / "bin" / player, computer / f"played-{player}"
    program.write_text(f'#!/bin/sh\necho noise; echo noise >&2\nfor last; do :; done\necho "$last" >> {played}\n')
    program.chmod(0o755)
    socket = computer / "run" / server
    socket.parent.mkdir(exist_ok=True)
    socket.touch()
    return played


def samples(name: str) -> tuple[array, float]:
    with wave.open(str(FOLDER / f"{name}.wav")) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 22_050)
        values = array("h", file.readframes(file.getnframes()))
        return values, file.getnframes() / file.getframerate()


@pytest.mark.parametrize("name", SOUNDS)
def test_a_sound_is_short_begins_and_ends_in_silence_and_does_not_clip(name):
    values, seconds = samples(name)
    assert 0.1 < seconds <= 0.25
    assert max(abs(values[0]), abs(values[-1])) < 50
    assert 15_000 < max(map(abs, values)) < 30_000


def test_the_sounds_are_those_that_the_program_beside_them_makes(tmp_path):
    runpy.run_path(str(FOLDER.parents[1] / "installer" / "sounds.py"))["write"](tmp_path)
    for name in SOUNDS:
        with wave.open(str(tmp_path / f"{name}.wav")) as file:
            made = array("h", file.readframes(file.getnframes()))
        ours, _ = samples(name)
        assert max(abs(a - b) for a, b in zip(made, ours, strict=True)) <= 1  # sines may differ in the last bit


@pytest.mark.parametrize(("player", "server"), [("pw-play", "pipewire-0"), ("paplay", "pulse/native")])
def test_the_player_of_the_sound_server_that_runs_plays_the_file(qtbot, computer, beeps, capfd, player, server):
    played = bring(computer, player, server)
    Sounds().play("found")
    qtbot.waitUntil(lambda: played.exists() and played.read_text().endswith("\n"))
    assert played.read_text() == f"{FOLDER / 'found.wav'}\n"
    assert (beeps, "".join(capfd.readouterr())) == ([], "")


def test_a_player_without_its_server_is_passed_over(qtbot, computer, beeps):
    silent = bring(computer, "pw-play", "pipewire-0")
    (computer / "run" / "pipewire-0").unlink()
    played = bring(computer, "paplay", "pulse/native")
    Sounds().play("done")
    qtbot.waitUntil(played.exists)
    assert not silent.exists()


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="only Linux lists the children of a process")
def test_players_leave_no_process_of_ours_behind(qtbot, computer):
    played = bring(computer, "pw-play", "pipewire-0")
    for name in SOUNDS * 3:
        Sounds().play(name)
    qtbot.waitUntil(lambda: played.exists() and len(played.read_text().splitlines()) == 12)
    children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children")
    names = [(Path("/proc") / child / "comm").read_text() for child in children.read_text().split()]
    assert "pw-play\n" not in names


def test_a_computer_that_cannot_play_beeps(monkeypatch, computer, beeps):
    Sounds().play("unknown")
    assert beeps == ["beep"]
    program = computer / "bin" / "afplay"
    program.write_text("no program at all")
    monkeypatch.setattr(sys, "platform", "darwin")
    Sounds().play("unknown")
    assert beeps == ["beep", "beep"]


def test_a_computer_whose_sound_servers_cannot_be_looked_for_beeps(monkeypatch, computer, beeps):
    monkeypatch.setenv("XDG_RUNTIME_DIR", "x" * 5000)
    Sounds().play("unknown")
    assert beeps == ["beep"]


def test_switched_off_there_is_silence(computer, beeps):
    sounds = Sounds(enabled=False)
    sounds.play("refused")
    assert beeps == []
    sounds.enabled = True
    sounds.play("refused")
    assert beeps == ["beep"]


def test_windows_plays_without_waiting_and_beeps_when_it_cannot(monkeypatch, beeps):
    asked = []
    fake = SimpleNamespace(SND_FILENAME=1, SND_ASYNC=2, SND_NODEFAULT=4, PlaySound=lambda *order: asked.append(order))
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "winsound", fake)
    Sounds().play("done")
    assert asked == [(str(FOLDER / "done.wav"), 7)]

    def fail(*order):
        raise RuntimeError("no sound card")

    fake.PlaySound = fail
    Sounds().play("done")
    assert beeps == ["beep"]
