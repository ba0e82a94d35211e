"""PDF: the letters that stand on its pages, in reading order. Needs pypdfium2.

The text is what a plain text would be: a line for each line, an empty one where the page has
air, wide gaps within a line kept, a form feed between pages. Heads and feet of pages stay.
"""

from __future__ import annotations

from collections.abc import Iterator
from threading import Lock
from typing import Any

from cvparse.document import Source
from cvparse.errors import MissingExtraError, ReadError
from cvparse.readers import runs, text
from cvparse.readers.opening import File

_MEDIA_TYPE = "application/pdf"
_MOST_PAGES = 2_000
_ONE_AT_A_TIME = Lock()
"""PDFium keeps state of its own, and two threads in it bring the process down."""

_PASSWORD, _SECURITY = 4, 5  # FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY of fpdfview.h


def read(file: File) -> Source:
    """The text of a PDF. Raises ReadError when it is broken, locked or only pictures,
    MissingExtraError when pypdfium2 is not installed.
    """
    library = _library()
    with _ONE_AT_A_TIME:
        try:
            found = "\f".join(_pages(library, file))
        except library.PdfiumError as error:
            raise _broken(error, file) from error
    if not found.strip():
        raise ReadError(
            f"{file.path}: a PDF without a text layer: its pages are pictures",
            "let their letters be recognised first: "
            f"ocrmypdf {file.named()} {file.named('.ocr.pdf')}",
        )
    return text.source(found, file.name, _MEDIA_TYPE)


def _library() -> Any:
    try:
        import pypdfium2
    except ImportError as error:
        raise MissingExtraError(
            "PDF: pypdfium2 is not installed", 'pip install "cvparse[pdf]"'
        ) from error
    return pypdfium2


def _pages(library: Any, file: File) -> Iterator[str]:
    """The text of each page. All that PDFium opens is closed here, from the inside out."""
    document = library.PdfDocument(file.data)
    try:
        if len(document) > _MOST_PAGES:
            hint = (
                "cut out the pages that are a CV, for example: qpdf FILE --pages . 1-50 -- cv.pdf"
            )
            raise ReadError(f"{file.path}: {len(document)} pages, too many for a CV", hint)
        for number in range(len(document)):
            page = document[number]
            try:
                letters = page.get_textpage()
                try:
                    yield runs.page(library, letters)
                finally:
                    letters.close()
            finally:
                page.close()
    finally:
        document.close()


def _broken(error: Any, file: File) -> ReadError:
    code = getattr(error, "err_code", None)
    if code == _PASSWORD:
        hint = f"save it without one: qpdf --password=… --decrypt {file.named()} {file.named('.open.pdf')}"
        return ReadError(f"{file.path}: a PDF locked with a password", hint)
    if code == _SECURITY:
        hint = "open it in the program that locked it and print it to a new PDF"
        return ReadError(f"{file.path}: a PDF locked in a way that cannot be opened", hint)
    hint = f"was it saved, or sent, whole? qpdf {file.named()} mended.pdf may mend it"
    return ReadError(f"{file.path}: a broken PDF, it cannot be opened", hint)
