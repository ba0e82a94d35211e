"""The word lists: their shape, no word twice under one label, and every group's own examples."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.matcher import PhraseMatcher

from cvparse import lexicon
from cvparse.tagger.gazetteer import LOOKED_UP

TYPES = {
    "article-journal", "paper-conference", "chapter", "book", "thesis", "report", "article",
    "patent", "software", "dataset", "review",
}  # fmt: skip
STATUSES = {"in press", "submitted", "in preparation"}
KINDS = {"invited", "keynote", "oral", "poster", "panel", "tutorial", "seminar", "talk"}
LEVELS = {
    "doctorate", "master", "bachelor", "habilitation", "diploma", "associate", "certificate",
    "secondary", "professional",
}  # fmt: skip
VALUES = {
    "degree": LEVELS | {"visit", "whole"},
    "kind": KINDS,
    "status": STATUSES,
    "place": {"country", "region", "city", "remote"},
    "organization": {"university", "institute", "department", "company", "society"},
    "venue": {"journal", "conference", "preprint", "publisher", "name"},
    "field": {
        "advisor", "mentor", "investigators", "keywords", "thesis", "grade", "honors", "field",
        "role", "funder", "amount", "award_number", "organization", "location", "date",
        "contributors", "description", "course", "email", "phone", "url", "address", "name",
        "project",
    },
    "cue": {"awarder", "funder", "mentor", "presented", "published", "honors"},
    "furniture": {"title", "updated"},
    "page": {"request", "navigation"},
}  # fmt: skip
PLAIN = {"position", "funder", "award", "grant", "track", "link", "subheading"}
SECTIONS = {
    "summary", "education", "employment", "awards", "grants", "publications", "projects",
    "talks", "teaching", "service", "skills", "languages", "memberships", "students",
    "certificates", "references", "contact", "interests", "other",
}  # fmt: skip
ELSEWHERE = {"summary": "person", "contact": "person", "interests": "other"}


def name(group: lexicon.Group) -> str:
    return "-".join(filter(None, (group.label, group.value, "exact" if group.exact else "")))


every_group = pytest.mark.parametrize("group", lexicon.groups(), ids=name)


@cache
def english() -> Language:
    return spacy.blank("en")


@cache
def matcher(group: lexicon.Group) -> PhraseMatcher:
    made = PhraseMatcher(english().vocab, attr="ORTH" if group.exact else "LOWER")
    made.add(group.label, [english().make_doc(word) for word in group.words])
    return made


def found(group: lexicon.Group, line: str) -> list[str]:
    doc = english().make_doc(line)
    return [doc[start:end].text for _, start, end in matcher(group)(doc)]


@every_group
def test_group_has_a_known_label_and_value(group: lexicon.Group) -> None:
    if group.label in PLAIN:
        assert group.value == ""
    else:
        assert group.value in VALUES[group.label]


@every_group
def test_words_are_neat(group: lexicon.Group) -> None:
    for word in group.words:
        assert word == " ".join(word.split()) != ""
        assert not word.endswith(":")


@every_group
def test_examples_are_found(group: lexicon.Group) -> None:
    for line in group.examples:
        assert found(group, line), line


@every_group
def test_counterexamples_are_not_found(group: lexicon.Group) -> None:
    for line in group.counterexamples:
        assert found(group, line) == [], line


@pytest.mark.parametrize("label", sorted({g.label for g in lexicon.groups()}))
def test_no_word_stands_twice_under_one_label(label: str) -> None:
    words = (w.casefold() for g in lexicon.groups() if g.label == label for w in g.words)
    assert [w for w, n in Counter(words).items() if n > 1] == []


def test_the_lists_stay_small_enough_to_build_fast() -> None:
    assert sum(len(g.words) for g in lexicon.groups() if g.label not in LOOKED_UP) < 3500


def test_abbreviations_name_a_level_once() -> None:
    rows = lexicon.table("degrees")["abbreviation"]
    bare = [row["written"].casefold().translate({46: None, 32: None}) for row in rows]
    assert {row["value"] for row in rows} <= LEVELS
    assert [b for b, n in Counter(bare).items() if n > 1] == []


def sections() -> dict[str, dict[str, Any]]:
    return {k: row for k, row in lexicon.table("sections").items() if k not in ("mixed", "words")}


def headings() -> Iterator[tuple[str, str]]:
    for kind, row in lexicon.table("sections").items():
        if kind not in ("mixed", "words"):
            yield from ((h, kind) for h in row["headings"])
            yield from ((h, kind) for sub in row.get("sub", ()) for h in sub["headings"])


def test_every_kind_of_section_is_there_and_goes_to_its_record() -> None:
    assert set(sections()) == SECTIONS
    assert {k: row["record"] for k, row in sections().items()} == {
        kind: ELSEWHERE.get(kind, kind) for kind in SECTIONS
    }


def test_headings_are_written_as_they_are_looked_up() -> None:
    for heading, _ in headings():
        assert heading == " ".join(heading.lower().split())
        assert "&" not in heading
        assert not heading.endswith(":")


def test_no_heading_and_no_head_noun_means_two_things() -> None:
    nouns = [n for row in sections().values() for n in row.get("head_nouns", ())]
    for words in ([h for h, _ in headings()], nouns):
        assert [w for w, n in Counter(words).items() if n > 1] == []


def test_sub_headings_say_something_the_contract_knows() -> None:
    publications = lexicon.table("sections")["publications"]["sub"]
    talks = lexicon.table("sections")["talks"]["sub"]
    assert all(sub.keys() <= {"headings", "type", "status"} for sub in publications)
    assert {sub["type"] for sub in publications if "type" in sub} <= TYPES
    assert {sub["status"] for sub in publications if "status" in sub} == STATUSES
    assert {sub["kind"] for sub in talks} <= KINDS


def test_a_mixed_heading_is_a_heading_of_its_first_kind() -> None:
    known = dict(headings())
    for heading, kinds in lexicon.table("sections")["mixed"].items():
        assert len(set(kinds)) == len(kinds) >= 2
        assert set(kinds) <= SECTIONS
        assert known.get(heading) == kinds[0], heading


def test_people_lists() -> None:
    table = lexicon.table("people")
    assert set(table) == {"particles_with_capitals", "linking", "family_first", "short_forms"}
    words = [
        w for name in table for row in table[name] for w in ([row] if isinstance(row, str) else row)
    ]
    assert all(word == word.lower().strip() for word in words)
    assert set(table["particles_with_capitals"]) <= set(lexicon.table("names")["particles"])
    assert all(len(pair) == 2 for pair in table["short_forms"])


def test_names_lists() -> None:
    table = lexicon.table("names")
    assert set(table) == {
        "particles", "honorifics", "suffixes", "postnominals", "et_al", "connectors", "bodies",
        "abbreviations", "not_names", "also_names", "small_words", "joining", "labels", "columns",
    }  # fmt: skip
    for words in table.values():
        assert len(set(words)) == len(words)
    for key in ("particles", "connectors", "not_names"):
        assert all(word == word.lower() for word in table[key])


def test_slips_move_no_character() -> None:
    rows = lexicon.table("look_alikes")["slip"]
    assert all(len(row["seen"]) == len(row["read"]) for row in rows)
    assert all(row["seen"] != row["read"] for row in rows)
    assert len({row["seen"] for row in rows}) == len(rows)
    for row in rows:
        assert not set(row.get("before", ())) & set(row.get("never_before", ()))
        assert not set(row.get("after", ())) & set(row.get("never_after", ()))
