"""Answer sheets: each code is read by a scanner, every question has room, and hostile words stay on the paper."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PIL import Image

from loyaltydesk.desk import Desk
from loyaltydesk.model.surveys import Question, QuestionKind
from loyaltydesk.printing.focus_list import ON_A_PAGE, FocusFace, FocusRow, focus_scene
from loyaltydesk.printing.pdf import pdf_bytes
from loyaltydesk.printing.scene import Bars, Document, Group, Item, Rect, Text
from loyaltydesk.printing.slip import Roll
from loyaltydesk.printing.survey_filling import sheet_face
from loyaltydesk.printing.survey_form import SheetQuestion, draw_questions
from loyaltydesk.printing.survey_sheet import SheetFace, SheetPaper, survey_scene, survey_slips_scene
from loyaltydesk.words.surveys import ready_surveys
from tests.hostile import HOSTILE
from tests.reading import words

LONGEST = tuple(
    Question(QuestionKind.CHOICE, {"en": ("Ж" * 39 + " ") * 4}, tuple({"en": "Щ" * 58} for _ in range(5)))
    for _ in range(5)
)
COMMITMENT = ready_surveys()[-1].questions


def faces(desk: Desk, questions: tuple[Question, ...] = COMMITMENT, count: int = 5) -> list[SheetFace]:
    survey = desk.surveys.make("Why do you come to us?", questions)
    sheets = desk.survey_sheets.make(survey.id, count, language="en")
    return [sheet_face(survey, sheet, shop="Kafejnīca Rīts") for sheet in sheets]


def flat(items: tuple[Item, ...]) -> list[Item]:
    return [each for item in items for each in (flat(item.items) if isinstance(item, Group) else [item])]


@pytest.mark.parametrize("paper", SheetPaper)
def test_every_code_is_read(
    desk: Desk, picture: Callable[..., Image.Image], read: Callable[..., list[str]], paper: SheetPaper
) -> None:
    made = faces(desk)
    document = survey_scene(made, paper=paper)
    each = int(paper.value[2] * paper.value[3])
    assert len(document.pages) == -(-5 // each)
    assert read(picture(pdf_bytes(document))) == sorted(face.code for face in made[:each])


@pytest.mark.parametrize("roll", Roll)
def test_every_code_of_a_slip_is_read(
    desk: Desk, picture: Callable[..., Image.Image], read: Callable[..., list[str]], roll: Roll
) -> None:
    made = faces(desk, count=2)
    document = survey_slips_scene(made, roll=roll)
    assert [read(picture(pdf_bytes(document), page)) for page in (0, 1)] == [[face.code] for face in made]


@pytest.mark.parametrize("paper", [SheetPaper.A6, SheetPaper.A5])
@pytest.mark.parametrize("questions", [COMMITMENT, LONGEST], ids=["usual", "longest"])
def test_no_question_reaches_into_the_bars(desk: Desk, paper: SheetPaper, questions: tuple[Question, ...]) -> None:
    (page,) = survey_scene(faces(desk, questions, 1), paper=paper).pages
    items = flat(page.items)
    (bars,) = [item for item in items if isinstance(item, Bars)]
    boxes = [item for item in items if isinstance(item, Rect) and item.stroke]
    assert len(boxes) == 25
    assert max(box.y + box.height for box in boxes) < bars.y
    assert all(box.x > 0 and box.x + box.width < page.width for box in boxes)


def test_all_of_a_question_is_on_the_paper(desk: Desk) -> None:
    text = words(survey_scene(faces(desk, count=1)))
    for said in ("Kafejnīca Rīts", "Why do you come to us?", "4. I come here because there is no other good shop.",
                 "Not true at all", "Quite true", "Nobody learns whose answers these are.", "Sheet 1"):  # fmt: skip
        assert said in text


def test_a_scale_of_eleven_fits_the_narrowest_roll() -> None:
    question = SheetQuestion("Recommend?", tuple(map(str, range(11))), ("Not at all likely", "Very likely"))
    drawn = draw_questions([question], 5, y=10, width=47, height=10_000)
    boxes = [item for item in drawn.items if isinstance(item, Rect)]
    assert len(boxes) == 11
    assert all(first.x + first.width < second.x for first, second in pairwise(boxes))
    assert boxes[-1].x + boxes[-1].width <= 52


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_words_are_only_words(text: str) -> None:
    asked = (SheetQuestion(text, (text, text), listed=True), SheetQuestion(text, lines=2))
    face = SheetFace(text, text, text, asked, "QABCDEF001XM")
    assert pdf_bytes(survey_scene([face]))
    assert pdf_bytes(survey_slips_scene([face]))


def listed(count: int) -> Document:
    rows = tuple(FocusRow(str(number), "Anna " * 30, "2001 2345") for number in range(count))
    return focus_scene(
        FocusFace("Rīts", "Bread", "All customers", "By lot. " * 60, ("", "Name", "Phone", "Said"), rows)
    )


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (ON_A_PAGE, 1), (ON_A_PAGE + 1, 2)])
def test_a_list_takes_as_many_pages_as_it_needs(count: int, pages: int) -> None:
    document = listed(count)
    assert len(document.pages) == pages
    for page in document.pages:
        assert max(item.y for item in page.items if isinstance(item, Text)) < page.height


def test_a_list_has_names_and_numbers() -> None:
    assert "2001 2345" in words(listed(1))
