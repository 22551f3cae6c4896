"""What a month comes to for each of the staff: goals by the days they worked, bonuses to the last minor unit."""

from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from loyaltydesk.model.staff import Contest, Contestant, Deed, Goals, Member, Score, all_reached


class Done(Struct, frozen=True):
    """What somebody did in a month: on how many days they were at the till, and how often they did each deed."""

    days: int = 0
    deeds: Mapping[Deed, int] = field(default_factory=dict)


def contest(members: Sequence[Member], done: Mapping[str, Done], goals: Goals) -> Contest:
    """The month of everybody in `members`; `done` is by the member's name.

    Whoever worked on half of the days has half of the goal, and half of the bonus for reaching it. The team counts what
    all of them did together. Its bonus goes in equal parts to those who are rewarded and were at the till; what does
    not divide goes, a minor unit each, to the first of them.
    """
    most = max((done.get(member.name, Done()).days for member in members if member.is_rewarded), default=0)
    team = tuple(_team_score(deed, done, goals) for deed in Deed)
    sharing = [member.name for member in members if member.is_rewarded and done.get(member.name, Done()).days]
    shared = goals.team if all_reached(team) and sharing else 0
    shares = dict(zip(sharing, _parts(shared, len(sharing)), strict=True))
    rows = tuple(
        _contestant(member, done.get(member.name, Done()), goals, most=most, share=shares.get(member.name, 0))
        for member in members
    )
    return Contest(goals.month, rows, team, shared)


def own_goal(each: int, *, days: int, most: int) -> int:
    """A goal for somebody at the till on so many `days`, where whoever was there most often had `most`.

    Whole numbers, rounded up, so that a goal never becomes none.
    """
    return -(-each * days // most) if most else each


def _contestant(member: Member, did: Done, goals: Goals, *, most: int, share: int) -> Contestant:
    scores = tuple(_score(deed, member, did, goals=goals, most=most) for deed in Deed)
    reached = member.is_rewarded and all_reached(scores)
    reaching = goals.reaching * did.days // most if reached and most else 0
    return Contestant(member, did.days, scores, reaching, share)


def _score(deed: Deed, member: Member, did: Done, *, goals: Goals, most: int) -> Score:
    count, goal = did.deeds.get(deed, 0), goals.goal(deed)
    if not member.is_rewarded:
        return Score(deed, count)
    return Score(deed, count, own_goal(goal.each, days=did.days, most=most), count * goal.bonus)


def _team_score(deed: Deed, done: Mapping[str, Done], goals: Goals) -> Score:
    return Score(deed, sum(each.deeds.get(deed, 0) for each in done.values()), goals.goal(deed).team)


def _parts(money: int, count: int) -> list[int]:
    """Minor units in `count` equal parts; the first few have one more where it does not divide."""
    if not count:
        return []
    part, rest = divmod(money, count)
    return [part + (place < rest) for place in range(count)]
