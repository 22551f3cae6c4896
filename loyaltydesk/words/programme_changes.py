"""What is different between two programmes, rule by rule and in plain words."""

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from loyaltydesk.model.programme import Programme
from loyaltydesk.words.catalogue import mark, tr
from loyaltydesk.words.manner import Manner
from loyaltydesk.words.programme_rules import RuleLine, lines_of, rule_lines

ORDERED = ("tier", "earn", "multiply", "bonus", "occasion", "reward", "stamp_card", "promotion", "next_purchase")


class ChangeKind(StrEnum):
    """What became of a rule."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


# Before the words of the rule, or of what it was before and is now.
CHANGES = {
    ChangeKind.ADDED: mark("New"),
    ChangeKind.REMOVED: mark("No more"),
    ChangeKind.CHANGED: mark("Changed"),
    ChangeKind.MOVED: mark("In another order"),
}


class Change(Struct, frozen=True):
    """One rule that is different: how it read before, and how it reads now; empty where it was or is not."""

    kind: ChangeKind
    table: str
    before: str = ""
    after: str = ""

    @property
    def name(self) -> str:
        """What became of the rule, in a word."""
        return tr(CHANGES[self.kind])


def changes(before: Programme, after: Programme, *, manner: Manner) -> list[Change]:
    """What is different in `after`; empty when nothing is."""
    was, now = _by_place(before, manner), _by_place(after, manner)
    found = []
    for place, line in now.items():
        former = was.get(place)
        if former is None:
            found.append(Change(ChangeKind.ADDED, line.table, after=line.text))
        elif former.value != line.value:
            found.append(Change(ChangeKind.CHANGED, line.table, before=former.text, after=line.text))
    gone = [Change(ChangeKind.REMOVED, line.table, before=line.text) for place, line in was.items() if place not in now]
    return [*found, *gone, *_moved(list(was.values()), list(now.values()))]


def _by_place(programme: Programme, manner: Manner) -> dict[tuple[str, str], RuleLine]:
    return {(line.table, line.key): line for line in rule_lines(programme, manner)}


def _moved(was: Sequence[RuleLine], now: Sequence[RuleLine]) -> list[Change]:
    """The tables whose rules stand in another order; where two rules are rivals, the order matters."""
    found = []
    for table in ORDERED:
        former, current = lines_of(was, table), lines_of(now, table)
        kept = {line.key for line in former} & {line.key for line in current}
        order = [line.title for line in current if line.key in kept]
        if [line.key for line in former if line.key in kept] != [line.key for line in current if line.key in kept]:
            before = [line.title for line in former if line.key in kept]
            found.append(Change(ChangeKind.MOVED, table, before=", ".join(before), after=", ".join(order)))
    return found
