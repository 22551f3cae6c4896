"""A dossier in words: its chapters, what stands in them, where it comes from, and what a person may ask for."""

from collections.abc import Iterator, Sequence

from loyaltydesk.model.dossiers import Chapter
from loyaltydesk.model.exports import CellKind, ExportColumn, Value
from loyaltydesk.model.lots import EntryKind
from loyaltydesk.words.catalogue import mark, tr, trc
from loyaltydesk.words.dossier_values import STATED, field_text, moment_text, record_name, state_text, voucher_text
from loyaltydesk.words.exports import COLUMNS, column_name
from loyaltydesk.words.formats import Formats
from loyaltydesk.words.reasons import entry_text

CHAPTERS = {
    "profile": mark("Who it is"),
    "account": mark("The account"),
    "cards": mark("Cards"),
    "purchases": mark("Purchases"),
    "points": mark("Points"),
    "lots": mark("Points that can be spent, and until when"),
    "stamps": mark("Stamps"),
    "vouchers": mark("Vouchers"),
    "greetings": mark("Greetings"),
    "calls": mark("Calls"),
    "wishes": mark("What is wanted, and what was said at the till"),
    "voices": mark("Suggestions, complaints and praise"),
    "pledges": mark("Promises and warranties"),
    "answers": mark("Answers to surveys"),
    "campaigns": mark("Campaigns"),
    "focus_groups": mark("Focus groups"),
    "further": mark("Further records"),
    "told": mark("Every personal word, as it was written down"),
    "asked": mark("Answers to other programs"),
}

FIELDS = {
    "value": mark("Content"),
    "goods": mark("Goods"),
    "reason": mark("Reason"),
    "stamp_card": mark("Stamp card"),
    "have": mark("Stamps"),
    "holder": mark("Carried by"),
    "records": mark("Joined records"),
    "brought": mark("People brought"),
    "household_members": mark("People in the household"),
    "text": mark("Words"),
    "answer": mark("Answer"),
    "answered_at": mark("Answered"),
    "answered_by": mark("Answered by"),
    "told_at": mark("When it was told"),
    "told_how": mark("How it was told"),
    "outcome": mark("What became of it"),
    "responsible": mark("Responsible"),
    "until": mark("Last day"),
    "due": mark("Due"),
    "keeper": mark("Who keeps it"),
    "number": mark("Number"),
    "greetings": mark("Wants greetings"),
    "calls": mark("Wants calls"),
    "matter": mark("Asked for together with others"),
    "about": mark("What it is about"),
    "voucher": mark("Voucher"),
    "score": mark("Score"),
    "reply": mark("Answer"),
    "why": mark("Reason"),
}

FACTS = {
    "CustomerRegistered": mark("Joined"),
    "CardIssued": mark("Card"),
    "HouseholdFormed": mark("Household"),
    "RecordSaved": mark("Noted"),
    "RecordSaved customer": mark("Profile changed"),
    "RecordSaved voice": mark("Said"),
    "RecordSaved pledge": mark("Promised"),
    "RecordSaved call": mark("Called"),
    "RecordSaved greeting": mark("Greeting"),
    "RecordSaved survey_answer": mark("Answered a survey"),
}


def dossier_title(name: str) -> str:
    """What stands over a dossier."""
    return tr("What is kept about {name}").format(name=name or tr("a customer without a name"))


def chapter_title(key: str) -> str:
    """What a chapter is called; its key where another release knows it."""
    return tr(CHAPTERS[key]) if key in CHAPTERS else key


def field_name(name: str) -> str:
    """What a field is called: by the last part of its path, or as another release named it."""
    last = name.rpartition(".")[2]
    return tr(FIELDS[last]) if last in FIELDS else column_name(last)


def column_title(name: str) -> str:
    """What a column is called."""
    if name == "field":
        return trc("field", "What")  # on a statement it is what happened
    return column_name(name) if name in COLUMNS else field_name(name)


def closing_words(shop: str) -> tuple[str, ...]:
    """Where all of it comes from, who gets it, and what a person may ask for."""
    return (
        tr(
            "Where it comes from: from you, at the till, on paper or by phone; from a table that the shop took over, "
            "where its name is given; and from your purchases with the card."
        ),
        tr("Who gets it: nobody. It is on the shop's own computer and in its backups."),
        tr(
            "What you may ask {shop} for: that something is put right, that no greetings or calls come any more, or "
            "that you are forgotten. The books stay then, without your name."
        ).format(shop=shop or tr("the shop")),
    )


def cell_text(column: ExportColumn, value: Value, formats: Formats) -> str:
    """A cell as people read it."""
    if value is None or value == "":
        return ""
    if isinstance(value, int):
        return formats.money(value) if column.kind is CellKind.MONEY else formats.number(value)
    if column.kind is CellKind.DAY or column.kind is CellKind.MOMENT:
        return moment_text(value, formats)
    if column.name in STATED:
        return state_text(value)
    if column.name == "kind":
        return _kind(value)
    return value


def _kind(kind: str) -> str:
    """Why points moved, or what was written down; as it is where another release knows it."""
    if kind in list(EntryKind):
        return entry_text(EntryKind(kind))
    fact, _, record = kind.partition(" ")
    if kind in FACTS:
        return tr(FACTS[kind])
    return f"{tr(FACTS[fact])} {record}" if fact in FACTS else kind


def told_line(fields: Sequence[tuple[str, Value]], formats: Formats) -> str:
    """The fields of one record in a line."""
    text = tr("{what}: {content}")
    return " · ".join(
        text.format(what=field_name(name), content=field_text(name, value, formats)) for name, value in fields
    )


def row_texts(chapter: Chapter, row: Sequence[Value], formats: Formats) -> Iterator[str]:
    """The cells of a row; what stands under a value hangs on the field beside it."""
    told = dict(zip((column.name for column in chapter.columns), row, strict=True))
    field = str(told.get("field", ""))
    for column, value in zip(chapter.columns, row, strict=True):
        if column.name == "field":
            yield field_name(field)
        elif column.name == "record":
            yield record_name(str(value))
        elif column.name == "value" and field:
            yield field_text(field, value, formats)
        elif chapter.key == "vouchers" and column.name in ("state", "source"):
            yield voucher_text(str(value))
        else:
            yield cell_text(column, value, formats)
