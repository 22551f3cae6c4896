"""What is done with the voice that is shown: answered, joined with others that ask the same, told, written about."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.model.voices import Telling, Voice, VoiceOutcome
from loyaltydesk.words import tr, tr_n
from ui.seams.notice import Notice
from ui.seams.question import Answer
from ui.seams.session import Session
from ui.theme.forms import Choice
from ui.voices.fields import purchase_words
from ui.voices.letters import Letters
from ui.voices.lines import Sieve, sifted
from ui.voices.names import Names
from ui.voices.panel import Told, VoicePanel

MOST_WISHES = 100  # to choose from


class Answering(QObject):
    """Shows a voice in the panel, and does what is pressed there."""

    done = Signal()  # an answer is kept: on to the next

    def __init__(
        self, session: Session, panel: VoicePanel, *, letters: Letters, notice: Notice, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session, self._panel, self._letters, self._notice = session, panel, letters, notice
        self._names = Names(session)
        self._voice: Voice | None = None
        self.wish = Choice(tr("The other one"), [])
        self.wish.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        panel.question.keep(self.wish)
        panel.answered.connect(self._on_answered)
        panel.wish_wanted.connect(self._on_wish_wanted)
        panel.part_wanted.connect(self._on_part_wanted)
        panel.told.connect(self._on_told)
        panel.letter_wanted.connect(self._on_letter_wanted)
        panel.mail_wanted.connect(self._on_mail_wanted)

    def show(self, voice: Voice, names: Names, today: date) -> None:
        """Shows a voice as it is now."""
        self._voice, self._names = voice, names
        self._panel.show_voice(self._session.ask(lambda desk: self._told(desk, voice, today)))

    # --- inside

    def _told(self, desk: Desk, voice: Voice, today: date) -> Told:
        others = [each for each in desk.voices.same_wish(voice) if each.id != voice.id]
        return Told(
            voice,
            self._names.of(voice.customer),
            self._session.formats,
            today,
            purchase=purchase_words(desk, voice.plan.purchase, self._session.formats),
            others=tuple(self._names.of(each.customer) for each in others),
            has_email=bool(voice.customer and desk.customers.get(voice.customer).profile.email),
        )

    def _do(self, action: Callable[[Desk], Voice], said: str) -> bool:
        """Changes a voice and says so; False when the desk refused."""
        done = self._session.do(action, refused=lambda sentence: self._notice.tell(sentence, tone="danger"))
        if done:
            self._notice.tell(said)
        return done is not None

    def _join(self, voice: Voice, other: str) -> None:
        self._do(lambda desk: desk.voices.join(voice.id, to=other), tr("One answer is for all of them now."))

    # --- slots

    def _on_answered(self, outcome: VoiceOutcome) -> None:
        voice, text = self._voice, self._panel.answer.text()
        if voice is None:
            return
        many = len(self._session.ask(lambda desk: desk.voices.same_wish(voice)))
        said = tr("It is told at the next visit.")
        if many > 1:
            said = tr_n("{n} customer hears it.", "All {n} who asked hear it.", many)
            said = said.format(n=self._session.formats.number(many))
        if self._do(lambda desk: desk.voices.answer(voice.id, text, outcome=outcome), said):
            self.done.emit()

    def _on_wish_wanted(self) -> None:
        voice = self._voice
        if voice is None:
            return
        self.wish.clear()
        said = self._session.ask(lambda desk: desk.voices.everything())
        for other in sifted(said, Sieve.ALL, staff="", today=voice.at.date())[:MOST_WISHES]:
            if other.id != voice.id and (not voice.matter or other.matter != voice.matter):
                words = tr("{name}: {what}").format(name=self._names.of(other.customer), what=other.text)
                self.wish.addItem(words, other.id)
        if self.wish.count():
            self._panel.question.ask(
                tr("Which one asks for the same?"),
                [Answer(tr("It is the same"), lambda: self._join(voice, self.wish.current()))],
                detail=tr("One answer is then told to everybody who asked."),
                tone="info",
                body=self.wish,
            )
        else:
            self._notice.tell(tr("Nobody else has said anything yet."), tone="info")

    def _on_part_wanted(self) -> None:
        voice = self._voice
        if voice:
            self._do(lambda desk: desk.voices.part(voice.id), tr("It gets an answer of its own."))

    def _on_told(self) -> None:
        voice = self._voice

        def tell(desk: Desk) -> Voice:
            assert voice is not None
            desk.voices.told(voice.id, how=Telling.TILL)
            return desk.voices.get(voice.id)

        if voice:
            self._do(tell, tr("They know it now."))

    def _on_letter_wanted(self) -> None:
        if self._voice:
            self._letters.print_letters([self._voice.id])

    def _on_mail_wanted(self) -> None:
        if self._voice:
            self._letters.save_mail(self._voice)
