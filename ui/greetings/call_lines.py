"""Calls as lines of their list: who, why, and what came of it; those that are done stand below the others."""

from loyaltydesk.model.greetings import Call, CallKind, Outcome
from loyaltydesk.words import tr
from loyaltydesk.words.greetings import CALLS, OUTCOMES
from ui.seams.lines import Line
from ui.seams.people import shown_name
from ui.seams.tables import Chip
from ui.theme.sheet import Tone

ICONS: dict[CallKind, tuple[str, Tone]] = {
    CallKind.BIRTHDAY: ("cake", "accent"),
    CallKind.NAME_DAY: ("calendar-heart", "info"),
    CallKind.VOUCHER_ENDS: ("ticket", "gold"),
    CallKind.ABSENT: ("clock", "warning"),
    CallKind.CAMPAIGN: ("users", "accent"),
}
TONES: dict[Outcome, Tone] = {Outcome.REACHED: "accent", Outcome.NEVER: "danger", Outcome.WRONG_NUMBER: "warning"}


def in_order(calls: list[Call]) -> list[Call]:
    """Those that wait first, then those that are to be tried again, and what is done at the end."""
    return sorted(calls, key=lambda call: 0 if call.outcome is None else 2 if call.outcome.is_final else 1)


def line_of(call: Call) -> Line:
    """A call as a line."""
    icon, tone = ICONS[call.kind]
    chips = [Chip(tr(OUTCOMES[call.outcome]), TONES.get(call.outcome, ""))] if call.outcome else []
    return Line(call.id, shown_name(call.customer), tr(CALLS[call.kind]), icon, tone, chips=tuple(chips))
