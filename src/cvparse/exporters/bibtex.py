r"""BibTeX: the publications, for LaTeX, Zotero, ORCID, Pure.

    @inproceedings{das2020massif,
      title = {{Massif}: Interactive Interpretation of Adversarial Attacks on Deep Learning},
      author = {Das, Nilaksh and Park, Haekyu and …},
      author+an = {1=equal; 2=equal},

Words whose capitals mean something stand in braces (NeurIPS, BibTeX; in a title that is otherwise
in small letters every capitalised word). Text is UTF-8; `&`, `%` and their like are escaped.
Equal contribution is biblatex's data annotation (biblatex manual, 3.7); others read over it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from cvparse.cv import CV
from cvparse.exporters import edtf
from cvparse.exporters.export import Export, utf8
from cvparse.exporters.keys import keys
from cvparse.exporters.losses import Carried, Losses
from cvparse.exporters.names import Name, is_others, parted
from cvparse.records.publications import Publication

SUFFIX = ".bib"

CARRIED: Carried = {
    "publications": {
        "title", "authors", "equal_contribution", "venue", "acronym", "track", "location", "date",
        "volume", "issue", "pages", "doi", "arxiv", "publisher", "editors", "type", "status",
        "links.url", "note",
    }
}  # fmt: skip

_TYPES = {
    "article-journal": "article",
    "review": "article",
    "paper-conference": "inproceedings",
    "chapter": "incollection",
    "book": "book",
    "thesis": "phdthesis",
    "report": "techreport",
}
_VENUES = {
    "article": "journal",
    "inproceedings": "booktitle",
    "incollection": "booktitle",
    "book": "publisher",
    "phdthesis": "school",
    "techreport": "institution",
}
"""Which field a venue is in an entry of each type; elsewhere `howpublished`."""
_SPECIAL = str.maketrans(
    {sign: f"\\{sign}" for sign in "&%$#_"}
    | {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def export(cv: CV) -> Export:
    """One entry for each publication, in their order."""
    losses = Losses("BibTeX", cv)
    losses.beyond(CARRIED)
    entries = [
        entry(work, key, losses)
        for work, key in zip(cv.publications, keys(cv.publications), strict=True)
    ]
    return Export(utf8("\n".join(entries)), losses.sentences())


def entry(work: Publication, key: str, losses: Losses) -> str:
    """One entry, a line for each field."""
    kind = _TYPES.get(work.type or "", "misc")
    if kind == "misc" or work.type == "review":
        losses.remark("publications", f"`type` {work.type or 'not known'} becomes @{kind}")
    lines = [f"  {name} = {value},\n" for name, value in _fields(work, kind, losses).items()]
    return f"@{kind}{{{key},\n{''.join(lines)}}}\n"


def _fields(work: Publication, kind: str, losses: Losses) -> dict[str, str]:
    """The fields of an entry that have a value, each in braces as it goes into the file."""
    plain: dict[str, str | None] = {
        _VENUES.get(kind, "howpublished"): work.venue,
        _short(work, kind): work.acronym if work.acronym != work.venue else None,
        "type": "Thesis" if kind == "phdthesis" else None,
        "publisher": work.publisher or (work.venue if kind == "book" else None),
        "address": work.location,
        "volume": work.volume,
        "number": work.issue,
        "pages": re.sub(r"(?<=\w)\s*[-‐-―]\s*(?=\w)", "--", work.pages or ""),
        "note": "; ".join(part for part in (work.track, work.status, *work.note) if part),
    }
    return {
        **({"title": f"{{{_protected(work.title)}}}"} if work.title else {}),
        **_people(work),
        **_dates(work, losses),
        **{name: f"{{{_escaped(value)}}}" for name, value in plain.items() if value},
        **_addresses(work, losses),
    }


def _short(work: Publication, kind: str) -> str:
    return "shortjournal" if kind == "article" else "series"


def _people(work: Publication) -> dict[str, str]:
    """Authors, who of them are equal, editors."""
    lists: dict[str, str] = {}
    for field, persons in (("author", work.authors), ("editor", work.editors)):
        if persons:
            lists[field] = f"{{{' and '.join(_person(name) for name in persons)}}}"
        if field == "author" and work.equal_contribution:
            marks = "; ".join(f"{number + 1}=equal" for number in work.equal_contribution)
            lists["author+an"] = f"{{{marks}}}"
    return lists


def _person(printed: str) -> str:
    """`van der Roe, Jr., Ada`; a body, and a family name that BibTeX would cut, in braces."""
    if is_others(printed):
        return "others"
    name = parted(printed)
    if name.literal:
        return f"{{{_escaped(name.literal)}}}"
    return ", ".join(
        _escaped(part) if not re.search(r"\sand\s", part) else f"{{{_escaped(part)}}}"
        for part in (_family(name), name.suffix, name.given)
        if part
    )


def _family(name: Name) -> str:
    return f"{name.particle} {name.family}".strip()


def _dates(work: Publication, losses: Losses) -> dict[str, str]:
    """Year and month; BibTeX has no days, seasons or intervals that all its readers know."""
    when = losses.date("publications", "date", work.date, days=False)
    if when is None:
        return {}
    month = {"month": edtf.MONTHS[when.month - 1].lower()} if when.month else {}
    return {"year": f"{{{when.year}}}"} | month


def _addresses(work: Publication, losses: Losses) -> dict[str, str]:
    """DOI, arXiv, and the first link; signs that would end the field are percent-encoded."""
    url = losses.first("publications", "links.url", [link.url for link in work.links])
    known = {
        "doi": work.doi,
        "eprint": work.arxiv,
        "archiveprefix": "arXiv" if work.arxiv else None,
        "url": url,
    }
    return {name: f"{{{_verbatim(value)}}}" for name, value in known.items() if value}


def _escaped(text: str) -> str:
    return " ".join(text.translate(_SPECIAL).split())


def _verbatim(text: str) -> str:
    coded = {"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"}
    return "".join(coded.get(sign, sign) for sign in "".join(text.split("\n")))


def _protected(title: str) -> str:
    """The title with braces round the words that a style must not put in small letters."""
    if not any(sign.islower() for sign in title):
        return _escaped(title)  # all capitals: they mean nothing
    keep = _meant(title)
    parts, at = [], 0
    for match in _WORD.finditer(title):
        word = _escaped_within(title[at : match.start()])
        parts.append(word + (f"{{{match[0]}}}" if keep(match) else match[0]))
        at = match.end()
    return " ".join(("".join(parts) + _escaped_within(title[at:])).split())


def _escaped_within(text: str) -> str:
    return text.translate(_SPECIAL)


def _meant(title: str) -> Callable[[re.Match[str]], bool]:
    """Which words' capitals mean something. When most long words begin small, the title is in
    small letters, and whatever begins with a capital (but at its start or after a colon) is a name.
    """
    long = [m[0] for m in _WORD.finditer(title) if len(m[0]) > 4][1:]
    small = sum(word[0].islower() for word in long) * 2 > len(long)

    def meant(word: re.Match[str]) -> bool:
        if any(sign.isupper() for sign in word[0][1:]):
            return True
        opens = not title[: word.start()].strip() or title[: word.start()].rstrip()[-1:] in ":?!."
        return small and word[0][0].isupper() and not opens

    return meant
