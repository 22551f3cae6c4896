"""What the Insights page knows of a view besides what every page does: what stands under the page's title."""

from PySide6.QtCore import Signal

from ui.seams import views


class View(views.View):
    """A view of the Insights page."""

    subtitled = Signal(str)  # what stands under the page's title while the view is shown

    @property
    def subtitle(self) -> str:
        """What stands under the page's title now."""
        return ""
