"""The other verbs, the settings, and how soon help is there."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from cvparse import __version__
from cvparse.cli import validating

Run = Callable[..., Result]
Program = Callable[..., subprocess.Popen[str]]


def test_valid(run: Run) -> None:
    run("cv.txt", "-o", "cv.json")
    done = run("validate", "cv.json")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")


def test_problems_come_with_file_line_column_and_pointer(run: Run) -> None:
    data = json.loads(run("cv.txt").stdout)
    data["publications"][0]["title"] = 3
    text = json.dumps(data, indent=1)
    Path("cv.json").write_text(text, "utf-8")
    line = text[: text.index('"title": 3')].count("\n") + 1
    done = run("validate", "cv.json")
    assert done.exit_code == 4
    assert done.stderr.startswith(f"cv.json:{line}:13: /publications/0/title: 3 is not ")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"a": 1\n "b": 2}', "bad.json:2:2: no JSON: Expecting ',' delimiter"),
        ("", "bad.json:1:1: no JSON"),
        ("[NaN]", "bad.json: no JSON: NaN is no number"),
        ("[" * 100_000, "bad.json: nested too deeply"),
        ("[1]", "bad.json:1:1: [1] is not of type 'object'"),
        ("{}", "hint: the schema describes the whole record"),
    ],
)
def test_bad_json_is_4(run: Run, text: str, said: str) -> None:
    Path("bad.json").write_text(text, "utf-8")
    run("cv.txt", "-o", "good.json")
    done = run("validate", "bad.json", "good.json")
    assert done.exit_code == 4
    assert said in done.stderr


def test_a_place_in_json() -> None:
    text = ' {"a": [1, {"b\\"": "]}"}, -2e3], "c" : {}, "d": "x"}'
    assert text[validating.position(text, ("a", 1, 'b"')) :].startswith('"]}"')
    assert text[validating.position(text, ("a", 2)) :].startswith("-2e3")
    assert text[validating.position(text, ("d",)) :].startswith('"x"')
    assert text[validating.position(text, ()) :].startswith('{"a"')


def test_explain_shows_lines(run: Run) -> None:
    done = run("explain", "cv.txt")
    assert done.exit_code == 0
    assert "header - | Ada Beispiel\n" in done.stdout
    assert "education | Education\n" in done.stdout


def test_explain_shows_where_a_value_came_from(run: Run) -> None:
    done = run("explain", "cv.txt", "--at", "/publications/0/title")
    told = done.stdout.splitlines()
    assert told[0] == "/publications/0/title = 'A Study of Examples'"
    assert told[1].startswith("cv.txt:10:1: read by rule ")
    assert told[2:4] == ["    10 | A Study of Examples", "       | ^^^^^^^^^^^^^^^^^^^"]


def test_explain_shows_a_whole_record(run: Run, profile: str) -> None:
    done = run("explain", "-", "--at", "publications/0", stdin=profile)
    assert "/publications/0/title = " in done.stdout
    assert "/publications/0/authors/1 = 'Max Muster'" in done.stdout


@pytest.mark.parametrize(
    ("pointer", "hint"),
    [
        ("/publications/9", "it has 1 members"),
        ("/publications/0/volume", "it has: "),
        ("/coverage/share", "try a value"),
        ("/", "it has: "),
    ],
)
def test_explain_says_what_there_is(run: Run, pointer: str, hint: str) -> None:
    done = run("explain", "cv.txt", "--at", pointer)
    assert done.exit_code == 2
    assert hint in done.stderr


def test_schema(run: Run) -> None:
    assert json.loads(run("schema").stdout)["title"] == "cvparse CV"


def test_doctor_writes_a_table(run: Run) -> None:
    done = run("doctor")
    assert done.exit_code in (0, 5)
    lines = [line.split()[:2] for line in done.stdout.splitlines()]
    assert ["ok", "spacy"] in lines
    assert ["ok", "a"] in lines, done.stdout
    assert done.exit_code == (5 if ["trouble"] in [line[:1] for line in lines] else 0)


def test_doctor_finds_what_is_missing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cvparse.cli.examining._NEEDED", ("spacy", "cvparse-nobody"))
    done = run("doctor")
    assert done.exit_code == 5
    assert "trouble  cvparse-nobody" in done.stdout
    assert 'hint: pip install "cvparse-nobody"' in done.stderr


def test_version(run: Run) -> None:
    assert run("--version").stdout == f"cvparse {__version__}\n"


def test_later_settings_win(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def plain(*args: str) -> bool:
        return "source" not in json.loads(run("cv.txt", *args).stdout)

    assert not plain()
    Path("pyproject.toml").write_text('[tool.cvparse]\nformat = "plain"\n', "utf-8")
    assert plain()
    Path("cvparse.toml").write_text('format = "json"\nstrict = false\n', "utf-8")
    assert not plain()
    monkeypatch.setenv("CVPARSE_FORMAT", "plain")
    assert plain()
    assert not plain("-f", "json")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("colour = 1", "'colour' is no setting"),
        ("strict = 'yes'", "expected a bool"),
        ("=", "cannot be read as TOML"),
    ],
)
def test_settings_that_make_no_sense(run: Run, text: str, said: str) -> None:
    Path("cvparse.toml").write_text(text, "utf-8")
    done = run("cv.txt")
    assert done.exit_code == 2
    assert said in done.stderr
    assert run("schema").exit_code == 0, "only parse reads settings"


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_loads_nothing_heavy(program: Program, option: str) -> None:
    heavy = ["spacy", "pydantic", "rich", "jsonschema", "dateparser", "cvparse.cv"]
    code = (
        "import sys\nfrom cvparse.cli import main\n"
        f"try:\n    main([{option!r}])\n"
        f"finally:\n    print([m for m in {heavy} if m in sys.modules], file=sys.stderr)\n"
    )
    out, said = program("-c", code).communicate(timeout=60)
    assert "cvparse" in out
    assert said == "[]\n"
