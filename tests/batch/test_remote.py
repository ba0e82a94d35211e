"""Storage elsewhere: `file://` by fsspec, `s3://` over HTTP from a server; read, and written to."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from storage import Server, serving

from cvparse.batch import Task, find, remote
from cvparse.batch.fingerprint import examined
from cvparse.batch.parsing import parse
from cvparse.cli.batching import Wish, run
from cvparse.errors import MissingExtraError, ReadError

NAMES = ("Ada.txt", "team/Ben.txt", "team/Cleo.md", "team/.hidden.txt", "team/photo.png")


def page(name: str) -> bytes:
    return f"{name} Roe\n\nLanguages\nGerman, Latin\n".encode()


@pytest.fixture
def s3(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    with serving() as server:
        monkeypatch.setenv("AWS_ENDPOINT_URL", server.url)
        monkeypatch.setenv("AWS_ALLOW_HTTP", "true")
        monkeypatch.setenv("AWS_ACCESS_KEY_ID", "key")
        monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
        monkeypatch.setenv("AWS_REGION", "us-east-1")
        for name in NAMES:
            server.objects[f"study/cvs/{name}"] = page(name)
        yield server


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in NAMES:
        path = tmp_path / "cvs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(page(name))
    return tmp_path / "cvs"


def batch(cvs: str, out: str, cache: Path, *more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "cvparse", "batch", cvs, "-o", out, "-j", "1", "--quiet", *more],
        env=os.environ | {"XDG_CACHE_HOME": str(cache)},
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )


def test_a_bucket_is_read_and_written_like_a_folder(
    s3: Server, folder: Path, tmp_path: Path
) -> None:
    options = ("--to", "jsonl", "--tables", "csv")
    done = batch("s3://study/cvs", "s3://study/out", tmp_path / "cache", *options)
    assert (done.returncode, done.stderr) == (0, "")
    wish = Wish(output=str(tmp_path / "out"), jobs=1, quiet=True, to="jsonl", tables="csv")
    assert run([str(folder)], wish) == 0
    for name in ("cvs.jsonl", "tables/languages.csv", "tables/person.csv"):
        assert s3.objects[f"study/out/{name}"] == (tmp_path / "out" / name).read_bytes()
    assert len(s3.objects["study/out/manifest.jsonl"].splitlines()) == 3
    assert not [name for name in s3.objects if ".cvparse" in name]
    assert not list((tmp_path / "cache" / "cvparse" / "batches").iterdir())
    again = batch("s3://study/cvs", "s3://study/out", tmp_path / "cache", *options)
    assert again.returncode == 2
    assert "holds an earlier batch" in again.stderr


def test_a_file_system_of_fsspec(folder: Path, tmp_path: Path) -> None:
    found = find([f"file://{folder}"])
    assert [document.name for document in found] == ["Ada.txt", "team/Ben.txt", "team/Cleo.md"]
    parsed = parse(Task(0, "Ada.txt", found[0].path, examined(found[0].path, 1000)))
    assert json.loads(parsed.data)["source"]["name"] == "Ada.txt"
    remote.send(folder, f"file://{tmp_path}/out", "Ada.txt")
    sent = {
        path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.*")
    }
    assert sent == set(NAMES)


def test_names_are_those_below_what_is_given(s3: Server) -> None:
    assert [d.name for d in find(["s3://study/cvs"])] == ["Ada.txt", "team/Ben.txt", "team/Cleo.md"]
    assert [d.path for d in find(["s3://study/cvs/team/*.txt"])] == ["s3://study/cvs/team/Ben.txt"]
    assert [d.name for d in find(["s3://study/cvs/team/photo.png"])] == ["photo.png"]


def test_a_file_is_known_by_its_bytes(s3: Server, folder: Path) -> None:
    far, near = "s3://study/cvs/Ada.txt", str(folder / "Ada.txt")
    assert examined(far, 1000) == examined(near, 1000)


def test_what_is_not_there(s3: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ReadError, match="s3://study/nothing: no such file or folder"):
        find(["s3://study/nothing"])
    with pytest.raises(ReadError, match="no storage that fsspec knows"):
        find(["gopher://study/cvs"])
    remote._fsspec.cache_clear()
    monkeypatch.setitem(sys.modules, "fsspec", None)
    with pytest.raises(MissingExtraError) as caught:
        find(["s3://study/cvs"])
    assert caught.value.hint == 'pip install "cvparse[dask]"'
