"""An evaluation as one HTML page that needs nothing but a browser: no network, no script.

What a CV says is text on it and never markup (`elements`), and the page's own policy forbids
whatever might slip through. Folding, filtering and scrolling are the browser's own, so that keys,
screen readers and paper have all of it.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from importlib import resources
from math import isnan
from xml.etree.ElementTree import Element

from cvparse import __version__
from cvparse.evaluate.agreement import LEVELS, Level
from cvparse.evaluate.confusion import confusion
from cvparse.evaluate.kinds import KINDS
from cvparse.evaluate.report import errors, figures
from cvparse.evaluate.report.elements import element, written
from cvparse.evaluate.scores import Score, Scored
from cvparse.evaluate.tallies import Tally

_PARTS = {"kinds": "Kinds", "fields": "Fields", "confusion": "Confusion", "cvs": "CVs, worst first"}
_LEVELS = (
    "strict: letter for letter. folded: but for case, accents, punctuation and spaces. "
    "soft: strings alike enough, a name inside a longer one."
)


def page(score: Score, texts: Mapping[str, str], title: str, level: Level = "folded") -> str:
    """The page. `texts` holds, by CV, the text that its spans are places in; an error in a CV
    without a text is shown without its passage. The same score gives the same page.
    """
    style = (resources.files(__name__) / "page.css").read_text("utf-8")
    return written(
        element("html", _head(title, style), _body(score, texts, title, level), lang="en")
    )


def _head(title: str, style: str) -> Element:
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", **{"http-equiv": "Content-Security-Policy"}, content=policy),
        element("meta", name="generator", content=f"cvparse {__version__}"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", f"{title}: accuracy"),
        element("style", style),
    )


def _body(score: Score, texts: Mapping[str, str], title: str, level: Level) -> Element:
    links = (element("li", element("a", name, href=f"#{at}")) for at, name in _PARTS.items())
    parts = {
        "kinds": [figures.scores(_ordered(score.by_key(level)), "Records of each kind")],
        "fields": [figures.scores(_ordered(score.by_field(level)), "Fields of all records")],
        "confusion": [figures.confusions(confusion(one.findings for one in score.cvs))],
        "cvs": [_legend(), *_cvs(score, texts, level)],
    }
    sections = (
        element("section", element("h2", _PARTS[at], id=at), *inner) for at, inner in parts.items()
    )
    return element(
        "body",
        element("header", element("h1", f"Accuracy: {title}"), _headline(score, level)),
        element("nav", element("ul", *links), aria_label="Parts"),
        element("main", *sections),
    )


def _ordered(tallies: Mapping[str, Tally]) -> dict[str, Tally]:
    """In the order of the contract, whichever CV has what first."""
    keys = ["person", *KINDS]
    return dict(sorted(tallies.items(), key=lambda row: keys.index(row[0].partition(".")[0])))


def _headline(score: Score, level: Level) -> Element:
    """The mean over CVs at each level; the figures below are of the level that is marked."""
    rows = []
    for name in LEVELS:
        fields, records = score.field_f1(name), score.record_f1(name)
        cells = (figures.share(fields), figures.share(records))
        rows.append(
            element(
                "tr",
                element("th", f"{name} (below)" if name == level else name, scope="row"),
                *(element("td", cell) for cell in cells),
                element("td", figures.bar(fields, f"field F1, {name}")),
            )
        )
    caption = f"Mean over {len(score.cvs)} CVs"
    return element(
        "div",
        figures.table(caption, ("", "field F1", "record F1", ""), rows),
        element("p", _LEVELS, class_="note"),
    )


def _legend() -> Element:
    """What the colours say, and boxes to hide what is not of interest."""
    boxes = (
        element(
            "label",
            element("input", type="checkbox", checked="checked", id=verdict.replace(" ", "-")),
            verdict,
        )
        for verdict in errors.VERDICTS
    )
    colours = element(
        "p",
        element("mark", "read", class_="read"),
        " is what was read wrongly, ",
        element("mark", "gold", class_="gold"),
        " what gold says, ",
        element("mark", "both", class_="read gold"),
        " where they overlap.",
    )
    return element("fieldset", element("legend", "Show"), *boxes, colours)


def _cvs(score: Score, texts: Mapping[str, str], level: Level) -> list[Element]:
    """The CVs, the worst first and open; of equals, the one with more errors."""
    order = sorted(score.cvs, key=lambda one: _rank(one, level))
    return [
        errors.of_cv(one, texts.get(one.cv, ""), level, is_open=number == 0)
        for number, one in enumerate(order)
    ]


def _rank(one: Scored, level: Level) -> tuple[float, int, str]:
    f1 = one.fields(level).f1
    return 1.0 if isnan(f1) else f1, -len(list(errors.told(one, level))), one.cv
