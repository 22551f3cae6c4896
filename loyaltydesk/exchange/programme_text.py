"""The text of a programme file from the disk, whatever else may lie there under its name."""

from pathlib import Path

from loyaltydesk.model.refusals import BadProgramme, FileMissing
from loyaltydesk.rules.programme_file import LARGEST, read_programme

LARGEST_FILE = 4 * LARGEST + 4  # bytes: four for a letter at most, and enough to see that it is too long


def programme_text(path: Path) -> str:
    """The text of a file that reads as a programme.

    Raises FileMissing when it cannot be read, BadProgramme when it is no text or no programme.
    """
    try:
        if path.is_file():  # a pipe or a device would keep whoever reads it for ever
            with path.open("rb") as file:
                text = file.read(LARGEST_FILE).decode("utf-8-sig")
        else:
            raise FileMissing(str(path))
    except UnicodeDecodeError:
        raise BadProgramme("", "toml", "UTF-8") from None
    except (OSError, ValueError):
        raise FileMissing(str(path)) from None
    text = text.replace("\r\n", "\n")
    read_programme(text)
    return text
