"""Commands about surveys: which there are, answer sheets, what is ticked on one, and what the answers tell."""

import csv
import json
from io import StringIO
from typing import Any

import click

from loyaltydesk.cli.paper_files import OUT, saved
from loyaltydesk.cli.report_commands import report
from loyaltydesk.cli.shop_option import opened
from loyaltydesk.cli.surveys import FIGURES, rows_of
from loyaltydesk.desk import Desk
from loyaltydesk.exchange.csv_writing import harmless
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.model.survey_sheets import MOST_SHEETS
from loyaltydesk.model.surveys import Given, Survey
from loyaltydesk.printing.slip import Roll
from loyaltydesk.printing.survey_filling import sheet_face
from loyaltydesk.printing.survey_sheet import SheetPaper, survey_scene, survey_slips_scene
from loyaltydesk.words import LANGUAGES, active, tr, tr_n
from loyaltydesk.words.surveys import ready_surveys

PAPERS = {"a4-4": SheetPaper.A4_FOUR, "a4-2": SheetPaper.A4_TWO, "a5": SheetPaper.A5, "a6": SheetPaper.A6}
ROLLS = {"slip80": Roll.MM80, "slip58": Roll.MM58}
AS_JSON = click.option("--json", "as_json", is_flag=True, help="One JSON document.")


@click.group()
def surveys() -> None:
    """Surveys of one to five questions, at the till and on paper."""


@surveys.command("list")
@AS_JSON
@click.pass_context
def list_surveys(context: click.Context, as_json: bool) -> None:
    """Lists the surveys, the newest first."""
    with opened(context, writes=False) as desk:
        found = [
            (each, desk.surveys.is_open(each), len(desk.survey_answers.all(each.id))) for each in desk.surveys.all()
        ]
    if as_json:
        told = [_told(survey, is_open=is_open, answers=answers) for survey, is_open, answers in found]
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    for survey, is_open, answers in found:
        said = tr_n("{n} answer", "{n} answers", answers).format(n=answers)
        click.echo("\t".join((survey.id, survey.title, tr("Open") if is_open else tr("Closed"), said)))


@surveys.command("make")
@click.argument("ready", type=click.Choice(["short", "recommend", "ease", "commitment"]))
@click.option("--named", is_flag=True, help="Answers are kept with their customer; anonymous when not given.")
@click.pass_context
def make_survey(context: click.Context, ready: str, named: bool) -> None:
    """Makes a survey that is READY to be asked, and prints its id."""
    with opened(context) as desk:
        wanted = next(each for each in ready_surveys() if each.key == ready)
        click.echo(desk.surveys.make(wanted.title, wanted.questions, anonymous=not named).id)


@surveys.command("results")
@click.argument("survey")
@click.option("--version", default="", help="A version of the questions by its id; the present one when not given.")
@AS_JSON
@click.pass_context
def survey_results(context: click.Context, survey: str, version: str, as_json: bool) -> None:
    """What the answers to SURVEY (its id) tell; groups with fewer than five answers are hidden."""
    with opened(context, writes=False) as desk:
        rows = rows_of(desk.survey_answers.results(survey, version), active().language)
    _print(rows, as_json=as_json, as_csv=False)


@surveys.command("sheets")
@click.argument("survey")
@click.option("--count", type=click.IntRange(1, MOST_SHEETS), default=20, show_default=True)
@click.option("--paper", type=click.Choice([*PAPERS, *ROLLS]), default="a4-4", show_default=True)
@click.option("--language", type=click.Choice(list(LANGUAGES)), help="The shop's when it is not given.")
@OUT
@click.pass_context
def survey_sheets(context: click.Context, /, survey: str, count: int, **options: Any) -> None:
    """Makes answer sheets of SURVEY (its id), each with a code of its own, into a PDF."""
    with opened(context) as desk:
        language = options["language"] or desk.shop.settings().language or active().language
        asked, name = desk.surveys.get(survey), desk.shop.settings().name
        made = desk.survey_sheets.make(survey, count, language=language)
    faces, paper = [sheet_face(asked, sheet, shop=name) for sheet in made], options["paper"]
    is_slip = paper in ROLLS
    document = survey_slips_scene(faces, roll=ROLLS[paper]) if is_slip else survey_scene(faces, paper=PAPERS[paper])
    saved(document, options["out"])


@surveys.command("enter")
@click.argument("code")
@click.argument("values", nargs=-1)
@click.option("--correct", is_flag=True, help="The sheet was entered before, and wrongly.")
@click.pass_context
def enter_sheet(context: click.Context, code: str, values: tuple[str, ...], correct: bool) -> None:
    """Enters the sheet with CODE: a number for each question in its order, - for none, words where they are asked for.

    What can be chosen counts from 1.
    """
    with opened(context) as desk:
        desk.survey_sheets.enter(code, _given(desk, code, values), correct=correct)
        click.echo(tr("The sheet is entered."))


@report.command("surveys")
@click.option("--survey", default="", help="Only this one, by its id.")
@AS_JSON
@click.option("--csv", "as_csv", is_flag=True, help="Lines for a spreadsheet or another program.")
@click.pass_context
def report_surveys(context: click.Context, survey: str, as_json: bool, as_csv: bool) -> None:
    """What all surveys tell, question by question, over all, by group, tier, quarter and month.

    No days can be given: who subtracts one time from another would see what is hidden.
    """
    if as_json and as_csv:
        raise click.UsageError(tr("A report is written as JSON or as CSV."))
    with opened(context, writes=False) as desk:
        wanted = [desk.surveys.get(survey)] if survey else desk.surveys.all()
        rows = [row for each in wanted for row in rows_of(desk.survey_answers.results(each.id), active().language)]
    _print(rows, as_json=as_json, as_csv=as_csv)


def _given(desk: Desk, code: str, values: tuple[str, ...]) -> Given:
    """What was typed, as an answer. Raises BadRequest."""
    sheet = desk.survey_sheets.get(code)
    questions = desk.surveys.get(sheet.survey).named(sheet.version).questions
    if len(values) != len(questions):
        raise BadRequest("answer", "survey_answer")
    ticked, written = list[int | None](), dict[int, str]()
    for place, (question, value) in enumerate(zip(questions, values, strict=True)):
        is_number = value.isascii() and value.isdigit() and len(value) <= 2
        if value == "-" or not question.values:
            ticked.append(None)
            if value != "-":
                written[place] = value
        elif is_number:
            ticked.append(int(value) - (1 if question.choices else 0))
        else:
            raise BadRequest("answer", "survey_answer")
    return Given(tuple(ticked), written)


def _told(survey: Survey, *, is_open: bool, answers: int) -> dict[str, Any]:
    days = {"first": survey.first, "last": survey.last}
    return {
        "survey": survey.id,
        "title": survey.title,
        "open": is_open,
        "anonymous": survey.anonymous,
        **{name: day.isoformat() if day else None for name, day in days.items()},
        "answers": answers,
        "versions": [version.id for version in survey.versions],
        "questions": [question.text(active().language) for question in survey.questions],
    }


def _print(rows: list[dict[str, Any]], *, as_json: bool, as_csv: bool) -> None:
    if as_json:
        click.echo(json.dumps({"report": "surveys", "rows": rows}, ensure_ascii=False, indent=2))
    elif as_csv:
        file = StringIO()
        writer = csv.writer(file)
        writer.writerow(FIGURES)
        for row in rows:
            writer.writerow([_cell(row[name]) for name in FIGURES])
        click.echo(file.getvalue(), nl=False)
    else:
        for row in rows:
            cells = (str(row[name]) for name in FIGURES if row[name] is not None)
            click.echo("\t".join(cells))


def _cell(value: object) -> object:
    """Text harmless in a spreadsheet; a score below zero is a number."""
    return harmless(value) if isinstance(value, str) else value


COMMANDS = (surveys,)
