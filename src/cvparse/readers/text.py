"""Plain text and Markdown: bytes to a string, once and for all.

Everything that changes the text happens here, before the `Source` exists: decoding, the mark at
the file's beginning, line ends, Unicode composition. Form feeds stay: they are page breaks.
"""

from __future__ import annotations

import re
import unicodedata

from cvparse.document import Source
from cvparse.readers import encoding, markup, slips
from cvparse.readers.opening import File

_MEDIA = {".md": "text/markdown", ".markdown": "text/markdown"}
_LINE_ENDS = ("\r\n", "\r", "\u2028", "\u2029")
_HALF = re.compile("[\ud800-\udfff]")
# Composing is quadratic in a run of combining marks, so it is done in pieces, cut at white space.
_PIECE = re.compile(r"[\s\S]{1,512}(?=\s|\Z)|[\s\S]{1,512}")


def read(file: File) -> Source:
    """The text of a file. Raises ReadError when it is no text."""
    text = encoding.decode(file.data, file.path)
    return source(text, file.name, _MEDIA.get(file.suffix, "text/plain"))


def decode(data: bytes, name: str = "<bytes>") -> str:
    """Bytes as text (see `encoding.decode`)."""
    return encoding.decode(data, name)


def source(text: str, name: str = "<text>", media_type: str = "text/plain") -> Source:
    """A text as a `Source`: line ends unified, letters composed, markup and slips found.

    Never raises. Positions count in the source's own `text`, which for most texts is the same.
    """
    text = _composed(_lined(text.removeprefix("\ufeff")))
    spans, anchors = markup.find(text)
    return Source(text, _whole(name), media_type, spans, anchors, slips.find(text))


def _lined(text: str) -> str:
    """The text with one sort of line end."""
    for sign in _LINE_ENDS:
        text = text.replace(sign, "\n")
    return text


def _composed(text: str) -> str:
    """The text in Unicode's form NFC, of whole characters only."""
    if text.isascii():
        return text
    return "".join(unicodedata.normalize("NFC", piece) for piece in _PIECE.findall(_whole(text)))


def _whole(text: str) -> str:
    """Halves of a surrogate pair are joined; half a pair alone, which neither spaCy nor JSON
    can carry, becomes U+FFFD.
    """
    if not _HALF.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
