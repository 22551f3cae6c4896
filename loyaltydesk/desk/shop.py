"""The shop itself: its settings, its programme, its file."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

from loyaltydesk.desk.core import Core
from loyaltydesk.desk.putting_back import backup_folder
from loyaltydesk.model.facts import ProgrammeChanged, RecordSaved, Stamp
from loyaltydesk.model.numbers import checked_prefix
from loyaltydesk.model.programme import Programme
from loyaltydesk.model.refusals import BadProgramme
from loyaltydesk.model.shop import Contents, ShopSettings, Version
from loyaltydesk.rules.programme_file import check_products, read_programme
from loyaltydesk.store import backup, checking, condition
from loyaltydesk.store.deriving import Progress, quiet
from loyaltydesk.store.file import sqlite_release


class Shop:
    """What belongs to the whole shop."""

    def __init__(self, core: Core) -> None:
        self._core = core

    # --- settings

    def settings(self) -> ShopSettings:
        """The shop's settings."""
        fields = self._core.store.records.fields("shop", "shop")
        return ShopSettings(**{name: str(fields[name]) for name in ShopSettings.__struct_fields__ if name in fields})

    def save_settings(self, settings: ShopSettings, stamp: Stamp | None = None) -> None:
        """Keeps what is different. Raises BadRequest for a prefix that card numbers cannot have."""
        before = self.settings()
        checked_prefix(settings.card_prefix)
        changed: dict[str, str | int | bool | None] = {
            name: getattr(settings, name).strip()[:200]
            for name in ShopSettings.__struct_fields__
            if getattr(settings, name) != getattr(before, name)
        }
        self.save("shop", "shop", fields=changed, stamp=stamp)

    @property
    def is_demo(self) -> bool:
        """Whether all of it is invented, to look around in."""
        return bool(self._core.store.records.fields("shop", "shop").get("demo"))

    def fields(self, kind: str, record: str) -> dict[str, Any]:
        """Settings of something, field by field."""
        return self._core.store.records.fields(kind, record)

    def names(self, kind: str) -> list[str]:
        """The names of everything of a kind that has settings."""
        return self._core.store.records.names(kind)

    def save(
        self, kind: str, record: str, *, fields: dict[str, str | int | bool | None], stamp: Stamp | None = None
    ) -> None:
        """Keeps settings of something."""
        if fields:
            with self._core.writing():
                saved = RecordSaved(id=self._core.new_id()(), kind=kind, record=record, fields=fields)
                self._core.record([saved], stamp or self._core.stamp())

    # --- the programme

    @property
    def programme(self) -> Programme:
        """The rules in force."""
        return self._core.programme

    @property
    def programme_version(self) -> int:
        """The version of the rules in force."""
        return self._core.programme_version

    def programme_text(self) -> str:
        """The programme file that is in force."""
        return self._core.store.records.programme(self.programme_version)[1]

    def programme_history(self) -> list[Version]:
        """Every version of the programme, the oldest first."""
        return [
            Version(version, datetime.fromisoformat(at), date.fromisoformat(first) if first else None, text)
            for version, at, first, text in self._core.store.records.programme_history()
        ]

    def load_programme(self, text: str, stamp: Stamp | None = None, *, from_day: date | None = None) -> int:
        """Puts new rules in force, at once or from a day on; returns their version.

        Raises BadProgramme, also for another currency once money was counted in the old one, and for a product that
        is not in the list where there is one.
        """
        programme = read_programme(text)
        with self._core.writing():
            store, version = self._core.store, 1
            try:
                number, before = store.records.programme()
            except KeyError:
                from_day = None  # there must be rules for every day
            else:
                version = number + 1
                other = read_programme(before, kept=True).currency != programme.currency
                if other and store.purchases.newest(1):
                    raise BadProgramme("programme.currency", "currency_fixed", programme.currency.code)
            if store.products.count():
                check_products(text, programme, lambda sku: store.products.by_sku(sku) is not None)
            fact = ProgrammeChanged(id=self._core.new_id()(), version=version, toml=text, from_day=from_day)
            self._core.record([fact], stamp or self._core.stamp())
        self._core.forget_programme()
        return version

    # --- the file

    def faults(self, progress: Progress = quiet) -> list[str]:
        """Whatever is wrong with the file; empty when it is proved whole."""
        return checking.faults(self._core.store, progress)

    def rebuild(self, progress: Progress = quiet) -> int:
        """Derives every table anew from the journal; returns how many facts there were."""
        done = checking.rebuild(self._core.store, progress)
        self._core.forget_programme()
        return done

    def back_up(self, folder: Path) -> Path:
        """A proved copy of the shop in a folder. Raises FileReadOnly, DiskFull or FileBroken."""
        return backup.back_up(self._core.store, folder, self._core.now())

    @property
    def backup_folder(self) -> Path:
        """Where copies go that nobody chose another place for: beside the shop's file. Not for a shop in memory."""
        assert self._core.store.path is not None
        return backup_folder(self._core.store.path)

    def last_backup(self, folder: Path | None = None) -> datetime | None:
        """When the newest copy in a folder (`backup_folder`) was made; None without any."""
        assert self._core.store.path is not None
        return condition.last_backup(self._core.store.path, folder or self.backup_folder, now=self._core.now())

    def quick_faults(self) -> list[str]:
        """What SQLite finds when it reads the file from end to end, much quicker than `faults`; empty when nothing."""
        return condition.quick_faults(self._core.store)

    def contents(self) -> Contents:
        """How many customers and purchases there are, and the bytes of the file."""
        return condition.contents(self._core.store)

    @property
    def sqlite_release(self) -> str:
        """The release of SQLite in use."""
        return sqlite_release()
