"""Sending to slip printers that listen, refuse, hang, are missing, full or held by others."""

import os
import socket
import stat
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from errno import EACCES, EBUSY, ENOENT, ENOSPC
from pathlib import Path

import pytest

from loyaltydesk.printing import escpos_library, sending, sending_devices
from loyaltydesk.printing.refusals import PRINTER_REASONS, PrinterFailed
from loyaltydesk.printing.sending import reason_of, send, within
from loyaltydesk.printing.slip_printer import Connection, Link, connection
from tests.loyaltydesk.printing.printers import listening

SOON = 0.05
posix = pytest.mark.skipif(os.name != "posix", reason="the devices of Linux")


def refusal(place: str, content: bytes = b"slip", seconds: float = SOON) -> PrinterFailed:
    """What comes of sending there."""
    with pytest.raises(PrinterFailed) as refused:
        send(content, connection(place), seconds=seconds)
    return refused.value


def test_a_network_printer_gets_every_byte_and_the_end() -> None:
    content = os.urandom(50_000)
    with listening() as printer:
        send(content, connection(printer.place), seconds=3)
        send(b"second", connection(printer.place), seconds=3)
    assert printer.got == [content, b"second"]


def test_a_port_that_nobody_listens_on_refuses() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    assert refusal(f"network:127.0.0.1:{port}").reason == "refused"


def test_a_printer_that_hangs_is_given_up() -> None:
    with listening(reads=False) as printer:
        no = refusal(printer.place, bytes(200_000))  # a long slip: no more than systems take over by themselves
    assert (no.reason, no.place) == ("timed_out", "127.0.0.1")


def test_a_printer_that_never_stops_to_say_how_it_is_is_left() -> None:
    left = threading.Event()

    def talk() -> None:
        line, _address = server.accept()
        with line, suppress(OSError):
            while True:
                line.sendall(b"\x16")
        left.set()

    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=talk, daemon=True).start()
        send(b"slip", connection(f"network:127.0.0.1:{server.getsockname()[1]}"), seconds=SOON)
        assert left.wait(5)


@pytest.mark.parametrize("host", ["nowhere.invalid", "a..b", "x" * 70])
def test_a_name_that_is_none_is_not_found(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(host: str, *_rest: object, **_more: object) -> None:
        host.encode("idna")
        raise socket.gaierror(socket.EAI_NONAME, "not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert refusal(f"network:{host}").reason == "not_found"


def test_a_look_up_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(TimeoutError):
        within(0.01, threading.Event().wait)  # for ever
    assert within(1, lambda: 7) == 7


def test_a_file_grows_by_each_slip(tmp_path: Path) -> None:
    place = f"file:{tmp_path / 'slips.bin'}"
    for slip in (b"one", b"two"):
        send(slip, connection(place))
    assert (tmp_path / "slips.bin").read_bytes() == b"onetwo"


def test_a_file_in_no_folder_and_a_folder_are_not_found(tmp_path: Path) -> None:
    assert refusal(f"file:{tmp_path / 'no' / 'slips'}").reason == "not_found"
    assert refusal(f"file:{tmp_path}").reason == "not_found"


@posix
def test_a_device_that_is_not_there_is_never_made() -> None:
    assert refusal("file:/dev/no-such-printer").reason == "not_found"
    assert not Path("/dev/no-such-printer").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the devices of Linux")
def test_a_full_disk_is_told() -> None:
    assert refusal("file:/dev/full").reason == "full"


@posix
def test_a_device_that_takes_nothing_is_given_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "lp0")
    assert refusal(f"file:{tmp_path / 'lp0'}").reason == "not_found"  # nobody behind it
    behind = os.open(tmp_path / "lp0", os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert refusal(f"file:{tmp_path / 'lp0'}", bytes(1_000_000)).reason == "timed_out"
    finally:
        os.close(behind)


@pytest.mark.parametrize(
    ("error", "reason"),
    [(ENOENT, "not_found"), (EACCES, "no_permission"), (EBUSY, "refused"), (ENOSPC, "full"), (None, "broken_off")],
)
def test_the_reasons_of_the_system_have_words(error: int | None, reason: str) -> None:
    assert reason_of(OSError(error, "said")) == reason
    assert reason in PRINTER_REASONS
    assert set(sending.REASONS.values()) <= PRINTER_REASONS.keys()


# --- CUPS


def lp(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Puts a printing system of one line in place."""
    command = folder / "lp"
    command.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    command.chmod(command.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


@posix
def test_a_queue_gets_the_bytes_as_they_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lp(tmp_path, f'cat > {tmp_path}/job; echo "$@" > {tmp_path}/asked', monkeypatch)
    content = bytes(range(256))
    send(content, connection("cups:Star TSP"))
    assert (tmp_path / "job").read_bytes() == content
    assert (tmp_path / "asked").read_text(encoding="utf-8").strip() == "-d Star TSP -o raw -t Slip -"


@posix
@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("lp: The printer or class does not exist.", "not_found"),
        ('lp: Destination \\"x\\" is not accepting jobs.', "refused"),
        ("lp: Forbidden", "no_permission"),
        ("lp: something else", "broken_off"),
    ],
)
def test_what_a_queue_says_no_with_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, reason: str
) -> None:
    lp(tmp_path, f'echo "{said}" >&2; exit 1', monkeypatch)
    assert refusal("cups:x", seconds=3).reason == reason


@posix
def test_a_queue_that_hangs_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lp(tmp_path, "exec sleep 5", monkeypatch)
    assert refusal("cups:x").reason == "timed_out"


def test_without_cups_there_are_no_queues(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert refusal("cups:x").reason == "no_driver"


@pytest.mark.skipif(sys.platform == "win32", reason="where there are such queues")
def test_queues_of_windows_are_nowhere_else() -> None:
    assert refusal("windows:Slips").reason == "no_driver"


# --- serial ports and USB


@pytest.fixture
def port() -> Iterator[tuple[int, int]]:
    """Both ends of a line, as file descriptors; no test where the system has no such lines to give."""
    try:
        ends = os.openpty()
    except (AttributeError, OSError) as error:
        pytest.skip(f"no pseudo-terminals here: {error}")
    yield ends
    for end in ends:
        os.close(end)


def test_a_serial_port_gets_every_byte(port: tuple[int, int]) -> None:
    ours, theirs = port
    got: list[bytes] = []
    content = b"slip " * 100

    def read() -> None:
        while sum(map(len, got)) < len(content):
            got.append(os.read(ours, 1000))

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    send(content, Connection(Link.SERIAL, os.ttyname(theirs), 115200), seconds=3)
    reader.join(5)
    assert b"".join(got) == content


def test_a_serial_port_that_takes_nothing_is_given_up(port: tuple[int, int]) -> None:
    assert refusal(f"serial:{os.ttyname(port[1])}:115200", bytes(100_000)).reason == "timed_out"


def test_a_serial_port_that_is_not_there_is_not_found() -> None:
    assert refusal("serial:/dev/ttyNONE:9600").reason == "not_found"


class Out(list[bytes]):
    """The way to a USB printer."""

    bEndpointAddress = 0x02

    def write(self, content: bytes, _ms: int) -> None:
        self.append(content)


class Interface(list[Out]):
    """The printer among the parts of a USB device."""

    bInterfaceClass, bInterfaceNumber = 7, 0


class Device:
    """A USB printer whose system driver has it first."""

    def __init__(self, out: Out) -> None:
        self.out, self.steps = out, list[str]()

    def get_active_configuration(self) -> list[Interface]:
        return [Interface([self.out])]

    def is_kernel_driver_active(self, _number: int) -> bool:
        return True

    def detach_kernel_driver(self, _number: int) -> None:
        self.steps.append("taken")

    def attach_kernel_driver(self, _number: int) -> None:
        self.steps.append("given back")


def test_a_usb_printer_is_taken_from_its_driver_and_given_back(monkeypatch: pytest.MonkeyPatch) -> None:
    import usb.core
    import usb.util

    device = Device(Out())
    monkeypatch.setattr(usb.core, "find", lambda **asked: device if asked["idVendor"] == 0x04B8 else None)
    monkeypatch.setattr(usb.util, "dispose_resources", lambda _device: None)
    send(bytes(5000), connection("usb:04b8:0202"))
    assert b"".join(device.out) == bytes(5000)
    assert device.steps == ["taken", "given back"]
    assert refusal("usb:0000:0001").reason == "not_found"


def test_a_computer_without_usb_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    import usb.core

    def none(**_asked: object) -> None:
        raise usb.core.NoBackendError("No backend available")

    monkeypatch.setattr(usb.core, "find", none)
    assert refusal("usb:04b8:0202").reason == "no_driver"


def test_pieces_are_small_enough_for_a_slow_line() -> None:
    assert sending_devices.PIECE * 10 / 1200 < sending.SECONDS


class WindowsQueue:
    """A queue of Windows that takes what it gets, or fails as Windows does."""

    got: list[bytes]
    fails: Exception | None = None

    def __init__(self, _name: str) -> None:
        type(self).got = []

    @staticmethod
    def is_usable() -> bool:
        return True

    def open(self, **_how: str) -> None:
        if isinstance(self.fails, escpos_library.DeviceNotFoundError):
            raise self.fails

    def _raw(self, content: bytes) -> None:
        if self.fails:
            raise self.fails
        self.got.append(content)

    def close(self) -> None:
        self.got.append(b"closed")


def test_what_windows_says_of_its_queues_is_a_reason_and_a_fault_stays_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(escpos_library, "Win32Raw", WindowsQueue)
    send(b"slip", connection("windows:Slips"))
    assert WindowsQueue.got == [b"slip", b"closed"]
    broken = type("error", (Exception,), {"__module__": "pywintypes"})
    for fails, reason in (
        (broken(6, "WritePrinter"), "broken_off"),
        (escpos_library.DeviceNotFoundError(), "not_found"),
    ):
        monkeypatch.setattr(WindowsQueue, "fails", fails)
        assert refusal("windows:Slips").reason == reason
    monkeypatch.setattr(WindowsQueue, "fails", ZeroDivisionError())
    with pytest.raises(ZeroDivisionError):
        send(b"slip", connection("windows:Slips"))
