"""Which version of the rules is in force on which day, read once and kept until the file says otherwise."""

from datetime import date

from loyaltydesk.model.programme import Programme
from loyaltydesk.rules.programme_file import read_programme
from loyaltydesk.store.store import Store


class Schedule:
    """The versions of the programme with the days from which they count."""

    def __init__(self) -> None:
        self._versions: list[tuple[int, str, bytes]] = []
        self._programmes: dict[int, Programme] = {}
        self._seen = (-1, -1)
        self._of_day: tuple[date, int, Programme] | None = None  # what was asked for last

    def know(self, newest: int, store: Store) -> bool:
        """Whether nothing can have changed: the newest version is the one we know, and nothing was taken back."""
        return bool(self._versions) and self._versions[-1][0] == newest and self._seen[1] == store.undone

    def freshen(self, store: Store) -> None:
        """Looks at the file again when something was written to it by others, or taken back."""
        version = store.version()
        if self._versions and version == self._seen:
            return
        found = store.records.schedule()
        if found != self._versions:
            self._versions, self._programmes, self._of_day = found, {}, None
        self._seen = version

    def in_force(self, day: date, store: Store) -> tuple[int, Programme]:
        """The newest version that counts on `day`, or the first of all. Raises KeyError when there is none."""
        if self._of_day and self._of_day[0] == day:
            return self._of_day[1:]
        if not self._versions:
            raise KeyError("programme")
        today = day.isoformat()
        counting = (version for version, first, _ in reversed(self._versions) if first <= today)
        version = next(counting, self._versions[0][0])
        self._of_day = day, version, self.of(version, store)
        return self._of_day[1:]

    def of(self, version: int, store: Store) -> Programme:
        """The rules of a version. Raises KeyError for one that never was."""
        if version not in self._programmes:
            self._programmes[version] = read_programme(store.records.programme(version)[1], kept=True)
        return self._programmes[version]
