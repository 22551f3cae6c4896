"""A sheet of labels that the shop measured itself: its sheet, its labels, and how they stand on it."""

from msgspec import Struct

from loyaltydesk.model.refusals import BadRequest

HUNDREDTHS = 100  # in a millimetre
SMALLEST_SHEET, LARGEST_SHEET = 5000, 60000
SMALLEST_LABEL = (4500, 2500)  # less has no room for a name or a barcode
MOST = 20  # columns or rows
LONGEST = 40  # characters of a name
USUAL_SHEET = (21000, 29700)


class Grid(Struct, frozen=True):
    """Equal labels in columns and rows; all lengths in hundredths of a millimetre.

    `left` and `top` are the margins before the first label, `across` and `down` the gaps between two.
    """

    name: str
    sheet_width: int = USUAL_SHEET[0]
    sheet_height: int = USUAL_SHEET[1]
    label_width: int = 8560
    label_height: int = 5398
    columns: int = 2
    rows: int = 5
    left: int = 0
    top: int = 0
    across: int = 0
    down: int = 0

    @property
    def width(self) -> int:
        """From the left edge of the sheet to the right edge of the last label."""
        return self.left + self.columns * self.label_width + (self.columns - 1) * self.across

    @property
    def height(self) -> int:
        """From the top edge of the sheet to the bottom edge of the last label."""
        return self.top + self.rows * self.label_height + (self.rows - 1) * self.down


def checked_grid(grid: Grid) -> Grid:
    """`grid`, if a sheet can be like that. Raises BadRequest, which says what does not fit."""
    if not grid.name.strip() or len(grid.name) > LONGEST:
        raise BadRequest("name", "missing" if not grid.name.strip() else "too_long")
    if not all(SMALLEST_SHEET <= side <= LARGEST_SHEET for side in (grid.sheet_width, grid.sheet_height)):
        raise BadRequest("sheet", "sheet_size")
    if not (1 <= grid.columns <= MOST and 1 <= grid.rows <= MOST):
        raise BadRequest("columns", "grid_count")
    if grid.label_width < SMALLEST_LABEL[0] or grid.label_height < SMALLEST_LABEL[1]:
        raise BadRequest("label", "label_small")
    if min(grid.left, grid.top, grid.across, grid.down) < 0:
        raise BadRequest("margin", "margin_negative")
    if grid.width > grid.sheet_width:
        raise BadRequest("columns", "grid_too_wide")
    if grid.height > grid.sheet_height:
        raise BadRequest("rows", "grid_too_high")
    return grid
