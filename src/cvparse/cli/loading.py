"""A CV from a file, whichever it is: the text of one, or what cvparse made of it before."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from pydantic import ValidationError

from cvparse import __version__, link, readers
from cvparse.cli import quick
from cvparse.cv import CV, KEYS, Coverage, SourceInfo, ToolInfo
from cvparse.document import Source
from cvparse.errors import SchemaError


def load(name: str) -> CV:
    """The CV in a file: our JSON (`json` or `plain`) as it is, anything else is parsed.

    Raises ReadError when the file cannot be read, SchemaError when it is JSON of another kind.
    """
    found = given(name)
    return loaded(found, name) if isinstance(found, str) else _parsed(found)


def given(name: str) -> str | Source:
    """JSON as it is written, which is what has that suffix or stands on standard input and begins
    like it; of anything else the source. Raises ReadError.
    """
    file = readers.opened(name)
    unnamed = name == "-" and readers.signs.sort_of(file.data) is None
    if unnamed or file.suffix == ".json":
        text = readers.text.decode(file.data, file.path)
        if not unnamed or text.lstrip().startswith("{"):
            return text
    return readers.source(file)


def _parsed(source: Source) -> CV:
    """The parser is loaded here: who exports JSON need not wait for it."""
    quick.import_spacy()
    from cvparse.pipeline import parse_source

    return parse_source(source)


def loaded(text: str, name: str) -> CV:
    """Raises SchemaError, with the place of what is wrong."""
    hint = "what can be read is what `cvparse parse -f json` or `-f plain` writes"
    try:
        data = json.loads(text)
        if not isinstance(data, dict) or not data.keys() & {"person", *KEYS}:
            raise SchemaError(f"{name}: it has none of the keys of a CV", hint)
        return CV.model_validate_json(text) if "tool" in data else _wrapped(data, name)
    except json.JSONDecodeError as error:
        where = f"{name}:{error.lineno}:{error.colno}"
        raise SchemaError(f"{where}: no JSON: {error.msg}", hint) from error
    except ValidationError as error:
        first = error.errors()[0]
        path = "".join(f"/{step}" for step in first["loc"])
        raise SchemaError(f"{name}: {path}: {first['msg']}", hint) from error
    except (ValueError, RecursionError) as error:
        raise SchemaError(f"{name}: no JSON of a CV: {error}", hint) from error


def _wrapped(data: dict[str, Any], name: str) -> CV:
    """Records alone, as a person writes them or `-f plain` does, in the envelope of a CV."""
    digest = sha256(json.dumps(data).encode()).hexdigest()
    source = SourceInfo(name=name, sha256=digest, media_type="application/json", characters=0)
    envelope = {
        "source": source.model_dump(),
        "tool": ToolInfo(name="cvparse", version=__version__).model_dump(),
        "coverage": Coverage(characters=0, fields=0, headings=0, share=1.0).model_dump(),
    }
    cv = CV.model_validate_json(json.dumps(data | envelope))
    rows = {key: getattr(cv, key) for key in KEYS}
    return cv.model_copy(
        update={"people": link.people(rows, cv.person.name), "links": link.links(rows)}
    )
