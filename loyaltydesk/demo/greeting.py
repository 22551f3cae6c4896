"""How the demo shop greets its customers: which holidays it keeps, what lies inside, and what was sent this week."""

from datetime import timedelta

from loyaltydesk.demo.stage import Year
from loyaltydesk.desk import Desk
from loyaltydesk.model.greetings import OWN, GreetingDesign, GreetingRules, OwnDay, State
from loyaltydesk.rules.holidays import kept_in


def greet(desk: Desk, year: Year) -> None:
    """The owner's choices, and the greetings of the last days marked as sent."""
    day, name = year.stage.day
    own = OwnDay(f"{OWN}1", name, day)
    desk.greetings.save_rules(GreetingRules(joins=True, holidays=(*kept_in(year.stage.region), own.key), own=(own,)))
    desk.greetings.save_design(GreetingDesign(reward="coffee"))
    past = desk.greetings.due(year.until - timedelta(days=6), year.until - timedelta(days=1))
    desk.greetings.keep_state((each.id for each in past if each.state is State.TO_DO), State.SENT)
