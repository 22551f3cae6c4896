"""The tour at the Voices page: a complaint that waits too long, two wishes with one answer, promises, surveys."""

from PySide6.QtCore import Qt

from loyaltydesk.desk import Desk
from loyaltydesk.model.survey_sheets import Sheet
from loyaltydesk.model.surveys import QuestionKind
from loyaltydesk.words import tr, trc
from ui.paper.dialog import PaperDialog
from ui.seams.line_list import LineList
from ui.tour import eyes
from ui.tour.guide import Guide
from ui.tour.hands import Hands
from ui.voices.focus_view import FocusView
from ui.voices.inbox_view import InboxView
from ui.voices.lines import Sieve
from ui.voices.page import VoicesPage
from ui.voices.survey_paper import SheetDialog
from ui.voices.surveys_view import SurveysView
from ui.window import Window

KEY = Qt.Key
SHEETS = 8


def hear(guide: Guide, window: Window) -> None:
    """Every view of the page. Raises NotSeen."""
    page = window.shown
    assert isinstance(page, VoicesPage)
    inbox = page.view
    assert isinstance(inbox, InboxView)
    _answer(guide, inbox)
    _tell(guide, inbox)
    guide.push(tr("Promises"))
    guide.see("promises", what=tr("What was promised, and whose warranty ends soon"))
    guide.push(tr("Surveys"))
    surveys = page.view
    assert isinstance(surveys, SurveysView)
    _read_surveys(guide, surveys)
    guide.push(tr("Focus groups"))
    focus = page.view
    assert isinstance(focus, FocusView)
    guide.see("focus-group", tr("Print the list…"), what=tr("Who was drawn by lot to tell more, and who comes"))
    guide.print_and_save(tr("Print the list…"), "focus-group", what=tr("The list to call the focus group by"))


def _answer(guide: Guide, inbox: InboxView) -> None:
    """The complaint that waits too long gets its answer."""
    voice = guide.ask(_overdue)
    _choose(guide, inbox.list.lines, voice)
    inbox.panel.answer.setFocus()
    answer = tr("It is put right. Thank you for telling us.")
    guide.hands.type(answer)
    guide.see("voices-answer", answer, what=tr("The complaint gets its answer"))
    guide.hands.enter()
    guide.check(lambda desk: not desk.voices.get(voice).is_open, answer)


def _tell(guide: Guide, inbox: InboxView) -> None:
    """Two customers asked for the same: one answer, and a letter for each."""
    guide.hands.choose(inbox.list.sieve, Sieve.TO_TELL.value)
    _choose(guide, inbox.list.lines, guide.ask(_joined))
    guide.see("voices-wish", tr("Letter…"), what=tr("Two customers asked for the same, and one answer is for both"))
    letter = tr("The letter to each who asked, in the own language")
    guide.save_paper_of(lambda: guide.hands.push(inbox.letters_button), "letter", what=letter)


def _read_surveys(guide: Guide, surveys: SurveysView) -> None:
    """What two surveys tell, and new sheets for one of them."""
    _choose(guide, surveys.list, guide.ask(lambda desk: _of_kind(desk, QuestionKind.SATISFACTION)))
    guide.see("survey", tr("Print sheets…"), what=tr("What a survey tells, question by question"))
    _choose(guide, surveys.list, guide.ask(lambda desk: _of_kind(desk, QuestionKind.AGREE)))
    guide.see("survey-commitment", what=tr("Why customers stay, and who feels held"))
    guide.save_paper_of(
        lambda: guide.push(tr("Print sheets…")),
        "survey",
        what=tr("Answer sheets, each with a barcode of its own"),
        first=_make_sheets,
    )


def _make_sheets(dialog: PaperDialog) -> None:
    assert isinstance(dialog, SheetDialog)
    dialog.choices.count.setValue(SHEETS)
    Hands(dialog).push(dialog.choices.make)
    sheets: list[Sheet] = eyes.waited(lambda: [] if dialog.is_specimen else dialog.sheets, tr("Make the sheets"))
    assert len(sheets) == SHEETS


def _choose(guide: Guide, lines: LineList, key: str) -> None:
    """Leads down a list by the arrow key to the line with this key. Raises NotSeen."""
    lines.setFocus()
    guide.hands.press(KEY.Key_Home)
    for _ in range(lines.model().rowCount()):
        if lines.key == key:
            return
        guide.hands.press(KEY.Key_Down)
    raise eyes.NotSeen(trc("in the rail, short", "Voices"))


def _overdue(desk: Desk) -> str:
    """The id of what a customer said and has waited too long for."""
    today = desk.now().date()
    found = [each.id for each in desk.voices.everything() if each.customer and each.is_overdue(today)]
    return _first(found, tr("Overdue"))


def _joined(desk: Desk) -> str:
    """The id of a wish that somebody else had, too."""
    found = [each.id for each in desk.voices.everything() if each.is_to_tell and len(desk.voices.same_wish(each)) > 1]
    return _first(found, tr("To tell"))


def _of_kind(desk: Desk, kind: QuestionKind) -> str:
    """The id of the survey that begins with a question of this kind."""
    return _first([each.id for each in desk.surveys.all() if each.questions[0].kind is kind], tr("Surveys"))


def _first(found: list[str], missed: str) -> str:
    if not found:
        raise eyes.NotSeen(missed)
    return found[0]
