"""The views of the Voices page, in their order."""

from loyaltydesk.words import tr, trc
from ui.seams.views import ViewSpec
from ui.voices.focus_view import FocusView
from ui.voices.inbox_view import InboxView
from ui.voices.promises_view import PromisesView
from ui.voices.surveys_view import SurveysView
from ui.voices.view import View


def view_specs() -> list[ViewSpec[View]]:
    """Every view; the first is shown until another one is chosen."""
    return [
        ViewSpec("inbox", trc("view of the voices page", "Inbox"), InboxView),
        ViewSpec("promises", tr("Promises"), PromisesView),
        ViewSpec("surveys", tr("Surveys"), SurveysView),
        ViewSpec("focus", tr("Focus groups"), FocusView),
    ]
