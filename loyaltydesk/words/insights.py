"""The figures of the insights in words: what each is called, how it is counted, and what to do for each group."""

from msgspec import Struct

from loyaltydesk.model.insights import Group
from loyaltydesk.words.catalogue import mark, tr


class Explained(Struct, frozen=True):
    """What a figure is called, how it is counted, and its formula."""

    title: str
    sentence: str
    formula: str


GROUPS = {
    Group.CHAMPIONS: mark("Champions"),
    Group.LOYAL: mark("Loyal"),
    Group.PROMISING: mark("Promising"),
    Group.NEW: mark("Newcomers"),
    Group.ATTENTION: mark("Need attention"),
    Group.SLIPPING: mark("Slipping away"),
    Group.LOST: mark("Lost"),
    Group.NOT_YET: mark("Not bought yet"),
}
WHO = {
    Group.CHAMPIONS: mark("here lately, five purchases or more, and much money"),
    Group.LOYAL: mark("here lately, five purchases or more"),
    Group.PROMISING: mark("here lately, two to four purchases"),
    Group.NEW: mark("here lately, for the first time"),
    Group.ATTENTION: mark("away longer than usual here"),
    Group.SLIPPING: mark("away more than twice as long as usual here"),
    Group.LOST: mark("away more than four times as long as usual here"),
    Group.NOT_YET: mark("joined, and bought nothing with the card yet"),
}
NEXT = {
    Group.CHAMPIONS: mark(
        "Thank them by name and ask what they would like. A surprise does more here than a discount."
    ),
    Group.LOYAL: mark("Show them what is missing to the next tier or reward, and ask them to bring a friend."),
    Group.PROMISING: mark("Give them a reason for the next visit: extra points or a voucher for the coming weeks."),
    Group.NEW: mark("Greet them at the second visit and explain the first reward. The second visit decides."),
    Group.ATTENTION: mark("Remind them now, while it is easy: a kind word, or a small voucher with an end."),
    Group.SLIPPING: mark("Call or write in person and ask what was wrong. A “we miss you” voucher helps."),
    Group.LOST: mark("Write once more with a good offer, then leave them in peace. Ask those who come why they left."),
    Group.NOT_YET: mark("Remind them to show the card at the till, where points can still be added by receipt."),
}


HOW = {
    "active": Explained(
        mark("Active members"),
        mark(
            "Customers with at least one purchase in the period, each counted once. A purchase that was voided "
            "never was; one made without the card counts from when it was given to a customer."
        ),
        mark("number of different customers with a purchase in the period"),
    ),
    "returning": Explained(
        mark("Come back within 60 days"),
        mark(
            "A share of visits, not of customers: who comes often is counted often. Of all visits whose 60 days "
            "ended in the period: after how many of them did the same customer come again within 60 days. Several "
            "purchases on one day are one visit. Of people without a card nobody can tell."
        ),
        mark("visits followed by another within 60 days ÷ visits"),
    ),
    "basket": Explained(
        mark("Average purchase"),
        mark(
            "What members paid in the period, after discounts, points and vouchers and less what they brought "
            "back, for each purchase that was not voided. Beside it the same for purchases without a card."
        ),
        mark("(paid − paid back) ÷ purchases"),
    ),
    "outstanding": Explained(
        mark("Points not yet used"),
        mark(
            "All points that people hold at the end of the period, at what points are worth in the programme: as "
            "money where they pay, else by the reward that gives most for a point."
        ),
        mark("points × worth of a point"),
    ),
    "breakage": Explained(
        mark("Share that ends unused"),
        mark(
            "Of the points whose last day passed in the last 24 months: how many ended unused. As long as no points "
            "have reached their last day nobody can tell, and all points are taken to be used one day."
        ),
        mark("points that ended unused ÷ points given with a last day that is over"),
    ),
    "ending": Explained(
        mark("Points that end soon"),
        mark("Points that nobody has used yet and whose last valid day is today or within the next 30 days."),
        mark("points left in lots that end from today until 30 days from now"),
    ),
    "members": Explained(
        mark("Members"),
        mark(
            "The line counts for each month the different customers who bought in it; the bars those who joined "
            "in it. Two records that were joined are one customer, who joined when the first of them did."
        ),
        mark("different customers with a purchase in the month; customers registered in the month"),
    ),
    "groups": Explained(
        mark("Customer groups"),
        mark(
            "Everybody is in one group, by the last purchase, the number of purchases and the money of a "
            "lifetime. “Lately” is the time within which nine of ten visits are followed by the next one in this "
            "shop (from 14 to 120 days; 30 until customers have come again twenty times). “Much” is the largest "
            "round amount that a fifth of those who bought have reached."
        ),
        mark(
            "days since the last purchase ≤ 1, 2, 4 × the usual interval; purchases: 1, 2 to 4, 5 or more; money ≥ much"
        ),
    ),
    "cohorts": Explained(
        mark("Who came back"),
        mark(
            "Customers by the month in which they joined: how many of them bought in that month, and in each one "
            "after it. The last month may not be over yet."
        ),
        mark("customers who joined in a month and bought so many months later ÷ customers who joined in it"),
    ),
    "best": Explained(
        mark("Best customers"),
        mark(
            "Those who paid most in the period, after discounts, points and vouchers and less what they brought "
            "back. Whoever was forgotten is not named. Where very many paid about the same, two thousand of them are "
            "looked at, and it is said what nobody else paid more than."
        ),
        mark("paid − paid back in the period, by customer"),
    ),
    "cost": Explained(
        mark("What the programme cost"),
        mark(
            "What was taken off the bills of members (offers, tiers, discounts at the till, and free products at "
            "their price), what anybody paid with points and vouchers, and what went out without a bill: money "
            "to good causes, and vouchers for money that were handed in alone. What was brought back takes its "
            "share with it. A free product that was handed out without a bill has no price here, and the work at "
            "the till none either."
        ),
        mark("money taken off bills + paid with points and vouchers + given without a bill − share of what came back"),
    ),
    "new_worth": Explained(
        mark("Points newly given"),
        mark(
            "The points given in the period, less those taken back with returns, at what they are worth, less "
            "the share that is likely to end unused. They will cost something later, and are no part of the cost."
        ),
        mark("points given × worth of a point × (1 − share that ends unused)"),
    ),
    "gain": Explained(
        mark("What the programme brought"),
        mark(
            "How much more members with offers pay than those of the test group, who joined in the same time and "
            "get none, in the days of the period on which they were members; of that the shop keeps its margin, the "
            "share of turnover that is left after the cost of goods. Eight times out of ten the truth lies "
            "between the two bounds. Without a test group nobody can know what members would have bought anyway."
        ),
        mark("(paid a month by members with offers − paid a month by the test group) × months of membership × margin"),
    ),
    "hours": Explained(
        mark("Hours and weekdays"),
        mark(
            "All purchases of the period, with a card and without, by the weekday and the hour in which they were made."
        ),
        mark("purchases that were not voided, by weekday and hour"),
    ),
    "points": Explained(
        mark("Points by month"),
        mark(
            "Points that came (less those taken back with returns), that were used (less those given back), and "
            "that ended unused; the line is what people held at the end of each month. What ends in months to "
            "come is what is left of those points today."
        ),
        mark("held = all that was given − used − ended ± changed by hand, until the last day of the month"),
    ),
}
"""How each figure is counted, by its name."""


def group_name(group: Group) -> str:
    """What a group is called."""
    return tr(GROUPS[group])


def group_who(group: Group) -> str:
    """Who is in a group."""
    return tr(WHO[group])


def group_next(group: Group) -> str:
    """What to do for a group next."""
    return tr(NEXT[group])


def explained(figure: str) -> Explained:
    """How a figure (a key of HOW) is counted, in the shop's language."""
    how = HOW[figure]
    return Explained(tr(how.title), tr(how.sentence), tr(how.formula))
