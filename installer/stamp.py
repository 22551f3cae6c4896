"""The note that a set-up leaves in .venv, and what the next one concludes from it."""

import hashlib
import json
import tomllib
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Literal

Verdict = Literal["ready", "install", "make"]


@dataclass(frozen=True)
class Stamp:
    """What was put into .venv. One that is not finished was interrupted, and nothing in there can be trusted."""

    project: str
    folder: str
    dev: bool
    finished: bool = True


UNFINISHED = Stamp(project="", folder="", dev=False, finished=False)


def read(file: Path) -> Stamp | None:
    """The stamp in that file, none where there is no file; one that cannot be understood counts as unfinished."""
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
        return Stamp(**{field.name: found[field.name] for field in fields(Stamp)})
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError):
        return UNFINISHED


def write(file: Path, stamp: Stamp | None) -> None:
    """Puts the stamp into that file, or takes the file away for none."""
    if stamp is None:
        file.unlink(missing_ok=True)
    else:
        file.write_text(json.dumps(asdict(stamp)), encoding="utf-8")


def fingerprint(pyproject: str) -> str:
    """A digest of what decides what is installed; the rules of the checks may change without a new set-up."""
    tables = tomllib.loads(pyproject)
    decides = {name: tables.get(name) for name in ("build-system", "project")}
    return hashlib.sha256(json.dumps(decides, sort_keys=True).encode()).hexdigest()


def verdict(stamp: Stamp | None, wanted: Stamp, *, works: bool) -> Verdict:
    """What an environment needs: nothing, pip once more, or to be made anew.

    One that works and bears no stamp was made by hand and is kept. One with the stamp of another folder was moved
    or copied here, and the programmes in it still point to where they came from.
    """
    if not works or (stamp and (not stamp.finished or stamp.folder != wanted.folder)):
        return "make"
    if stamp and stamp.project == wanted.project and (stamp.dev or not wanted.dev):
        return "ready"
    return "install"
