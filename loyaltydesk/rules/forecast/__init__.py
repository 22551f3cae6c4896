"""The forecast: what another programme would have cost and earned, by the till's own rules on the shop's own history.

What is known is played again exactly (`replay`), customer by customer in order of time; limits for all customers
together are used up in that order. What people would do under other rules cannot be known and is modelled in one
place (`wishes`); what nobody knows at all is drawn from wide ranges (`years`).
"""

from loyaltydesk.rules.forecast.comparison import Comparison, Group, Measure, Member, Side, compared, compared_sides
from loyaltydesk.rules.forecast.invented import Questions, invented
from loyaltydesk.rules.forecast.period import Period, months_before
from loyaltydesk.rules.forecast.profit import Assumed, Forecast, Month, forecast
from loyaltydesk.rules.forecast.replay import Background, Replay, Replayed, TierChange, TierChanges
from loyaltydesk.rules.forecast.tally import WHOLE, Figures
from loyaltydesk.rules.forecast.worth import products
from loyaltydesk.rules.forecast.years import YEARS

__all__ = [
    "WHOLE", "YEARS", "Assumed", "Background", "Comparison", "Figures", "Forecast", "Group", "Measure", "Member",
    "Month", "Period", "Questions", "Replay", "Replayed", "Side", "TierChange", "TierChanges", "compared",
    "compared_sides", "forecast", "invented", "months_before", "products",
]  # fmt: skip
