"""Sheets fill from the top: nothing goes beyond the foot, headings stand again, and several have numbers."""

from loyaltydesk.printing.reports.flow import BOTTOM, EDGE, INSIDE, Block, Flow, Title
from loyaltydesk.printing.reports.ruled import Column, Ruled
from loyaltydesk.printing.scene import Align, Document, Text

TITLE = Title("Rīts", "Report", "Of today")
LONG = " ".join(["word"] * 400)


def lines(document: Document, number: int) -> list[Text]:
    return [item for item in document.pages[number].items if isinstance(item, Text)]


def test_a_long_paragraph_goes_on_on_the_next_sheet() -> None:
    flow = Flow(TITLE)
    for _time in range(8):
        flow.words(LONG)
    document = flow.document()
    assert len(document.pages) > 1
    assert (
        sum(line.text.count("word") for number in range(len(document.pages)) for line in lines(document, number))
        == 3200
    )
    for number in range(len(document.pages)):
        assert all(line.y <= BOTTOM for line in lines(document, number) if "word" in line.text)


def test_one_sheet_has_no_number_and_several_have() -> None:
    flow = Flow(TITLE)
    assert not [line for line in lines(flow.document(), 0) if "/" in line.text]
    flow.space(BOTTOM)
    flow.words("further")
    assert {"1/2"} & {line.text for line in lines(flow.document(), 0)}


def test_a_heading_never_stands_alone() -> None:
    flow = Flow(TITLE)
    flow.space(BOTTOM - flow.y - 12)
    flow.heading("Points")
    flow.words("something")
    document = flow.document()
    assert "Points" not in {line.text for line in lines(document, 0)}
    assert {"Points", "something"} <= {line.text for line in lines(document, 1)}


def test_the_heading_of_a_table_stands_on_each_of_its_sheets() -> None:
    flow = Flow(TITLE)
    flow.table(Ruled((Column("Name"), Column("Sum", 1, Align.RIGHT)), EDGE, INSIDE), [("a", "1")] * 100)
    document = flow.document()
    assert len(document.pages) > 1
    assert all("Name" in {line.text for line in lines(document, number)} for number in range(len(document.pages)))


def test_a_cell_of_many_lines_makes_its_row_high() -> None:
    table = Ruled((Column("Name"), Column("Words", 2)), 0, 100, most=9)
    low, high = table.row(("a", "b"), 0)[1], table.row(("a", "long words " * 20), 0)[1]
    assert high > low * 4
    deepest = max(item.y for item in table.row(("a", "long words " * 20), 0)[0] if isinstance(item, Text))
    assert deepest < high


def test_what_stands_on_the_right_ends_where_the_table_does() -> None:
    table = Ruled((Column("a"), Column("b", 1, Align.RIGHT)), 10, 90)
    assert list(table.places())[1][0] == 100


def test_blocks_stand_in_pairs() -> None:
    flow = Flow(TITLE)
    flow.blocks([Block(name, (("a", "1"),), ("b", "2")) for name in ("One", "Two", "Three")])
    at = {line.text: (line.x, line.y) for line in lines(flow.document(), 0)}
    assert at["One"][1] == at["Two"][1] < at["Three"][1]
    assert at["One"][0] == at["Three"][0] < at["Two"][0]


def test_a_short_task_is_not_parted() -> None:
    flow = Flow(TITLE)
    flow.space(BOTTOM - flow.y - 6)
    flow.bullet("word " * 30)
    assert not [line for line in lines(flow.document(), 0) if "word" in line.text]
