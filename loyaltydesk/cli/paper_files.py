"""The PDF that a command leaves: where it goes, and what is said of it."""

from pathlib import Path

import click

from loyaltydesk.printing.pdf import save_pdf
from loyaltydesk.printing.scene import Document
from loyaltydesk.words import tr_n

OUT = click.option(
    "--out",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The PDF file; one that is there already is replaced.",
)


def saved(document: Document, out: Path) -> None:
    """Writes a document to a PDF and says how many pages it has. Raises FileReadOnly, FolderMissing or DiskFull."""
    save_pdf(document, out)
    count = len(document.pages)
    click.echo(tr_n("{n} page is in {path}.", "{n} pages are in {path}.", count).format(n=count, path=out))
