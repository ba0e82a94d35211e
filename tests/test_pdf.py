"""PDFs: their text in reading order, and what is said of those that have none, or are broken."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

import typesetting
from cvparse import readers
from cvparse.errors import MissingExtraError, ReadError

pytest.importorskip("pypdfium2", reason='reads PDFs: pip install "cvparse[pdf]"')
pytest.importorskip("typst", reason="sets the PDFs: pip install typst")

CV = """Zoë Beispiel
zoe@example.org


Employment

Professor of Kites, Example University          2019-2023
Lecturer in Strings, Example College          2015-2019
"""


@pytest.fixture
def cv(tmp_path: Path) -> Path:
    return typesetting.save(tmp_path / "cv.pdf", CV)


def test_lines_gaps_air_and_feet_are_kept(cv: Path) -> None:
    source = readers.read(cv)
    assert (source.name, source.media_type) == ("cv.pdf", "application/pdf")
    assert source.text == (
        "Zoë Beispiel\nzoe@example.org\n\nEmployment\n\n"
        "Professor of Kites, Example University    2019-2023\n"
        "Lecturer in Strings, Example College    2015-2019\n\n"
        "Curriculum Vitae – page 1"
    )


def test_bytes_without_a_file_are_read_the_same(cv: Path) -> None:
    named = readers.source(readers.File("cv.pdf", cv.read_bytes()))
    assert (named.name, named.text) == ("cv.pdf", readers.read(cv).text)
    unnamed = readers.source(readers.File(readers.STDIN, cv.read_bytes()))
    assert (unnamed.name, unnamed.media_type) == ("<stdin>", "application/pdf")
    assert unnamed.text == named.text


def test_hints_can_be_pasted_into_a_shell() -> None:
    file = readers.File("a folder/my cv.pdf", b"")
    assert file.named() == "'a folder/my cv.pdf'"
    assert file.named(".ocr.pdf") == "'a folder/my cv.ocr.pdf'"
    assert readers.File(readers.STDIN, b"").named(".ocr.pdf") == "FILE.ocr.pdf"


def test_a_truncated_one_is_broken(cv: Path) -> None:
    cv.write_bytes(cv.read_bytes()[:400])
    with pytest.raises(ReadError, match=r"cv\.pdf: a broken PDF") as caught:
        readers.read(cv)
    assert "qpdf" in caught.value.hint


def test_garbage_after_the_first_line_is_broken(tmp_path: Path) -> None:
    path = tmp_path / "cv.pdf"
    path.write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 20)
    with pytest.raises(ReadError, match="a broken PDF"):
        readers.read(path)


def test_one_with_a_password_is_locked(cv: Path) -> None:
    pypdf = pytest.importorskip("pypdf", reason="locks a PDF: pip install pypdf")
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(cv.read_bytes()))
    writer.encrypt("kites", algorithm="RC4-128")
    writer.write(cv)
    with pytest.raises(ReadError, match="a PDF locked with a password") as caught:
        readers.read(cv)
    assert "--decrypt" in caught.value.hint


def test_one_without_text_is_a_scan(cv: Path) -> None:
    pypdf = pytest.importorskip("pypdf", reason="makes an empty page: pip install pypdf")
    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    writer.write(cv)
    with pytest.raises(ReadError, match="without a text layer") as caught:
        readers.read(cv)
    assert f"ocrmypdf {cv}" in caught.value.hint


def test_the_library_may_be_missing(cv: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(MissingExtraError) as caught:
        readers.read(cv)
    assert caught.value.hint == 'pip install "cvparse[pdf]"'
    assert caught.value.exit_code == 5
