"""Every field of the contract is carried by a format, or named among its losses."""

from __future__ import annotations

import io
import re
from datetime import date
from zipfile import ZipFile

import openpyxl
import pytest
from pyarrow import parquet

from cvparse import exporters
from cvparse.exporters import DATED, EXPORTERS
from cvparse.exporters.losses import Losses
from filled import filled, marks

DAY = date(2020, 2, 3)
FORMATS = [name for name in EXPORTERS if name not in ("json", "plain", "lines")]


def text(data: bytes) -> str:
    """What a file says: of archives and workbooks all the files and cells."""
    if not data.startswith(b"PK"):
        return data.decode()
    with ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    if "xl/workbook.xml" in files:
        book = openpyxl.load_workbook(io.BytesIO(data))
        return "\n".join(str(cell) for sheet in book for row in sheet.values for cell in row)
    return "\n".join(
        str(parquet.read_table(io.BytesIO(file)).to_pydict())
        if name.endswith(".parquet")
        else file.decode()
        for name, file in files.items()
    )


def named(losses: tuple[str, ...]) -> set[tuple[str, str]]:
    """The fields that the sentences name; the field of a key left out whole is `*`."""
    found = set()
    for sentence in losses:
        if match := re.match(r"`(\w+)`: ", sentence):
            found |= {(match[1], path) for path in re.findall(r"`([\w.]+)`", sentence)}
        else:
            found |= {(key, "*") for key in re.findall(r"`(\w+)`", sentence)}
    return found


@pytest.mark.parametrize("name", FORMATS)
def test_each_field_is_carried_or_named(name: str) -> None:
    """Forms of a day take what falls into their time: for them their table speaks."""
    cv = filled()
    made = exporters.export(cv, name, DAY)
    said, lost = text(made.data), named(made.losses)
    table = getattr(EXPORTERS[name], "CARRIED", None)
    missing = [
        f"{key}.{path}"
        for key, path, sought in marks(cv)
        if not {(key, "*"), (key, path)} & lost
        and (
            sought not in said
            if sought and name not in DATED
            else table is not None and path not in table[key]
        )
    ]
    assert not missing


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in DATED])
def test_what_is_named_as_having_no_place_has_none(name: str) -> None:
    cv = filled()
    made = exporters.export(cv, name, DAY)
    said = text(made.data)
    placeless = named(tuple(loss for loss in made.losses if "has no place for" in loss))
    found = [
        f"{key}.{path}"
        for key, path, sought in marks(cv)
        if sought and {(key, "*"), (key, path)} & placeless and sought in said
    ]
    assert not found


def test_sentences_count() -> None:
    losses = Losses("Morse", filled())
    losses.beyond({"awards": {"title", "awarder", "date", "note"}})
    losses.remark("awards", "`date` is tapped, not written")
    first, second, third = losses.sentences()
    assert first.startswith("Morse has no place for `person`, `education` (1 record), ")
    assert "`awards`" not in first
    assert second == (
        "`awards`: Morse has no place for `amount.amount`, `amount.currency`, `amount.per`,"
        " `amount.in_kind`."
    )
    assert third == "`awards`: `date` is tapped, not written."
