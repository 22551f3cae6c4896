"""Answer sheets of surveys: made with a code for each, found again by it, and entered once."""

from collections.abc import Sequence

import msgspec

from loyaltydesk.desk.core import Core
from loyaltydesk.desk.survey_answers import SurveyAnswers
from loyaltydesk.desk.surveys import Surveys
from loyaltydesk.model.facts import RecordSaved, Stamp
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.model.survey_sheets import BATCH, MOST_SHEETS, Batch, Sheet, new_batch, read_code, sheet_code
from loyaltydesk.model.surveys import Answer, Given, Via


class SurveySheets:
    """The sheets, a record for each batch; a sheet that was entered is known by the name of its answer."""

    def __init__(self, core: Core, surveys: Surveys, answers: SurveyAnswers) -> None:
        self._core = core
        self._surveys = surveys
        self._answers = answers

    def make(
        self,
        survey: str,
        count: int = 0,
        *,
        language: str = "",
        customers: Sequence[str] = (),
        stamp: Stamp | None = None,
    ) -> list[Sheet]:
        """So many sheets for anybody, or one for each of these customers, of what the survey asks now.

        Raises BadRequest for none, or more than 500 at once, and where a sheet would tell whose it is though the
        survey is anonymous; and UnknownCustomer.
        """
        asked = self._surveys.get(survey)
        if customers and asked.anonymous:
            raise BadRequest("customers", "survey_anonymous")
        number = len(customers) or count
        if not 1 <= number <= MOST_SHEETS:
            raise BadRequest("count", "survey_sheets")
        persons = tuple(self._core.customer(each).id for each in customers)
        with self._core.writing():
            batch = Batch(self._fresh(number), survey, asked.version.id, number, language, persons)
            fields: dict[str, str | int | bool | None] = {"batch": msgspec.json.encode(batch).decode()}
            saved = RecordSaved(id=self._core.new_id()(), kind=BATCH, record=batch.id, fields=fields)
            self._core.record([saved], stamp or self._core.stamp())
        return [self._sheet(batch, each) for each in range(1, number + 1)]

    def get(self, code: str) -> Sheet:
        """The sheet with this code, as scanned or typed, and its answer if it was entered. Raises BadRequest."""
        read = read_code(code)
        batch = self._batch(read[0]) if read else None
        if read is None or batch is None or not 1 <= read[1] <= batch.count:
            raise BadRequest("sheet", "survey_sheet_unknown")
        sheet = self._sheet(batch, read[1])
        answer = self._core.store.surveys.answer(f"{sheet.survey}/{sheet.code}")
        return msgspec.structs.replace(sheet, answer=answer)

    def enter(self, code: str, given: Given, *, correct: bool = False, stamp: Stamp | None = None) -> Answer:
        """Keeps what is ticked on a sheet, also after its survey was closed: paper comes back late.

        Raises BadRequest for an unknown sheet, for one that was entered already unless it is to be corrected, and for
        what cannot be ticked. A customer who was forgotten since is nobody.
        """
        stamp = stamp or self._core.stamp()
        with self._core.writing():
            sheet = self.get(code)
            if sheet.answer and not correct:
                raise BadRequest("sheet", "survey_sheet_entered")
            survey = self._surveys.get(sheet.survey)
            name = (sheet.code, sheet.customer, Via.PAPER)
            return self._answers.keep(survey, survey.named(sheet.version), given=given, name=name, stamp=stamp)

    def counts(self, survey: str) -> tuple[int, int]:
        """How many sheets were made for a survey, and how many of them came back."""
        batches = (self._batch(name) for name in self._core.store.records.names(BATCH))
        made = sum(batch.count for batch in batches if batch and batch.survey == survey)
        return made, self._core.store.surveys.sheets(survey)

    # --- inside

    def _sheet(self, batch: Batch, number: int) -> Sheet:
        whose = batch.customers[number - 1] if batch.customers else ""
        person = self._core.store.customers.by_id(whose) if whose else None  # None: forgotten
        code = sheet_code(batch.id, number)
        return Sheet(code, batch.survey, batch.version, number, batch.language, person.id if person else "")

    def _batch(self, name: str) -> Batch | None:
        text = self._core.store.records.fields(BATCH, name).get("batch")
        try:
            return msgspec.json.decode(str(text), type=Batch) if text else None
        except msgspec.MsgspecError:  # written by another release
            return None

    def _fresh(self, count: int) -> str:
        """A name for a batch none of whose codes is a batch's or a card's already; old cards can have any number."""
        customers = self._core.store.customers
        while True:
            name = new_batch(self._core.randbelow)
            codes = (sheet_code(name, number) for number in range(1, count + 1))
            if self._batch(name) is None and not any(customers.by_card(code) for code in codes):
                return name
