"""The pytest plugin, in runs of its own."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pandas as pd  # type: ignore[import-untyped]  # noqa: F401 (or each run below would load it anew)
import pytest

import cvparse.testing.figures  # noqa: F401 (as above)
from cvparse import parse

pytest_plugins = "pytester"

ROOT = Path(__file__).resolve().parents[2]
ROE = (
    "Ada Roe\n\nEducation\n\nPhD, Physics, Oakford University, 2015\n\nAwards\n\n2018 Kite Prize\n"
)
GOLD = {
    "person": {"name": "Ada Roe"},
    "education": [
        {
            "institution": "Oakford University",
            "degree": "PhD",
            "field": "Physics",
            "end_date": "2015",
        }
    ],
    "awards": [{"title": "Kite Prize", "date": "2018"}],
}
HEAVY = "{'spacy', 'pydantic', 'numpy', 'pandas', 'cvparse.evaluate', 'cvparse.testing.collecting'}"


@pytest.fixture(scope="module", autouse=True)
def warm() -> None:
    """What the parser loads on first use stays loaded: a run within this one forgets what it loads."""
    parse(ROE)


@pytest.fixture
def user(pytester: pytest.Pytester) -> pytest.Pytester:
    """A user's folder: two CVs with their gold, and floors."""
    pytester.makeini("[pytest]\ncvparse_gold = gold\n")
    for name in ("roe", "poe"):
        write(pytester, f"gold/{name}.txt", ROE)
        write(pytester, f"gold/{name}.gold.json", json.dumps(GOLD))
    write(pytester, "cvparse.toml", "[eval]\nfail_under = 0.9\n[eval.floors]\nawards = 0.95\n")
    return pytester


def write(pytester: pytest.Pytester, name: str, text: str) -> None:
    path = pytester.path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")


def run(pytester: pytest.Pytester, *args: str) -> pytest.RunResult:
    """A run as the user's: the entry point has the name of the module, so that `-p` is harmless."""
    return pytester.runpytest_inprocess("-p", "cvparse.testing", "-p", "no:cacheprovider", *args)


def regenerate(pytester: pytest.Pytester) -> None:
    run(pytester, "--force-regen").assert_outcomes(failed=2, passed=2)


def test_gold_becomes_cases_that_keep_their_figures(user: pytest.Pytester) -> None:
    regenerate(user)
    result = run(user, "-v")
    result.assert_outcomes(passed=4)
    result.stdout.fnmatch_lines_random(
        [
            "gold/poe.gold.json::test_figures PASSED*",
            "gold/roe.gold.json::test_figures PASSED*",
            "cvparse.toml::gold::field_f1 PASSED*",
            "cvparse.toml::gold::awards PASSED*",
        ]
    )
    table = (user.path / "gold" / "roe.gold" / "test_figures.csv").read_text("utf-8")
    assert "awards.title,1" in table


def test_without_a_table_the_first_run_fails_and_writes_it(user: pytest.Pytester) -> None:
    run(user).assert_outcomes(failed=2, passed=2)
    run(user).assert_outcomes(passed=4)


def test_a_loss_names_the_field_and_the_error(user: pytest.Pytester) -> None:
    regenerate(user)
    write(user, "gold/roe.txt", ROE.replace("2018 Kite Prize", "2019 Kite Prize"))
    result = run(user)
    result.assert_outcomes(failed=1, passed=3)
    result.stdout.fnmatch_lines(["awards.date *0.0*1*", "all fields *"])
    result.stdout.fnmatch_lines(["*roe*awards/0/date*2018*2019*"])


def test_a_floor_that_is_not_met_fails_and_says_why(user: pytest.Pytester) -> None:
    regenerate(user)
    for name in ("roe", "poe"):
        write(user, f"gold/{name}.txt", ROE.replace("2018 Kite Prize", ""))
    result = run(user, "cvparse.toml")
    result.assert_outcomes(failed=2)
    result.stdout.fnmatch_lines(["*field_f1: F1 0.*, floor 0.9*", "*awards/0*"])


def test_force_regen_takes_what_is(user: pytest.Pytester) -> None:
    regenerate(user)
    write(user, "gold/roe.txt", ROE.replace("2018 Kite Prize", "2019 Kite Prize"))
    run(user, "--force-regen").assert_outcomes(failed=1, passed=3)
    run(user).assert_outcomes(passed=4)


def test_testpaths_elsewhere_and_other_names_do_not_hide_it(user: pytest.Pytester) -> None:
    regenerate(user)
    user.makeini("[pytest]\ncvparse_gold = gold\ntestpaths = tests\npython_functions = check_*\n")
    write(user, "tests/test_own.py", "def check_own():\n    pass\n")
    run(user).assert_outcomes(passed=5)
    run(user, "tests").assert_outcomes(passed=1)
    run(user, "gold/roe.gold.json::test_figures").assert_outcomes(passed=1)


def test_floors_beside_the_gold(user: pytest.Pytester) -> None:
    regenerate(user)
    (user.path / "cvparse.toml").rename(user.path / "gold" / "cvparse.toml")
    result = run(user, "-v")
    result.assert_outcomes(passed=4)
    result.stdout.fnmatch_lines(["gold/cvparse.toml::gold::field_f1 PASSED*"])


def test_floors_in_pyproject(user: pytest.Pytester) -> None:
    (user.path / "cvparse.toml").unlink()
    write(user, "pyproject.toml", "[tool.cvparse.eval.floors]\nawards = 0.5\n")
    result = run(user, "-v", "pyproject.toml")
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["pyproject.toml::gold::awards PASSED*"])


def test_a_text_that_is_missing(user: pytest.Pytester) -> None:
    regenerate(user)
    (user.path / "gold" / "poe.txt").unlink()
    result = run(user)
    result.assert_outcomes(failed=3, passed=1)
    result.stdout.fnmatch_lines(["*poe.gold.json: no text beside it*", "*looked for poe.txt*"])
    assert "Traceback" not in result.stdout.str()


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("cvparse.toml", "[eval.floors]\nawards = 2\n", "*awards = 2, expected a number*"),
        ("cvparse.toml", "[eval.floors]\nprizes = 0.9\n", "*'prizes' is no figure*"),
        ("pytest.ini", "[pytest]\ncvparse_gold = golden\n", "*golden: no such file or folder*"),
        ("pytest.ini", "[pytest]\ncvparse_gold = .\n", "*no gold here*"),
    ],
)
def test_what_makes_no_sense_is_told_in_a_line(
    user: pytest.Pytester, file: str, text: str, said: str
) -> None:
    (user.path / "tox.ini").unlink()
    write(user, "pytest.ini", "[pytest]\ncvparse_gold = gold\n")
    write(user, file, text)
    result = run(user)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines([f"ERROR: cvparse_gold: {said}"])
    assert "Traceback" not in result.stderr.str()


# --- it costs nothing elsewhere -----------------------------------------------------------------


def test_unrelated_runs_do_not_notice(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        f"import sys\n\ndef test_own(request):\n    assert not {HEAVY} & sys.modules.keys()\n"
        "    assert not request.config.pluginmanager.has_plugin('cvparse.gold')\n"
    )
    write(pytester, "gold/roe.gold.json", "no JSON at all")
    options = ("-p", "no:regressions", "-p", "no:hypothesispytest", "-p", "no:anyio")
    result = pytester.runpytest_subprocess("-p", "cvparse.testing", *options)
    result.assert_outcomes(passed=1)


def test_the_plugin_itself_is_light() -> None:
    code = f"import sys, cvparse.testing; sys.exit(bool({HEAVY} & sys.modules.keys()))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_entry_point_has_the_name_of_the_module() -> None:
    """So that `-p cvparse.testing` in a tree that is not installed means the same plugin."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["entry-points"]["pytest11"] == {"cvparse.testing": "cvparse.testing"}
