"""Gathers every sentence of the program into catalogues and compiles them: `python installer/words.py [LANGUAGE …]`.

A translator edits `resources/translations/<language>.po`; the program reads the `.mo` beside it. New sentences come in
empty, those that are gone go, and what was changed is to be translated again: nothing is guessed.
"""

import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
SOURCES = ("loyaltydesk", "ui")
KEYWORDS = {"tr": None, "mark": None, "tr_n": (1, 2), "trc": ((1, "c"), 2)}
NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)
# Latvian counts 0 with the many in Qt and in gettext's own table; CLDR's third form is not needed by our sentences.
PLURALS = {
    "pl": "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
    "lv": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2);",
    "ru": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
}


def gathered() -> Catalog:
    """Every sentence of the program, with the places where it stands."""
    catalog = Catalog(project="Loyalty Desk", charset="utf-8")
    for source in SOURCES:
        found = extract_from_dir(ROOT / source, [("**.py", "python")], {}, KEYWORDS, ("#:",), strip_comment_tags=True)
        for name, _line, message, comments, context in sorted(found, key=lambda each: (each[0], each[1])):
            place = (f"{source}/{Path(name).as_posix()}", None)
            catalog.add(message, locations=[place], auto_comments=comments, context=context)
    return catalog


def catalogue(language: str) -> Catalog:
    """The catalogue of a language as it is kept, empty when there is none yet."""
    path = FOLDER / f"{language}.po"
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def updated(language: str) -> Catalog:
    """The catalogue of a language with exactly the sentences of the program."""
    kept = catalogue(language)
    fresh = gathered()
    made = Catalog(locale=language, project="Loyalty Desk", charset="utf-8", fuzzy=False)
    for message in fresh:
        if message.id:
            before = kept.get(message.id, message.context)
            was_alike = before is not None and before.pluralizable == message.pluralizable
            words = before.string if before is not None and was_alike and not before.fuzzy else ""
            made.add(message.id, words, message.locations, auto_comments=message.auto_comments, context=message.context)
    return made


def po_text(catalog: Catalog, language: str) -> bytes:
    """A catalogue as a translator edits it, without dates, so that it changes only when words do."""
    out = BytesIO()
    write_po(out, catalog, width=110, omit_header=True, sort_output=False, include_lineno=False)
    header = (
        'msgid ""\nmsgstr ""\n"Project-Id-Version: Loyalty Desk\\n"\n'
        f'"Language: {language}\\n"\n"Plural-Forms: {PLURALS[language]}\\n"\n'
        '"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n\n'
    )
    return header.encode() + out.getvalue()


def mo_bytes(po: bytes, language: str) -> bytes:
    """What the program reads."""
    out = BytesIO()
    catalog = read_po(BytesIO(po), locale=language)
    catalog.creation_date = NO_DATE  # else it is the present minute, and the same words make another file
    write_mo(out, catalog)
    return out.getvalue()


def main(languages: list[str]) -> int:
    """Brings catalogues up to the program and compiles them; says how much is still to be translated."""
    for language in languages or PLURALS:
        catalog = updated(language)
        po = po_text(catalog, language)
        (FOLDER / f"{language}.po").write_bytes(po)
        (FOLDER / f"{language}.mo").write_bytes(mo_bytes(po, language))
        empty = sum(1 for message in catalog if message.id and not _is_translated(message.string))
        print(f"{language}: {len(catalog)} sentences, {empty} to be translated")
    return 0


def _is_translated(words: str | tuple[str, ...]) -> bool:
    return all(words) if isinstance(words, tuple | list) else bool(words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
