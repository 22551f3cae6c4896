"""The best customers: who paid most in the period; choosing one opens their page."""

from msgspec import Struct

from loyaltydesk.desk import Desk
from loyaltydesk.model.insights import BestCustomer, Period
from loyaltydesk.model.refusals import UnknownCustomer
from loyaltydesk.words import tr
from ui.insights.part import Drawn, Part
from ui.seams.panel_export import PanelExport
from ui.seams.panel_export_paper import money_cell
from ui.seams.people import shown_name
from ui.seams.session import Session
from ui.theme.charts.ranked import Rank, Ranked
from ui.theme.theme import Theme

MOST = 7  # that are shown


class _Named(Struct, frozen=True):
    """One of them, by the name that every page shows."""

    name: str
    best: BestCustomer


class _Answer(Struct, frozen=True):
    """All of them; nobody else paid more than `others` minor units, where that is not 0."""

    named: list[_Named]
    others: int


class BestPart(Part):
    """Names, bars and sums."""

    panel = "best"

    def __init__(self, theme: Theme, session: Session, export: PanelExport) -> None:
        super().__init__(theme, session, export)
        self.chart.chosen.connect(lambda customer: self.wanted.emit("customers", customer))

    def _nothing(self) -> Ranked:
        return Ranked(rows=())

    def _ask(self, desk: Desk, period: Period) -> _Answer:
        found = desk.insights.best(period)
        return _Answer([_Named(_name(desk, each.customer), each) for each in found.customers], found.others)

    def _show_answer(self, answer: _Answer) -> None:
        if not answer.named:
            self.show_hint(tr("Whoever buys with a card in this period appears here."))
            return
        formats = self.session.formats
        since = tr("{money} since they joined")
        ranks = tuple(
            Rank(
                each.best.customer,
                each.name,
                each.best.spend,
                note=since.format(money=formats.price(each.best.lifetime)),
            )
            for each in answer.named[:MOST]
        )
        rows = [
            (each.name, money_cell(formats, each.best.spend), money_cell(formats, each.best.lifetime))
            for each in answer.named
        ]
        header = (tr("Customer"), tr("Paid in this period"), tr("Paid since they joined"))
        aside = tr("paid in this period")
        if answer.others:
            aside = tr("nobody else paid more than {money}").format(money=formats.price(answer.others))
        self.show_figures(Drawn(Ranked(rows=ranks, words=formats.price), header, rows, aside))


def _name(desk: Desk, customer: str) -> str:
    """What somebody is called on every page; who was forgotten meanwhile has no name."""
    try:
        return shown_name(desk.customers.get(customer))
    except UnknownCustomer:
        return tr("No name")
