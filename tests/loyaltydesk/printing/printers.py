"""Stand-ins for slip printers: one on the network that keeps what it gets, and a reader of the commands."""

import re
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image


class Listening:
    """A printer on this computer's own network, for one slip after the other."""

    def __init__(self, *, reads: bool = True) -> None:
        self.got: list[bytes] = []
        self._reads = reads
        self._line = socket.create_server(("127.0.0.1", 0), backlog=4)
        if not reads:
            self._line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        self.place = f"network:127.0.0.1:{self._line.getsockname()[1]}"  # as a printer is named
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._held: list[socket.socket] = []

    def _serve(self) -> None:
        while True:
            try:
                line, _address = self._line.accept()
            except OSError:
                return
            if not self._reads:
                self._held.append(line)
                continue
            with line, line.makefile("rb") as file:
                self.got.append(file.read())

    def start(self) -> None:
        """Begins to listen."""
        self._thread.start()

    def stop(self) -> None:
        """Hangs up."""
        self._line.shutdown(socket.SHUT_RDWR)
        self._line.close()
        self._thread.join(5)
        for line in self._held:
            line.close()


@contextmanager
def listening(*, reads: bool = True) -> Iterator[Listening]:
    """A printer that listens while the block runs; without `reads` it hangs."""
    printer = Listening(reads=reads)
    printer.start()
    try:
        yield printer
    finally:
        printer.stop()


def pictures(content: bytes) -> list[Image.Image]:
    """The pictures in a stream of commands (GS v 0), those that follow each other joined to one; cuts part them.

    Raises ValueError for a command it does not know.
    """
    found: list[list[Image.Image]] = [[]]
    at = 0
    while at < len(content):
        head = content[at : at + 4]
        if head == b"\x1dv0\x00":
            wide, high = (int.from_bytes(content[at + start : at + start + 2], "little") for start in (4, 6))
            bits = content[at + 8 : at + 8 + wide * high]
            found[-1].append(Image.frombytes("1", (wide * 8, high), bytes(255 - byte for byte in bits)))
            at += 8 + wide * high
        elif known := re.match(rb"\x1b@|\x1c\.|\x1bd.|\x1dV[\x00\x01]", content[at:], re.DOTALL):
            if known[0].startswith((b"\x1dV", b"\x1bd")) and found[-1]:
                found.append([])
            at += len(known[0])
        else:
            raise ValueError(f"unknown command {head!r} at {at}")
    return [_joined(bands) for bands in found if bands]


def _joined(bands: list[Image.Image]) -> Image.Image:
    whole = Image.new("1", (bands[0].width, sum(band.height for band in bands)))
    at = 0
    for band in bands:
        whole.paste(band, (0, at))
        at += band.height
    return whole


PAGES = {18: "cp852", 33: "cp775", 17: "cp866", 51: "cp1257", 45: "cp1250", 46: "cp1251", 0: "cp437", 2: "cp850"}


SETTING = re.compile(
    rb"\x1b@|\x1c\.|\x1bE[\x00\x01]|\x1d![\x00\x01]|\x1ba[\x00\x01]|\x1bd.|\x1dV[\x00\x01]"
    rb"|\x1dh.\x1dw[\x02-\x06]\x1dH\x00",
    re.DOTALL,
)


def typed(content: bytes) -> tuple[list[str], list[bytes]]:
    """The lines that a printer types, as it reads them, and the barcodes it was told to make.

    Raises ValueError for a command it does not know, which is what a name must never bring in.
    """
    lines, codes, page, line, at = [], [], "cp437", "", 0
    while at < len(content):
        rest = content[at:]
        if known := SETTING.match(rest):
            at += len(known[0])
        elif known := re.match(rb"\x1dk\x02([0-9]{13})\x00", rest):
            codes.append(known[1])
            at += len(known[0])
        elif rest.startswith(b"\x1dkI"):
            codes.append(rest[4 : 4 + rest[3]])
            at += 4 + rest[3]
        elif rest.startswith(b"\x1bt"):
            page, at = PAGES[rest[2]], at + 3
        elif rest[0] == 10:
            lines.append(line)
            line, at = "", at + 1
        elif rest[0] < 32 or rest[0] == 127:
            raise ValueError(f"unknown command {rest[:4]!r} at {at}")
        else:
            line, at = line + bytes([rest[0]]).decode(page), at + 1
    return lines, codes
