"""How files of each sort begin: a file is what its bytes say, whatever its name."""

from __future__ import annotations

from dataclasses import dataclass

from cvparse.errors import ReadError
from cvparse.readers.opening import File


@dataclass(frozen=True)
class Sort:
    """A sort of file: what it is called, what to do with one, the suffix we read it under."""

    what: str
    hint: str
    suffix: str = ""


_AS_TEXT = "save it as plain text or as PDF first"
_WORD = "save it as plain text in your word processor, or: pandoc FILE -t plain -o FILE.txt"
_PICTURE = "let its letters be recognised first, for example: ocrmypdf --image-dpi 300 FILE out.pdf"

PDF = Sort("a PDF document", "name it so: FILE.pdf", ".pdf")
_ZIP = Sort("a zip archive", "unpack it first")
_MAGIC = (
    (b"%PDF-", PDF),
    (b"PK\x03\x04", _ZIP),
    (b"\xd0\xcf\x11\xe0", Sort("an old Word or Office document", _WORD)),
    (b"{\\rtf", Sort("an RTF document", _WORD)),
    (b"\x89PNG", Sort("a PNG picture", _PICTURE)),
    (b"\xff\xd8\xff", Sort("a JPEG picture", _PICTURE)),
    (b"GIF8", Sort("a GIF picture", _PICTURE)),
    (b"II*\x00", Sort("a TIFF picture", _PICTURE)),
    (b"\x1f\x8b", Sort("a gzip archive", "unpack it first")),
    (b"%!PS", Sort("a PostScript document", "turn it into PDF first, for example: ps2pdf FILE")),
    (b"SQLite format 3\x00", Sort("an SQLite database", _AS_TEXT)),
    (b"\x7fELF", Sort("a program", _AS_TEXT)),
)
_OFFICE = (  # what a zip archive holds when it is a document
    (b"word/", Sort("a Word document (.docx)", _WORD)),
    (
        b"mimetypeapplication/vnd.oasis.opendocument.text",
        Sort("an OpenDocument text (.odt)", _WORD),
    ),
    (b"xl/", Sort("a spreadsheet (.xlsx)", _WORD)),
)
_HEADED = {sort.suffix: sort for _, sort in (*_MAGIC, *_OFFICE) if sort.suffix}


def sort_of(data: bytes) -> Sort | None:
    """What a file is by its first bytes; None: text, or nothing that is known."""
    found = next((sort for magic, sort in _MAGIC if data.startswith(magic)), None)
    if found is _ZIP:
        return next((sort for sign, sort in _OFFICE if sign in data), _ZIP)
    return found


def suffix_of(data: bytes) -> str:
    """The suffix under which a file without a name is read; none is that of a text."""
    sort = sort_of(data)
    return sort.suffix if sort else ""


def hold(file: File) -> None:
    """Raises ReadError when a file is of another sort than its suffix says.

    Of text, in whatever dress, nothing is asked: `encoding.decode` sees what is none.
    """
    wanted, found = _HEADED.get(file.suffix), sort_of(file.data)
    # Mail programs and web servers leave a few lines above a PDF: its readers allow for them.
    if wanted is None or found is wanted or (wanted is PDF and b"%PDF-" in file.data[:1024]):
        return
    if not file.data:
        hint = "was it saved, or sent, whole?"
        raise ReadError(f"{file.path}: empty, expected {wanted.what}", hint)
    if found is None:
        hint = "is it text? name it FILE.txt"
        raise ReadError(f"{file.path}: no {wanted.what.split(' ', 1)[1]}, for all its name", hint)
    raise ReadError(f"{file.path}: {found.what}, expected {wanted.what}", found.hint)
