"""The command that tells a person everything that is kept about them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from loyaltydesk.cli.customer_commands import named
from loyaltydesk.cli.paper_files import saved
from loyaltydesk.cli.shop_option import opened
from loyaltydesk.model.dossiers import MONEY, Chapter, Dossier
from loyaltydesk.model.exports import CellKind, Value
from loyaltydesk.model.money import Currency
from loyaltydesk.printing.reports.dossier_paper import dossier_scene
from loyaltydesk.words import active, tr
from loyaltydesk.words.dossiers import chapter_title, closing_words, dossier_title, row_texts
from loyaltydesk.words.formats import BabelFormats, Formats


@click.command()
@click.argument("customer")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="A PDF file.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_context
def dossier(context: click.Context, customer: str, out: Path | None, as_json: bool) -> None:
    """Everything that is kept about CUSTOMER (an id or a card number): as lines, as JSON, or as a PDF."""
    if as_json and out is not None:
        raise click.UsageError(tr("A dossier is written as JSON or as a PDF."))
    with opened(context, writes=False) as desk:
        found, currency = desk.dossiers.of(named(desk, customer)), desk.shop.programme.currency
    formats = BabelFormats(active().language, currency)
    if out is not None:
        saved(dossier_scene(found, formats), out)
    elif as_json:
        click.echo(json.dumps(_document(found, currency), ensure_ascii=False, indent=2))
    else:
        for line in _lines(found, formats):
            click.echo(line)


def _document(found: Dossier, currency: Currency) -> dict[str, Any]:
    """All of it for other programs: money as text in major units."""
    chapters = {each.key: _rows(each, currency) for each in found.chapters}
    return {"customer": found.customer, "name": found.name, "at": found.at.isoformat(), "recipients": [], **chapters}


def _rows(chapter: Chapter, currency: Currency) -> list[dict[str, Value]] | dict[str, Value]:
    if [column.name for column in chapter.columns] == ["field", "value"]:
        return {
            str(name): currency.text(value) if name in MONEY and isinstance(value, int) else value
            for name, value in chapter.rows
        }
    return [
        {
            column.name: currency.text(value) if column.kind is CellKind.MONEY and isinstance(value, int) else value
            for column, value in zip(chapter.columns, row, strict=True)
        }
        for row in chapter.rows
    ]


def _lines(found: Dossier, formats: Formats) -> Iterator[str]:
    """Lines for a person."""
    yield dossier_title(found.name)
    for chapter in found.chapters:
        yield ""
        yield chapter_title(chapter.key)
        for row in chapter.rows:
            yield "  " + "\t".join(row_texts(chapter, row, formats))
    yield ""
    yield from closing_words(found.shop)


COMMANDS = (dossier,)
