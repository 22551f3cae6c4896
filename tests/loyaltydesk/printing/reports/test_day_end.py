"""The day on A4, on 80 and 58 mm and in a printer's own letters says the same, and whether the points add up."""

from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace

from loyaltydesk.model.lots import EntryKind
from loyaltydesk.model.money import Currency
from loyaltydesk.model.reports import Back, Bought, DayEnd, PointsOfDay, Promised, Share
from loyaltydesk.model.staff import Unusual, UnusualKind
from loyaltydesk.printing.pdf import pdf_bytes
from loyaltydesk.printing.reports.day_end import DayFace, day_end_scene, day_slip_scene
from loyaltydesk.printing.reports.day_filling import day_face
from loyaltydesk.printing.reports.day_press import day_bytes
from loyaltydesk.printing.scene import Document, Group, Text
from loyaltydesk.printing.slip import Roll
from loyaltydesk.printing.slip_printer import SlipPrinter, connection
from loyaltydesk.words.formats import BabelFormats

DAY = date(2026, 3, 14)
MOVED = {EntryKind.EARNED: 120, EntryKind.SPENT: -40, EntryKind.EXPIRED: -10, EntryKind.TAKEN_BACK: -5,
         EntryKind.ADJUSTED: 3}  # fmt: skip
ILZE = Share("Ilze", Bought(3, 4500), Back(1, 500), 115, 40, 1)
END = DayEnd(
    DAY, PointsOfDay(800, 868, MOVED), Bought(2, 4000), Bought(1, 500), Back(1, 500), Back(), Promised(2, 500, 1),
    Promised(1, 300), Promised(), (ILZE, Share("", given=-1)), (ILZE,), 1, 2, (("Animal shelter", 1, 100),),
    (Unusual(UnusualKind.OWN_CARD, "Ilze", 1, DAY, "c"),),
)  # fmt: skip


def face(end: DayEnd = END) -> DayFace:
    formats = BabelFormats("en", Currency("EUR", 2))
    return day_face(
        end, shop="Rīts", printed=datetime(2026, 3, 14, 20, 5, tzinfo=UTC), formats=formats, name_of=lambda _id: "Anna"
    )


def said(document: Document) -> str:
    found = []
    for page in document.pages:
        for item in page.items:
            found += [
                text.text for text in (item.items if isinstance(item, Group) else (item,)) if isinstance(text, Text)
            ]
    return " ".join(found)


@pytest.mark.parametrize(
    "words", ["Day end, 14 Mar 2026", "800 + 120 − 5 − 40 − 10 + 3 = 868", "The points add up.", "€40.00",
              "Written out: 2", "€5.00 and more", "Donated: Animal shelter", "Ilze: 1 purchase on their own card"],
)  # fmt: skip
def test_the_sheet_and_the_slip_say(words: str) -> None:
    assert words in said(day_end_scene(face()))
    for roll in Roll:
        slip = said(day_slip_scene(face(), roll=roll))
        assert words in slip or words.replace(" = ", " =  ") in slip or words.startswith(("800", "Ilze: 1"))


def test_points_that_do_not_add_up_are_said_so() -> None:
    wrong = replace(END, points=PointsOfDay(800, 900, MOVED))
    assert "≠ 900" in said(day_end_scene(face(wrong)))
    assert "The points do not add up." in said(day_end_scene(face(wrong)))


def test_who_is_not_known_is_nobody_by_name() -> None:
    assert "Nobody by name" in said(day_end_scene(face()))


def test_a_quiet_day_fits_a_sheet() -> None:
    nothing = Promised()
    quiet = DayEnd(
        DAY, PointsOfDay(0, 0, {}), Bought(), Bought(), Back(), Back(), nothing, nothing, nothing, (), (), 0, 0, (), ()
    )
    assert len(day_end_scene(face(quiet)).pages) == 1


def test_it_can_be_saved_and_sent_to_a_printer_both_ways() -> None:
    assert pdf_bytes(day_end_scene(face())).startswith(b"%PDF")
    for types in (False, True):
        printer = SlipPrinter(connection("network:192.0.2.1:9100"), Roll.MM58, types=types)
        assert len(day_bytes(face(), printer)) > 200
