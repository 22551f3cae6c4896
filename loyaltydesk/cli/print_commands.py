"""Commands that make cards and print paper."""

import click

from loyaltydesk.cli.shop_option import opened


@click.group()
def cards() -> None:
    """Loyalty cards: numbers and paper."""


@cards.command("make")
@click.argument("count", type=int)
@click.pass_context
def make_cards(context: click.Context, count: int) -> None:
    """Makes COUNT blank cards and prints their numbers."""
    with opened(context) as desk:
        numbers = desk.cards.make(count)
    for number in numbers:
        click.echo(number)


COMMANDS = (cards,)
