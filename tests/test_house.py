"""The house keeps its own order: floors, tables at the doors, sizes, and whose data is in it."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "cvparse"
SOURCES = sorted(
    path
    for room in ("src", "tests", "benchmarks", "scripts")
    for path in (ROOT / room).rglob("*.py")
)
HEAVY = ("spacy", "thinc", "dateparser", "pandas", "numpy")
# What a file offers to the table at the door of its room; the room's own tools offer none of it.
OFFERS = {
    "rules": {"RULES", "WORDS", "GROUPS", "LAYOUTS"},
    "records": {"build"},
    "readers": {"read"},
    "exporters": {"export"},
}


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


# --- floors -------------------------------------------------------------------------------------


def floors() -> list[set[str]]:
    """The names on each floor of the contract, optional ones (in parentheses) included."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    (contract,) = settings["tool"]["importlinter"]["contracts"]
    return [{name.strip(" ()") for name in floor.split("|")} for floor in contract["layers"]]


def test_every_module_stands_on_one_floor() -> None:
    rooms = {path.stem for path in PACKAGE.glob("*.py")} - {"__init__"}
    rooms |= {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    placed = [name for floor in floors() for name in floor]
    assert sorted(placed) == sorted(set(placed)), "a room stands on two floors"
    assert rooms <= set(placed), "give these a floor in pyproject.toml, [tool.importlinter]"


# --- tables at the doors ------------------------------------------------------------------------


def table_names(door: ast.Module) -> set[str]:
    """The names that a door's code uses; merely imported ones do not count."""
    return {node.id for node in ast.walk(door) if isinstance(node, ast.Name)}


def offered(module: ast.Module) -> set[str]:
    """The names of functions and tables at a module's top level."""
    names = {node.name for node in module.body if isinstance(node, ast.FunctionDef)}
    for node in module.body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        names |= {target.id for target in targets if isinstance(target, ast.Name)}
    return names


def imported(module: ast.Module) -> set[str]:
    """Full names of what a module imports from this package, lazily or not."""
    names = set()
    for node in ast.walk(module):
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    return names


@pytest.mark.parametrize("room", OFFERS)
def test_every_file_of_a_room_stands_at_its_door(room: str) -> None:
    door = PACKAGE / room / "__init__.py"
    files = [path for path in door.parent.glob("*.py") if path != door]
    rows = {path.stem for path in files if offered(tree(path)) & OFFERS[room]}
    assert rows, f"{room} offers nothing"
    assert not rows - table_names(tree(door)), f"add these to the table in {relative(door)}"


def test_no_file_is_forgotten() -> None:
    used: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        used |= imported(tree(path))
    files = [path for room in OFFERS for path in (PACKAGE / room).glob("[!_]*.py")]
    modules = {f"cvparse.{path.parent.name}.{path.stem}" for path in files}
    assert not modules - used, "nothing imports these"


# --- sizes --------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_files_and_functions_stay_small(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("\n") <= 250, "a file of more than 250 lines has more than one idea"
    functions = (
        node
        for node in ast.walk(ast.parse(text))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    )
    long = [f.name for f in functions if (f.end_lineno or f.lineno) - f.lineno >= 60]
    assert not long, "functions of more than 60 lines"


# --- what loads when ----------------------------------------------------------------------------


def loaded_at_import(node: ast.AST) -> Iterator[str]:
    """The packages that a module's top level imports; `if TYPE_CHECKING` does not count."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            yield from (alias.name.split(".")[0] for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            yield (child.module or "").split(".")[0]
        elif isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            continue
        elif not isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield from loaded_at_import(child)


def test_only_spacys_own_rooms_import_spacy_at_the_top() -> None:
    modules = [
        path
        for path in PACKAGE.rglob("*.py")
        if path.parent.name != "tagger" and path.stem != "component"
    ]
    guilty = {relative(p): set(loaded_at_import(tree(p))) & set(HEAVY) for p in modules}
    assert not {name: found for name, found in guilty.items() if found}


def test_the_command_line_loads_without_spacy() -> None:
    code = f"import sys, cvparse, cvparse.cli; print([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"


# --- people's lives: all of it is invented, but for the profile the project began with -----------
PROFILE = ROOT / "raw" / "haekyu_park.txt"
PRIVATE = ROOT / "raw" / "private"
BINARY = {".pyc", ".pdf", ".docx", ".odt", ".png", ".npz", ".gz", ".zip"}
FILES = sorted(
    path
    for room in ("raw", "tests")
    for path in (ROOT / room).rglob("*")
    if path.is_file()
    and path.suffix not in BINARY
    and path != PROFILE
    and PRIVATE not in path.parents
)

EMAIL = re.compile(r"[\w.%+-]+@((?:[\w-]+\.)+[^\W\d_]{2,})")
# RFC 2606 and 6761: names that will never belong to anyone.
NOBODYS = re.compile(r"(?:^|\.)(?:example\.(?:org|com|net|edu)|example|test|invalid)$")

PHONES = (
    re.compile(r"\+\d[\d ()./-]{6,}\d"),
    re.compile(r"(?<![\w.-])\(?\d{3}\)?[ .-]\d{3}[.-]\d{4}(?![\w-])"),
    re.compile(r"(?<![\w.-])\(?0\d{1,4}\)?[ /-]\d{3,}(?: ?\d{3,}|-\d{2,})"),
    re.compile(
        r"(?i)\b(?:tel|phone|telefon|mobile?|fax|t[ée]l[ée]phone)[.:]+\s*([\d(][\d ()./-]{6,}\d)"
    ),
)
# ORCIDs, and periods like 01/2021-03/2022, are no phone numbers.
NUMBERS = re.compile(r"\b\d{4}-\d{4}-\d{4}-\d{3}[\dX]\b|\b\d\d?[/.](?:19|20)\d\d(?!\d)")
# Numbers kept for films and examples, as digits without the country's code.
RESERVED = re.compile(
    r"(?:\d{3})?55501\d\d"  # North America: 555-0100 to 555-0199
    # United Kingdom (Ofcom, numbers for drama)
    r"|(?:11[3-8]|1[2-6]1)4960\d{3}|2079460\d{3}|1914980\d{3}|2896496\d{3}|2920180\d{3}"
    r"|1632960\d{3}|7700900\d{3}"
    # Germany (Bundesnetzagentur, Rufnummern für Medien)
    r"|3023125\d{3}|2214710\d{3}|4066969\d{3}|6990009\d{3}|8999998\d{3}|17139200\d\d|176040690\d\d"
    r"|(?:199|261|353|465|536|639)(?:00|91|01|71|49|98)\d{4}"  # France (Arcep)
    r"|[2378](?:5550|7010)\d{4}|491570\d{3}"  # Australia (ACMA)
)
CODES = ("1", "44", "49", "33", "61", "")


@cache
def profile() -> str:
    return PROFILE.read_text("utf-8")


def foreign_addresses(text: str) -> Iterator[str]:
    """E-mail addresses that may be somebody's."""
    for match in EMAIL.finditer(text):
        if not NOBODYS.search(match[1].lower()) and match[0] not in profile():
            yield match[0]


def foreign_numbers(text: str) -> Iterator[str]:
    """Phone numbers that may be somebody's."""
    blanked = NUMBERS.sub("", text)
    for pattern in PHONES:
        for match in pattern.finditer(blanked):
            number = match[match.lastindex or 0]
            if not is_reserved(number) and number not in profile():
                yield number


def is_reserved(number: str) -> bool:
    digits = re.sub(r"\(0\)|\D", "", number)
    rests = [digits.removeprefix(code).lstrip("0") for code in CODES if digits.startswith(code)]
    return any(not rest or RESERVED.fullmatch(rest) for rest in rests)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_nobodys_address_or_number_is_kept_here(path: Path) -> None:
    text = path.read_text("utf-8", errors="replace")
    assert not list(foreign_addresses(text)), "use an address at example.org"
    assert not list(foreign_numbers(text)), "use a number of a range kept for examples"


# Put together here, so that this file passes its own test.
@pytest.mark.parametrize(
    "number",
    ["+1 404 555 0142", "(404) 555-0142", "020 7946 0318", "+49 (0)30 23125 417", "01 99 00 12 34"],
)
def test_reserved_numbers_pass(number: str) -> None:
    assert not list(foreign_numbers(f"Phone: {number}"))


@pytest.mark.parametrize(
    "parts", [("+1 404 ", "867 5309"), ("(404) ", "867-5309"), ("+41 44 ", "632 1111")]
)
def test_other_numbers_do_not(parts: tuple[str, str]) -> None:
    assert list(foreign_numbers("Tel.: " + "".join(parts)))


def test_other_addresses_do_not_pass() -> None:
    assert list(foreign_addresses("me" + "@" + "university.edu")) == ["me" + "@" + "university.edu"]
    assert not list(foreign_addresses("a.b@example.org, c@mail.example.com"))
