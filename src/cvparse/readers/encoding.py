"""Which letters do these bytes stand for? And are they letters at all?"""

from __future__ import annotations

from cvparse.errors import ReadError
from cvparse.readers import signs

_AS_TEXT = "save it as plain text (UTF-8) first"
# Longest first: UTF-32 begins like UTF-16.
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
# Control characters that are no white space: text has next to none of them.
_CONTROLS = bytes({*range(32), 0x7F} - {9, 10, 11, 12, 13})
_CONTROL_SIGNS = dict.fromkeys([*_CONTROLS, *range(0x80, 0xA0)])


def decode(data: bytes, name: str = "<bytes>") -> str:
    """Bytes as text, whatever wrote them: UTF-8, UTF-16, UTF-32, else Windows-1252 or Latin-1.

    A UTF-8 file with a few broken bytes stays UTF-8: each becomes U+FFFD. Raises ReadError for
    what is no text: PDF, Word, pictures, archives, other binary files.
    """
    _refuse_other_formats(data, name)
    for mark, codec in _MARKS:
        if data.startswith(mark) and not (codec == "utf-32-le" and len(data) % 4):
            return _marked(data[len(mark) :], codec, name)
    return _utf16(data) or _utf8(data, name) or _western(data, name)


def _refuse_other_formats(data: bytes, name: str) -> None:
    if sort := signs.sort_of(data):
        raise ReadError(f"{name}: {sort.what}, expected text", sort.hint)


def _binary(name: str) -> ReadError:
    return ReadError(f"{name}: binary data, expected text", _AS_TEXT)


def _marked(data: bytes, codec: str, name: str) -> str:
    """Text whose first bytes name its encoding."""
    text = data.decode(codec, "replace")
    broken = text.count("\ufffd")
    if broken * 50 > len(text) + 50:
        message = f"{name}: begins as {codec.upper()} text but {broken} characters are broken"
        raise ReadError(message, "save it again, as UTF-8")
    if not _textual(text):
        raise _binary(name)
    return text


def _textual(text: str) -> bool:
    controls = len(text) - len(text.translate(_CONTROL_SIGNS))
    return controls * 20 <= len(text) + 40


def _utf16(data: bytes) -> str | None:
    """UTF-16 without a mark shows by NULs in every second place: of letters, or of spaces."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    most, least = max(even, odd), min(even, odd)
    if most < 2 or least * 8 > most or most * 100 < len(data) or len(data) % 2:
        return None
    try:
        text = data.decode("utf-16-le" if odd > even else "utf-16-be")
    except UnicodeDecodeError:
        return None
    return text if _textual(text) else None


def _utf8(data: bytes, name: str) -> str | None:
    """UTF-8, forgiving few broken bytes among many good letters; None when it is something else."""
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls * 20 > len(data) + 40:
        raise _binary(name)
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if not broken or text.isascii():
        return text
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        letters = sum(c > "\x7f" for c in text)
        return text if letters > 4 * broken else None


def _western(data: bytes, name: str) -> str:
    """What Windows wrote before UTF-8 in Western Europe, or Latin-1 where that has gaps."""
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if b"\0" in data or controls * 100 > len(data) + 100:
        raise _binary(name)
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    if not _textual(text):
        message = f"{name}: neither UTF-8 nor UTF-16 nor Windows-1252 text"
        raise ReadError(message, "save it as UTF-8")
    return text
