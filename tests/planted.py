"""A gold of two CVs, and a reading of them with a fault of each sort; the texts mean harm."""

from __future__ import annotations

from typing import Any

from cvparse.evaluate import Score, score

HARM = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
ROE = f"""Ada Roe {HARM}

Grants
Wind over Water, 2019, Kite Council
Awards
Kite Prize </pre></figure><h1 id=owned>, 2018
Best Student Paper, 2017
Languages
English, Welsh
"""
POE = "Ben Poe\n\nAwards\nRain Medal, 2020\n"
TEXTS = {"roe": ROE, f"poe{HARM}": POE}


def _at(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def _read(record: dict[str, Any], text: str, **printed: str) -> dict[str, Any]:
    """A record as the parser gives it: with the place of each value."""
    places = {
        name: {"span": _at(text, words), "rule": f"test.{name}"} for name, words in printed.items()
    }
    return record | {"provenance": places}


GOLD: dict[str, Any] = {
    "roe": {
        "person": {"name": f"Ada Roe {HARM}"},
        "grants": [{"title": "Wind over Water", "funder": "Kite Council", "date": "2019"}],
        "awards": [
            {"title": "Kite Prize", "date": "2018"},
            {"title": "Best Student Paper", "date": "2017"},
        ],
        "languages": [{"language": "English"}, {"language": "Welsh"}],
    },
    f"poe{HARM}": {"awards": [{"title": "Rain Medal", "date": "2020"}]},
}
READ: dict[str, Any] = {
    "roe": {
        "person": _read({"name": "Ada Roe"}, ROE, name="Ada Roe"),
        "projects": [_read({"name": "Wind over Water, Kite Council"}, ROE, name="Wind over Water")],
        "awards": [
            _read(
                {"title": f"Kite Prize {HARM}", "date": "2018"},
                ROE,
                title="Kite Prize",
                date="2018",
            ),
            _read({"title": "Languages"}, ROE, title="Languages"),
        ],
        "languages": [_read({"language": "English"}, ROE, language="English")],
    },
    f"poe{HARM}": {"awards": [_read({"title": "Rain Medal"}, POE, title="Rain Medal")]},
}


def planted() -> Score:
    return score(GOLD, READ)
