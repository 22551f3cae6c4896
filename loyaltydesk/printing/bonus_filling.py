"""Fills the bonus list of a month with what the desk counted, in the language and the money of the shop."""

from loyaltydesk.model.staff import Contest, Contestant, Deed
from loyaltydesk.printing.bonus_list import BonusFace
from loyaltydesk.words import active, tr
from loyaltydesk.words.formats import Formats
from loyaltydesk.words.staff import DEEDS, done_text, month_text, score_text


def bonus_face(contest: Contest, *, shop: str, formats: Formats) -> BonusFace:
    """Everybody on the staff list who gets bonuses, whoever left and did something in the month included."""
    paid = [row for row in contest.rows if row.member.is_rewarded]
    heads = (tr("Name"), tr("Payroll number"), tr("Days"), *(tr(DEEDS[deed]) for deed in Deed))
    money = (tr("For what was done"), tr("For own goals"), tr("From the team"), tr("Bonus"))
    team = contest.team
    counts = [formats.number(sum(row.count(deed) for row in paid)) for deed in Deed]
    sums = [formats.money(sum(each)) for each in zip(*map(_money, paid), strict=True)] if paid else [""] * 4
    notes = [tr("A goal counts for whoever was at the till most often; for fewer days it is smaller.")]
    if any(score.goal for score in team):
        told = ", ".join(done_text(score.deed, score_text(score, formats)) for score in team if score.goal)
        notes.append(tr("The team together: {what}.").format(what=told))
    return BonusFace(
        shop,
        tr("Bonus list, {month}").format(month=month_text(contest.month)),
        (*heads, *money),
        tuple(_cells(row, formats) for row in paid),
        (tr("Together"), "", "", *counts, *sums),
        tuple(notes),
        (tr("Date, signature of the owner"), tr("Received, payroll")),
        active().language,
    )


def _cells(row: Contestant, formats: Formats) -> tuple[str, ...]:
    counts = [score_text(score, formats) for score in row.scores]
    sums = [formats.money(money) for money in _money(row)]
    return (row.member.name, row.member.payroll, formats.number(row.days), *counts, *sums)


def _money(row: Contestant) -> tuple[int, int, int, int]:
    """Minor units for what was done, for own goals, from the team, and together."""
    return sum(score.bonus for score in row.scores), row.reaching, row.share, row.bonus
