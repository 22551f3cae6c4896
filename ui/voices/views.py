"""The views of the Voices page, in their order."""

from loyaltydesk.words import tr, trc
from ui.voices.focus_view import FocusView
from ui.voices.inbox_view import InboxView
from ui.voices.promises_view import PromisesView
from ui.voices.surveys_view import SurveysView
from ui.voices.view import ViewSpec


def view_specs() -> list[ViewSpec]:
    """Every view; the first is shown until another one is chosen."""
    return [
        ViewSpec("inbox", trc("view of the voices page", "Inbox"), InboxView),
        ViewSpec("promises", tr("Promises"), PromisesView),
        ViewSpec("surveys", tr("Surveys"), SurveysView),
        ViewSpec("focus", tr("Focus groups"), FocusView),
    ]
