"""The objects of a PDF file, each written when it is ready; what is kept of it is where it begins (ISO 32000-1)."""

import hashlib
import zlib
from array import array
from collections.abc import Iterator

HEADER = b"%PDF-1.6\n%\xe2\xe3\xcf\xd3\n"  # the second line tells a transfer program that this is no text
IN_A_PIECE = 500  # places of objects


class PdfFile:
    """Numbers objects and takes them in any order. What was written is fetched by `take`, piece by piece."""

    def __init__(self) -> None:
        self._pending = [HEADER]
        self._length = len(HEADER)
        self._offsets = array("Q")
        self._digest = hashlib.md5(usedforsecurity=False)  # only the name of the file among others

    def reserve(self) -> int:
        """A number for an object that is written later."""
        self._offsets.append(0)
        return len(self._offsets)

    def put(self, body: str | bytes, number: int = 0) -> int:
        """Writes an object, under the number that was reserved for it or a new one, which is given back."""
        number = number or self.reserve()
        self._offsets[number - 1] = self._length
        self._write(b"%d 0 obj\n%b\nendobj\n" % (number, body if isinstance(body, bytes) else body.encode("ascii")))
        return number

    def stream(self, content: bytes, entries: str = "", number: int = 0) -> int:
        """Writes `content` compressed, with `entries` in its dictionary."""
        return self.packed(zlib.compress(content), f"{entries}/Filter/FlateDecode", number)

    def packed(self, content: bytes, entries: str, number: int = 0) -> int:
        """Writes `content` as it is; `entries` say how it is packed."""
        head = f"<<{entries}/Length {len(content)}>>".encode("ascii")
        return self.put(b"%b\nstream\n%b\nendstream" % (head, content), number)

    def finish(self, root: int, facts: int) -> Iterator[bytes]:
        """The last pieces: where each object is. `root` is the catalogue, `facts` are title and author."""
        count, start = len(self._offsets) + 1, self._length
        name = self._digest.hexdigest().upper()
        yield self.take() + f"xref\n0 {count}\n0000000000 65535 f \n".encode("ascii")
        for at in range(0, count, IN_A_PIECE):
            places = self._offsets[at : at + IN_A_PIECE]
            yield "".join([f"{offset:010} 00000 n \n" for offset in places]).encode("ascii")
        trailer = f"<</Size {count}/Root {root} 0 R/Info {facts} 0 R/ID[<{name}><{name}>]>>"
        yield f"trailer\n{trailer}\nstartxref\n{start}\n%%EOF\n".encode("ascii")

    def _write(self, piece: bytes) -> None:
        self._pending.append(piece)
        self._length += len(piece)
        self._digest.update(piece)

    def take(self) -> bytes:
        """What was written since this was asked for last."""
        piece = b"".join(self._pending)
        self._pending.clear()
        return piece


def text_string(text: str) -> str:
    """`text` as a string of a dictionary, in UTF-16; half characters are replaced."""
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"
