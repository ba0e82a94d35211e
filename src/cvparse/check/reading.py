"""What the reading itself left to look at: repairs, lost text, guessed headings (CV001, 3, 5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvparse.check.rule import Finding, Page, Reading

_BROKEN = re.compile(
    # UTF-8 read as Windows-1252 (`Ã©` for `é`, `â€™` for `’`), and the sign for what was no letter
    r"(?:Ã[\x80-\xbf\u0192\u201a-\u203a©®±¶¼¨¤§¡³²º«»]|â€[™œ\x9d“”˜¦]|Â[°·»«©®]|\ufffd)+"
)
_AROUND = 12
"""Characters shown to either side."""


def repairs(reading: Reading) -> Iterator[Finding]:
    """An optical slip that was read as what it must have been."""
    source = reading.source
    for span, value in source.repairs:
        raw = source.text[span.start : span.end]
        message = f"`{raw}` is read as `{value}`: an optical look-alike in this context"
        yield Finding(message, span)


def unclaimed(reading: Reading) -> Iterator[Finding]:
    """Text that nothing accounts for."""
    for start, end in reading.coverage.unclaimed:
        words = " ".join(reading.source.text[start:end].split())
        yield Finding(f"no field holds `{words[:60]}`", (start, end))


def shapes(reading: Reading) -> Iterator[Finding]:
    """A heading known only by its shape."""
    for section in reading.sections:
        if section.rung == "headings.shape" and section.heading:
            message = f"`{section.title}` is taken for a heading by its looks alone"
            yield Finding(message, section.heading)


def broken(page: Page) -> Iterator[Finding]:
    """Letters that a wrong encoding has spoiled."""
    text = page.source.text if page.source else ""
    for match in _BROKEN.finditer(text) if any(sign in text for sign in "ÃâÂ\ufffd") else ():
        words = text[max(match.start() - _AROUND, 0) : match.end() + _AROUND]
        message = f"letters spoiled by a wrong encoding, in `{' '.join(words.split())}`"
        yield Finding(message, match.span())
