"""Surveys on the command line and through the link: made, printed, entered and told, with small groups hidden."""

import csv
import io
import json
from pathlib import Path

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.surveys import Asking, Given, Question, QuestionKind
from tests.loyaltydesk.cli.conftest import Opened, Run


@pytest.fixture
def survey(run: Run) -> str:
    return run("surveys", "make", "recommend").stdout.strip()


def answer(desk: Desk, survey: str, *scores: int) -> None:
    for score in scores:
        desk.survey_answers.give(survey, Given((score, None)))


def test_it_is_listed_with_its_answers(run: Run, desk: Opened, survey: str) -> None:
    with desk() as shop:
        answer(shop, survey, 9, 10)
    assert run("surveys", "list").stdout == f"{survey}\tWould you recommend us?\tOpen\t2 answers\n"
    (told,) = json.loads(run("surveys", "list", "--json").stdout)
    assert (told["answers"], told["anonymous"], len(told["questions"])) == (2, True, 2)


def test_a_question_that_few_answered_has_no_count(run: Run, desk: Opened) -> None:
    with desk() as shop:
        asked = tuple(Question(QuestionKind.AGREE, {"en": text}) for text in ("Warm?", "Near?"))
        survey = shop.surveys.make("Hello", asked).id
        for number in range(6):
            shop.survey_answers.give(survey, Given((5, 1 if number < 4 else None)))
    rows = json.loads(run("surveys", "results", survey, "--json").stdout)["rows"]
    assert [row["answers"] for row in rows if row["by"] == "all"] == [6, None]


def test_results_come_from_five_answers_on(run: Run, desk: Opened, survey: str) -> None:
    with desk() as shop:
        answer(shop, survey, 10, 10, 9, 0)
    (few,) = json.loads(run("surveys", "results", survey, "--json").stdout)["rows"]
    assert (few["answers"], few["nps"]) == (4, None)
    with desk() as shop:
        answer(shop, survey, 8, 8, 8, 8)
    first, group, *_rest = json.loads(run("surveys", "results", survey, "--json").stdout)["rows"]
    assert (first["by"], first["answers"], first["nps"], first["mean"]) == ("all", 8, 25, "7.6")
    assert (group["by"], group["group"], group["nps"]) == ("groups", "no card", 25)


def test_the_report_is_a_table_for_programs_too(run: Run, desk: Opened, survey: str) -> None:
    with desk() as shop:
        answer(shop, survey, 0, 0, 0, 0, 9)
    rows = list(csv.DictReader(io.StringIO(run("report", "surveys", "--csv").stdout)))
    assert (rows[0]["question"], rows[0]["nps"]) == ("How likely are you to recommend us to friends?", "-60")
    assert json.loads(run("report", "surveys", "--survey", survey, "--json").stdout)["rows"]
    assert run("report", "surveys", "--csv", "--json").exit_code == 2
    assert run("report", "surveys", "--survey", "none").exit_code == 1


def test_sheets_are_made_and_entered_once(run: Run, desk: Opened, survey: str, tmp_path: Path) -> None:
    for paper in ("a4-4", "a6", "slip58"):
        out = tmp_path / f"{paper}.pdf"
        made = run("surveys", "sheets", survey, "--count", "2", "--paper", paper, "--out", str(out))
        assert (made.exit_code, out.read_bytes()[:5]) == (0, b"%PDF-")
    with desk() as shop:
        assert shop.survey_sheets.counts(survey) == (6, 0)
        code = shop.survey_sheets.make(survey, 1)[0].code
    assert run("surveys", "enter", code, "9", "Warm bread").exit_code == 0
    again = run("surveys", "enter", code, "1", "-")
    assert (again.exit_code, again.stderr) == (1, "This sheet was entered already.\n")
    assert run("surveys", "enter", code, "1", "-", "--correct").exit_code == 0
    with desk() as shop:
        assert shop.survey_sheets.get(code).answer.given == Given((1, None))  # type: ignore[union-attr]  # it was entered


@pytest.mark.parametrize("values", [(), ("9",), ("x", "-"), ("99", "-"), ("-", "-"), ("٣", "-"), ("9", "a", "b")])
def test_what_is_no_answer_is_refused(run: Run, desk: Opened, survey: str, values: tuple[str, ...]) -> None:
    with desk() as shop:
        code = shop.survey_sheets.make(survey, 1)[0].code
    refused = run("surveys", "enter", code, *values)
    assert (refused.exit_code, len(refused.stderr.splitlines())) == (1, 1)


def test_unknown_things_are_refused(run: Run, survey: str, tmp_path: Path) -> None:
    for asked in (("results", "none"), ("results", survey, "--version", "none"), ("enter", "Q" * 400, "1"),
                  ("sheets", "none", "--out", str(tmp_path / "x.pdf"))):  # fmt: skip
        assert run("surveys", *asked).exit_code == 1


def test_an_answer_comes_through_the_link(run: Run, desk: Opened, survey: str) -> None:
    with desk() as shop:
        shop.surveys.ask_at_till(Asking(survey))
    asked = [
        {"do": "survey", "values": [9, None], "words": ["", "Bread"], "key": "1"},
        {"do": "survey", "values": [9, None], "words": ["", "Bread"], "key": "1"},
        {"do": "survey", "survey": survey, "values": [11]},
        {"do": "survey", "survey": "none", "values": [1, None]},
    ]
    told = [json.loads(line) for line in run("link", typed="\n".join(map(json.dumps, asked))).stdout.splitlines()]
    answers = [line for line in told if "ok" in line][-4:]
    assert [line["ok"] for line in answers] == [True, True, False, False]
    with desk() as shop:
        (kept,) = shop.survey_answers.all(survey)
    assert kept.given == Given((9, None), {1: "Bread"})
