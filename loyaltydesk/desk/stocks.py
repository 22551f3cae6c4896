"""Sheets of labels that the shop measured itself, by name; they travel with its file."""

from msgspec.structs import asdict

from loyaltydesk.desk.core import Core
from loyaltydesk.model.facts import RecordSaved, Stamp
from loyaltydesk.model.grids import Grid, checked_grid
from loyaltydesk.model.refusals import BadRequest

KIND = "stock"
GONE = "gone"


class Stocks:
    """The shop's own sheets."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def all(self) -> list[Grid]:
        """Every sheet of the shop's own, by name; one that cannot be, as another release had it, is left out."""
        found = ((name, self._core.store.records.fields(KIND, name)) for name in self._core.store.records.names(KIND))
        grids = (_grid(name, fields) for name, fields in found if not fields.get(GONE))
        return [grid for grid in grids if grid is not None]

    def save(self, grid: Grid, stamp: Stamp | None = None) -> Grid:
        """Keeps a sheet under its name, in place of another of that name. Raises BadRequest for one that cannot be."""
        checked = checked_grid(grid)
        fields: dict[str, str | int | bool | None] = {**asdict(checked), GONE: False}
        del fields["name"]
        self._record(checked.name, fields, stamp)
        return checked

    def remove(self, name: str, stamp: Stamp | None = None) -> None:
        """Offers a sheet no longer; nothing happens where there is none of that name."""
        if name in self._core.store.records.names(KIND):
            self._record(name, {GONE: True}, stamp)

    def _record(self, name: str, fields: dict[str, str | int | bool | None], stamp: Stamp | None) -> None:
        stamp = stamp or self._core.stamp()
        with self._core.writing():
            saved = RecordSaved(id=self._core.new_id()(), kind=KIND, record=name, fields=fields)
            self._core.record([saved], stamp)


def _grid(name: str, fields: dict[str, object]) -> Grid | None:
    told = {field: value for field, value in fields.items() if field in Grid.__struct_fields__}
    try:
        return checked_grid(Grid(name, **{field: value for field, value in told.items() if isinstance(value, int)}))
    except BadRequest:
        return None
