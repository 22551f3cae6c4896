"""What the Partners page knows of a view besides what every page does: which card was scanned."""

from ui.seams import views


class View(views.View):
    """A view of the Partners page."""

    def take_card(self, number: str) -> bool:
        """Whether the view does something of its own with the scanned number of a card that nobody has."""
        return False
