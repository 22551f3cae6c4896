"""Panels are printed on A4 with their chart as lines, each table whole, and words that can be searched."""

import re

import pypdfium2
import pytest
from pypdfium2 import raw
from PySide6.QtGui import QColor

from ui.seams.panel_export_blocks import Sheet, head_block
from ui.seams.panel_export_paper import Figure, PanelPaper
from ui.seams.panel_export_pdf import Heading, pdf_of, picture_of
from ui.theme.charts.line import Line, Series
from ui.theme.charts.ranked import Rank, Ranked
from ui.theme.tokens import LIGHT

pytestmark = pytest.mark.usefixtures("theme")  # fonts need an application
CHART = Line(names=("Jan", "Feb"), line=Series("Active", (230, 268)), bars=Series("Joined", (21, 34)))
MEMBERS = PanelPaper(
    title="Members",
    period="1 Jan – 28 Feb 2026",
    note="line: active",
    header=("Month", "Active"),
    rows=(("Jan", 230), ("Feb", Figure("268", "268"))),
    how="Bought in the last 90 days.",
    drawing=CHART,
)
HEADING = Heading("Café Nora & Söhne", "Insights · Feb 2026")


def pages(*papers):
    document = pypdfium2.PdfDocument(pdf_of(papers, HEADING))
    return [document[at] for at in range(len(document))]


def words(page):
    return page.get_textpage().get_text_range()


def test_a_page_says_whose_figures_of_when_and_how_they_are_counted():
    (page,) = pages(MEMBERS)
    said = words(page)
    for part in (*HEADING, MEMBERS.title, MEMBERS.period, MEMBERS.note, MEMBERS.how, "Page 1 of 1", "268", "Feb"):
        assert part in said
    assert [round(side / 72 * 25.4) for side in page.get_size()] == [210, 297]


def test_the_chart_is_made_of_lines_and_letters():
    (page,) = pages(MEMBERS)
    kinds = {each.type for each in page.get_objects()}
    assert raw.FPDF_PAGEOBJ_PATH in kinds
    assert raw.FPDF_PAGEOBJ_IMAGE not in kinds


def test_paper_is_white_however_dark_the_screen_is(theme):
    theme.set(mode="dark", text_percent=150)
    (page,) = pages(MEMBERS)
    picture = page.render(scale=1).to_pil().convert("RGB")
    assert picture.getpixel((3, 3)) == (255, 255, 255)
    colours = {colour for _count, colour in picture.getcolors(100_000)}
    assert QColor(LIGHT.accent).getRgb()[:3] in colours


def test_a_long_table_goes_on_under_its_header_and_loses_no_row():
    street = "улица " * 9  # words from side to side, or the reader takes the page for columns of letters
    rows = [(f"Покупатель {number} {street}", number) for number in range(150)]
    paged = pages(PanelPaper(title="Best customers", header=("Customer", "Spent"), rows=rows))
    assert len(paged) > 2
    said = [words(page) for page in paged]
    assert all("Customer" in each and f"of {len(paged)}" in each for each in said)
    found = re.findall(r"Покупатель\s+(\d+)", "".join(said))
    assert [int(number) for number in found] == list(range(150))


def test_panels_share_a_page_where_they_have_room_and_are_not_parted_from_their_rows():
    small = PanelPaper(title="Small", header=("a",), rows=(("b",),))
    assert len(pages(small, small, small)) == 1
    for page in pages(*[MEMBERS] * 5):
        assert words(page).count("Members") == words(page).count("Month")


@pytest.mark.parametrize(
    "paper",
    [
        PanelPaper(title="", header=(), rows=()),
        PanelPaper(title="x" * 900, header=("a",) * 12, rows=(("Константинопольская" * 40,) * 12,), how="y" * 3000),
        PanelPaper(title="&<b>", header=("a",), rows=(("",),), drawing=Ranked(rows=(), hint="Nothing yet.")),
    ],
)
def test_hostile_panels_are_printed_too(paper):
    assert pages(paper)


def test_how_it_is_counted_never_stands_alone_on_a_page():
    begun = set()
    for count in range(25, 45):
        rows = [(f"Buyer {number} " + "of many good things " * 4, number) for number in range(count)]
        paged = pages(PanelPaper(title="Best", header=("Name", "Spent"), rows=rows, how="Sum of what was paid."))
        assert "Buyer" in words(paged[-1]), count
        begun.add(len(paged))
    assert begun == {1, 2}


def test_what_could_be_chosen_on_the_screen_is_only_read_on_paper():
    rows = (Rank("loyal", "Loyal", 88), Rank("lost", "Lost", 61))
    picked, plain = (
        pdf_of([PanelPaper(title="x", header=(), rows=(), drawing=Ranked(rows=rows, picked=key))], HEADING)
        for key in ("lost", "")
    )
    first, second = (pypdfium2.PdfDocument(each)[0].render(scale=1).to_pil() for each in (picked, plain))
    assert first.tobytes() == second.tobytes()


def test_the_picture_has_the_title_and_the_chart_on_white():
    picture = picture_of(MEMBERS)
    assert QColor(picture.pixel(1, 1)).name().upper() == LIGHT.surface
    accent = QColor(LIGHT.accent).rgb()
    dots = ((x, y) for x in range(0, picture.width(), 2) for y in range(0, picture.height(), 3))
    assert any(picture.pixel(x, y) == accent for x, y in dots)


def test_a_chart_without_points_takes_no_room():
    empty = PanelPaper(title="Members", header=(), rows=(), drawing=Ranked(rows=(), hint="Nothing yet."))
    sheet = Sheet(600, picture_of(MEMBERS))
    assert head_block(empty, sheet).height < head_block(MEMBERS, sheet).height / 3
