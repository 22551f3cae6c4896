"""The form beside the preview: what it proposes, what it remembers, and what it refuses in place."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from loyaltydesk.printing.scene import Document
from ui.paper import printers
from ui.paper.print_form import COLOUR, GREY, LONG_EDGE, OFF, SHORT_EDGE, PrintForm
from ui.paper.printers import Abilities
from ui.seams.tools import Tools
from ui.theme.theme import Theme

A4 = (210.0, 297.0)
PRINTERS = {
    "Laser": Abilities(turns=True, colours=True, sizes=(A4,)),
    "Cards": Abilities(turns=False, colours=True, sizes=((53.98, 85.6),)),
    "Old": Abilities(turns=False, colours=False, sizes=(A4,)),
}


@pytest.fixture
def form(
    qtbot: QtBot, theme: Theme, card: Document, tools: Tools, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., PrintForm]:
    monkeypatch.setattr(printers, "installed", lambda: list(PRINTERS))
    monkeypatch.setattr(printers, "abilities", PRINTERS.__getitem__)

    def build(document: Document = card) -> PrintForm:
        made = PrintForm(theme, document, tools.preferences)
        qtbot.addWidget(made)
        return made

    return build


def _choose(form: PrintForm, printer: str) -> None:
    form.printer.choose(printer)
    form.printer.chosen.emit(printer)


def test_the_usual_printer_and_all_pages_are_proposed_on_both_sides(form: Callable[..., PrintForm]) -> None:
    order = form().order()
    assert order is not None
    assert (order.printer, tuple(order.pages), order.copies, order.turned, order.grey) == (
        "Laser", (0, 1), 1, LONG_EDGE, False
    )  # fmt: skip


def test_a_document_says_on_which_edge_it_is_turned(form: Callable[..., PrintForm], card: Document) -> None:
    assert form(replace(card, short_edge=True)).turned.current() == SHORT_EDGE
    assert form(replace(card, duplex=False)).turned.current() == OFF


def test_paper_that_the_printer_has_not_is_warned_of(form: Callable[..., PrintForm]) -> None:
    shown = form()
    assert shown.warning.accessibleName() == "This printer says that it has no paper of 86 × 54 mm."
    _choose(shown, "Cards")
    assert shown.warning.isHidden()


def test_a_printer_is_asked_for_nothing_that_it_cannot_do(form: Callable[..., PrintForm]) -> None:
    shown = form()
    _choose(shown, "Old")
    assert not any(each.isEnabled() for each in (shown.turned, shown.colours))
    order = shown.order()
    assert order is not None
    assert (order.turned, order.grey) == (OFF, True)
    _choose(shown, "Laser")
    assert (shown.turned.current(), shown.colours.current()) == (LONG_EDGE, COLOUR)


def test_what_was_chosen_is_proposed_next_time_for_the_same_kind_of_paper(
    form: Callable[..., PrintForm], card: Document
) -> None:
    shown = form()
    shown.turned.choose(OFF)
    shown.colours.choose(GREY)
    shown.copies.setValue(4)
    shown.order()
    again, other = form(), form(replace(card, kind="slip"))
    assert [again.turned.current(), again.colours.current(), again.copies.value()] == [OFF, GREY, 1]
    assert [other.turned.current(), other.colours.current()] == [LONG_EDGE, COLOUR]
    _choose(shown, "Cards")
    shown.order()
    again, other = form(), form(replace(card, kind="slip"))
    assert (again.printer.current(), other.printer.current()) == ("Cards", "Laser")


def test_a_remembered_printer_that_is_gone_is_not_proposed(
    form: Callable[..., PrintForm], tools: Tools, card: Document
) -> None:
    tools.preferences.write(f"print/{card.kind}/printer", "Sold")
    assert form().printer.current() == "Laser"


def test_a_printer_that_went_away_meanwhile_is_told(
    form: Callable[..., PrintForm], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = form()
    monkeypatch.setattr(printers, "installed", lambda: ["Cards"])
    assert shown.order() is None
    assert shown.warning.accessibleName().startswith("This printer is not there any more.")


@pytest.mark.parametrize("text", ["3", "x", "1-99999999999999999999"])
def test_pages_that_are_not_there_are_refused_in_their_place(form: Callable[..., PrintForm], text: str) -> None:
    shown = form()
    shown.pages.setText(text)
    assert shown.order() is None
    assert shown.pages.accessibleDescription() == "There are pages 1 to 2. Write them such as 1-3, 7."
    shown.pages.clear()
    shown.pages.textEdited.emit("")
    assert shown.pages.accessibleDescription() == "Such as 1-3, 7"


def test_one_page_is_not_asked_about(form: Callable[..., PrintForm], card: Document) -> None:
    shown = form(replace(card, pages=card.pages[:1], duplex=False))
    shown.show()
    assert not any(each.isVisible() for each in (shown.pages, shown.turned))
    assert shown.order() is not None
