"""Everything in the shop, to be taken elsewhere."""

from contextlib import AbstractContextManager

from loyaltydesk.desk.core import Core
from loyaltydesk.model.exports import ExportTable


class Exports:
    """What the shop knows, as tables. To be used as:

    with desk.exports.at_one_moment():
        save_workbook(path, desk.exports.tables(), …)
    """

    def __init__(self, core: Core) -> None:
        self._core = core

    def at_one_moment(self) -> AbstractContextManager[None]:
        """Everything that is read within the block is as it was at its beginning, whatever others write meanwhile."""
        return self._core.store.reading()

    def tables(self) -> list[ExportTable]:
        """Every table; the people in them are named, so that whoever has them must keep them safe."""
        return self._core.store.everything.tables()
