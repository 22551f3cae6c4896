"""One question of a survey as it is written: what kind, in which words, and what can be chosen."""

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from loyaltydesk.model.surveys import (
    LONGEST_QUESTION,
    MOST_CHOICES,
    Commitment,
    Question,
    QuestionKind,
    Texts,
)
from loyaltydesk.words import tr
from loyaltydesk.words.surveys import COMMITMENTS, KINDS
from ui.theme.buttons import IconButton
from ui.theme.forms import Choice, Field
from ui.theme.frames import Panel
from ui.theme.theme import Theme

BETWEEN = ";"  # between the answers to choose from
NOTHING = "-"


class QuestionFields(Panel):
    """The fields of one question, in one language at a time; what was written in the others is kept."""

    dropped = Signal()
    edited = Signal()

    def __init__(self, theme: Theme, number: int) -> None:
        super().__init__(theme, surface="inset")
        self._texts: Texts = {}
        self._choices: tuple[Texts, ...] = ()
        self._language = "en"
        name = tr("Question {n}").format(n=number)
        self.kind = Choice(tr("Kind"), [(kind.value, tr(words)) for kind, words in KINDS.items()])
        self.about = Choice(
            tr("What it tells"),
            [(NOTHING, tr("Nothing in particular")), *((each.value, tr(COMMITMENTS[each])) for each in Commitment)],
        )
        self.text = Field(theme, name)
        self.text.setMaxLength(LONGEST_QUESTION)
        self.text.setPlaceholderText(name)
        self.choices = Field(theme, tr("Answers to choose from"))
        self.choices.setPlaceholderText(tr("Answers to choose from, with ; between them"))
        self.drop = IconButton(theme, "trash-2", name=tr("Remove"))
        head = QHBoxLayout()
        head.setSpacing(theme.m.s2)
        head.addWidget(self.kind, 1)
        head.addWidget(self.about, 1)
        head.addWidget(self.drop)
        self.box.addLayout(head)
        self.box.addWidget(self.text)
        self.box.addWidget(self.choices)
        self.kind.chosen.connect(lambda _key: self._on_edited())
        self.about.chosen.connect(lambda _key: self._on_edited())
        self.text.textEdited.connect(lambda _text: self._on_edited())
        self.choices.textEdited.connect(lambda _text: self._on_edited())
        self.drop.clicked.connect(self.dropped)
        self._show_what_counts()

    def show_question(self, question: Question, language: str) -> None:
        """Shows a question in a language."""
        self._texts, self._choices, self._language = dict(question.texts), question.choices, language
        self.kind.choose(question.kind.value)
        self.about.choose(question.about.value if question.about else NOTHING)
        self._show_words()
        self._show_what_counts()

    def show_language(self, language: str) -> None:
        """From now on the words of this language are written."""
        self._keep()
        self._language = language
        self._show_words()

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """Where Tab leads, one after the other."""
        return self.kind, self.about, self.drop, self.text, self.choices

    def question(self) -> Question:
        """The question as it stands."""
        self._keep()
        kind, about = QuestionKind(self.kind.current()), self.about.current()
        asked = Question(kind, dict(self._texts), self._choices if kind is QuestionKind.CHOICE else ())
        is_told = kind is QuestionKind.AGREE and about != NOTHING
        return replace(asked, about=Commitment(about)) if is_told else asked

    # --- inside

    def _show_words(self) -> None:
        self.text.setText(self._texts.get(self._language, ""))
        self.choices.setText(f"{BETWEEN} ".join(each.get(self._language, "") for each in self._choices).strip(" ;"))

    def _keep(self) -> None:
        """Keeps what is written in this language; an answer that is left out in it is left out in all."""
        self._texts = {**self._texts, self._language: self.text.text().strip()}
        written = [each.strip() for each in self.choices.text().split(BETWEEN) if each.strip()][:MOST_CHOICES]
        if not written and any(set(each) - {self._language} for each in self._choices):
            return  # not translated yet
        had = (*self._choices, *({} for _ in written))
        self._choices = tuple({**before, self._language: now} for before, now in zip(had, written, strict=False))

    def _show_what_counts(self) -> None:
        kind = QuestionKind(self.kind.current())
        self.choices.setVisible(kind is QuestionKind.CHOICE)
        self.about.setVisible(kind is QuestionKind.AGREE)

    def _on_edited(self) -> None:
        self._show_what_counts()
        self.edited.emit()
