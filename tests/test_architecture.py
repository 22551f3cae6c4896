"""Walks through the source for what the import contracts cannot see: sizes, names, SQL, the clock, translated text."""

import ast
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FOLDERS = ("loyaltydesk", "ui", "installer")
MODULES = [*sorted(path for name in FOLDERS for path in (ROOT / name).rglob("*.py")), ROOT / "main.py"]

LONGEST_MODULE, LONGEST_FUNCTION = 300, 40  # lines
MOST_METHODS, MOST_PARAMETERS, MOST_BY_PLACE = 20, 5, 3
EMPTY_WORDS = frozenset(
    "manager managers handler handlers helper helpers service services util utils data info common misc".split()
)
QT_NAMES = frozenset("data setData headerData itemData mimeData dropMimeData".split())  # Qt's own, to be overridden
CALLED_BY_PLACE = frozenset({"paint", "headerData", "tr_n"})  # in Qt's own order, and in gettext's

SQL = re.compile(
    r"\s*(SELECT\s.*\sFROM\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|PRAGMA\s+\w|VACUUM\b"
    r"|(CREATE|DROP|ALTER)\s+(TABLE|INDEX|UNIQUE|TRIGGER|VIEW|VIRTUAL)\b|BEGIN\s+(IMMEDIATE|EXCLUSIVE)|SAVEPOINT\s)",
    re.DOTALL,
)
CLOCKS = frozenset(
    "datetime.now datetime.today datetime.utcnow date.today time.time time.time_ns time.localtime time.gmtime "
    "time.ctime QDateTime.currentDateTime QDate.currentDate QTime.currentTime".split()
)
TRANSLATING = {"tr": 1, "trc": 2, "tr_n": 2, "mark": 1}  # how many of the first arguments are sentences

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def _nodes(path: Path, *kinds: type[ast.AST]) -> Iterator[ast.AST]:
    return (node for node in ast.walk(_tree(path)) if isinstance(node, kinds))


def _functions(path: Path) -> Iterator[Function]:
    return (node for node in ast.walk(_tree(path)) if isinstance(node, Function))


def _inside(path: Path, *folders: str) -> bool:
    return any(path.is_relative_to(ROOT / folder) for folder in folders)


def _found(broken: Callable[[Path], Iterator[tuple[int, str]]], modules: list[Path] = MODULES) -> list[str]:
    return [f"{path.relative_to(ROOT)}:{line} {what}" for path in modules for line, what in broken(path)]


# --- sizes


def test_a_module_has_at_most_300_lines() -> None:
    lengths = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {name: length for name, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_a_function_has_at_most_40_lines() -> None:
    def broken(path: Path) -> Iterator[tuple[int, str]]:
        for node in _functions(path):
            if (length := (node.end_lineno or node.lineno) - node.lineno + 1) > LONGEST_FUNCTION:
                yield node.lineno, f"{node.name} has {length} lines"

    assert _found(broken) == []


def test_a_class_has_at_most_20_methods() -> None:
    def broken(path: Path) -> Iterator[tuple[int, str]]:
        for node in _nodes(path, ast.ClassDef):
            assert isinstance(node, ast.ClassDef)
            if (count := sum(isinstance(part, Function) for part in node.body)) > MOST_METHODS:
                yield node.lineno, f"{node.name} has {count} methods"

    assert _found(broken) == []


def test_a_function_takes_at_most_five_parameters_and_three_of_them_by_place() -> None:
    def broken(path: Path) -> Iterator[tuple[int, str]]:
        for node in _functions(path):
            by_place = _by_place(node)
            if _is_command(node):
                continue
            if len(by_place) + len(node.args.kwonlyargs) > MOST_PARAMETERS:
                yield node.lineno, f"{node.name} takes too many parameters"
            elif len(by_place) > MOST_BY_PLACE and node.name not in CALLED_BY_PLACE:
                yield node.lineno, f"{node.name} takes more than {MOST_BY_PLACE} parameters by place"

    assert _found(broken) == []


def test_three_parameters_by_place_are_of_three_kinds() -> None:
    """Two of one kind could change places and nobody would see it, so that from the third on they are named."""

    def broken(path: Path) -> Iterator[tuple[int, str]]:
        for node in _functions(path):
            kinds = [ast.unparse(each.annotation) for each in _by_place(node) if each.annotation]
            doubled = len(kinds) > 2 and len(set(kinds)) < len(kinds)
            if doubled and node.name not in CALLED_BY_PLACE and not _is_command(node):
                yield node.lineno, f"{node.name} takes {', '.join(kinds)} by place"

    assert _found(broken) == []


def _by_place(node: Function) -> list[ast.arg]:
    parameters = [*node.args.posonlyargs, *node.args.args]
    return parameters[1:] if parameters and parameters[0].arg in ("self", "cls") else parameters


def _is_command(node: Function) -> bool:
    """Whether each parameter is an option of a command, which click hands over by its name."""
    return any(ast.unparse(each).startswith("click.") for each in node.decorator_list)


# --- names and first sentences


def test_no_name_says_nothing() -> None:
    def broken(path: Path) -> Iterator[tuple[int, str]]:
        if _words(path.stem) & EMPTY_WORDS:
            yield 1, path.stem
        for node in _nodes(path, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef):
            assert isinstance(node, ast.ClassDef | Function)
            qt = node.name in QT_NAMES and _inside(path, "ui")
            if _words(node.name) & EMPTY_WORDS and not qt:
                yield node.lineno, node.name

    assert _found(broken) == []


def _words(name: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}


def test_every_module_opens_with_one_sentence() -> None:
    def broken(path: Path) -> Iterator[tuple[int, str]]:
        said = ast.get_docstring(_tree(path)) or ""
        first = " ".join(said.partition("\n\n")[0].split())
        if not re.fullmatch(r"[^.?!]([^.]|\.(?! [A-Z]))*\.", first):
            yield 1, repr(first)

    assert _found(broken) == []


# --- what belongs in one place only


def test_sql_stands_in_the_store_alone() -> None:
    def broken(path: Path) -> Iterator[tuple[int, str]]:
        for node in _nodes(path, ast.Constant):
            assert isinstance(node, ast.Constant)
            if isinstance(node.value, str) and SQL.match(node.value):
                yield node.lineno, node.value[:60]

    assert _found(broken, [path for path in MODULES if not _inside(path, "loyaltydesk/store")]) == []


@pytest.mark.parametrize(
    "text",
    [
        "SELECT id FROM cards", "insert".upper() + " INTO cards VALUES (1)", "UPDATE cards SET state = 1",
        "DELETE FROM cards", "PRAGMA user_version", "\n  CREATE TABLE x (a)", "BEGIN IMMEDIATE",
    ],
)  # fmt: skip
def test_the_guard_knows_sql_when_it_sees_it(text: str) -> None:
    assert SQL.match(text)
    assert not SQL.match("Select a card from the list and update it")


def test_qt_is_imported_by_the_window_alone() -> None:
    def broken(path: Path) -> Iterator[tuple[int, str]]:
        for line, name in _imports(path):
            if name.partition(".")[0] in ("PySide6", "shiboken6"):
                yield line, name

    assert _found(broken, [path for path in MODULES if not _inside(path, "ui")]) == []


def test_the_model_imports_nothing_of_ours_but_itself() -> None:
    def broken(path: Path) -> Iterator[tuple[int, str]]:
        for line, name in _imports(path):
            if name.partition(".")[0] in FOLDERS and not name.startswith("loyaltydesk.model"):
                yield line, name

    assert _found(broken, [path for path in MODULES if _inside(path, "loyaltydesk/model")]) == []


def _imports(path: Path) -> Iterator[tuple[int, str]]:
    for node in _nodes(path, ast.Import, ast.ImportFrom):
        if isinstance(node, ast.ImportFrom):
            yield node.lineno, node.module or ""
        elif isinstance(node, ast.Import):
            yield from ((node.lineno, each.name) for each in node.names)


def test_the_clock_is_read_in_one_place_and_by_the_command_line() -> None:
    def broken(path: Path) -> Iterator[tuple[int, str]]:
        for node in _nodes(path, ast.Attribute):
            name = ast.unparse(node)
            if any(name == clock or name.endswith("." + clock) for clock in CLOCKS):
                yield node.lineno, name

    clocks = ("loyaltydesk/cli", "loyaltydesk/computer.py")
    shop = [path for path in MODULES if _inside(path, "loyaltydesk") and not _inside(path, *clocks)]
    assert _found(broken, shop) == []


def test_a_sentence_to_translate_is_written_out_whole() -> None:
    """No f-string, no addition, no format within tr(): the sentence would not be found in any catalogue."""

    def broken(path: Path) -> Iterator[tuple[int, str]]:
        for node in _nodes(path, ast.Call):
            assert isinstance(node, ast.Call)
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            for sentence in node.args[: TRANSLATING.get(name, 0)]:
                if not isinstance(sentence, ast.Constant | ast.Subscript | ast.Name | ast.Attribute):
                    yield node.lineno, ast.unparse(node)[:80]

    assert _found(broken) == []


def test_floats_stay_out_of_points_and_money() -> None:
    def broken(path: Path) -> Iterator[tuple[int, str]]:
        for node in ast.walk(_tree(path)):
            if isinstance(node, ast.Constant) and isinstance(node.value, float):
                yield node.lineno, repr(node.value)
            elif isinstance(node, ast.Name) and node.id in ("float", "round"):
                yield node.lineno, node.id

    counting = [path for path in MODULES if _inside(path, "loyaltydesk/model", "loyaltydesk/rules")]
    assert _found(broken, counting) == []
