"""What the Voices page knows of a view besides what every page does: whose card and which code was scanned."""

from ui.seams import views


class View(views.View):
    """A view of the Voices page."""

    def open_customer(self, customer: str) -> None:
        """Shows what there is of the customer with this id, whose card was scanned."""

    def take_code(self, code: str) -> bool:
        """Whether the view does something of its own with a scanned code that is no customer's card."""
        return False
