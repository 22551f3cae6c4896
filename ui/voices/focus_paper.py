"""A focus group in words, as a printed list and as a table for a spreadsheet."""

from loyaltydesk.exchange.csv_writing import for_spreadsheet, harmless, literal, written
from loyaltydesk.model.customers import Profile
from loyaltydesk.model.focus_groups import FocusGroup, Reply, Whom
from loyaltydesk.printing.focus_list import FocusFace, FocusRow
from loyaltydesk.words import active, tr
from loyaltydesk.words.surveys import REPLIES, group_name
from ui.seams.people import shown_name


def whom_of(group: FocusGroup) -> str:
    """Whom a list was drawn from."""
    if group.whom is Whom.GROUP:
        return group_name(group.which)
    return tr("Tier: {name}").format(name=group.which) if group.whom is Whom.TIER else tr("All customers")


def how_drawn(group: FocusGroup) -> str:
    """How the lot fell, so that it can be worked out again."""
    said = tr(
        "Drawn by lot from {n}: whose id and the number {seed} give the lowest SHA-256. List of all: {pool}. "
        "No draw can be taken back or made unseen."
    )
    return said.format(n=group.among, seed=group.seed, pool=group.pool[:16])


def face_of(group: FocusGroup, shop: str) -> FocusFace:
    """A list in words, to be printed."""
    rows = tuple(
        FocusRow(
            str(place.number),
            shown_name(place.customer) if place.customer else tr("Forgotten"),
            place.customer.profile.phone if place.customer else "",
            "" if place.reply is Reply.OPEN else tr(REPLIES[place.reply]),
        )
        for place in group.places
    )
    heads = ("", tr("Name"), tr("Phone"), tr("What they said"))
    return FocusFace(shop, group.title, whom_of(group), how_drawn(group), heads, rows)


def csv_of(group: FocusGroup) -> bytes:
    """A list for a spreadsheet: number, name, phone, and what they said."""
    shape, rows = for_spreadsheet(active().language), list[tuple[str, ...]]()
    for place in group.places:
        profile = place.customer.profile if place.customer else Profile()
        phone = literal(profile.phone, shape) if profile.phone else ""
        rows.append((str(place.number), harmless(profile.called), phone, tr(REPLIES[place.reply])))
    heads = (tr("Number"), tr("Name"), tr("Phone"), tr("What they said"))
    return "".join(written(heads, rows, shape)).encode()
