"""Asks customers a survey after a purchase: on the display, where they touch the answer, or by the cashier's digits."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.desk.customers import Seen
from loyaltydesk.desk.till import Done
from loyaltydesk.model.refusals import Refused
from loyaltydesk.model.survey_sheets import is_sheet_like
from loyaltydesk.model.surveys import Given, Question, QuestionKind, Survey, Value
from loyaltydesk.words import LANGUAGES, Words, active, tr, words_in
from ui.seams.session import Session
from ui.till.ask_panel import AskPanel
from ui.till.counter import Counter
from ui.till.facing import Facing

PATIENCE_MS = 30_000  # without an answer; what was answered till then is kept
THANKS_MS = 4_000


class Asking(QObject):
    """Which survey is asked of whom just now, and what was answered so far."""

    ended = Signal()  # the focus goes on to where cards are scanned

    def __init__(self, session: Session, *, counter: Counter, facing: Facing, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._counter, self._facing = session, counter, facing
        self.panel: AskPanel = counter.ask
        self._purchases = 0  # at this till since it was switched on
        self._last: str | None = None  # whose purchase was the last one: an id, "" for a guest, None for nobody
        self._survey: Survey | None = None  # what is asked
        self._customer, self._places = "", list[int]()
        self._values, self._written = list[Value](), dict[int, str]()
        self._words = active()
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._thanks = QTimer(self, singleShot=True, interval=THANKS_MS)
        self._patience.timeout.connect(self.finish)
        self._thanks.timeout.connect(facing.ask_no_more)
        facing.answered.connect(self._on_answered)
        facing.declined.connect(self.finish)
        self.panel.answered.connect(self._on_answered)
        self.panel.told.connect(self._on_told)
        self.panel.left.connect(self.leave)
        counter.shown.connect(self._on_state_shown)
        counter.ready.ask.clicked.connect(self.ask)
        session.locked.connect(lambda locked: self.finish() if locked else None)

    # --- from outside

    def after(self, seen: Seen | None, done: Done) -> None:
        """A purchase was recorded: every so many of them the display asks by itself."""
        self._purchases += 1
        self._last = seen.customer.id if seen else ""
        every = self._session.ask(lambda desk: desk.surveys.asking()).every
        survey = self._to_ask(self._last)
        self._counter.ready.offer_ask(survey.title if survey else "")
        if survey and every and self._purchases % every == 0 and self._facing.is_seen:
            self._begin(survey, done.customer or "", by_touch_alone=True)

    def ask(self) -> None:
        """The cashier asks whoever bought last: here and on the display."""
        survey = self._to_ask(self._last) if self._last is not None else None
        if survey and self._last is not None:
            self._begin(survey, self._last, by_touch_alone=False)

    def leave(self) -> bool:
        """Asks no more; False when nobody was asked."""
        asked = self._survey is not None
        self.finish()
        return asked

    def finish(self) -> None:
        """Keeps what was answered so far, and asks no more."""
        survey, given = self._survey, Given(tuple(self._values), dict(self._written))
        self._survey = None
        self._patience.stop()
        if not self.panel.isHidden():
            self._counter.show_ask(False)
            self.ended.emit()
        if survey is None or given.is_empty:
            self._facing.ask_no_more()
            return
        customer = self._customer
        kept = self._session.do(lambda desk: desk.survey_answers.give_to(survey, given, customer=customer))
        if kept:
            self._facing.thank(self._words)
            self._thanks.start()
        else:
            self._facing.ask_no_more()

    # --- inside

    def _to_ask(self, customer: str | None) -> Survey | None:
        try:
            return self._session.ask(lambda desk: desk.surveys.to_ask(customer or ""))
        except Refused:  # forgotten since
            return None

    def _begin(self, survey: Survey, customer: str, *, by_touch_alone: bool) -> None:
        questions = survey.questions
        places = [
            place for place, each in enumerate(questions) if each.kind is not QuestionKind.TEXT or not by_touch_alone
        ]
        if not places:  # nothing that can be touched: nobody is asked, and so nobody was
            return
        self._thanks.stop()
        self._survey, self._customer, self._places = survey, customer, places
        self._values, self._written = [None] * len(questions), {}
        self._words = self._session.ask(lambda desk: _spoken(desk, customer))
        self._counter.ready.offer_ask("")
        if customer:
            self._session.do(lambda desk: desk.surveys.asked(customer))
        if not by_touch_alone:
            self._counter.show_ask(True)
        self._show()

    def _show(self) -> None:
        """Asks the next question, or ends."""
        survey = self._survey
        if survey is None or not self._places:
            self.finish()
            return
        place, number = self._places[0], len(survey.questions)
        question: Question = survey.questions[place]
        self._patience.start()
        self._facing.ask(question, self._words, place=(place + 1, number))
        if not self.panel.isHidden():  # else the display asks alone, or the cashier looks for something
            head = tr("{survey} · {n} of {all}").format(survey=survey.title, n=place + 1, all=number)
            self.panel.ask(question, self._words, head=head)

    # --- slots

    def _on_answered(self, value: Value) -> None:
        if self._survey and self._places:
            self._values[self._places.pop(0)] = value
            self._show()

    def _on_told(self, words: str) -> None:
        if self._survey and self._places:
            place = self._places.pop(0)
            if words.strip():
                self._written[place] = words
            self._show()

    def _on_state_shown(self) -> None:
        """Somebody else comes to the till, or the cashier goes on."""
        if self._survey:
            self.finish()
        self._thanks.stop()
        self._facing.ask_no_more()


def _spoken(desk: Desk, customer: str) -> Words:
    """The words in which somebody is asked: in their own language, or the shop's."""
    own = desk.customers.get(customer).profile.language if customer else ""
    shop = desk.shop.settings().language
    return words_in(next((each for each in (own, shop) if each in LANGUAGES), active().language))


def is_sheet(session: Session, code: str) -> bool:
    """Whether a scanned code is that of an answer sheet."""
    if not is_sheet_like(code):
        return False
    try:
        session.ask(lambda desk: desk.survey_sheets.get(code))
    except Refused:
        return False
    return True
