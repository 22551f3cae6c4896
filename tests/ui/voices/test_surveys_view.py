"""Surveys on the Voices page: made from a ready one, changed, printed, entered by scan and digits, and read."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from loyaltydesk import words
from loyaltydesk.desk import Desk
from loyaltydesk.model.surveys import Asking, Given, Question, QuestionKind, Survey
from loyaltydesk.words.surveys import ready_surveys
from tests.hostile import HOSTILE
from tests.ui.person import Person
from ui.theme.charts.chart import Chart
from ui.voices.page import VoicesPage
from ui.voices.survey_paper import SheetDialog
from ui.voices.surveys_view import SurveysView

ASKED = (
    Question(QuestionKind.RECOMMEND, {"en": "Recommend us?"}),
    Question(QuestionKind.CHOICE, {"en": "What for?"}, ({"en": "Bread"}, {"en": "Cake"})),
    Question(QuestionKind.TEXT, {"en": "Why?"}),
)


@pytest.fixture
def survey(desk: Desk) -> Survey:
    return desk.surveys.make("Hello", ASKED)


@pytest.fixture
def view(shown: Callable[[], VoicesPage]) -> Callable[[], SurveysView]:
    def show() -> SurveysView:
        found = shown().go("surveys")
        assert isinstance(found, SurveysView)
        return found

    return show


def reads(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())


def type_digits(keys: str) -> None:
    focus = QApplication.focusWidget()
    person = Person(focus.window())
    for key in keys:
        person.type(key)


def test_a_ready_survey_is_made_and_asked_at_the_till(view, desk) -> None:
    shown = view()
    shown.new_button.click()
    editor = shown.editor
    editor.begin_with.choose("commitment")
    editor.begin_with.chosen.emit("commitment")
    editor.till.choose("10")
    editor.save_button.click()
    (made,) = desk.surveys.all()
    assert made.questions == ready_surveys()[-1].questions
    assert (desk.surveys.asking().survey, desk.surveys.asking().every) == (made.id, 10)
    assert "Nobody has answered yet." in reads(shown)


def test_tab_leads_through_the_questions_in_their_order(view) -> None:
    shown = view()
    shown.new_button.click()
    shown.editor.add.click()
    person, seen = Person(shown.window()), []
    shown.editor.title.setFocus()
    while not seen or (seen[-1] is not shown.editor.till and len(seen) < 40):
        person.press(Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    fields = [field for row in shown.editor._rows for field in row.fields if field.isVisible()]
    assert [each for each in seen if each in fields] == fields
    assert seen.index(shown.editor.add) > seen.index(fields[-1])


def test_own_questions_are_written_in_four_languages(view, desk) -> None:
    shown = view()
    shown.new_button.click()
    editor = shown.editor
    editor._on_ready_chosen("own")
    editor.title.setText("Bread")
    (row,) = editor._rows
    row.kind.choose("choice")
    row.text.setText("Which bread?")
    row.choices.setText("Rye; Wheat")
    editor.language.choose("lv")
    row.text.setText("Kāda maize?")
    row.choices.setText("Rudzu; Kviešu")
    editor.save_button.click()
    (made,) = desk.surveys.all()
    assert made.questions[0].texts == {"en": "Which bread?", "lv": "Kāda maize?"}
    assert made.questions[0].choices == ({"en": "Rye", "lv": "Rudzu"}, {"en": "Wheat", "lv": "Kviešu"})


def test_what_cannot_be_asked_is_said_in_place(view, desk) -> None:
    shown = view()
    shown.new_button.click()
    shown.editor._on_ready_chosen("own")
    shown.editor.save_button.click()
    assert "Write the words for it." in shown.editor.trouble.accessibleName()
    assert desk.surveys.all() == []


def test_a_change_is_a_version_of_its_own(view, desk, survey, clock) -> None:
    shown = view()
    shown.panel.change.click()
    assert not shown.editor.anonymous.isEnabled()  # that was promised
    shown.editor._rows[0].text.setText("Would you recommend us?")
    shown.editor._rows[2].drop.click()
    shown.editor.save_button.click()
    changed = desk.surveys.get(survey.id)
    assert (len(changed.versions), len(changed.questions)) == (2, 2)
    assert shown.panel.version.isVisible()
    shown.panel.version.chosen.emit(survey.version.id)
    assert shown.panel.results._results.version.id == survey.version.id


@pytest.mark.parametrize(
    ("every", "said"), [(0, "when the cashier asks"), (1, "after each purchase"), (7, "once in 7 purchases")]
)
def test_how_often_it_is_asked_is_said_in_words(view, desk, survey, every, said) -> None:
    desk.surveys.ask_at_till(Asking(survey.id, every=every))
    shown = view()
    assert f"anonymous · at the till {said}" in reads(shown)
    shown.panel.change.click()
    assert shown.editor.till.currentText().casefold().endswith(said)


def test_answers_are_read_once_for_what_is_shown(view, desk, survey, monkeypatch) -> None:
    desk.surveys.make("Another one", ASKED)
    shown, read = view(), []
    monkeypatch.setattr(desk.survey_answers, "all", lambda survey: read.append(survey) or [])
    shown.reload()
    assert len(read) == 1


def test_it_is_closed_and_opened_again(view, desk, survey) -> None:
    shown = view()
    shown.panel.switch.click()
    assert not desk.surveys.is_open(desk.surveys.get(survey.id))
    shown.panel.switch.click()
    assert desk.surveys.is_open(desk.surveys.get(survey.id))


def test_a_scanned_sheet_is_entered_by_digits_alone(view, desk, survey, sounds) -> None:
    first, second = desk.survey_sheets.make(survey.id, 2)
    shown = view()
    page = shown.window().shown
    page.go("inbox")
    assert page.take_scan(first.code)  # whichever view is up
    type_digits("102")  # 10, and the second answer
    type_digits("near by\r")
    type_digits("\r")
    assert desk.survey_sheets.get(first.code).answer.given == Given((10, 1, None), {2: "near by"})
    assert sounds.heard[-2:] == ["found", "done"]
    assert shown.entry.code.hasFocus()
    type_digits(f"{second.code}\r")
    type_digits("11")  # a 1 that is no 10, and the first answer
    assert (shown.entry.given().values, shown.entry.sheet.number) == ((1, 0, None), 2)


def test_enter_leads_on_by_one_question(view, desk) -> None:
    survey = desk.surveys.make("Hello", (ASKED[2], ASKED[0], ASKED[1]))
    (sheet,) = desk.survey_sheets.make(survey.id, 1)
    shown = view()
    shown.open(sheet.code)
    type_digits("near\r92")
    assert shown.entry.given() == Given((None, 9, 1), {0: "near"})


def test_a_second_scan_says_so_and_offers_to_correct(view, desk, survey, sounds) -> None:
    (sheet,) = desk.survey_sheets.make(survey.id, 1)
    desk.survey_sheets.enter(sheet.code, Given((9, 0, None)))
    shown = view()
    shown.open(sheet.code)
    assert "Sheet 1 was entered already" in shown.entry.trouble.accessibleName()
    assert (shown.entry.save_button.isEnabled(), sounds.heard[-1]) == (False, "refused")
    shown.entry.correct.click()
    shown.entry._rows[0].ticks.tick(3)
    shown.entry.save_button.click()
    assert desk.survey_sheets.get(sheet.code).answer.given == Given((3, 0, None))


@pytest.mark.parametrize("code", ["", "x", "Q" * 400, "2600000000017"])
def test_what_is_no_sheet_is_said_in_place(view, desk, survey, code) -> None:
    shown = view()
    shown.enter_button.click()
    shown.entry.code.setText(code)
    shown.entry._on_code_typed()
    assert shown.entry.sheet is None
    assert shown.entry.trouble.isVisible() is bool(code)


def test_an_empty_sheet_is_not_kept(view, desk, survey) -> None:
    (sheet,) = desk.survey_sheets.make(survey.id, 1)
    shown = view()
    shown.open(sheet.code)
    shown.entry.save_button.click()
    assert "Nothing is ticked or written." in shown.entry.trouble.accessibleName()
    assert desk.survey_sheets.get(sheet.code).answer is None
    assert shown.go_back()
    assert not shown.go_back()


def test_sheets_are_made_before_they_can_be_printed(view, desk, survey) -> None:
    shown, seen = view(), []
    shown.show_dialog = seen.append
    shown.panel.sheets.click()
    (dialog,) = seen
    assert isinstance(dialog, SheetDialog)
    assert not dialog.save_button.isEnabled()  # a specimen has no code
    dialog.choices.count.setValue(9)
    dialog.choices.make.click()
    assert (dialog.save_button.isEnabled(), desk.survey_sheets.counts(survey.id)) == (True, (9, 0))
    assert dialog.preview.count == 3
    for paper in ("A5", "slip 58"):
        dialog.choices.paper.choose(paper)
        dialog.choices.edited.emit()
        assert dialog.preview.count == 9
    assert desk.survey_sheets.counts(survey.id) == (9, 0)


def test_results_show_a_question_at_a_time_and_hide_small_groups(view, desk, survey, people) -> None:
    anna = people["Anna"][0]
    for number in range(8):
        desk.survey_answers.give(
            survey.id, Given((10, number % 2, None), {2: "Near"}), customer=anna if number < 3 else ""
        )
    shown = view().panel.results
    assert "+100" in reads(shown)
    assert "2 hidden." in reads(shown)  # three of Anna's, and so the others too
    shown.question.setCurrentIndex(2)
    shown._show_question()
    assert reads(shown).count("Near") == 8
    assert not any(chart.isVisible() for chart in shown.findChildren(Chart))


def test_a_question_that_few_answered_says_so_and_is_not_saved(view, desk, survey) -> None:
    for number in range(6):
        desk.survey_answers.give(survey.id, Given((10, 1 if number < 4 else None, None)))
    results = view().panel.results
    assert results.save.isEnabled()
    results.question.setCurrentIndex(1)
    results._show_question()
    assert "Fewer than 5 people have answered this question" in reads(results)
    assert "0 answers" not in reads(results)
    assert not any(chart.isVisible() for chart in results.findChildren(Chart))
    assert not results.save.isEnabled()
    results.question.setCurrentIndex(0)
    results._show_question()
    assert results.spread.isVisible()
    assert results.beside.isVisible()


def test_what_is_shown_is_saved_and_copied_without_what_is_hidden(view, desk, survey, people, tmp_path) -> None:
    anna = people["Anna"][0]
    for number in range(8):
        given = Given((10, number % 2, None), {2: "=Near"})
        desk.survey_answers.give(survey.id, given, customer=anna if number < 3 else "")
    shown = view()
    results = shown.panel.results
    shown.export.ask_where = lambda _parent, name: str(tmp_path / name.replace(" – ", "-"))
    results.save.csv.trigger()
    assert (tmp_path / "Surveys-Hello.csv").read_text("utf-8-sig").splitlines()[-1] == "10,8"
    results.save_beside.csv.trigger()
    rows = (tmp_path / "Surveys-Hello.csv").read_text("utf-8-sig").splitlines()
    assert rows == ["By group,Answers,Result", "Not bought yet,hidden,", "Without a card,hidden,"]
    results.by.choose("quarters")
    results.save_beside.copy.trigger()
    assert QApplication.clipboard().text().splitlines()[1:] == ["Q1 26\t8\t100"]
    assert "Copied." in reads(shown.notice)
    for at, last in ((1, "Cake,4"), (2, "'=Near")):
        results.question.setCurrentIndex(at)
        results._show_question()
        results.save.csv.trigger()
        assert (tmp_path / "Surveys-Hello.csv").read_text("utf-8-sig").splitlines()[-1] == last
        results.save.pdf.trigger()
        assert (tmp_path / "Surveys-Hello.pdf").read_bytes().startswith(b"%PDF")


def test_a_long_question_makes_no_window_wider(view, desk, theme) -> None:
    theme.set(text_percent=150)
    asked = desk.surveys.make("Long", (Question(QuestionKind.AGREE, {"en": "W" * 80 + " " + "M" * 79}),))
    for _ in range(5):
        desk.survey_answers.give(asked.id, Given((3,)))
    shown = view()
    assert shown.panel.results.question.isVisible()
    assert shown.minimumSizeHint().width() <= 1280 - 116


def test_the_kinds_of_commitment_are_saved_as_they_are_shown(view, desk, tmp_path) -> None:
    ready = ready_surveys()[-1]
    survey = desk.surveys.make(ready.title, ready.questions)
    for _ in range(5):
        desk.survey_answers.give(survey.id, Given((2, 3, 3, 5, 3)))
    shown = view()
    shown.export.ask_where = lambda _parent, _name: str(tmp_path / "kinds.csv")
    shown.panel.results.save.csv.trigger()
    assert "Because they must,5,5.0" in (tmp_path / "kinds.csv").read_text("utf-8-sig").splitlines()
    assert shown.panel.results.paper().note == "5 answers · They stay because they must"


def test_forced_commitment_is_said_with_what_to_do(view, desk) -> None:
    ready = ready_surveys()[-1]
    survey = desk.surveys.make(ready.title, ready.questions)
    for _ in range(5):
        desk.survey_answers.give(survey.id, Given((2, 3, 3, 5, 3)))
    results = view().panel.results
    assert results.danger.isVisible()
    assert "Ask a focus group" in reads(results)
    assert "Because they must: 5.0" in results.spread.accessibleDescription()


def test_hostile_words_are_only_words(view, desk) -> None:
    survey = desk.surveys.make(" ".join(HOSTILE["a tag"].split()), ASKED)
    for text in HOSTILE.values():
        desk.survey_answers.give(survey.id, Given((10, 0, None), {2: text}))
    results = view().panel.results
    results.question.setCurrentIndex(2)
    results._show_question()
    assert HOSTILE["a tag"] in reads(results)


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_it_fits_the_smallest_screen(view, desk, survey, theme, language, percent) -> None:
    words.use(language)
    theme.set(text_percent=percent)
    shown = view()
    (sheet,) = desk.survey_sheets.make(survey.id, 1)
    for step in (lambda: None, shown.new_button.click, lambda: shown.open(sheet.code)):
        step()
        assert shown.minimumSizeHint().width() <= 1366 - 92
