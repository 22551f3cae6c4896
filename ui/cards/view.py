"""What the Cards page knows of a view besides what every page does: what is not saved yet, and what was scanned."""

from PySide6.QtCore import Signal

from ui.seams import views


class View(views.View):
    """A view of the Cards page."""

    unsaved_changed = Signal(bool)  # what `is_changed` is now

    @property
    def is_changed(self) -> bool:
        """Whether there is something here that is not in the shop's file."""
        return False

    def take_scan(self, code: str) -> bool:
        """Whether the view does something of its own with a scanned code."""
        return False

    def save(self) -> bool:
        """Puts what is not in the shop's file there; False when the desk refused, and the view has said why."""
        return True
