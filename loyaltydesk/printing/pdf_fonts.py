"""The typefaces of a PDF: which characters are used of each, by which codes, and at the end their embedded subsets."""

from itertools import groupby
from threading import Lock

from reportlab.lib.rl_accel import escapePDF
from reportlab.pdfbase.ttfonts import TTFont

from loyaltydesk.printing.fonts import face
from loyaltydesk.printing.pdf_file import PdfFile
from loyaltydesk.printing.scene import Role

SYMBOLIC = 4  # a subset has codes of its own (ISO 32000-1, table 123)
IN_A_BLOCK = 100  # the most that a map to Unicode may list at once

_cutting = Lock()  # a font file is read by one document at a time when its subset is cut


class _Codes(dict[int, int]):
    """The code of each character of a typeface that `document` uses: its subset times 256, and its place there."""

    def __init__(self, font: TTFont, document: "Lettering") -> None:
        super().__init__()
        self._font, self._document = font, document

    def __missing__(self, character: int) -> int:
        ((subset, code),) = self._font.splitString(chr(character), self._document)
        self[character] = subset * 256 + code[0]
        return self[character]


class Lettering:
    """The words of one document as strings of its fonts."""

    def __init__(self) -> None:
        self._fonts: dict[Role, TTFont] = {}
        self._codes: dict[Role, _Codes] = {}

    def shown(self, text: str, role: Role, size: float) -> str:
        """The operators that show `text`, of characters that the typeface has, `size` points large."""
        if role not in self._codes:
            self._fonts[role] = face(role)
            self._codes[role] = _Codes(self._fonts[role], self)
        codes = text.translate(self._codes[role])
        try:
            return f"/{role.name}0 {size:.2f} Tf({escapePDF(codes.encode('latin-1'))})Tj"
        except UnicodeEncodeError:  # a character beyond the first subset
            parts = groupby(codes, lambda code: ord(code) >> 8)
            return " ".join(
                f"/{role.name}{subset} {size:.2f} Tf({escapePDF(bytes(ord(code) & 255 for code in some))})Tj"
                for subset, some in parts
            )

    def written(self, file: PdfFile) -> str:
        """Puts all subsets into `file`; gives back the dictionary of fonts for what uses them."""
        fonts = []
        with _cutting:
            for role, font in self._fonts.items():
                plain_name = font.face.name.decode("ascii")
                for number, subset in enumerate(font.state[self].subsets):
                    embedded = _embedded(file, font, subset, name=f"{_tag(number)}+{plain_name}")
                    fonts.append(f"/{role.name}{number} {embedded} 0 R")
        return f"<<{''.join(fonts)}>>"


def _embedded(file: PdfFile, font: TTFont, subset: list[int], *, name: str) -> int:
    """Puts one subset of a typeface into `file`, the characters by their codes, and gives back the font's number."""
    metrics = font.face
    program = metrics.makeSubset(subset)
    program_at = file.stream(program, f"/Length1 {len(program)}")
    box = " ".join(f"{edge:g}" for edge in metrics.bbox)
    descriptor = file.put(
        f"<</Type/FontDescriptor/FontName/{name}/Flags {SYMBOLIC}/FontBBox[{box}]/ItalicAngle {metrics.italicAngle:g}"
        f"/Ascent {metrics.ascent:g}/Descent {metrics.descent:g}/CapHeight {metrics.capHeight:g}"
        f"/StemV {metrics.stemV:g}/MissingWidth {metrics.defaultWidth:g}/FontFile2 {program_at} 0 R>>"
    )
    widths = " ".join(f"{metrics.getCharWidth(character):g}" for character in subset)
    return file.put(
        f"<</Type/Font/Subtype/TrueType/BaseFont/{name}/FirstChar 0/LastChar {len(subset) - 1}/Widths[{widths}]"
        f"/FontDescriptor {descriptor} 0 R/ToUnicode {file.stream(_to_unicode(subset))} 0 R>>"
    )


def _tag(number: int) -> str:
    """Six letters that tell the subsets of a typeface apart."""
    return "".join(chr(ord("A") + int(digit)) for digit in f"{number:06}")


def _to_unicode(subset: list[int]) -> bytes:
    """What each code means, so that words are found and copied (ISO 32000-1, 9.10.3)."""
    pairs = [f"<{code:02X}> <{character:04X}>" for code, character in enumerate(subset)]
    blocks = (pairs[at : at + IN_A_BLOCK] for at in range(0, len(pairs), IN_A_BLOCK))
    listed = "\n".join("\n".join([f"{len(block)} beginbfchar", *block, "endbfchar"]) for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
        f"{listed}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")
