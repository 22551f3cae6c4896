"""One writing program for each shop file."""

from pathlib import Path
from types import TracebackType

from loyaltydesk.model.refusals import FileInUse, FileReadOnly


class ShopLock:
    """Holds a shop file for this program until it ends, however it ends."""

    def __init__(self, path: Path) -> None:
        from filelock import FileLock

        self._path = path
        self._lock = FileLock(path.with_name(path.name + ".lock"), timeout=0, is_singleton=False)

    def acquire(self) -> None:
        """Takes the file. Raises FileInUse when another program has it, FileReadOnly in a protected folder."""
        from filelock import Timeout

        try:
            self._lock.acquire()
        except Timeout:
            raise FileInUse(str(self._path)) from None
        except OSError:
            raise FileReadOnly(str(self._path)) from None

    def release(self) -> None:
        """Lets another program have the file."""
        self._lock.release()

    def __enter__(self) -> "ShopLock":
        self.acquire()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()
