"""Will it pay off: what a programme would bring, worked out on the shop's own history and live under the sliders."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.desk.forecast import Wanted
from loyaltydesk.model.refusals import BadProgramme, Refused
from loyaltydesk.rules.exact import rounded
from loyaltydesk.rules.forecast import WHOLE, YEARS, Forecast, Questions, Replayed, forecast
from loyaltydesk.rules.programme_file import read_programme
from loyaltydesk.words import active, tr
from loyaltydesk.words.forecast import assumptions, percent, stands_on
from ui.programme.forecast_answers import Answers
from ui.programme.forecast_figures import Figures, FigureTile
from ui.programme.forecast_notes import ControlGroupNote, Notes
from ui.programme.forecast_work import Work
from ui.seams.formats import QtFormats
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.theme.blocks import Banner
from ui.theme.charts.fan import FanChart, Point
from ui.theme.frames import Panel
from ui.theme.scrolling import Scroll
from ui.theme.text import label
from ui.theme.theme import Theme

LEFT = 356  # px of the sliders, in text of 100 %
LOWEST = 200  # px of the chart
PAUSE_MS = 400  # after the last answer, before customers are made up anew


class ForecastView(QWidget):
    """The body of a page: what is supposed on the left, on the right what follows."""

    basis_changed = Signal(str)  # which history it was worked out from, in one line
    test_group_wanted = Signal(int)  # every so many new cards without offers

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__()
        self.theme = theme
        self.session = session
        self._toml = ""
        self._replayed: Replayed | None = None
        self._formats = session.formats
        self.answers = Answers(theme)
        self.work = Work(theme, session, tools)
        self.needed = FigureTile(theme, tr("Needed to break even"))
        self.profit = FigureTile(theme, tr("Profit after a year"))
        self.chance = FigureTile(theme, tr("Chance of a profit"))
        self.pays = FigureTile(theme, tr("Pays for itself"))
        self.chart = FanChart(theme, words=self._money, told=self._told)
        self.compared = label(type_="muted", wrap=True)
        self.notice = Banner(theme, "", tone="danger")
        self.note = ControlGroupNote(theme)
        self.notes = Notes(theme)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._lay_out()
        self._listen()

    # --- what a page does with it

    def show_programme(self, toml: str) -> None:
        """Works out what this programme would bring, in the background; what was under way is given up.

        The same text again does nothing. A text that cannot be read is said in place.
        """
        if toml == self._toml:
            return
        self._toml = toml
        self._begin()

    def give_up(self) -> None:
        """Stops the work."""
        self._pause.stop()
        self.work.stop()

    # --- building

    def _lay_out(self) -> None:
        m = self.theme.m
        self._left = Panel(self.theme)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(m.s4)
        column.addWidget(self.answers)
        column.addWidget(self.notes)
        column.addStretch(1)
        self._left.box.addWidget(Scroll(inside))
        answers = QWidget()
        right = QVBoxLayout(answers)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(m.s3)
        tiles = [self.needed, self.profit, self.chance, self.pays]
        for widget in (self.work, self.notice, Figures(self.theme, tiles)):
            right.addWidget(widget)
        right.addWidget(self._chart_panel(), 1)
        right.addWidget(self.note)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(m.s4)
        whole.addWidget(self._left)
        whole.addWidget(Scroll(answers), 1)
        self.notice.hide()
        self.theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _chart_panel(self) -> Panel:
        panel = Panel(self.theme)
        head = QHBoxLayout()
        head.addWidget(label(tr("Profit since the start"), "title"), 1)
        legend = label(tr("line: most likely · band: 8 years out of 10"), "muted", wrap=True)
        legend.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(legend, 2)
        panel.box.addLayout(head)
        panel.box.addWidget(self.chart, 1)
        panel.box.addWidget(self.compared)
        self.chart.setAccessibleName(tr("Profit since the start"))
        return panel

    def _listen(self) -> None:
        self.answers.moved.connect(self._show_answers)
        self.answers.asked_again.connect(self._pause.start)
        self._pause.timeout.connect(self._begin)
        self.note.wanted.connect(self.test_group_wanted)
        self.work.done.connect(self._on_replayed)
        self.work.refused.connect(self._on_refused)
        self.work.again.connect(self._begin)

    # --- working

    def _begin(self) -> None:
        """Plays history again, or lets customers be made up from the answers where they were asked for."""
        self.notice.hide()
        try:
            programme = read_programme(self._toml)
        except BadProgramme as refusal:
            self.work.stop()
            self._on_refused(refusal)
            return
        self._formats = QtFormats(active().language, programme.currency)
        toml = self._toml
        invented = self._replayed is not None and self._replayed.background.invented
        if self._replayed is None:
            self.answers.use_formats(self._formats, self.session.ask(lambda desk: _usual(desk, toml)))
            self.answers.show_margin(self.session.ask(lambda desk: desk.insights.margin))
        has_history = self.session.ask(lambda desk: desk.forecast.history() is not None)
        wanted = Wanted(questions=self.answers.questions() if invented and not has_history else None)
        self.work.begin(toml, wanted)

    def _on_replayed(self, replayed: Replayed) -> None:
        first = self._replayed is None
        self._replayed = replayed
        basis = replayed.basis
        if first:
            self.answers.show_basis(use=basis.use, share=basis.share, invented=basis.invented)
            self.answers.explain_use(tr("As in your shop so far.") if basis.measured else tr("Usual: 60 to 80%."))
        self.notes.show_notes(assumptions(basis, self._formats))
        self.note.show_group(
            replayed.programme.test_group, self.session.ask(lambda desk: desk.forecast.comparison()), self._formats
        )
        self.basis_changed.emit(stands_on(basis, self._formats))
        self._show_answers()

    def _on_refused(self, refused: Refused) -> None:
        self.notice.say(self.session.sentence(refused), tone="danger")
        self.notice.show()

    # --- showing

    def _show_answers(self) -> None:
        """Everything that follows from the sliders; quick enough while one is dragged."""
        if self._replayed is None:
            return
        assumed = self.answers.assumed()
        answer = forecast(self._replayed, assumed)
        self._show_figures(answer)
        self.answers.show_rate(
            percent(rounded(answer.rate * WHOLE), self._formats, tenths=True),
            tr("What the rules give away of each sale, if all of it is used."),
        )
        self.chart.show_fan([(str(number), Point(*each)) for number, each in enumerate(_bands(answer), 1)])
        self.compared.setText(" ".join(self._beside(self._replayed)))
        self.compared.setVisible(bool(self.compared.text()))

    def _show_figures(self, answer: Forecast) -> None:
        need, formats = answer.break_even, self._formats
        if need is None:
            self.needed.show_figure("–", tr("no uplift is enough"))
        else:
            figure = percent(rounded(need * WHOLE), formats, tenths=True)
            self.needed.show_figure(f"+{figure}", tr("more sales to members"))
        self.profit.show_figure(self._money(answer.after_a_year.middle), tr("most likely"))
        years = tr("in {n} what-if years").format(n=formats.number(YEARS))
        self.chance.show_figure(percent(answer.chance, formats), years)
        assumed = self.answers.assumed()
        costs = tr("{startup} to start, {fixed} a month").format(
            startup=self._money(assumed.startup), fixed=self._money(assumed.fixed)
        )
        month = tr("month {number}").format(number=answer.pays_in) if answer.pays_in else tr("not in a year")
        self.pays.show_figure(month, costs)

    def _beside(self, replayed: Replayed) -> list[str]:
        """The programme in force beside it, and whose tier would be another."""
        said, formats = [], self._formats
        if replayed.in_force:
            goods, use = self.answers.assumed().cost_of_goods, replayed.background.use
            sums = {
                "new": self._money(replayed.figures.cost(cost_of_goods=goods, use=use)),
                "old": self._money(replayed.in_force.cost(cost_of_goods=goods, use=use)),
            }
            said.append(tr("In that time these rules would have cost {new}, those in force {old}.").format(**sums))
        tiers = replayed.tiers
        if tiers.lose or tiers.win:
            text = tr("Would lose a tier: {lose}. Would win one: {win}.")
            said.append(text.format(lose=formats.number(tiers.lose), win=formats.number(tiers.win)))
        if tiers.losers:
            names = ", ".join(each.name or tr("without a name") for each in tiers.losers[:5])
            said.append(tr("Losing: {names}.").format(names=names))
        return said

    def _money(self, minor: int) -> str:
        """Whole major units: a forecast is no more exact than that."""
        unit: int = 10**self._formats.currency.exponent
        return self._formats.price((abs(minor) + unit // 2) // unit * unit * (-1 if minor < 0 else 1))

    def _told(self, name: str, point: Point) -> str:
        return tr("Month {number}: {middle} ({low} to {high})").format(
            number=name, middle=self._money(point.middle), low=self._money(point.low), high=self._money(point.high)
        )

    def _on_theme_changed(self) -> None:
        self._left.setFixedWidth(LEFT * (100 + self.theme.text_percent) // 200)
        self.chart.setMinimumHeight(LOWEST * self.theme.text_percent // 100)


def _usual(desk: Desk, toml: str) -> Questions:
    return desk.forecast.questions(read_programme(toml).currency)


def _bands(answer: Forecast) -> list[tuple[int, int, int]]:
    return [(month.low, month.middle, month.high) for month in answer.months]
