"""The page to correct a draft on: the text at the left, the draft at the right, no server, no network.

What a CV says is data and never markup: every character of it is escaped, signs that cannot be seen
or that turn the line around are written out, and the page's own policy lets no script run but ours.
"""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from html import escape
from importlib import resources
from typing import Any, get_args

from cvparse.cv import CV, KEYS
from cvparse.errors import CVParseError
from cvparse.labels.drafts import UNSEEN
from cvparse.labels.marks import Mark, Piece, marks, pieces
from cvparse.records.person import Person

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '{style_hash}'; \
script-src '{script_hash}'; base-uri 'none'; form-action 'none'">
<meta name="generator" content="cvparse">
<meta name="viewport" content="width=device-width">
<title>{title}: gold</title>
<style>{style}</style>
</head>
<body data-file="{file}">
<header>
<h1><bdi>{title}</bdi></h1>
<p id="state" role="status"></p>
<button id="save" type="button">Download {file}</button>
</header>
<main>
<section id="text" aria-label="The text" tabindex="0">
{lines}
</section>
<section id="gold" aria-label="The gold">
<textarea id="json" spellcheck="false" autocomplete="off" aria-label="Gold, as JSON">
{gold}</textarea>
<p id="told" role="status"></p>
</section>
</main>
<script id="marks" type="application/json">{marks}</script>
<script>{script}</script>
</body>
</html>
"""


def page(cv: CV, gold: str, file: str) -> str:
    """HTML to correct `gold` on (JSON text, a draft or better), held against the CV it was read from.

    `file` is what the browser calls the corrected gold. Raises CVParseError when the CV was loaded
    from JSON, which holds no text.
    """
    if cv.source.characters and not cv.source.text:
        raise CVParseError(f"{cv.source.name}: the page needs the text", "parse the text again")
    known = marks(cv)
    style, script = _asset("page.css"), _asset("page.js")
    return _PAGE.format(
        style_hash=_hash(style),
        script_hash=_hash(script),
        style=style,
        script=script,
        title=_shown(cv.source.name.rpartition("/")[2]),
        file=escape(file),
        lines=_lines(cv, known),
        gold=escape(gold),
        marks=_embedded({"marks": [_told(m) for m in known], "fields": _fields()}),
    )


def _lines(cv: CV, known: list[Mark]) -> str:
    """The lines with their numbers; where a section or an entry begins, its first line says so."""
    text = cv.source.text
    begins = {text.count("\n", 0, _first_sign(text, s.span)): s.kind for s in cv.sections}
    entries = {text.count("\n", 0, start) for s in cv.sections for start, _ in s.entries}
    return "\n".join(
        f'<div class="line{" entry" if number in entries else ""}" id="L{number + 1}">'
        f'<b data-number="{number + 1}" data-kind="{escape(begins.get(number, ""))}"></b>'
        f"<span>{''.join(map(_piece, row))}</span></div>"
        for number, row in enumerate(pieces(text, known))
    )


def _first_sign(text: str, span: tuple[int, int]) -> int:
    said = text[slice(*span)]
    return span[0] + (len(said) - len(said.lstrip()) if said.strip() else 0)


def _piece(piece: Piece) -> str:
    shown = _shown(piece.text)
    if not piece.marks:
        return shown
    return f'<mark data-at="{" ".join(map(str, piece.marks))}">{shown}</mark>'


def _shown(text: str) -> str:
    """Text as text; a sign that nobody would see, or that others would obey, by its number."""
    kept, signs = UNSEEN.split(text), UNSEEN.findall(text)
    shown = [escape(kept[0])]
    for sign, rest in zip(signs, kept[1:], strict=True):
        shown.append(f"<i>U+{ord(sign):04X}</i>{escape(rest)}")
    return "".join(shown)


def _told(mark: Mark) -> dict[str, Any]:
    return {"key": mark.key, "pointer": mark.pointer, "value": mark.value}


def _fields() -> dict[str, list[str]]:
    """The keys of the contract and the fields of their records, to say what is unknown."""
    rows = {key: get_args(CV.model_fields[key].annotation)[0] for key in KEYS}
    return {
        key: [name for name in record.model_fields if name not in ("provenance", "note")]
        for key, record in {"person": Person, **rows}.items()
    }


def _embedded(data: Any) -> str:
    """JSON inside a script element: nothing in it can end the element."""
    return json.dumps(data).replace("<", "\\u003c")


@cache
def _asset(name: str) -> str:
    return (resources.files("cvparse.labels") / name).read_text("utf-8")


def _hash(content: str) -> str:
    """The policy's name for a script or style: no other one runs."""
    digest = hashlib.sha256(content.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
