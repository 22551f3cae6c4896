"""A start in a process of its own: what is imported by when, and that a program which cannot begin ends."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = {"reportlab", "PIL", "barcode", "sqlite_utils", "babel", "phonenumbers", "click", "xml", "zxingcpp", "asyncio"}

SEEN = """
import gc
import sys
from tests.bench import painted

def end():
    print(*sys.modules, f"collecting={{gc.isenabled()}}", flush=True)
    painted.os._exit(0)

painted.end = end
painted.{window}()
"""

AS_EVER = """
import builtins
before = builtins.__import__
import ui.app
assert "PySide6.QtWidgets" in ui.app.sys.modules
assert builtins.__import__ is before
"""

BROKEN = """
import sys
from datetime import datetime
from pathlib import Path
sys.modules["ui.program"] = None  # as if it could not be imported
from ui.app import start
sys.exit(start(Path("shop.db"), datetime.now))
"""


@pytest.fixture
def run(tmp_path: Path):
    def run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        home = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "APPDATA"), str(tmp_path))
        command = [sys.executable, "-W", "ignore", "-c", code, *arguments]
        environment = {**os.environ, **home}
        return subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=60
        )

    return run


@pytest.mark.parametrize("window", ["opening", "till"])
def test_nothing_heavy_is_imported_before_the_till_is_painted(run, shop_file: Path, window: str) -> None:
    ran = run(SEEN.format(window=window), "--shop", str(shop_file))
    modules = set(ran.stdout.split())
    assert "ui.opening" in modules, ran.stderr
    assert ("ui.till.page" in modules) is (window == "till")
    assert {name.partition(".")[0] for name in modules} & HEAVY == set()


def test_the_name_is_seen_before_anything_of_the_shop_is_read(run, shop_file: Path) -> None:
    modules = set(run(SEEN.format(window="opening"), "--shop", str(shop_file)).stdout.split())
    assert {"ui.program", "ui.theme.theme", "loyaltydesk.desk", "msgspec"} & modules == set()


def test_python_looks_for_no_waste_by_itself_while_there_is_a_window(run, shop_file: Path) -> None:
    assert "collecting=False" in run(SEEN.format(window="till"), "--shop", str(shop_file)).stdout.split()


def test_qt_leaves_imports_as_python_makes_them(run) -> None:
    ran = run(AS_EVER)
    assert ran.returncode == 0, ran.stderr


def test_a_program_that_cannot_begin_ends_and_says_why_in_its_log(run, tmp_path: Path) -> None:
    assert run(BROKEN).returncode == 1
    (log,) = tmp_path.rglob("loyaltydesk.log")
    assert "ui.program" in log.read_text(encoding="utf-8")
