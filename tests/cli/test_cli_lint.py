"""`cvparse lint`: places, formats, choices, settings, gates."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from typer.testing import Result

from cvparse.check import CODES

Run = Callable[..., Result]

CV = "Ada Roe\nDate of birth: 1 May 1980\n\nPublications\n\nAda Roe. Konwledge of kites, 100%. Journal of Kites, 2019. doi:105555/12.3\n"
FOUND = [("CV022", 2, 1), ("CV002", 6, 10), ("CV017", 6, 64)]

# What SARIF 2.1.0 (OASIS, errata 01) demands of the parts that we write.
PLACE = {"type": "integer", "minimum": 1}
SARIF = {
    "type": "object",
    "additionalProperties": False,
    "required": ["version", "runs"],
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["tool"],
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "additionalProperties": False,
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name"],
                                "additionalProperties": False,
                                "properties": {
                                    "name": {"type": "string"},
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {
                                            "type": "object",
                                            "required": ["id"],
                                            "additionalProperties": False,
                                            "properties": {
                                                "id": {"type": "string"},
                                                "name": {"type": "string"},
                                                "shortDescription": {"required": ["text"]},
                                                "help": {"required": ["text"]},
                                                "defaultConfiguration": {
                                                    "properties": {
                                                        "level": {
                                                            "enum": ["none", "note", "warning", "error"]
                                                        }
                                                    }
                                                },
                                            },
                                        },
                                    },
                                },
                            }
                        },
                    },
                    "results": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["message"],
                            "additionalProperties": False,
                            "properties": {
                                "ruleId": {"type": "string"},
                                "ruleIndex": {"type": "integer", "minimum": -1},
                                "level": {"enum": ["none", "note", "warning", "error"]},
                                "message": {"required": ["text"]},
                                "locations": {
                                    "type": "array",
                                    "items": {
                                        "properties": {
                                            "physicalLocation": {
                                                "properties": {
                                                    "region": {
                                                        "additionalProperties": False,
                                                        "properties": {
                                                            "startLine": PLACE,
                                                            "startColumn": PLACE,
                                                            "endLine": PLACE,
                                                            "endColumn": PLACE,
                                                        },
                                                    }
                                                }
                                            }
                                        }
                                    },
                                },
                            },
                        },
                    },
                },
            },
        },
    },
}  # fmt: skip


@pytest.fixture(autouse=True)
def cv() -> Path:
    path = Path("my cv.txt")
    path.write_text(CV, "utf-8")
    return path


def test_each_finding_has_file_line_and_column(run: Run) -> None:
    done = run("lint", "my cv.txt")
    assert done.exit_code == 0
    assert [line.split(": ")[0] for line in done.stdout.splitlines()] == [
        f"my cv.txt:{line}:{column}" for _, line, column in FOUND
    ]
    assert "3 findings in 1 file: 1 error, 2 warning" in done.stderr


def test_json_says_the_same(run: Run) -> None:
    rows = json.loads(run("lint", "-q", "-f", "json", "my cv.txt").stdout)
    assert [(r["code"], r["line"], r["column"]) for r in rows] == FOUND
    for row in rows:
        start, end = row["span"]
        assert (
            CV[start:end]
            == CV.splitlines()[row["line"] - 1][row["column"] - 1 : row["end_column"] - 1]
        )


def test_github_reads_it_as_annotations(run: Run) -> None:
    lines = run("lint", "-q", "-f", "github", "my cv.txt").stdout.splitlines()
    assert lines[2].startswith("::error file=my cv.txt,line=6,endLine=6,col=64,endColumn=")
    assert all(line.count("::") == 2 for line in lines)


def test_sarif_is_valid_and_points_at_rules_and_places(run: Run) -> None:
    log = json.loads(run("lint", "-q", "-f", "sarif", "my cv.txt").stdout)
    Draft202012Validator(SARIF).validate(log)
    (result,) = (r for r in log["runs"][0]["results"] if r["ruleId"] == "CV017")
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(CODES)
    assert rules[result["ruleIndex"]]["id"] == "CV017"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "my%20cv.txt"
    assert (place["region"]["startLine"], place["region"]["startColumn"]) == (6, 64)


def test_rules_are_chosen_by_code_name_or_beginning(run: Run) -> None:
    def codes(*options: str) -> list[str]:
        rows = json.loads(run("lint", "-q", "-f", "json", *options, "my cv.txt").stdout)
        return [row["code"] for row in rows]

    assert codes("--select", "cv002,personal-data") == ["CV022", "CV002"]
    assert codes("--select", "CV00") == ["CV002"]
    assert codes("--ignore", "malformed-doi, CV022") == ["CV002"]


def test_strict_is_a_gate_for_warnings(run: Run) -> None:
    assert run("lint", "--strict", "my cv.txt").exit_code == 3
    assert run("lint", "--strict", "--select", "CV001", "my cv.txt").exit_code == 0


def test_the_folder_has_its_settings(run: Run) -> None:
    Path("cvparse.toml").write_text(
        '[lint]\nignore = ["CV022", "letters-swapped"]\nstrict = true\n'
    )
    done = run("lint", "my cv.txt")
    assert (done.exit_code, done.stdout.count("\n")) == (3, 1)
    assert run("lint", "--no-strict", "--ignore", "CV0", "my cv.txt").stdout == ""
    assert run("parse", "my cv.txt").exit_code == 0
    Path("cvparse.toml").write_text("[lint]\nsometimes = true\n")
    assert run("lint", "my cv.txt").exit_code == 2


def test_our_json_is_looked_at_where_the_value_stands(run: Run) -> None:
    Path("cv.json").write_text(run("parse", "my cv.txt").stdout)
    rows = json.loads(run("lint", "-q", "-f", "json", "cv.json").stdout)
    assert {row["code"] for row in rows} == {"CV002"}
    assert "CV002" in Path("cv.json").read_text().splitlines()[rows[0]["line"]]


def test_the_day_is_an_option(run: Run) -> None:
    talk = "Publications\n\nWind over water\nAda Roe, Ben Poe\nJournal of Kites, 2031.\n"
    assert "CV021" in run("lint", "--as-of", "2030-12-31", "-", stdin=talk).stdout
    assert "CV021" not in run("lint", "--as-of", "2031-01-01", "-", stdin=talk).stdout


def test_one_bad_file_stops_no_other(run: Run) -> None:
    done = run("lint", "nowhere.txt", "my cv.txt")
    assert (done.exit_code, done.stdout.count("\n")) == (1, 3)
    assert "nowhere.txt" in done.stderr


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["lint"], 2),
        (["lint", "-f", "xml", "my cv.txt"], 2),
        (["lint", "--select", "CV9", "my cv.txt"], 2),
        (["lint", "--as-of", "soon", "my cv.txt"], 2),
        (["lint", "nowhere.txt"], 4),
        (["lint", "--explain", "CV999"], 2),
    ],
)
def test_what_is_wrong_is_said(run: Run, args: list[str], code: int) -> None:
    done = run(*args)
    assert done.exit_code == code
    assert "hint: " in done.stderr
    assert "Traceback" not in done.stderr


def test_pages_and_the_table_are_printed(run: Run) -> None:
    assert run("lint", "--explain", "CV014").stdout.startswith("# CV014 degree-without-institution")
    assert run("lint", "--explain", "gap").stdout.startswith("# CV008 gap")
    assert len(run("lint", "--rules").stdout.splitlines()) == len(CODES)
