"""The file that is started: with a bare Python, from anywhere, and understood by one that is too old."""

import ast
import subprocess
import sys
from pathlib import Path

FILE = Path(__file__).resolve().parents[2] / "installer" / "dev.py"
AS_PYTHON_3_10 = f"import runpy, sys; sys.version_info = (3, 10, 2); runpy.run_path({str(FILE)!r}, run_name='__main__')"


def test_an_older_python_is_told_what_is_missing() -> None:
    done = subprocess.run([sys.executable, "-c", AS_PYTHON_3_10], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("Loyalty Desk needs Python 3.11 or newer, and ")
    assert "is Python 3.10.2. " in done.stderr


def test_an_older_python_can_read_the_file() -> None:
    newer = (ast.Match, ast.NamedExpr, ast.JoinedStr, ast.AnnAssign)
    tree = ast.parse(FILE.read_text(encoding="utf-8"), feature_version=(3, 7))
    assert not [node for node in ast.walk(tree) if isinstance(node, newer)]


def test_nothing_but_pythons_own_library_is_needed(tmp_path: Path) -> None:
    bare = [sys.executable, "-I", "-S", str(FILE), "--help"]
    done = subprocess.run(bare, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "opens the till on a demo shop" in done.stdout
