"""Bytes become text here, and nowhere else: encodings, line ends, and what is no text at all."""

from __future__ import annotations

import io
import os
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cvparse import readers
from cvparse.errors import ReadError

TEXT = "Zoë Beispiel\n\n– “Über Prüfungen”, 2019 – 5 000 €\n"
CYRILLIC = "Анна Примерова\nОбразование: Пример университет, 2010 год\n"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (TEXT.encode(), TEXT),
        (b"\xef\xbb\xbf" + TEXT.encode(), TEXT),
        (TEXT.encode("utf-16"), TEXT),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), TEXT),
        (TEXT.encode("utf-16-le"), TEXT),
        (TEXT.encode("utf-16-be"), TEXT),
        (CYRILLIC.encode("utf-16-le"), CYRILLIC),
        (CYRILLIC.encode("utf-16-be"), CYRILLIC),
        (TEXT.encode("utf-32"), TEXT),
        (b"\x00\x00\xfe\xff" + TEXT.encode("utf-32-be"), TEXT),
        (TEXT.encode("cp1252"), TEXT),
        ("Zoë, Besançon".encode("latin-1"), "Zoë, Besançon"),
        (b"", ""),
        (b"x", "x"),
    ],
)
def test_decodes(data: bytes, text: str) -> None:
    assert readers.text.decode(data) == text


def test_one_broken_byte_does_not_cost_all_the_others() -> None:
    data = TEXT.encode() * 3 + b"\xff end"
    assert readers.text.decode(data) == TEXT * 3 + "\ufffd end"


def test_a_nul_in_a_text_is_kept_and_read_as_a_space() -> None:
    text = "A text that some program wrote with one\x00NUL in it, and no more of them.\n"
    source = readers.text.source(readers.text.decode(text.encode()))
    assert source.text == text
    assert "one NUL" in source.folded


@pytest.mark.parametrize(
    ("data", "what", "hint"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF document", "FILE.pdf"),
        (b"PK\x03\x04....word/document.xml", "a Word document (.docx)", "plain text"),
        (b"PK\x03\x04....notes.txt", "a zip archive", "unpack"),
        (b"\x89PNG\r\n\x1a\n", "a PNG picture", "ocrmypdf"),
        (b"{\\rtf1\\ansi", "an RTF document", "plain text"),
        (b"\x00\x01\x02\x03" * 50, "binary data", "UTF-8"),
        (bytes(range(256)) * 4, "binary data", "UTF-8"),
        (b"\x81\x8d\x8f\x90" * 10, "neither UTF-8", "UTF-8"),
        (b"\xff\xfe" + b"\x00\xd8" * 100, "begins as UTF-16-LE", "UTF-8"),
    ],
)
def test_says_what_is_no_text(tmp_path: Path, data: bytes, what: str, hint: str) -> None:
    path = tmp_path / "cv.txt"
    path.write_bytes(data)
    with pytest.raises(ReadError, match=r"cv\.txt") as caught:
        readers.read(path)
    assert what in caught.value.message
    assert hint in caught.value.hint


def test_says_what_is_in_the_way(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"nobody\.txt: no such file"):
        readers.read(tmp_path / "nobody.txt")
    with pytest.raises(ReadError, match="a folder, expected a file"):
        readers.read(tmp_path)
    with pytest.raises(ReadError, match="cannot be opened"):
        readers.read("a\0b.txt")


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 0)() == 0, reason="root may read everything")
def test_says_when_reading_is_not_allowed(tmp_path: Path) -> None:
    path = tmp_path / "cv.txt"
    path.write_text("x", "utf-8")
    path.chmod(0)
    with pytest.raises(ReadError, match="permission denied"):
        readers.read(path)


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("cv.txt", "text/plain"),
        ("cv.md", "text/markdown"),
        ("CV.MD", "text/markdown"),
        ("cv", "text/plain"),
        ("cv.resume", "text/plain"),
    ],
)
def test_suffixes(tmp_path: Path, name: str, media_type: str) -> None:
    path = tmp_path / name
    path.write_text("Ada Beispiel\n", "utf-8")
    source = readers.read(str(path))
    assert (source.name, source.media_type, source.text) == (name, media_type, "Ada Beispiel\n")


def test_an_empty_file_is_an_empty_text(tmp_path: Path) -> None:
    path = tmp_path / "cv.txt"
    path.touch()
    assert readers.read(path).text == ""


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = io.TextIOWrapper(io.BytesIO("\ufeffZoë\r\n".encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    source = readers.read("-")
    assert (source.name, source.text) == ("<stdin>", "Zoë\n")


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("a\r\nb\rc\n", "a\nb\nc\n"),
        ("a\u2028b", "a\nb"),
        ("a\fb", "a\fb"),
        ("\ufeffa", "a"),
        ("Zoe\u0308", "Zoë"),
        ("\ud83d\ude00", "\U0001f600"),
        ("\ud83d alone", "\ufffd alone"),
    ],
)
def test_what_is_done_to_a_text(raw: str, text: str) -> None:
    assert readers.text.source(raw).text == text


def test_composing_takes_no_time_even_for_towers_of_accents() -> None:
    tower = "a" + "\u0301\u0327" * 50_000
    assert len(readers.text.source(tower).text) <= len(tower)


@given(st.text(st.characters()) | st.text("\ud800\udfff\x00\r\n\ufeffa\u0301"))
def test_no_text_is_too_strange(text: str) -> None:
    source = readers.text.source(text)
    assert "\r" not in source.text
    assert len(source.folded) == len(source.text)
    assert readers.text.source(source.text).text == source.text.removeprefix("\ufeff")


@given(st.text())
def test_composed_like_unicode_says(text: str) -> None:
    expected = unicodedata.normalize("NFC", text.removeprefix("\ufeff"))
    expected = expected.replace("\r\n", "\n").replace("\r", "\n")
    expected = expected.replace("\u2028", "\n").replace("\u2029", "\n")
    assert readers.text.source(text).text == expected


@given(st.binary())
def test_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        said = readers.text.decode(data, "cv.txt")
    except ReadError as error:
        said = f"{error.message}\n{error.hint}"
        refused = said.startswith("cv.txt: ") and bool(error.hint)
    else:
        refused = False
    assert refused or len(said) <= len(data)
