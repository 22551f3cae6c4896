"""Looks into an SVG drawing before anything draws it: refused is what runs, refers elsewhere or never ends."""

import re
from base64 import b64decode
from binascii import Error as NoBase64
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from xml.parsers import expat

from loyaltydesk.model.refusals import Refused
from loyaltydesk.printing.pictures import MOST_PIXELS, header_of
from loyaltydesk.printing.refusals import PictureUnreadable
from loyaltydesk.printing.svg_extent import Extent
from loyaltydesk.words import mark, tr
from loyaltydesk.words.formats import Formats
from loyaltydesk.words.refusals import sentence

MOST_BYTES = 2_000_000
DEEPEST, MOST_ELEMENTS = 60, 20_000
RUNNING = frozenset("script foreignobject handler listener iframe object embed audio video animate set".split())
W3C = "http://www.w3.org/"
PICTURE = re.compile(r"data:image/(?:png|jpe?g);base64,(.*)", re.DOTALL)
URL = re.compile(r"""url\(\s*["']?\s*([^)"']*)""", re.IGNORECASE)
STYLE_COMMANDS = re.compile(r"@import|expression\s*\(|javascript:|\\", re.IGNORECASE)  # \ may spell any of them

REASONS: Final = {
    "no_svg": mark("This is no SVG drawing, or a broken one. Save it anew, or choose a PNG or JPEG file."),
    "too_large": mark("This drawing is too large. Choose one of less than 2 MB, or a PNG or JPEG file."),
    "too_complex": mark("This drawing has too many parts to be drawn. Save a simpler one, or choose a PNG file."),
    "entities": mark("This drawing declares text of its own (DOCTYPE). Save it as “plain SVG”, or choose a PNG file."),
    "runs": mark("There is a program or a film within this drawing. Save it as “plain SVG”, or choose a PNG file."),
    "outside": mark("This drawing refers to something outside its own file. Embed it, or choose a PNG file."),
    "empty": mark("Nothing of this picture can be seen on white paper."),
}


@dataclass(eq=False)
class DrawingRefused(Refused):
    """This drawing is not taken in; `reason` is a key of REASONS."""

    reason: str


@sentence.register
def _(no: DrawingRefused, _formats: Formats) -> str:
    return tr(REASONS[no.reason])


def looks_like_svg(content: bytes) -> bool:
    """Whether this is markup and no picture."""
    start = content[:1000].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").replace(b"\0", b"")
    return start.startswith(b"<")


def check_svg(content: bytes) -> None:
    """Raises DrawingRefused unless `content` is a drawing that can be drawn without harm.

    Nothing of it is loaded from elsewhere, run, or drawn a million times over. It is parsed without any of its
    entities, as a DOCTYPE that declares some is refused before they are used.
    """
    if len(content) > MOST_BYTES:
        raise DrawingRefused("too_large")
    inspector = _Inspector()
    try:
        inspector.parser.Parse(content, True)
    except (expat.ExpatError, LookupError, ValueError) as error:  # unsound markup, an encoding that nobody knows
        raise DrawingRefused("no_svg") from error
    inspector.extent.check(_refuse)


def _refuse(reason: str) -> None:
    raise DrawingRefused(reason)


class _Inspector:
    """Reads a drawing element by element, and stops at the first that is not wanted."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate()
        self.extent = Extent()
        self._path: list[str] = []
        self._pixels = 0  # of all pictures within it, which are unpacked together
        handlers: dict[str, Callable[..., None]] = {
            "StartDoctypeDeclHandler": self._doctype,
            "EntityDeclHandler": lambda *_declared: _refuse("entities"),
            "ProcessingInstructionHandler": lambda *_said: _refuse("outside"),
            "StartElementHandler": self._start,
            "EndElementHandler": self._end,
            "CharacterDataHandler": self._text,
        }
        for name, handler in handlers.items():
            setattr(self.parser, name, handler)
        self.parser.buffer_text = True

    def _doctype(self, *declared: str | int | None) -> None:
        _name, system, _public, has_own = declared
        if has_own or (system and not str(system).startswith(W3C)):
            _refuse("entities")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2].lower()
        self._path.append(local)
        if len(self._path) == 1 and local != "svg":
            _refuse("no_svg")
        if local in RUNNING or local.startswith("animate"):
            _refuse("runs")
        if len(self._path) > DEEPEST:
            _refuse("too_complex")
        self.extent.begin(local, attributes)
        if self.extent.elements > MOST_ELEMENTS:
            _refuse("too_complex")
        for key, value in attributes.items():
            self._attribute(key.rpartition(":")[2].lower(), value.strip())

    def _end(self, _name: str) -> None:
        self._path.pop()
        self.extent.end()

    def _text(self, text: str) -> None:
        if "style" in self._path:
            self._style(text)

    def _attribute(self, name: str, value: str) -> None:
        if name.startswith("on"):
            _refuse("runs")
        if name in ("href", "src"):
            self._reference(value)
        self._style(value)

    def _style(self, text: str) -> None:
        if STYLE_COMMANDS.search(text):
            _refuse("outside")
        for found in URL.finditer(text):
            self._reference(found.group(1))

    def _reference(self, target: str) -> None:
        if target.startswith("#"):
            self.extent.refer(target[1:].strip())
        elif (picture := PICTURE.fullmatch(target)) is not None:
            self._pixels += _pixels(picture.group(1))
            if self._pixels > MOST_PIXELS:
                _refuse("too_complex")
        else:
            _refuse("outside")


def _pixels(text: str) -> int:
    """How many pixels a picture within the drawing has, which must be one that would be taken in alone."""
    try:
        width, height = header_of(b64decode("".join(text.split()), validate=True))
    except (NoBase64, PictureUnreadable) as error:
        raise DrawingRefused("too_complex") from error
    return width * height
