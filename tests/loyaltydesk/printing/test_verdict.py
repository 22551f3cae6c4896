"""A card counts as readable only when its bars are thick, high, alone and dark enough, and a reader finds them."""

import pytest
from msgspec.structs import replace

from loyaltydesk.model.design import BarsInk, CodeKind, CodeSide
from loyaltydesk.printing import verdict as module
from loyaltydesk.printing.card import CardFace, CardLook
from loyaltydesk.printing.card_code import CodePlace
from loyaltydesk.printing.designs import TEMPLATES
from loyaltydesk.printing.scene import WHITE, Align, Item, Rect
from loyaltydesk.printing.stocks import CARD_STOCKS
from loyaltydesk.printing.verdict import SENTENCES, Doubt, Problem, measured, unread, verdict
from loyaltydesk.words import use

OWN = CardFace("2600000000017", "Anna", "Gold member")
LOOK = CardLook("Kafejnīca Rīts", note="Tea")


@pytest.fixture
def design(monkeypatch: pytest.MonkeyPatch):
    """A design that can be spoilt: what it paints on the back below the bars."""

    def paint(*items: Item) -> CardLook:
        spoilt = replace(TEMPLATES["circles"], key="spoilt", back=lambda side: (side.whole(WHITE), *items))
        monkeypatch.setitem(TEMPLATES, "spoilt", spoilt)
        return replace(LOOK, template="spoilt", rules=str(items))

    return paint


def _doubts(look: CardLook, face: CardFace = OWN) -> list[Doubt]:
    return [problem.doubt for problem in verdict(look, face).problems]


@pytest.mark.parametrize("stock", CARD_STOCKS.values(), ids=lambda stock: stock.name)
def test_our_own_numbers_read_well_on_every_stock(stock) -> None:
    found = verdict(LOOK, OWN, size=stock.label)
    assert found.is_good
    assert found.module == pytest.approx(4 / 300 * 25.4)
    assert (found.height >= 16, found.contrast) == (True, 1)


@pytest.mark.parametrize("dpi", [203, 300, 600])
@pytest.mark.parametrize("side", list(CodeSide))
@pytest.mark.parametrize("kind", list(CodeKind))
@pytest.mark.parametrize("template", TEMPLATES)
def test_every_design_is_read_in_every_kind_on_every_side(
    template: str, kind: CodeKind, side: CodeSide, dpi: int
) -> None:
    align = list(Align)[list(TEMPLATES).index(template) % 3]
    look = replace(LOOK, template=template, code_kind=kind, code_side=side, bars_at=align)
    assert verdict(look, replace(OWN, code="LD-00123"), dpi=dpi).problems == ()


def test_a_number_that_needs_thinner_bars_is_told_so_and_reads_well_as_a_square() -> None:
    long = CardFace("LOYALTY-CARD-0012345")
    (problem,) = verdict(LOOK, long).problems
    assert problem.doubt is Doubt.THIN
    assert problem.sentence.startswith("The narrowest bars are 0.25 mm wide, and not every scanner reads")
    assert verdict(replace(LOOK, code_kind=CodeKind.QR), long).is_good


def test_figures_are_written_in_the_language_in_use() -> None:
    use("lv")
    try:
        assert "0,25" in Problem(Doubt.THIN, 0.254, 0.3).sentence
    finally:
        use("en")


@pytest.mark.parametrize(
    ("code", "doubt"), [("X" * 40, Doubt.TOO_WIDE), ("Ł1234", Doubt.NOT_PRINTABLE), ("", Doubt.NOT_PRINTABLE)]
)
def test_a_number_without_any_bars_does_not_read_well(code: str, doubt: Doubt) -> None:
    assert _doubts(LOOK, CardFace(code)) == [doubt]


def test_red_bars_are_not_seen_by_red_light() -> None:
    coloured = replace(LOOK, bars_ink=BarsInk.COLOUR, colour="#C0392B")
    (problem,) = verdict(coloured, OWN).problems
    assert (problem.doubt, round(problem.found), problem.needed) == (Doubt.CONTRAST, 47, 55)
    assert verdict(replace(coloured, colour="#0B7A5B"), OWN).is_good
    assert verdict(replace(coloured, bars_ink=BarsInk.BLACK), OWN).is_good


def test_nothing_may_be_painted_beside_the_bars(design) -> None:
    assert _doubts(design(Rect(0, 20, 30, 20, "#0000A0"))) == [Doubt.NOT_QUIET, Doubt.CONTRAST]
    assert _doubts(design(Rect(0, 20, 15, 20, "#0000A0"))) == []


def test_a_dark_ground_takes_the_contrast_from_black_bars(design) -> None:
    assert _doubts(design(Rect(0, 0, 90, 60, "#7A2E4D"))) == [Doubt.CONTRAST]


@pytest.mark.parametrize(
    ("box", "doubt"), [((-20.0, 20.0, 60.0, 17.0), Doubt.OVER_THE_EDGE), ((3.5, 20.0, 78.6, 12.0), Doubt.LOW)]
)
def test_bars_too_low_or_over_the_edge_do_not_read_well(
    monkeypatch: pytest.MonkeyPatch, box: tuple[float, float, float, float], doubt: Doubt
) -> None:
    monkeypatch.setattr(
        "loyaltydesk.printing.card.CodePlace", lambda _box, *rest: CodePlace(box, Align.LEFT, *rest[1:])
    )
    look = replace(LOOK, second_line=str(box))
    assert _doubts(look) == [doubt]


def test_what_the_sizes_allow_and_no_reader_finds_is_told(design) -> None:
    look = design(Rect(0, 24, 90, 4, "#808080"))  # half of what the bars stand on, which no measure forbids here
    assert unread(look, OWN) is None
    assert unread(design(Rect(0, 0, 90, 60, "#000040")), OWN) == Problem(Doubt.UNREAD)


def test_the_reader_is_asked_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "read_back", lambda *_args, **_more: "another")
    assert measured(LOOK, OWN).is_good
    assert _doubts(LOOK) == [Doubt.UNREAD]
    assert _doubts(LOOK, CardFace("LOYALTY-CARD-0012345")) == [Doubt.THIN]


def test_every_doubt_has_a_sentence_with_its_figures() -> None:
    assert set(SENTENCES) == set(Doubt)
    assert all("{" not in Problem(doubt, 0.123, 0.456).sentence for doubt in Doubt)
