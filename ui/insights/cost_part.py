"""What the programme cost beside what it brought, which only a test group can tell."""

from loyaltydesk.desk import Desk
from loyaltydesk.model.insights import Period
from loyaltydesk.model.programme_cost import Cost, Gain
from loyaltydesk.words import tr
from ui.insights.figures import share
from ui.insights.margin_choice import MarginChoice
from ui.insights.part import Drawn, Part
from ui.seams.panel_export import PanelExport
from ui.seams.panel_export_paper import money_cell
from ui.seams.session import Session
from ui.theme.buttons import Button
from ui.theme.charts.ranked import Rank, Ranked
from ui.theme.text import label
from ui.theme.theme import Theme


class CostPart(Part):
    """Bars of one scale, a sentence on what follows, and a way to know more where nobody can tell."""

    panel = "cost"
    lines = 10.0

    def __init__(self, theme: Theme, session: Session, export: PanelExport) -> None:
        super().__init__(theme, session, export)
        self.sentence = label(wrap=True)
        self.test_button = Button(theme, tr("Set up a test group"), kind="small", icon="user-check")
        self.margin = MarginChoice(theme)
        for below in (self.sentence, self.test_button, self.margin):
            self.column.addWidget(below)
        self.column.setSpacing(theme.m.s2)
        self.test_button.clicked.connect(lambda: self.wanted.emit("programme", "payoff"))
        self.margin.decided.connect(self._on_margin_decided)

    def _nothing(self) -> Ranked:
        return Ranked(rows=())

    def _ask(self, desk: Desk, period: Period) -> Cost:
        return desk.insights.cost(period)

    def _show_answer(self, answer: Cost) -> None:
        turnover, cost = answer.turnover.now or 0, answer.cost.now or 0
        if not turnover and not cost:
            self.show_hint(tr("The first purchases with a card show here what the programme costs and brings."))
            return
        formats, ranks = self.session.formats, self._ranks(answer)
        self.sentence.setText(self._said(answer))
        self.test_button.setVisible(not answer.has_test_group)
        self.margin.setVisible(answer.gain is not None)
        if answer.gain:
            self.margin.show_margin(answer.gain.margin)
        words = tr("cost: {share} of what members paid")
        self.show_figures(
            Drawn(
                Ranked(rows=tuple(ranks), words=formats.price),
                (tr("Part"), tr("Money")),
                [(rank.name, money_cell(formats, rank.value)) for rank in ranks],
                words.format(share=share(cost * 1000 // turnover, formats)) if turnover else "",
                self.sentence.text(),
            )
        )

    def _ranks(self, answer: Cost) -> list[Rank]:
        ranks = [
            Rank("", tr("Money off the bill"), answer.off.now or 0, "warning"),
            Rank("", tr("Paid with points and vouchers"), answer.paid.now or 0, "warning"),
        ]
        if answer.apart.now or answer.apart.before:
            note = tr("to good causes, and for vouchers that were handed in alone")
            ranks.append(Rank("", tr("Given without a bill"), answer.apart.now or 0, "warning", note=note))
        if answer.new_worth is not None:
            note = tr("points newly given, without those likely to end unused")
            ranks.append(Rank("", tr("New points, still to be used"), answer.new_worth, "text_disabled", note=note))
        if answer.gain:
            gain = answer.gain
            note = tr("the margin of {sum} more turnover").format(sum=self.session.formats.price(gain.whole))
            name = tr("Gain by the test group")
            ranks.append(Rank("", name, gain.kept, low=gain.kept_low, high=gain.kept_high, note=note))
        return ranks

    def _said(self, answer: Cost) -> str:
        if answer.gain:
            return self._compared(answer.gain)
        if answer.has_test_group:
            return tr("The test group has too few purchases to compare with yet.")
        return tr(
            "Nobody can tell what the programme brings: there is no test group without offers to compare with, "
            "and good customers would have come without it, too."
        )

    def _on_margin_decided(self, margin: int) -> None:
        """Keeps it; the page reads everything again, as for any change."""
        self.session.do(lambda desk: desk.insights.keep_margin(margin))

    def _compared(self, gain: Gain) -> str:
        formats = self.session.formats
        words = tr(
            "A member with offers buys for {more} a month more than one of the {n} in the test group, probably between "
            "{low} and {high}. Of all that turnover, {turnover} in this period, the gain is your margin."
        )
        money = {"more": gain.more, "low": gain.more_low, "high": gain.more_high, "turnover": gain.whole}
        return words.format(n=formats.number(gain.without), **{key: formats.money(sum_) for key, sum_ in money.items()})
