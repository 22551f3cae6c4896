"""A drawing that runs, refers elsewhere or never ends is refused before anything draws it."""

from base64 import b64encode
from io import BytesIO

import pytest
from PIL import Image

from loyaltydesk.printing.svg import REASONS, DrawingRefused, check_svg, looks_like_svg
from loyaltydesk.words.formats import Formats
from loyaltydesk.words.refusals import sentence


def svg(inside: str, *, before: str = "", attributes: str = "") -> bytes:
    return (
        f'{before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'viewBox="0 0 100 50" {attributes}>{inside}</svg>'
    ).encode()


def _png(size: tuple[int, int] = (2, 2)) -> str:
    file = BytesIO()
    Image.new("1", size).save(file, "PNG")
    return b64encode(file.getvalue()).decode()


def _image(side: int) -> str:
    return f'<image xlink:href="data:image/png;base64,{_png((side, side))}"/>'


def _uses(levels: int, each: int) -> str:
    """A drawing of a few lines that draws itself a power of times over."""
    first = '<g id="g0"><rect width="9" height="9"/></g>'
    more = (f'<g id="g{level}">' + f'<use href="#g{level - 1}"/>' * each + "</g>" for level in range(1, levels))
    return first + "".join(more)


W3C = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'


@pytest.mark.parametrize(
    "content",
    [
        svg('<path d="M0 0L9 9Z" fill="#f00"/>'),
        svg("<rect/>", before='<?xml version="1.0" encoding="UTF-8"?>\n<!-- made by hand -->\n' + W3C),
        svg('<defs><linearGradient id="a"/></defs><rect fill="url(#a)" style="fill:url(\'#a\');opacity:.5"/>'),
        svg('<g id="leaf"/><use xlink:href="#leaf"/><use href="#nowhere"/>'),
        svg(f'<image xlink:href="data:image/png;base64,{_png()}"/>'),
        svg("<style>.one{fill:#0B7A5B}</style><text class='one'>Rīts</text>", attributes='width="3cm" onx:y="1"'[:11]),
        svg('<path stroke-dasharray="4 2" d="M0 0H90"/>'),
        svg("<rect/>").decode().encode("utf-16"),
        svg(_uses(4, 10)),
        svg('<defs><marker id="arrow"><path d="M0 0"/></marker></defs><path style="marker:none" d="M0 0H9"/>'),
        svg('<mask id="a"><rect/></mask><filter id="b"><feGaussianBlur/></filter><g mask="url(#a)" filter="url(#b)"/>'),
        svg(f'<pattern id="a">{_image(200)}</pattern><rect fill="url(#a)"/>'),
        svg('<style>.a{fill:url(#b)}</style><radialGradient id="b"/><rect class="a"/>'),
    ],
)  # fmt: skip
def test_an_honest_drawing_is_taken(content: bytes) -> None:
    assert looks_like_svg(content)
    check_svg(content)


ENTITY = '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (svg("<script>alert(1)</script>"), "runs"),
        (svg("<SCRIPT/>"), "runs"),
        (svg('<rect onload="alert(1)"/>'), "runs"),
        (svg("<rect ONCLICK='x'/>"), "runs"),
        (svg("<foreignObject><p>x</p></foreignObject>"), "runs"),
        (svg("<rect><animate attributeName='x' to='9'/></rect>"), "runs"),
        (svg('<x:script xmlns:x="http://www.w3.org/2000/svg"/>'), "runs"),
        (svg("&b;", before=ENTITY), "entities"),
        (svg("", before='<!DOCTYPE svg SYSTEM "file:///etc/passwd">'), "entities"),
        (svg('<image href="http://example.com/a.png"/>'), "outside"),
        (svg('<image xlink:href="file:///etc/passwd"/>'), "outside"),
        (svg('<image href="logo.png"/>'), "outside"),
        (svg('<use href="other.svg#a"/>'), "outside"),
        (svg('<image href="data:image/svg+xml;base64,PHN2Zy8+"/>'), "outside"),
        (svg('<a href="javascript:alert(1)"/>'), "outside"),
        (svg('<rect fill="url(http://example.com/#a)"/>'), "outside"),
        (svg('<rect style="fill:URL( \'//example.com\')"/>'), "outside"),
        (svg("<style>@import 'x.css';</style>"), "outside"),
        (svg("<style><![CDATA[ rect { fill: url(x.svg#a) } ]]></style>"), "outside"),
        (svg(r"<style>@\69mport 'x.css'</style>"), "outside"),
        (svg("", before='<?xml-stylesheet href="x.css"?>'), "outside"),
        (svg('<image href="data:image/png;base64,AAAA"/>'), "too_complex"),
        (svg(f'<image href="data:image/png;base64,{_png((6000, 6000))}"/>'), "too_complex"),
        (svg("<g>" * 70 + "</g>" * 70), "too_complex"),
        (svg("<rect/>" * 20_001), "too_complex"),
        (svg(_uses(9, 10)), "too_complex"),
        (svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'), "too_complex"),
        (svg('<pattern id="a"><rect fill="url(#a)"/></pattern><rect fill="url(#a)"/>'), "too_complex"),
        (svg('<marker id="a"><rect/></marker><path marker-mid="url(#a)" d="M0 0L1 1L2 2"/>'), "too_complex"),
        (svg('<mask id="a"><rect/></mask>' + '<rect mask="url(#a)"/>' * 200), "too_complex"),
        (svg('<style>rect{mask:url(#a)}</style><mask id="a"><rect/></mask>' + "<rect/>" * 200), "too_complex"),
        (svg(f'<filter id="a">{"<feGaussianBlur/>" * 20}</filter><rect filter="url(#a)"/>'), "too_complex"),
        (svg(f'<pattern id="a">{"<rect/>" * 900}</pattern><g fill="url(#a)">{"<rect/>" * 900}</g>'), "too_complex"),
        (svg(_image(1000) * 26), "too_complex"),
        (svg('<path d="M0 0H1e9"/>'), "too_complex"),
        (svg('<path d="M0 0H90" stroke-dasharray=".001 .001"/>'), "too_complex"),
        (svg('<path d="M0 0H90" style="stroke-dasharray: 0.001"/>'), "too_complex"),
        (b" " * 2_000_001, "too_large"),
        (b"", "no_svg"),
        (b"<html></html>", "no_svg"),
        (svg("<rect>"), "no_svg"),
        (b"<svg", "no_svg"),
        (b'<?xml version="1.0" encoding="nonsense"?><svg/>', "no_svg"),
        (b"\x1f\x8b\x08 a packed drawing", "no_svg"),
    ],
)  # fmt: skip
def test_any_other_is_refused_for_its_reason(content: bytes, reason: str) -> None:
    with pytest.raises(DrawingRefused) as refused:
        check_svg(content)
    assert refused.value.reason == reason


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_is_one_clear_sentence(reason: str) -> None:
    said = sentence(DrawingRefused(reason), Formats)  # type: ignore[type-abstract]  # no figure is asked for
    assert said.endswith(".")
    assert "{" not in said


@pytest.mark.parametrize("content", [b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF89a", b"RIFF....WEBP", b""])
def test_pictures_are_no_drawings(content: bytes) -> None:
    assert not looks_like_svg(content)
