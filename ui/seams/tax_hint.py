"""What looks wrong with a tax number while it is typed: only ever a hint, for it can be kept all the same."""

from loyaltydesk.words.partners import doubt_text
from ui.seams.session import Session

ENOUGH = 5  # letters; with fewer somebody is still typing


def tax_hint(session: Session, typed: str) -> str:
    """What looks wrong with a number in the shop's country; empty for one that is good or not known here."""
    found = session.ask(lambda desk: desk.companies.doubt(typed)) if len(typed.strip()) >= ENOUGH else None
    return doubt_text(found) if found else ""
