"""Looking for slip printers: what is plugged in is found, and what the system will not tell is no fault."""

from pathlib import Path
from types import SimpleNamespace

import pytest
import serial.tools.list_ports
import usb.core

from loyaltydesk.printing.slip_printer import connection
from ui.settings.printers_found import FoundPrinter, _prints, found_printers


class Device:
    """A USB printer that may or may not tell its name."""

    idVendor, idProduct = 0x04B8, 0x0E15

    def __init__(self, manufacturer: str = "EPSON") -> None:
        self._manufacturer = manufacturer

    @property
    def manufacturer(self) -> str:
        if not self._manufacturer:
            raise ValueError("The device has no langid")
        return self._manufacturer

    product = "TM-T20II"


@pytest.fixture
def quiet(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A computer on which nothing is plugged in."""
    monkeypatch.setattr(usb.core, "find", lambda **_asked: iter(()))
    monkeypatch.setattr(serial.tools.list_ports, "comports", list)
    return monkeypatch


def port(device: str, description: str, hwid: str) -> SimpleNamespace:
    """A serial port as pyserial tells of it."""

    class Port(SimpleNamespace):
        def __lt__(self, other: SimpleNamespace) -> bool:
            return str(self.device) < str(other.device)

    return Port(device=device, description=description, hwid=hwid)


def test_everything_that_may_be_one_is_found(quiet, tmp_path: Path):
    (tmp_path / "usb").mkdir()
    (tmp_path / "usb" / "lp0").touch()
    quiet.setattr(usb.core, "find", lambda **_asked: iter((Device(), Device(""))))
    ports = [port("/dev/ttyUSB0", "USB-Serial", "USB VID:PID"), port("/dev/ttyS0", "n/a", "n/a")]
    quiet.setattr(serial.tools.list_ports, "comports", lambda: ports)
    found = found_printers(["Star"], devices=tmp_path, platform="linux")
    assert [(each.name, each.connection) for each in found] == [
        ("EPSON TM-T20II", "usb:04b8:0e15"),
        ("04b8:0e15", "usb:04b8:0e15"),
        (str(tmp_path / "usb" / "lp0"), f"file:{tmp_path / 'usb' / 'lp0'}"),
        ("Star", "cups:Star"),
        ("/dev/ttyUSB0 (USB-Serial)", "serial:/dev/ttyUSB0:9600"),
    ]
    assert all(connection(each.connection) for each in found)


def test_queues_of_windows_are_named_so(quiet, tmp_path: Path):
    assert found_printers(["Receipt"], devices=tmp_path, platform="win32") == [
        FoundPrinter("Receipt", "windows:Receipt")
    ]


def test_a_computer_without_usb_finds_the_rest(quiet, tmp_path: Path):
    def none(**_asked: object) -> None:
        raise usb.core.NoBackendError("No backend available")

    quiet.setattr(usb.core, "find", none)
    assert found_printers(["Star"], devices=tmp_path, platform="linux") == [FoundPrinter("Star", "cups:Star")]


def test_only_printers_are_asked_for_their_names():
    assert _prints([[SimpleNamespace(bInterfaceClass=3), SimpleNamespace(bInterfaceClass=7)]])
    assert not _prints([[SimpleNamespace(bInterfaceClass=3)]])
