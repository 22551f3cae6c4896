"""The section about printers: the slip printer is chosen, tried and remembered, and what waits for it is printed."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from loyaltydesk.model.refusals import Refused
from loyaltydesk.words import tr
from ui.seams.session import Session
from ui.seams.slip_printing import slip_printing
from ui.seams.slip_settings import ANY, SlipSettings, When, keep_slips, read_slips
from ui.seams.tasks import while_alive
from ui.seams.tools import Tools
from ui.settings.printer_form import PrinterForm
from ui.settings.section import Section
from ui.settings.slips_waiting import SlipsWaiting
from ui.theme.blocks import Banner
from ui.theme.buttons import Button, SegmentedControl
from ui.theme.forms import Choice
from ui.theme.frames import rule
from ui.theme.sheet import Tone
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from loyaltydesk.printing.trial_slip import TrialFace


class PrintersSection(Section):
    """Which printer cards and greetings go to is asked when they are printed."""

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme, session, tools)
        kept = read_slips(tools.preferences)
        self._printing = slip_printing(session, tools)
        self.form = PrinterForm(theme, kept.connection)
        self.roll = SegmentedControl(theme, _rolls(), current=kept.roll)
        self.way = SegmentedControl(theme, _ways(), current="letters" if kept.types else "picture")
        self.cut = Choice(tr("Behind the slip"), _cuts(), current=kept.cut)
        self.model = Choice(tr("Model"), _models(kept.model), current=kept.model)
        self.when = Choice(tr("After a purchase"), _whens(), current=kept.when)
        self.test = Button(theme, tr("Test print"), kind="action", icon="printer")
        self.outcome = Banner(theme, "")  # below the button, which does not move while a hand is on its way to it
        self._is_testing = False
        self.waiting = SlipsWaiting(theme, session, self._printing)
        self._details: list[QWidget] = []  # what there is to say of a printer
        self._lay_out()
        self._connect()
        self._fit()

    @staticmethod
    def title() -> str:
        return tr("Printers")

    def reload(self) -> None:
        self.waiting.refresh()

    # --- putting together

    def _lay_out(self) -> None:
        fast = tr("Pictures have every letter of every language. The printer's own letters are quicker on a slow line.")
        model = tr("Tells how wide it prints and which letters it has. Any printer is right for most.")
        other = tr("Cards and greetings go to any printer of this computer: it is chosen when they are printed.")
        self.box.addWidget(self.waiting)
        self.box.addWidget(self.form)
        self._add_detail(self.roll, tr("Paper"), hint=tr("How wide the roll of the slip printer is."))
        self._details.append(self.test)
        self.box.addWidget(self.test, 0, Qt.AlignmentFlag.AlignLeft)
        self.box.addWidget(self.outcome)
        self._add_detail(self.when, tr("After a purchase"), hint=tr("F7 at the till prints the last slip in any case."))
        self._add_detail(self.way, tr("Printed as"), hint=fast)
        self._add_detail(self.cut, tr("Behind the slip"), hint=tr("Only a printer with a knife can cut."))
        self._add_detail(self.model, tr("Model"), hint=model)
        self.box.addWidget(rule())
        self.add_note(other)
        self.add_note(tr("All of this is kept for this computer."))
        self.box.addStretch(1)

    def _add_detail(self, field: QWidget, text: str, *, hint: str = "") -> None:
        """A row that is seen only with a printer."""
        self.add_row(field, text, hint=hint, narrow=True)
        row = field.parentWidget()
        if row:
            self._details.append(row)

    def _connect(self) -> None:
        self.form.changed.connect(self._keep)
        self.form.kind.chosen.connect(self._fit)
        for control in (self.roll, self.way, self.cut, self.model, self.when):
            control.chosen.connect(self._keep)
        self.test.clicked.connect(self._on_test_pressed)

    def _fit(self) -> None:
        for widget in self._details:
            widget.setVisible(self.form.is_wanted)
        self.outcome.hide()

    # --- what it does

    @property
    def settings(self) -> SlipSettings:
        """What is chosen."""
        return SlipSettings(
            self.form.connection,
            self.roll.current(),
            types=self.way.current() == "letters",
            cut=self.cut.current(),
            model=self.model.current(),
            when=cast("When", self.when.current()),
        )

    def _keep(self) -> None:
        """Keeps what is chosen, where the address may be one."""
        settings = self.settings
        if settings.connection and not self._is_sound(settings):
            return
        keep_slips(self.tools.preferences, settings)
        self._fit()
        self.say_saved()

    def _is_sound(self, settings: SlipSettings) -> bool:
        try:
            settings.printer()
        except Refused:
            self.form.refuse(tr("This is no address of such a printer."))
            return False
        return True

    def _on_test_pressed(self) -> None:
        from loyaltydesk.printing import slip_press

        settings = self.settings
        if not settings.connection:
            self.form.refuse(tr("Say first where the printer is."))
            return
        if not self._is_sound(settings):
            return
        if self._is_testing:
            return
        self._is_testing = True
        self._tell(tr("Printing …"), "info")
        printer, face = settings.printer(), self._trial(settings)

        def job() -> None:
            try:
                slip_press.print_bytes(slip_press.trial_bytes(face, printer), printer)
            finally:
                self._is_testing = False

        self.tools.run(
            job,
            done=while_alive(self, lambda _nothing: self._on_tested("")),
            refused=while_alive(self, lambda no: self._on_tested(self.session.sentence(no))),
        )

    def _tell(self, sentence: str, tone: Tone) -> None:
        """Says how the test goes."""
        self.saved.hide()
        self.outcome.say(sentence, tone=tone)
        self.outcome.show()

    def _trial(self, settings: SlipSettings) -> "TrialFace":
        from loyaltydesk.printing.trial_slip import TrialFace

        shop, programme = self.session.ask(lambda desk: (desk.shop.settings().name, desk.shop.programme.name))
        about = (settings.connection, tr("{n} mm").format(n=settings.roll))
        return TrialFace(shop or programme, tr("Test of the slip printer"), about)

    def _on_tested(self, refusal: str) -> None:
        if refusal:
            self._tell(refusal, "danger")
            return
        sent = tr("The test slip was sent. Are all letters on it, and does the ruler reach both ends?")
        self._tell(sent, "accent")
        self._printing.print_waiting()


def _rolls() -> list[tuple[str, str]]:
    return [("80", tr("80 mm")), ("58", tr("58 mm"))]


def _ways() -> list[tuple[str, str]]:
    return [("picture", tr("Picture")), ("letters", tr("The printer's own letters"))]


def _cuts() -> list[tuple[str, str]]:
    return [("full", tr("Cut it off")), ("part", tr("Cut it but for a corner")), ("none", tr("Do not cut"))]


def _whens() -> list[tuple[str, str]]:
    return [
        ("asked", tr("Print a slip when F7 is pressed")),
        ("always", tr("Print a slip by itself")),
        ("never", tr("Show the slip, for any printer")),
    ]


def _models(kept: str) -> list[tuple[str, str]]:
    from loyaltydesk.printing.printer_models import models

    known = [(model.key, model.name) for model in models().values()]
    strange = [] if kept in (ANY, *models()) else [(kept, kept)]
    return [(ANY, tr("Any printer")), *known, *strange]
