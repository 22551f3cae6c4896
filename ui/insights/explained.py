"""What each panel and tile is called, and the figures whose counting is explained at it."""

from loyaltydesk.words import mark, tr
from loyaltydesk.words.insights import Explained, explained
from ui.insights.how import How

FIGURES = {
    "active": ("active",),
    "returning": ("returning",),
    "basket": ("basket",),
    "outstanding": ("outstanding", "ending"),
    "members": ("members",),
    "groups": ("groups",),
    "cohorts": ("cohorts",),
    "best": ("best",),
    "cost": ("cost", "new_worth", "gain"),
    "hours": ("hours",),
    "points": ("points", "breakage", "ending"),
}
TITLES = {"cost": mark("Cost against gain"), "points": mark("Points")}  # of panels that are about several figures


def how(panel: str) -> How:
    """The title of a panel (a key of FIGURES, or "staff"), and how its figures are counted."""
    if panel == "staff":
        return How(tr("Staff contest"), (_staff(),))
    figures = tuple(explained(figure) for figure in FIGURES[panel])
    return How(tr(TITLES[panel]) if panel in TITLES else figures[0].title, figures)


def _staff() -> Explained:
    return Explained(
        tr("Staff contest"),
        tr("Customers who got their first card in the month, by the one at the till who gave it to them."),
        tr("first cards given out in the month, by person"),
    )
