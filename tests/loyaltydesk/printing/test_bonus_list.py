"""The bonus list on paper: everybody is on it once, nothing runs over the edge, and there is a line to sign on."""

from datetime import date

import pytest

from loyaltydesk.model.money import Currency
from loyaltydesk.model.staff import Contest, Contestant, Deed, Member, Role, Score
from loyaltydesk.printing.bonus_filling import bonus_face
from loyaltydesk.printing.bonus_list import EDGE, HEIGHT, WIDTH, bonus_list_scene
from loyaltydesk.printing.pdf import pdf_bytes
from loyaltydesk.printing.scene import Page, Text
from loyaltydesk.printing.typeset import line
from loyaltydesk.words.formats import BabelFormats

EURO = BabelFormats("en", Currency("EUR", 2))


def contest(count: int, name: str = "Ilze Ozola") -> Contest:
    scores = tuple(Score(deed, 31, 40, 1550) for deed in Deed)
    rows = tuple(
        Contestant(Member(str(number), f"{name} {number}", payroll="LV-007"), 21, scores, 2000, 333)
        for number in range(count)
    )
    owner = Contestant(Member("o", "Olga", Role.OWNER), 3, scores)
    return Contest(date(2026, 3, 1), (*rows, owner), scores, 1000)


def texts(page: Page) -> list[Text]:
    return [item for item in page.items if isinstance(item, Text)]


@pytest.mark.parametrize("count", [0, 1, 10, 11, 16, 17, 40])
def test_everybody_is_on_the_list_once_and_all_of_it_on_the_paper(count: int) -> None:
    document = bonus_list_scene(bonus_face(contest(count), shop="Rīts", formats=EURO))
    words = [each.text for page in document.pages for each in texts(page)]
    assert [name for name in words if name.startswith("Ilze")] == [f"Ilze Ozola {number}" for number in range(count)]
    assert (words.count("Together"), words.count("Date, signature of the owner")) == (1, 1)
    assert "Olga" not in words
    for page in document.pages:
        assert (page.width, page.height) == (WIDTH, HEIGHT)
        for each in texts(page):
            set_ = line(each)
            assert EDGE - 0.1 <= set_.x <= set_.x + set_.width <= WIDTH - EDGE + 0.1
            assert each.y < HEIGHT - 8


def test_the_sums_are_those_of_the_rows() -> None:
    face = bonus_face(contest(2), shop="Rīts", formats=EURO)
    assert face.title == "Bonus list, March 2026"
    assert face.rows[0][-4:] == ("€77.50", "€20.00", "€3.33", "€100.83")
    assert face.total[3:] == ("62", "62", "62", "62", "62", "€155.00", "€40.00", "€6.66", "€201.66")
    assert len(face.heads) == len(face.rows[0]) == len(face.total)


def test_long_and_strange_names_are_cut_and_never_run_into_the_next_column() -> None:
    document = bonus_list_scene(bonus_face(contest(3, name="Ж" * 60 + "<b>&\u202e"), shop="R" * 300, formats=EURO))
    assert all(each.width is not None for page in document.pages for each in texts(page) if "Ж" in each.text)
    assert pdf_bytes(document).startswith(b"%PDF")
