"""The laws that can be told from one parse: shared by what parses random, real and mutated text."""

from __future__ import annotations

from collections.abc import Iterator

from cvparse.cv import CV, KEYS
from cvparse.document import Span
from cvparse.pipeline import parse
from cvparse.values import Record


def records(cv: CV) -> Iterator[tuple[str, Record]]:
    yield "person", cv.person
    for key in KEYS:
        for record in getattr(cv, key):
            yield key, record


def keep_the_laws(text: str) -> CV:
    """Every law that can be told from one parse."""
    cv = parse(text)
    source = cv.source.text
    check_tiling(cv, source)
    for _, record in records(cv):
        check_evidence(record, source)
        check_completeness(record)
    check_nesting(cv)
    check_ledger(cv, source)
    check_pointers(cv)
    return cv


def check_tiling(cv: CV, source: str) -> None:
    assert "".join(source[a:b] for a, b in (s.span for s in cv.sections)) == source


def check_evidence(record: Record, source: str) -> None:
    for name, evidence in record.provenance.items():
        start, end = evidence.span
        assert 0 <= start < end <= len(source), name
        assert source[start:end] == evidence.text, name


def check_completeness(record: Record) -> None:
    """No value without evidence, and no evidence without a value."""
    expected = set()
    for name, value in record.values().items():
        expected |= (
            {f"{name}/{i}" for i in range(len(value))} if isinstance(value, tuple) else {name}
        )
    assert set(record.provenance) == expected


def check_nesting(cv: CV) -> None:
    """Entries lie in their section, apart from each other; what was read lies in an entry."""
    entries = []
    for section in cv.sections:
        before = section.span[0]
        for start, end in section.entries:
            assert before <= start <= end <= section.span[1]
            before = end
            entries.append(Span(start, end))
    for key, record in records(cv):
        if key == "other":
            continue
        read = [Span(*e.span) for e in record.provenance.values() if e.how == "read"]
        if key == "person":
            assert all(any(span.within(entry) for entry in entries) for span in read)
        elif read:
            assert any(all(span.within(entry) for span in read) for entry in entries), record


def check_ledger(cv: CV, source: str) -> None:
    coverage = cv.coverage
    unclaimed = sum(len("".join(source[a:b].split())) for a, b in coverage.unclaimed)
    known = coverage.fields + coverage.headings + sum(f.characters for f in coverage.furniture)
    assert coverage.characters == len("".join(source.split()))
    assert known <= coverage.characters
    assert coverage.characters - known <= unclaimed
    assert 0 <= coverage.share <= 1


def pointed(cv: CV, pointer: str) -> object:
    value: object = cv
    for step in pointer[1:].split("/"):
        value = value[int(step)] if isinstance(value, tuple) else getattr(value, step)
    return value


def check_pointers(cv: CV) -> None:
    """Links join records; each person is named where it says, each name is one person's."""
    for link in cv.links:
        assert isinstance(pointed(cv, link.source), Record)
        assert isinstance(pointed(cv, link.target), Record)
        assert link.reason
    for one in cv.people:
        assert {pointed(cv, p) for p in one.occurrences} == {one.name, *one.variants}
        assert {e.name for e in one.evidence} == set(one.variants)
        assert all(pointed(cv, f"{p.at}/{p.index}") for p in one.places)
    everywhere = [pointer for one in cv.people for pointer in one.occurrences]
    assert len(everywhere) == len(set(everywhere))
