"""The command that tells what another programme would have cost and earned on the shop's own history."""

import json
import re
from pathlib import Path
from typing import Any

import click
from msgspec import Struct

from loyaltydesk.cli.file_commands import FILE
from loyaltydesk.cli.forecast_answers import document, table
from loyaltydesk.cli.progress import shown
from loyaltydesk.cli.shop_option import opened
from loyaltydesk.cli.verbs import read_text
from loyaltydesk.desk import Desk
from loyaltydesk.desk.forecast import Wanted
from loyaltydesk.model.money import Currency
from loyaltydesk.rules.forecast import WHOLE, Assumed, Questions, forecast
from loyaltydesk.rules.programme_file import read_programme
from loyaltydesk.words import active, tr
from loyaltydesk.words.formats import BabelFormats


def _percent(text: str) -> int:
    """A percentage ("12.5") in hundredths of a percent; wrong usage for anything else, and for more than 100."""
    return _hundredths(text, 100)


def _uplift(text: str) -> int:
    """A percentage of up to 1000."""
    return _hundredths(text, 1000)


def _hundredths(text: str, most: int) -> int:
    match = re.fullmatch(r"([0-9]{1,4})(?:[.,]([0-9]{1,2}))?", text.strip())
    hundredths = int(match[1] + (match[2] or "").ljust(2, "0")) if match else -1
    if not 0 <= hundredths <= most * 100:
        raise click.BadParameter(f"{text!r} is not a percentage from 0 to {most} with two decimals at most.")
    return hundredths


class _Given(Struct, frozen=True, kw_only=True):
    """The options of the command, as they were given."""

    margin: int | None
    cost_of_goods: int
    uplift: int
    use: int | None
    share: int | None
    fixed: str
    startup: str
    members: int | None
    visits: int | None
    basket: str | None
    months: int
    seed: int

    def assumed(self, currency: Currency) -> Assumed:
        """What is supposed. Raises BadRequest for a sum that is none."""
        return Assumed(
            margin=WHOLE - self.cost_of_goods if self.margin is None else self.margin,
            cost_of_goods=self.cost_of_goods,
            uplift=self.uplift,
            use=self.use,
            share=self.share,
            fixed=currency.amount(self.fixed, "fixed"),
            startup=currency.amount(self.startup, "startup"),
        )

    def wanted(self, usual: Questions, currency: Currency) -> Wanted:
        """Which history is played: one made up when a question about customers was answered. Raises BadRequest."""
        questions = None
        if any(each is not None for each in (self.members, self.visits, self.basket)):
            questions = Questions(
                members=usual.members if self.members is None else self.members,
                visits=usual.visits if self.visits is None else self.visits,
                basket=usual.basket if self.basket is None else currency.amount(self.basket, "basket"),
                share=usual.share if self.share is None else self.share,
            )
        return Wanted(months=self.months, seed=self.seed, use=self.use, questions=questions)


@click.command("forecast")
@click.option("--programme", "-p", type=FILE, required=True, help="The rules, as a TOML file.")
@click.option("--months", type=click.IntRange(1, 120), default=12, show_default=True, help="How far to look back.")
@click.option("--margin", type=_percent, help="What is left of sales; 100 less the cost of goods when not given.")
@click.option("--cost-of-goods", type=_percent, default="40", show_default=True, help="What goods cost you.")
@click.option("--uplift", type=_uplift, default="6", show_default=True, help="How much more members buy.")
@click.option("--use", type=_percent, help="How much of their points people use; as so far when not given.")
@click.option("--share", type=_percent, help="The share of sales to members; as so far when not given.")
@click.option("--fixed", default="0", metavar="SUM", help="Costs of each month.")
@click.option("--startup", default="0", metavar="SUM", help="Costs of the beginning.")
@click.option("--members", type=click.IntRange(1, 100_000), help="Made-up customers instead of history: so many.")
@click.option("--visits", type=click.IntRange(1, 100_000), help="Their and others' purchases a week.")
@click.option("--basket", metavar="SUM", help="What an average purchase comes to.")
@click.option("--seed", type=click.IntRange(0), default=1, show_default=True, help="The same seed, the same result.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_context
def forecast_programme(context: click.Context, /, programme: Path, as_json: bool, **options: Any) -> None:
    """Tells what other rules would have cost and earned on the shop's own history.

    With --json: programme, currency, seed, basis (from, to, customers, purchases, invented, use_percent,
    use_measured, share_percent), figures and in_force (points_given, points_used, points_expired,
    points_outstanding, worth_used, worth_outstanding, donated, discounts, vouchers_worth, unused_percent, cost),
    break_even_uplift_percent, reward_percent, profit_after_year (low, middle, high), chance_of_profit_percent,
    pays_for_itself_in_month, months (month, low, middle, high), tiers (lose, win, losers, winners), assumed,
    assumptions. Low to high is where eight what-if years out of ten end.
    """
    given = _Given(**options)
    text = read_text(programme)
    currency = read_programme(text).currency
    assumed = given.assumed(currency)
    with opened(context, writes=False) as desk, shown(tr("Playing history again")) as progress:
        replayed = desk.forecast.replay(text, _wanted(desk, given, currency), progress=progress)
    answer = forecast(replayed, assumed)
    formats = BabelFormats(active().language, currency)
    if as_json:
        click.echo(json.dumps(document(replayed, assumed, answer, formats=formats), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(table(replayed, assumed, answer, formats=formats)))


def _wanted(desk: Desk, given: _Given, currency: Currency) -> Wanted:
    return given.wanted(desk.forecast.questions(currency), currency)


COMMANDS = (forecast_programme,)
