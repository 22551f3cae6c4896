"""Sends ready commands to a slip printer, and says in one word why it could not: never later than in a few seconds.

Nothing here knows whether paper came out: printers do not say so on most of these ways.
"""

import errno
import os
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any, Final, TypeVar

from loyaltydesk.printing import sending_devices
from loyaltydesk.printing.refusals import PrinterFailed
from loyaltydesk.printing.slip_printer import Connection, Link

_T = TypeVar("_T")
SECONDS = 3.0  # without an answer, after which a printer is given up
PIECE = 4096  # bytes at a time: each has its own few seconds, for a printer takes no more than it has printed
FAREWELL = 1.0  # seconds that a network printer has to take the last of it in

REASONS: Final = {
    errno.ENOENT: "not_found", errno.ENODEV: "not_found", errno.ENXIO: "not_found", errno.EHOSTUNREACH: "not_found",
    errno.ENETUNREACH: "not_found", errno.EISDIR: "not_found", errno.ENOTDIR: "not_found",
    errno.ECONNREFUSED: "refused", errno.EBUSY: "refused",
    errno.EACCES: "no_permission", errno.EPERM: "no_permission", errno.EROFS: "no_permission",
    errno.ENOSPC: "full", errno.EDQUOT: "full", errno.EFBIG: "full",
    errno.ETIMEDOUT: "timed_out", errno.EAGAIN: "timed_out",
}  # fmt: skip


def send(content: bytes, connection: Connection, *, seconds: float = SECONDS) -> None:
    """Sends `content` to the printer at `connection`. Raises PrinterFailed, after `seconds` without an answer.

    A printer of CUPS or of Windows takes it over and prints when it can.
    """
    try:
        _WAYS[connection.link](content, connection, seconds)
    except (OSError, UnicodeError) as error:
        raise PrinterFailed(connection.place, reason_of(error)) from error


def reason_of(error: BaseException) -> str:
    """The reason (a key of PRINTER_REASONS) that an error of the system stands for."""
    if isinstance(error, TimeoutError):
        return "timed_out"
    if isinstance(error, (socket.gaierror, UnicodeError)):  # of a name, one that is none
        return "not_found"
    return REASONS.get(getattr(error, "errno", None) or 0, "broken_off")


def pieces(content: bytes, size: int = PIECE) -> Iterator[bytes]:
    """`content` in pieces of at most `size` bytes."""
    return (content[start : start + size] for start in range(0, len(content), size))


def within(seconds: float, action: Callable[[], _T]) -> _T:
    """What `action` gives, or TimeoutError: for what knows no time-out itself, such as the look-up of a name."""
    came: list[Any] = []

    def act() -> None:
        try:
            came.append((True, action()))
        except (OSError, UnicodeError) as error:
            came.append((False, error))

    thread = threading.Thread(target=act, daemon=True)
    thread.start()
    thread.join(seconds)
    if not came:
        raise TimeoutError
    done, result = came[0]
    if not done:
        raise result
    return result  # type: ignore[no-any-return]  # a list of pairs cannot say so


def _to_network(content: bytes, connection: Connection, seconds: float) -> None:
    place = (connection.place, connection.number)
    within(seconds, lambda: socket.getaddrinfo(*place, type=socket.SOCK_STREAM))
    with socket.create_connection(place, timeout=seconds) as line:
        # Else the system takes a whole slip over from us, and nobody hears that a printer without paper takes none.
        line.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 2 * PIECE)
        for piece in pieces(content):
            line.sendall(piece)
        line.shutdown(socket.SHUT_WR)
        line.settimeout(min(seconds, FAREWELL))
        given_up = time.monotonic() + min(seconds, FAREWELL)
        with suppress(OSError):  # some say how they are, and to hang up on that would throw the slip away
            while time.monotonic() < given_up and line.recv(PIECE):  # others never stop saying it
                pass


def _to_file(content: bytes, connection: Connection, seconds: float) -> None:
    """A device, or a file that grows by each slip; nothing is made where only devices belong."""
    path = connection.place
    make = 0 if path.startswith("/dev/") else os.O_CREAT
    flags = os.O_WRONLY | os.O_APPEND | make | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    file = os.open(path, flags, 0o600)
    try:
        for piece in pieces(content):
            sending_devices.write_all(file, piece, seconds)
    finally:
        os.close(file)


def _to_cups(content: bytes, connection: Connection, seconds: float) -> None:
    """A queue that passes on what it gets as it is (`-o raw`)."""
    command = ["lp", "-d", connection.place, "-o", "raw", "-t", "Slip", "-"]
    plain = {**os.environ, "LC_ALL": "C"}
    try:
        asked = subprocess.run(command, input=content, capture_output=True, timeout=seconds, env=plain, check=False)
    except subprocess.TimeoutExpired as error:
        raise TimeoutError from error
    except FileNotFoundError as error:
        raise PrinterFailed(connection.place, "no_driver") from error
    if asked.returncode:
        raise PrinterFailed(connection.place, _cups_reason(asked.stderr.decode(errors="replace").casefold()))


def _cups_reason(said: str) -> str:
    if "not exist" in said or "no such" in said or "unknown" in said:
        return "not_found"
    if "not accepting" in said or "unable to connect" in said or "scheduler" in said:
        return "refused"
    return "no_permission" if "authori" in said or "forbidden" in said or "permission" in said else "broken_off"


_WAYS: dict[Link, Callable[[bytes, Connection, float], None]] = {
    Link.NETWORK: _to_network,
    Link.FILE: _to_file,
    Link.CUPS: _to_cups,
    Link.SERIAL: sending_devices.to_serial,
    Link.USB: sending_devices.to_usb,
    Link.WINDOWS: sending_devices.to_windows,
}
