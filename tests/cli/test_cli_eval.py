"""`cvparse eval`: gold in, tables, gates and baselines out."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

Run = Callable[..., Result]
ROE: dict[str, Any] = {
    "person": {"name": "Ada Roe"},
    "awards": [{"title": "Alpha Prize for Physics", "date": "2019"}],
}
POE: dict[str, Any] = {"awards": [{"title": "Beta Medal of Merit", "date": "2020"}]}


def write(name: str, data: object) -> None:
    Path(name).parent.mkdir(exist_ok=True)
    Path(name).write_text(data if isinstance(data, str) else json.dumps(data), "utf-8")


@pytest.fixture(autouse=True)
def folders(profile: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Gold of two CVs, and what was read of them: a date of the second is wrong."""
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    write("gold/roe.gold.json", ROE)
    write("gold/poe.gold.json", POE)
    write("read/roe.json", ROE)
    write("read/poe.plain.json", {"awards": [{"title": "Beta Medal of Merit", "date": "2021"}]})


def figures(run: Run, *args: str) -> Any:
    return json.loads(run("eval", *args, "--json", "-").stdout)


def test_the_table(run: Run) -> None:
    done = run("eval", "gold", "read")
    assert (done.exit_code, done.stderr) == (0, "")
    rows = {
        line.split("  ")[0]: line.split() for line in done.stdout.splitlines() if line[0] != " "
    }
    assert rows["fields, mean over CVs"][4:] == ["0.750", "0.500–1.000", "0.750", "0.750"]
    assert "  date                  0.500  0.500      0.500    0.000–1.000" in done.stdout


def test_twice_the_same(run: Run) -> None:
    one, other = (run("eval", "gold", "read", "--json", "-").stdout_bytes for _ in range(2))
    assert one == other


def test_figures_as_json(run: Run) -> None:
    said = figures(run, "gold", "read")
    assert said["field_f1"]["folded"] == {"f1": 0.75, "interval": [0.5, 1.0]}
    assert said["fields"]["awards.date"]["strict"]["f1"] == 0.5
    assert said["by_cv"]["poe"]["soft"] == {"field_f1": 0.5, "record_f1": 1.0}
    (error,) = said["errors"]
    assert (error["cv"], error["gold_path"], error["verdict"]) == ("poe", "/awards/0/date", "wrong")
    assert (error["gold"], error["read"]) == ("2020", "2021")


def test_texts_are_parsed_and_rules_judged(run: Run) -> None:
    """Without PRED the text beside the gold is read, with it that one; provenance names places."""
    gold = {"publications": [{"title": "A Study of Examples", "date": "2021"}]}
    write("one/cv.gold.json", gold)
    write("one/cv.txt", Path("cv.txt").read_text("utf-8"))
    for args in (["one"], ["one/cv.gold.json", "cv.txt"], ["one", "."]):
        said = figures(run, *args)
        (error,) = [e for e in said["errors"] if e["gold"]]
        assert (error["gold"], error["read"], len(error["span"])) == ("2021", "2020", 2)
        assert said["rules"][error["rules"][0]]["wrong"] == 1
    shown = run("eval", "one", "--by-rule", "--by-cv", "--errors", "9").stdout
    assert "rule, most wrong first" in shown
    assert 'wrong: cv /publications/0/date publications.date: gold "2021", read "2020"' in shown


def test_without_provenance_nothing_is_said_of_rules(run: Run) -> None:
    done = run("eval", "gold", "read", "--by-rule")
    assert "rule" not in done.stdout
    assert "no provenance" in done.stderr


def test_what_was_not_read_counts_as_empty(run: Run) -> None:
    Path("read/poe.plain.json").unlink()
    done = run("eval", "gold", "read", "--by-cv")
    assert done.exit_code == 1
    assert "poe: nothing was read of it" in done.stderr
    assert "poe                0.000   0.000" in done.stdout


def test_gains_and_losses(run: Run) -> None:
    assert run("eval", "gold", "read", "--save-baseline", "base.json").exit_code == 0
    write("read/poe.plain.json", POE)
    write("read/roe.json", {"awards": ROE["awards"]})
    done = run("eval", "gold", "read", "--baseline", "base.json")
    assert done.exit_code == 0
    said = done.stdout.split("\n\n")[-1].splitlines()
    assert said[0] == "1 gain"
    assert said[1] == (
        '  + right: poe /awards/0/date awards.date: gold "2020", before "2021", now "2020"'
    )
    assert said[2:4] == [
        "1 loss",
        '  - wrong: roe /person/name person.name: gold "Ada Roe", before "Ada Roe", now –',
    ]
    assert said[4].startswith("fields, mean over CVs: 0.7500 → 0.9000 (+0.1500, 95 % interval")
    changes = figures(run, "gold", "read", "--baseline", "base.json")["changes"]
    assert [one["path"] for one in changes["gains"]] == ["/awards/0/date"]


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["--fail-under", "0.75"], 0),
        (["--fail-under", "0.76"], 3),
        (["--fail-under", "1.5"], 2),
        (["--level", "loose"], 2),
        (["-f", "html"], 2),
        (["--baseline", "none.json"], 4),
        (["--baseline", "gold/roe.gold.json"], 4),
        (["--json", "gold/roe.gold.json"], 2),
    ],
)
def test_gates_and_wrong_usage(run: Run, args: list[str], code: int) -> None:
    assert run("eval", "gold", "read", *args).exit_code == code


@pytest.mark.parametrize(
    ("settings", "code", "said"),
    [
        ('[eval.floors]\nawards = 1\n"awards.title" = 1.0\n', 0, ""),
        ('[eval.floors]\n"awards.date" = 0.6\n', 3, "awards.date: F1 0.5000, floor 0.6 (folded)"),
        ("[eval.floors]\ntalks = 0.6\n", 3, "talks: F1 nothing in gold to measure it by"),
        (
            "[eval]\nfail_under = 0.8\nlevel = 'strict'\n",
            3,
            "field_f1: F1 0.7500, floor 0.8 (strict)",
        ),
        ("[eval.floors]\nawords = 1\n", 2, "'awords' is no figure"),
        ("[eval.floors]\nawards = 95\n", 2, "expected a number from 0 to 1"),
        ("[eval]\nfloor = 1\n", 2, "'floor' is no setting of [eval]"),
        ("[eval]\nfloors = 3\n", 2, "are tables"),
        ("[eval\n", 2, "cannot be read as TOML"),
    ],
)
@pytest.mark.parametrize("folder", ["gold", "."])
def test_floors(run: Run, folder: str, settings: str, code: int, said: str) -> None:
    write(f"{folder}/cvparse.toml", settings)
    done = run("eval", "gold", "read")
    assert done.exit_code == code
    assert said in done.stderr


def test_floors_are_no_trouble_to_parse(run: Run) -> None:
    write("./cvparse.toml", "[eval.floors]\nawards = 1\n")
    assert run("parse", "cv.txt").exit_code == 0


def test_on_github(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    shown = run("eval", "gold", "read", "-f", "github", "--fail-under", "0.9").stdout
    assert "| &emsp;date | 0.500 | 0.500 | 0.500 |" in shown
    summary = Path("summary.md").read_text("utf-8")
    assert summary.startswith(shown)
    assert "- not met: field_f1: F1 0.7500, floor 0.9" in summary


@pytest.mark.parametrize(
    ("path", "data", "said"),
    [
        ("gold/roe.gold.json", "{", "gold/roe.gold.json:1:2: no JSON"),
        ("gold/roe.gold.json", [], "gold/roe.gold.json: expected an object"),
        ("gold/roe.gold.json", {"awards": {}}, ""),
        ("gold/roe.gold.json", {"awards": {"a": 1}}, "'awards' should be a list"),
        ("gold/roe.gold.json", {"awards": [3]}, "/awards/0: expected an object"),
        ("gold/roe.gold.json", {"person": [1]}, "'person' should be an object"),
        ("gold/roe.gold.json", {"_partial": [1]}, "name keys"),
        ("gold/roe.gold.json", '{"awards": NaN}', "NaN is no number of JSON"),
    ],
)
def test_broken_gold(run: Run, path: str, data: object, said: str) -> None:
    write(path, data)
    done = run("eval", "gold", "read")
    assert done.exit_code == (4 if said else 0)
    assert said in done.stderr


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (["nowhere"], 4, "nowhere: no such file or folder"),
        (["read"], 4, "read: no gold here"),
        (["gold", "nowhere"], 4, "nowhere: no such file or folder"),
        (["gold", "cv.txt"], 2, "cv.txt: one file"),
        (["gold"], 4, "gold: nothing to hold against the gold"),
    ],
)
def test_nothing_to_compare(run: Run, args: list[str], code: int, said: str) -> None:
    done = run("eval", *args)
    assert done.exit_code == code
    assert said in done.stderr


def test_gold_is_checked(run: Run) -> None:
    gold = '{\n  "publications": [\n    {"title": "A Study of Samples", "year": 2020}\n  ]\n}\n'
    write("one/cv.gold.json", gold)
    write("one/cv.txt", Path("cv.txt").read_text("utf-8"))
    done = run("eval", "one", "--check-gold")
    assert done.exit_code == 3
    assert done.stdout.splitlines() == [
        "one/cv.gold.json:3:15: /publications/0/title: not in the text: 'A Study of Samples'",
        "one/cv.gold.json:3:45: /publications/0/year: no field of publications",
    ]
    assert done.stderr == "1 gold file: 2 odd\n"


def test_gold_without_a_text_is_checked_too(run: Run) -> None:
    write("one/cv.gold.json", '{"awards": [{"title": "A", "title": "B"}]}')
    done = run("eval", "one", "--check-gold")
    assert (done.exit_code, done.stdout) == (
        3,
        "one/cv.gold.json:1:1: 'title' stands twice in one object\n",
    )
    assert "no text beside it" in done.stderr
    assert run("eval", "gold", "--check-gold").exit_code == 0
    write("one/cv.gold.json", "[")
    assert run("eval", "one", "--check-gold").exit_code == 4
