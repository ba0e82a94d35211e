"""The command line: every verb, every exit code, and whose files it may touch."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from cvparse import __version__, pipeline
from cvparse.cli import app, parsing, validating
from cvparse.cv import CV
from cvparse.errors import LexiconError

PROFILE = """Ada Beispiel
ada@example.org

Education

Ph.D., Physics, Example University, 2015 - 2019

Publications

A Study of Examples
Ada Beispiel, Max Muster
Journal of Examples, 2020
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with one CV."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("CVPARSE_")]:
        monkeypatch.delenv(name)
    Path("cv.txt").write_text(PROFILE, "utf-8")
    return tmp_path


def run(*args: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(app, args, input=stdin, prog_name="cvparse")


def names(folder: str = ".") -> list[str]:
    """What stands in a folder, hidden files included."""
    return sorted(path.name for path in Path(folder).iterdir())


# --- parse: one file ------------------------------------------------------------------------------


@pytest.mark.parametrize("args", [("cv.txt",), ("parse", "cv.txt"), ("-q", "cv.txt")])
def test_one_file_goes_to_stdout(args: tuple[str, ...]) -> None:
    done = run(*args)
    assert (done.exit_code, done.stderr) == (0, "")
    assert json.loads(done.stdout)["source"]["name"] == "cv.txt"
    assert names() == ["cv.txt"]


def test_stdin() -> None:
    done = run("-", stdin=PROFILE)
    assert done.exit_code == 0
    assert json.loads(done.stdout)["source"]["name"] == "<stdin>"


def test_twice_is_the_same() -> None:
    assert run("cv.txt").stdout_bytes == run("cv.txt").stdout_bytes


def test_a_file_as_target() -> None:
    assert run("cv.txt", "-o", "out.json").exit_code == 0
    assert CV.model_validate_json(Path("out.json").read_bytes()).tool.name == "cvparse"
    assert names() == ["cv.txt", "out.json"]


@pytest.mark.parametrize("target", ["new/", "old"])
def test_a_folder_as_target(target: str) -> None:
    Path("old").mkdir()
    assert run("cv.txt", "-o", target).exit_code == 0
    assert names(target) == ["cv.json"]


def test_several_formats() -> None:
    done = run("cv.txt", "-f", "json, plain,lines,json", "-o", "out")
    assert (done.exit_code, done.stdout) == (0, "")
    assert names("out") == ["cv.json", "cv.lines.txt", "cv.plain.json"]


def test_verbose_says_what_was_found() -> None:
    done = run("cv.txt", "-v")
    assert done.stderr.startswith("cv.txt: 1 education, 1 publications")
    assert run("cv.txt", "-v", "-q").stderr == ""


# --- parse: several files -------------------------------------------------------------------------


def test_several_files_go_to_a_folder() -> None:
    Path("two.md").write_text(PROFILE, "utf-8")
    assert run("cv.txt", "two.md", "-", "-o", "out", stdin=PROFILE).exit_code == 0
    assert names("out") == ["cv.json", "stdin.json", "two.json"]


def test_one_bad_file_stops_no_other() -> None:
    Path("bad.txt").write_bytes(b"%PDF-1.7")
    done = run("bad.txt", "nobody.txt", "cv.txt", "-o", "out")
    assert done.exit_code == 1
    assert "bad.txt: a PDF document, expected text\n  hint: " in done.stderr
    assert "nobody.txt: no such file\n  hint: " in done.stderr
    assert names("out") == ["cv.json"]


def test_unless_told_to_stop() -> None:
    assert run("nobody.txt", "cv.txt", "-o", "out", "--fail-fast").exit_code == 1
    assert names() == ["cv.txt"]


def test_a_bug_stops_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def parse_file(name: str) -> CV:
        if name == "odd.txt":
            raise IndexError("out of range")
        return pipeline.parse_file(name)

    monkeypatch.setattr(parsing, "parse_file", parse_file)
    done = run("odd.txt", "cv.txt", "-o", "out")
    assert done.exit_code == 1
    assert "odd.txt: a bug in cvparse: IndexError: out of range" in done.stderr
    assert names("out") == ["cv.json"]


def test_files_of_one_name_do_not_overwrite_each_other() -> None:
    Path("more").mkdir()
    Path("more/cv.txt").write_text(PROFILE, "utf-8")
    done = run("cv.txt", "more/cv.txt", "-o", "out", "--overwrite")
    assert done.exit_code == 1
    assert "already written from cv.txt, not from more/cv.txt" in done.stderr


# --- parse: whose files are whose -----------------------------------------------------------------


def test_nobodys_file_is_overwritten_unasked() -> None:
    Path("cv.json").write_text('{"mine": true}', "utf-8")
    done = run("cv.txt", "-o", "cv.json")
    assert done.exit_code == 2
    assert "cv.json: exists, and cvparse did not write it" in done.stderr
    assert Path("cv.json").read_text("utf-8") == '{"mine": true}'
    assert run("cv.txt", "-o", "cv.json", "--overwrite").exit_code == 0
    assert run("cv.txt", "-o", "cv.json").exit_code == 0, "its own file it may replace"


def test_the_input_is_never_overwritten() -> None:
    done = run("cv.txt", "-o", "cv.txt", "--overwrite")
    assert done.exit_code == 2
    assert "would overwrite the input" in done.stderr
    assert Path("cv.txt").read_text("utf-8") == PROFILE


def test_nothing_is_half_written(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("cv.txt", "-o", "out.json").exit_code == 0
    before = Path("out.json").read_bytes()

    def replace(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device", str(self), None, str(target))

    monkeypatch.setattr(Path, "replace", replace)
    done = run("cv.txt", "-o", "out.json")
    assert done.exit_code == 2
    assert "out.json: cannot be written: No space left on device" in done.stderr
    assert Path("out.json").read_bytes() == before
    assert names() == ["cv.txt", "out.json"]


def test_a_device_is_written_to_and_not_replaced() -> None:
    assert run("cv.txt", "-o", os.devnull).exit_code == 0
    assert not Path(os.devnull).is_file()


def test_the_folder_of_a_target_may_be_in_the_way() -> None:
    assert run("cv.txt", "-o", "cv.txt/out.json").exit_code == 2
    Path("dir.json/cv.json").mkdir(parents=True)
    assert run("cv.txt", "-o", "dir.json").exit_code == 2


# --- exit codes -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ((), "Usage"),
        (("parse",), "Missing argument"),
        (("cv.txt", "--nonsense"), "No such option"),
        (("cv.txt", "-f", "docx"), "'docx' is no format"),
        (("cv.txt", "-f", ","), "no format"),
        (("cv.txt", "cv.txt"), "several files cannot go to stdout"),
        (("cv.txt", "-f", "json,plain"), "several formats cannot go to stdout"),
        (("cv.txt", "x", "-o", "cv.txt"), "need a folder"),
        (("explain", "cv.txt", "--at", "/nowhere/3"), "/nowhere: nothing is here"),
    ],
)
def test_wrong_usage_is_2(args: tuple[str, ...], said: str) -> None:
    done = run(*args)
    assert done.exit_code == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert names() == ["cv.txt"]


def test_a_gate_that_is_not_met_is_3() -> None:
    Path("odd.txt").write_text(PROFILE + "\nEducation\n\n%%%% 77 zzz qqq\n", "utf-8")
    done = run("cv.txt", "--strict")
    assert (done.exit_code, done.stderr) == (0, "")
    gaps = json.loads(run("odd.txt").stdout)["coverage"]["unclaimed"]
    assert run("odd.txt", "--strict").exit_code == (3 if gaps else 0)


def test_strict_says_where_the_gaps_are(monkeypatch: pytest.MonkeyPatch) -> None:
    def parse_file(name: str) -> CV:
        cv = pipeline.parse_file(name)
        gaps = tuple((n, n + 3) for n in range(0, 60, 10))
        return cv.model_copy(update={"coverage": cv.coverage.model_copy(update={"unclaimed": gaps})})

    monkeypatch.setattr(parsing, "parse_file", parse_file)
    done = run("cv.txt", "--strict")
    assert done.exit_code == 3
    assert done.stderr.splitlines()[0] == "cv.txt:1:1: unclaimed text: Ada"
    assert done.stderr.splitlines()[-1] == "cv.txt: 1 more unclaimed stretches (-v shows them)"
    assert json.loads(done.stdout), "the record is written all the same"
    assert run("cv.txt").exit_code == 0


@pytest.mark.parametrize("verb", ["parse", "explain", "validate"])
def test_input_that_cannot_be_read_is_4(verb: str) -> None:
    done = run(verb, "nobody.txt")
    assert (done.exit_code, done.stdout) == (4, "")
    assert done.stderr.startswith("nobody.txt: no such file\n  hint: ")


def test_a_broken_installation_is_5(monkeypatch: pytest.MonkeyPatch) -> None:
    def parse_file(_: str) -> CV:
        raise LexiconError("lexicon/degrees.toml: broken", "mend the file")

    monkeypatch.setattr(parsing, "parse_file", parse_file)
    assert run("cv.txt", "cv.txt", "-o", "out").exit_code == 5


def test_interrupted_is_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def parse_file(_: str) -> CV:
        raise KeyboardInterrupt

    monkeypatch.setattr(parsing, "parse_file", parse_file)
    done = run("cv.txt", "cv.txt", "-o", "out")
    assert (done.exit_code, done.stderr) == (130, "interrupted\n")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a named pipe")
def test_a_signal_interrupts(folder: Path) -> None:
    pipe = folder / "pipe.txt"
    os.mkfifo(pipe)
    process = subprocess.Popen(
        [sys.executable, "-m", "cvparse", str(pipe)], stderr=subprocess.PIPE, text=True
    )
    with pipe.open("wb"):  # opens once the program waits for text
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (130, "interrupted\n")


@pytest.mark.skipif(os.name == "nt", reason="needs a shell")
def test_a_broken_pipe_is_quiet() -> None:
    command = f"{sys.executable} -m cvparse cv.txt | true"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, timeout=60)  # noqa: S602
    assert done.stderr == ""


# --- validate -------------------------------------------------------------------------------------


def test_valid() -> None:
    run("cv.txt", "-o", "cv.json")
    done = run("validate", "cv.json")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")


def test_problems_come_with_file_line_column_and_pointer() -> None:
    data = json.loads(run("cv.txt").stdout)
    data["publications"][0]["title"] = 3
    text = json.dumps(data, indent=1)
    Path("cv.json").write_text(text, "utf-8")
    line = text[: text.index('"title": 3')].count("\n") + 1
    done = run("validate", "cv.json")
    assert done.exit_code == 4
    assert done.stderr.startswith(f"cv.json:{line}:14: /publications/0/title: 3 is not ")


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
def test_bad_json_is_4(text: str, said: str) -> None:
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


# --- explain, schema, doctor ----------------------------------------------------------------------


def test_explain_shows_lines() -> None:
    done = run("explain", "cv.txt")
    assert done.exit_code == 0
    assert "header - | Ada Beispiel\n" in done.stdout
    assert "education | Education\n" in done.stdout


def test_explain_shows_where_a_value_came_from() -> None:
    done = run("explain", "cv.txt", "--at", "/publications/0/title")
    told = done.stdout.splitlines()
    assert told[0] == "/publications/0/title = 'A Study of Examples'"
    assert told[1].startswith("cv.txt:10:1: read by rule ")
    assert told[2:4] == ["    10 | A Study of Examples", "       | ^^^^^^^^^^^^^^^^^^^"]


def test_explain_shows_a_whole_record() -> None:
    done = run("explain", "-", "--at", "publications/0", stdin=PROFILE)
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
def test_explain_says_what_there_is(pointer: str, hint: str) -> None:
    done = run("explain", "cv.txt", "--at", pointer)
    assert done.exit_code == 2
    assert hint in done.stderr


def test_schema() -> None:
    assert json.loads(run("schema").stdout)["title"] == "cvparse CV"


def test_doctor_writes_a_table() -> None:
    done = run("doctor")
    assert done.exit_code in (0, 5)
    lines = [line.split()[:2] for line in done.stdout.splitlines()]
    assert ["ok", "spacy"] in lines
    assert ["ok", "a"] in lines, done.stdout
    assert done.exit_code == (5 if ["trouble"] in [line[:1] for line in lines] else 0)


def test_doctor_finds_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cvparse.cli.examining._NEEDED", ("spacy", "cvparse-nobody"))
    done = run("doctor")
    assert done.exit_code == 5
    assert "trouble  cvparse-nobody" in done.stdout
    assert 'hint: pip install "cvparse-nobody"' in done.stderr


def test_version() -> None:
    assert run("--version").stdout == f"cvparse {__version__}\n"


# --- settings -------------------------------------------------------------------------------------


def test_later_settings_win(monkeypatch: pytest.MonkeyPatch) -> None:
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
def test_settings_that_make_no_sense(text: str, said: str) -> None:
    Path("cvparse.toml").write_text(text, "utf-8")
    done = run("cv.txt")
    assert done.exit_code == 2
    assert said in done.stderr
    assert run("schema").exit_code == 0, "only parse reads settings"


# --- start-up -------------------------------------------------------------------------------------


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_loads_nothing_heavy(option: str) -> None:
    heavy = ["spacy", "pydantic", "rich", "jsonschema", "dateparser", "cvparse.cv"]
    code = (
        "import sys\nfrom cvparse.cli import main\n"
        f"try:\n    main([{option!r}])\n"
        f"finally:\n    print([m for m in {heavy} if m in sys.modules], file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stderr == "[]\n"
