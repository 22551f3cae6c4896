"""The four figures on top: who was here, who comes again, what a purchase comes to, what the points come to."""

from PySide6.QtWidgets import QWidget

from loyaltydesk.model.insights import Liability, Overview
from loyaltydesk.words import tr, tr_n
from ui.insights.explained import how
from ui.insights.figures import UNKNOWN, share, signed_money, signed_points, signed_share, tone_of, trend
from ui.insights.folding import Folding, Place
from ui.insights.part import named_period
from ui.insights.tile import Shown, Tile
from ui.seams.formats import QtFormats
from ui.seams.panel_export_paper import PanelPaper
from ui.theme.theme import Theme

ROOMY = 236  # px that a tile needs beside others, in text of 100 %
RISING = 100  # thousandths by which points that people hold may grow before somebody should look at them


class Tiles(QWidget):
    """Four tiles in a row, or two by two."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.active = Tile(theme, how("active"))
        self.returning = Tile(theme, how("returning"))
        self.basket = Tile(theme, how("basket"))
        self.points = Tile(theme, how("outstanding"))
        self.all = (self.active, self.returning, self.basket, self.points)
        self._shown: tuple[Overview, QtFormats] | None = None
        self._row = Folding(theme)
        self._row.add_row([Place(tile, 1, ROOMY) for tile in self.all])
        self.setLayout(self._row)
        theme.changed.connect(self._space)
        self._space()

    def show_counting(self) -> None:
        """The figures are on their way."""
        for tile in self.all:
            tile.show_counting()

    def show_overview(self, overview: Overview, formats: QtFormats) -> None:
        """Shows the figures of a period."""
        self._shown = overview, formats
        self.active.show_figure(_active(overview, formats))
        self.returning.show_figure(_returning(overview, formats))
        self.basket.show_figure(_basket(overview, formats))
        self.points.show_figure(_points(overview, formats))

    def papers(self) -> list[PanelPaper]:
        """The four figures as a table, once they are known."""
        if not self._shown:
            return []
        overview, formats = self._shown
        rows = [(tile.title, tile.figure.text(), tile.change.text(), tile.line) for tile in self.all]
        header = (tr("Figure"), tr("Now"), tr("Compared with the period before"), "")
        period = named_period(overview.period, formats)
        when = overview.period.last.isoformat()
        return [PanelPaper(title=tr("Overview"), header=header, rows=rows, period=period, when=when)]

    def _space(self) -> None:
        self._row.setSpacing(self._theme.m.s4)


def _active(overview: Overview, formats: QtFormats) -> Shown:
    figure = overview.active
    growth = figure.growth
    return Shown(
        formats.number(figure.now or 0),
        "" if growth is None else signed_share(growth, formats),
        tone_of(figure),
        tr("bought in this period"),
        trend(figure, overview.period, formats, words=formats.number),
    )


def _returning(overview: Overview, formats: QtFormats) -> Shown:
    figure = overview.returning
    if figure.now is None:
        return Shown(UNKNOWN, line=tr("known 60 days after the first visits"))
    return Shown(
        share(figure.now, formats),
        "" if figure.change is None else signed_points(figure.change, formats),
        tone_of(figure),
        tr("of visits led to another one"),
        trend(figure, overview.period, formats, words=lambda value: share(value, formats)),
    )


def _basket(overview: Overview, formats: QtFormats) -> Shown:
    figure, guests = overview.basket, overview.guest_basket.now
    if figure.now is None:
        return Shown(UNKNOWN, line=tr("no purchases of members yet"))
    others = (
        tr("members; others {money}").format(money=formats.money(guests)) if guests is not None else tr("of members")
    )
    return Shown(
        formats.money(figure.now),
        "" if figure.change is None else signed_money(figure.change, formats),
        tone_of(figure),
        others,
        trend(figure, overview.period, formats, words=formats.money),
    )


def _points(overview: Overview, formats: QtFormats) -> Shown:
    """In money where points buy something; that they grow fast is to be watched, neither good nor bad."""
    held = overview.liability
    figure, words = (held.worth, formats.price) if held.worth else (held.points, formats.number)
    growth = figure.growth or 0
    return Shown(
        words(figure.now or 0),
        tr("watch: {change}").format(change=signed_share(growth, formats)) if growth > RISING else
        signed_share(growth, formats) if growth else "",
        "warning" if growth > RISING else "",
        _ending(held, formats),
        trend(figure, overview.period, formats, words=words),
    )  # fmt: skip


def _ending(held: Liability, formats: QtFormats) -> str:
    """What of it ends soon."""
    if not held.ending:
        return tr("nothing ends within 30 days")
    if held.ending_worth is None:
        words = tr_n("{n} point ends within 30 days", "{n} points end within 30 days", held.ending)
        return words.format(n=formats.number(held.ending))
    return tr("{amount} ends within 30 days").format(amount=formats.price(held.ending_worth))
