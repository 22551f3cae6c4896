"""A survey on the right: what it is, what can be done with it, and its results, version by version."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from loyaltydesk.model.surveys import Asking, Survey
from loyaltydesk.rules.survey_results import Results
from loyaltydesk.words import tr, tr_n
from ui.seams.formats import QtFormats
from ui.seams.panel_export import PanelExport
from ui.theme.buttons import Button
from ui.theme.flow import Flow
from ui.theme.forms import Choice
from ui.theme.frames import Panel
from ui.theme.sheet import restyle
from ui.theme.text import ElidedLabel, chip, label
from ui.theme.theme import Theme
from ui.voices.survey_results import GroupName, SurveyResults


class SurveyPanel(Panel):
    """What somebody presses is told; the survey, its view knows."""

    change_wanted = Signal()
    sheets_wanted = Signal()
    switch_wanted = Signal()  # closed or opened again
    version_chosen = Signal(str)

    def __init__(self, theme: Theme, formats: QtFormats, group_name: GroupName, *, export: PanelExport) -> None:
        super().__init__(theme)
        self._formats = formats
        self._title, self._state = ElidedLabel(type_="title"), chip("")
        self._about = label(type_="muted", wrap=True)
        self.version = Choice(tr("Version"), [])
        self.change = Button(theme, tr("Change"), icon="pen-line")
        self.sheets = Button(theme, tr("Print sheets…"), icon="printer")
        self.switch = Button(theme, "", icon="ban")
        self.results = SurveyResults(theme, formats, group_name, export=export)
        head, actions = QHBoxLayout(), Flow(theme.m.s2)
        head.setSpacing(theme.m.s2)
        head.addWidget(self._title, 1)
        head.addWidget(self._state)
        for widget in (self.change, self.sheets, self.switch, self.version):
            actions.addWidget(widget)
        self.box.addLayout(head)
        self.box.addWidget(self._about)
        self.box.addLayout(actions)
        self.box.addSpacing(theme.m.s1)
        self.box.addWidget(self.results, 1)
        self.change.clicked.connect(self.change_wanted)
        self.sheets.clicked.connect(self.sheets_wanted)
        self.switch.clicked.connect(self.switch_wanted)
        self.version.chosen.connect(self.version_chosen)

    def show_survey(self, results: Results, *, is_open: bool, asking: Asking, sheets: tuple[int, int]) -> None:
        """Shows a survey with what one of its versions tells; `sheets` are those that were made and came back."""
        survey = results.survey
        self._title.setText(survey.title)
        self._state.setText(tr("Open") if is_open else tr("Closed"))
        restyle(self._state, tone="accent" if is_open else "")
        self._about.setText(" · ".join(self._facts(survey, asking=asking, sheets=sheets)))
        self.switch.setText(tr("Close") if is_open else tr("Open again"))
        self.version.clear()
        for number, version in enumerate(survey.versions, 1):
            day = self._formats.day(version.since.date())
            self.version.addItem(tr("Version {n}, from {day}").format(n=number, day=day), version.id)
        self.version.choose(results.version.id)
        self.version.setVisible(len(survey.versions) > 1)
        self.results.show_results(results)

    def _facts(self, survey: Survey, *, asking: Asking, sheets: tuple[int, int]) -> list[str]:
        number = len(survey.questions)
        facts = [tr_n("{n} question", "{n} questions", number).format(n=number)]
        facts.append(tr("anonymous") if survey.anonymous else tr("kept with the customer"))
        if survey.last:
            facts.append(tr("until {day}").format(day=self._formats.day(survey.last)))
        if asking.survey == survey.id:
            facts.append(_how_often(asking.every))
        if sheets[0]:
            facts.append(tr("{n} of {all} sheets came back").format(n=sheets[1], all=sheets[0]))
        return facts


def _how_often(every: int) -> str:
    """After how many purchases the till asks; 0 is when the cashier does."""
    if not every:
        return tr("at the till when the cashier asks")
    if every == 1:
        return tr("at the till after each purchase")
    return tr_n("at the till once in {n} purchase", "at the till once in {n} purchases", every).format(n=every)
