"""How this computer prints slips: the printer as it was set up in the settings, and when it prints by itself."""

from typing import TYPE_CHECKING, Literal, cast

from msgspec import Struct

from ui.seams.preferences import Preferences

if TYPE_CHECKING:
    from loyaltydesk.printing.slip_printer import SlipPrinter

When = Literal["never", "asked", "always"]
WHENS: tuple[When, ...] = ("never", "asked", "always")
ROLLS = ("80", "58")  # mm
CUTS = ("full", "part", "none")
ANY = "default"
USUAL = {"roll": "80", "cut": "full", "model": ANY, "when": "asked"}


class SlipSettings(Struct, frozen=True):
    """`connection` is written as `loyaltydesk.printing.slip_printer.connection` reads it; empty without a printer.

    `types` has the printer write with its own letters. `when` is never (a slip is shown, to be printed by any
    printer), asked (straight to this one) or always (by itself after each purchase, too).
    """

    connection: str = ""
    roll: str = "80"
    types: bool = False
    cut: str = "full"
    model: str = ANY
    when: When = "asked"

    @property
    def is_direct(self) -> bool:
        """Whether slips go straight to this printer."""
        return bool(self.connection) and self.when != "never"

    @property
    def prints_by_itself(self) -> bool:
        """Whether each purchase has its slip without being asked for."""
        return bool(self.connection) and self.when == "always"

    def printer(self) -> "SlipPrinter":
        """The printer that is meant. Raises BadPrinter."""
        from loyaltydesk.printing.slip import Roll
        from loyaltydesk.printing.slip_printer import Cut, SlipPrinter, connection

        roll = Roll.MM58 if self.roll == "58" else Roll.MM80
        return SlipPrinter(connection(self.connection), roll, types=self.types, cut=Cut(self.cut), model=self.model)


def read_slips(preferences: Preferences) -> SlipSettings:
    """What is kept; what is missing or makes no sense has its usual value."""

    def kept(key: str, known: tuple[str, ...]) -> str:
        text = preferences.read(f"slips/{key}", USUAL[key])
        return text if text in known else USUAL[key]

    return SlipSettings(
        connection=preferences.read("slips/connection"),
        roll=kept("roll", ROLLS),
        types=preferences.read("slips/types") == "on",
        cut=kept("cut", CUTS),
        model=preferences.read("slips/model", ANY),
        when=cast("When", kept("when", WHENS)),
    )


def keep_slips(preferences: Preferences, settings: SlipSettings) -> None:
    """Keeps the settings for this computer."""
    for key, text in (
        ("connection", settings.connection),
        ("roll", settings.roll),
        ("types", "on" if settings.types else "off"),
        ("cut", settings.cut),
        ("model", settings.model),
        ("when", settings.when),
    ):
        preferences.write(f"slips/{key}", text)
