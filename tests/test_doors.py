"""What a file is, whatever its name says; and what is no file to read at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cvparse import readers
from cvparse.errors import ReadError
from cvparse.readers import opening

JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256))


@pytest.mark.parametrize(
    ("name", "data", "message", "hint"),
    [
        ("cv.pdf", JPEG, "a JPEG picture, expected a PDF document", "ocrmypdf"),
        ("cv.PDF", b"{\\rtf1 Zo\\'eb}", "an RTF document, expected a PDF document", "plain text"),
        ("cv.pdf", b"Ada Beispiel\n", "no PDF document, for all its name", "FILE.txt"),
        ("cv.pdf", b"", "empty, expected a PDF document", "whole"),
        ("cv.txt", b"%PDF-1.7\n", "a PDF document, expected text", "FILE.pdf"),
        ("cv", b"%PDF-1.7\n", "a PDF document, expected text", "FILE.pdf"),
    ],
)
def test_a_wrong_suffix_is_told(
    tmp_path: Path, name: str, data: bytes, message: str, hint: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ReadError) as caught:
        readers.read(path)
    assert caught.value.message == f"{path}: {message}"
    assert hint in caught.value.hint


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
@pytest.mark.parametrize("name", ["cv.txt", "cv.pdf", "cv"])
def test_a_pipe_is_not_waited_for(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    with pytest.raises(ReadError, match="a named pipe, expected a file"):
        readers.read(tmp_path / name)


@pytest.mark.parametrize("name", ["cv.txt", "cv.pdf", "cv.html"])
def test_a_file_that_is_too_large_is_not_opened(tmp_path: Path, name: str) -> None:
    with (tmp_path / name).open("wb") as file:
        file.truncate(opening.MOST)
    with pytest.raises(ReadError, match="50 MB, too large for a CV"):
        readers.read(tmp_path / name)


@pytest.mark.parametrize("name", ["cv.pdf", "cv.txt"])
def test_a_folder_is_no_file(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    with pytest.raises(ReadError, match="a folder, expected a file"):
        readers.read(tmp_path / name)
