"""What belongs to this computer and not to the shop: looks, sounds, the scanner, where the window was."""

from typing import cast

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal
from PySide6.QtWidgets import QApplication

from ui.seams.scanner_settings import ScannerSettings, Suffix
from ui.theme.theme import Mode, Theme
from ui.theme.tokens import density_for

TITLE = 24  # px of a window's title


class Preferences(QObject):
    """Preferences in an INI file of the user's; what is missing or makes no sense has its usual value."""

    display_switched = Signal(bool)

    def __init__(self, settings: QSettings | None = None) -> None:
        super().__init__()
        self._settings = settings or QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "LoyaltyDesk", "LoyaltyDesk"
        )

    def dress(self, app: QApplication) -> Theme:
        """The looks that are preferred, on `app`, as dense as a window is high that fills its screen."""
        room = app.primaryScreen().availableGeometry().height() - TITLE
        density = density_for(room, self.text_percent)
        return Theme(app, mode=self.theme, density=density, text_percent=self.text_percent)

    @property
    def theme(self) -> Mode:
        """Light, dark, or as the system has it."""
        kept = self.read("theme", "system")
        return cast("Mode", kept) if kept in ("light", "dark", "system") else "system"

    @theme.setter
    def theme(self, mode: Mode) -> None:
        self.write("theme", mode)

    @property
    def text_percent(self) -> int:
        """The size of text, 100 to 150 percent."""
        kept = self.read("text", "100")
        return min(150, max(100, int(kept))) if kept.isdecimal() else 100

    @text_percent.setter
    def text_percent(self, percent: int) -> None:
        self.write("text", str(percent))

    @property
    def sounds(self) -> bool:
        """Whether the till makes sounds."""
        return self.read("sounds", "on") == "on"

    @sounds.setter
    def sounds(self, on: bool) -> None:
        self.write("sounds", "on" if on else "off")

    @property
    def cashier(self) -> str:
        """Who was at this till last."""
        return self.read("cashier", "")

    @cashier.setter
    def cashier(self, name: str) -> None:
        self.write("cashier", name)

    @property
    def till(self) -> str:
        """What this till is called."""
        return self.read("till", "")

    @till.setter
    def till(self, name: str) -> None:
        self.write("till", name)

    @property
    def display(self) -> bool:
        """Whether the customer display is on."""
        return self.read("display", "off") == "on"

    @display.setter
    def display(self, on: bool) -> None:
        self.write("display", "on" if on else "off")
        self.display_switched.emit(on)

    @property
    def scanner(self) -> ScannerSettings:
        """How the scanner types."""
        usual = ScannerSettings()
        try:
            return ScannerSettings(
                max_gap_ms=int(self.read("scanner/gap", str(usual.max_gap_ms))),
                min_length=int(self.read("scanner/length", str(usual.min_length))),
                prefix=self.read("scanner/prefix", usual.prefix),
                suffix=cast("Suffix", self.read("scanner/suffix", usual.suffix)),
            )
        except ValueError:
            return usual

    @scanner.setter
    def scanner(self, settings: ScannerSettings) -> None:
        self.write("scanner/gap", str(settings.max_gap_ms))
        self.write("scanner/length", str(settings.min_length))
        self.write("scanner/prefix", settings.prefix)
        self.write("scanner/suffix", settings.suffix)

    @property
    def geometry(self) -> QByteArray:
        """Where the window was, empty when it never was anywhere."""
        kept = self._settings.value("geometry")
        return kept if isinstance(kept, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._settings.setValue("geometry", geometry)

    def read(self, key: str, usual: str = "") -> str:
        """What is kept under `key`, for a page's own small matters; `usual` when there is nothing."""
        kept = self._settings.value(key, usual)
        return kept if isinstance(kept, str) else usual

    def write(self, key: str, text: str) -> None:
        """Keeps `text` under `key`."""
        self._settings.setValue(key, text)
