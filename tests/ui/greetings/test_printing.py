"""What is ticked is printed as it is seen, saved, and marked when somebody says that it was printed."""

import pypdfium2
import pytest
from PySide6.QtWidgets import QPushButton

from loyaltydesk.model.greetings import GreetingDesign, State
from loyaltydesk.printing.greetings import Feed
from loyaltydesk.printing.pdf import pdf_bytes
from ui.greetings.post_dialog import Post
from ui.paper.dialog import PaperDialog


def _words(content: bytes) -> str:
    with pypdfium2.PdfDocument(content) as pdf:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)


def _states(desk) -> list[State]:
    today = desk.now().date()
    return [each.state for each in desk.greetings.due(today, today.replace(day=20)) if each.why is None]


def test_nobody_is_asked_about_cards_that_were_only_looked_at(shop, page, person):
    page.cards.press.show_paper = lambda _document, _title: False
    person.tap(person.find(QPushButton, "Print 3 cards"))
    assert "Were the cards printed well?" not in person.reads()
    assert _states(shop) == [State.TO_DO] * 3


def test_the_ticked_cards_are_printed_and_then_marked_and_that_can_be_undone(shop, page, person, printed):
    person.tap(person.find(QPushButton, "Print 3 cards"))
    (document,) = printed
    assert (len(document.pages), document.duplex, document.kind) == (4, True, "greetings")  # two folded cards on an A4
    words = _words(pdf_bytes(document))
    assert "Kafejnīca Rīts" in words
    assert _states(shop) == [State.TO_DO] * 3
    assert "Were the cards printed well?" in person.reads()
    person.tap(person.find(QPushButton, "Mark 3 as printed"))
    assert _states(shop) == [State.PRINTED] * 3
    assert "All done" in person.reads()
    person.tap(person.find(QPushButton, "Undo"))
    assert _states(shop) == [State.TO_DO] * 3


def test_what_is_not_ticked_is_not_printed(page, person, printed):
    names = page.cards.list.list
    for line in names.lines[1:]:
        names.ticked.emit(line.key)
    person.tap(person.find(QPushButton, "Print 1 card"))
    assert len(printed[0].pages) == 2


def test_a_draft_is_saved_before_it_is_printed(shop, page, person, printed):
    page.cards.designer.look.by_hand.click()
    person.tap(person.find(QPushButton, "Print 3 cards"))
    assert shop.greetings.design("birthday").by_hand
    assert "Saved" in person.reads()


def test_cards_of_one_side_and_of_two_come_apart(page, person, printed):
    page.session.do(lambda desk: desk.greetings.save_design(GreetingDesign(format="note"), "name_day"))
    person.tap(person.find(QPushButton, "Print 3 cards"))
    assert [document.duplex for document in printed] == [True, False]


def test_a_card_with_a_look_of_its_own_is_printed_so(page, person, printed):
    form = page.cards.designer.look.format
    form.choose("note")
    form.chosen.emit("note")
    person.tap(person.find(QPushButton, "Only for this card"))
    person.tap(person.find(QPushButton, "Print 3 cards"))
    assert [(document.duplex, len(document.pages)) for document in printed] == [(True, 2), (False, 1)]


def test_the_voucher_inside_is_written_out_once(shop, people, page, person, printed):
    page.session.do(lambda desk: desk.greetings.save_design(GreetingDesign(reward="coffee"), "birthday"))
    for _ in range(2):
        person.tap(person.find(QPushButton, "Print 3 cards"))
    (voucher,) = shop.customers.vouchers(people.ids["Anna Bērziņa"])
    assert voucher.reward == "coffee"
    assert voucher.code[-4:] in _words(pdf_bytes(printed[0]))
    assert page.cards.designing.card.face.voucher.code == voucher.code


def test_cards_are_saved_as_a_pdf(shop, page, person, tmp_path):
    path = tmp_path / "cards.pdf"
    asked = []
    page.cards.printing.ask_file = lambda _parent, suggested: asked.append(suggested) or str(path)
    person.tap(person.find(QPushButton, "Save as PDF"))
    assert asked[0].endswith("Greeting cards.pdf")
    with pypdfium2.PdfDocument(path) as pdf:
        assert len(pdf) == 4
    assert "Saved as cards.pdf" in person.reads()
    person.tap(person.find(QPushButton, "Mark 3 as printed"))
    assert _states(shop) == [State.PRINTED] * 3


def test_a_file_that_cannot_be_written_is_told(page, person, tmp_path):
    page.cards.printing.ask_file = lambda _parent, _suggested: str(tmp_path / "nowhere" / "cards.pdf")
    person.tap(person.find(QPushButton, "Save as PDF"))
    assert page.cards.printing.notice.isVisible()
    assert page.cards.printing.print_button.isEnabled()


def test_nothing_is_saved_where_nobody_chooses_a_file(page, person):
    page.cards.printing.ask_file = lambda _parent, _suggested: ""
    person.tap(person.find(QPushButton, "Save as PDF"))
    assert not page.cards.printing.notice.isVisible()


def test_the_cards_are_shown_before_they_are_printed(page, person, monkeypatch):
    shown: list[PaperDialog] = []
    monkeypatch.setattr(PaperDialog, "exec", lambda dialog: shown.append(dialog))
    person.tap(person.find(QPushButton, "Print 3 cards"))
    assert [dialog.windowTitle() for dialog in shown] == ["Greeting cards"]
    assert shown[0].preview.count == 4


@pytest.mark.parametrize("by_key", [False, True])
def test_drawing_is_watched_and_can_be_given_up(by_key, page, person, printed, tools):
    """The work itself comes later here, as it does beside a window."""
    jobs: list[tuple] = []
    page.cards.press._tools = type(tools)(
        lambda job, **answers: jobs.append((job, answers)), tools.sounds, tools.scanner, tools.preferences
    )
    person.tap(person.find(QPushButton, "Print 3 cards"))
    assert page.cards.press.isVisible()
    assert not page.cards.printing.print_button.isEnabled()
    assert person.focus == "Cancel"
    if by_key:
        assert page.go_back()
    else:
        person.tap(person.find(QPushButton, "Cancel"))
    ((job, answers),) = jobs
    answers["done"](job())
    assert printed == []
    assert not page.cards.press.isVisible()
    assert page.cards.printing.print_button.isEnabled()


def test_a_fault_of_ours_ends_the_drawing_and_the_buttons_come_back(page, printed):
    press = page.cards.press

    def broken(_desk, _tell):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        press.print(broken, "Greeting cards")
    assert (press.is_busy, press.isVisible(), printed) == (False, False, [])
    assert page.cards.printing.print_button.isEnabled()


@pytest.mark.parametrize(("steps", "vouchers"), [(2, 0), (5, 1)])
def test_saving_that_is_given_up_leaves_no_file_and_tells_of_vouchers(
    steps, vouchers, shop, people, page, person, tmp_path
):
    """Three cards are drawn and then their four pages written; nobody has a voucher whose card was not drawn."""
    page.session.do(lambda desk: desk.greetings.save_design(GreetingDesign(reward="coffee"), "birthday"))
    press, seen = page.cards.press, []

    def seen_by_somebody(*_far, **_goal) -> None:
        seen.append(1)
        if len(seen) == steps:
            press.stop()

    press.bar.show_progress = seen_by_somebody
    page.cards.printing.ask_file = lambda _parent, _suggested: str(tmp_path / "cards.pdf")
    person.tap(person.find(QPushButton, "Save as PDF"))
    assert not (tmp_path / "cards.pdf").exists()
    assert len(shop.customers.vouchers(people.ids["Anna Bērziņa"])) == vouchers
    assert "Stopped. Nothing was saved." in person.reads()
    assert ("wait for their cards" in person.reads()) is bool(vouchers)
    assert _states(shop) == [State.TO_DO] * 3


# --- by post


@pytest.fixture
def asked(page):
    """The answers to the questions before envelopes and labels are printed; each dialog that asked is kept."""
    asked: list = []
    page.cards.posting.ask = lambda dialog: asked.append(dialog) or True
    return asked


def _post(page, post: Post) -> None:
    page.cards.printing._actions[post.value].trigger()


def test_envelopes_are_for_those_with_an_address_and_the_others_are_named(page, printed, asked):
    _post(page, Post.ENVELOPES)
    (dialog,) = asked
    assert dialog.print_button.text() == "Print 1 envelope…"
    assert dialog.missing.accessibleName() == "2 people have no address."
    assert dialog.stock.current() == "c6"
    (document,) = printed
    assert len(document.pages) == 1
    words = _words(pdf_bytes(document))
    assert "Anna Bērziņa" in words
    assert "Ūdens iela 3" in words


def test_envelopes_to_write_on_are_printed_if_wanted_and_the_printer_is_remembered(page, printed):
    def answer(dialog) -> bool:
        dialog.unaddressed.setChecked(True)
        dialog.feed.choose(Feed.LEFT_FIRST.value)
        dialog.stock.choose("dl")
        return True

    page.cards.posting.ask = answer
    _post(page, Post.ENVELOPES)
    (document,) = printed
    assert [(page.width, page.height) for page in document.pages] == [(110, 220)] * 3
    again: list = []
    page.cards.posting.ask = lambda dialog: again.append(dialog)
    _post(page, Post.ENVELOPES)
    assert (again[0].stock.current(), again[0].feed.current()) == ("dl", "left_first")
    assert len(printed) == 1


def test_labels_begin_where_the_sheet_is_free(page, printed):
    def answer(dialog) -> bool:
        assert dialog.print_button.text() == "Print 1 label…"
        dialog.start.setValue(5)
        return True

    page.cards.posting.ask = answer
    _post(page, Post.LABELS)
    (document,) = printed
    (label,) = document.pages[0].items
    assert label.dy > 40  # in the second row
