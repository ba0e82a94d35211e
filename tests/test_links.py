"""Which record speaks of which, and the reason given."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from cvparse.link import links
from cvparse.link.titles import sameness
from cvparse.pipeline import parse_file
from cvparse.records.awards import Award
from cvparse.records.education import Education
from cvparse.records.grants import Grant
from cvparse.records.projects import Project
from cvparse.records.publications import Publication
from cvparse.records.talks import Talk
from cvparse.values import Record

KITES = "Wind over water: how kites learn to fly"


def found(**records: Sequence[Record]) -> set[tuple[str, str, str, str | None]]:
    return {(link.rel, link.source, link.target, link.reason) for link in links(records)}


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (KITES, "WIND OVER WATER – How Kites Learn to Fly.", "same title"),
        (KITES, "Wind over water", "same title but for the subtitle"),
        ("Analyzing the colours of kites", "Analysing the color of kites", "same title but for spelling"),
        ("KiteVis: seeing the wind", "KiteVis: a tool for all winds", "same name before the colon"),
        (
            "Tail length and lift among very old paper kites of Northern Islands",
            "Tail length and lift among very old decorated paper kites of Northern Islands",
            "same title but for a word",
        ),
    ],
)  # fmt: skip
def test_titles_of_one_work(one: str, other: str, reason: str) -> None:
    assert sameness(one, other) == sameness(other, one) == reason


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("", ""),
        ("Tail length in young kites", "Tail length in old kites"),
        ("Kites: an introduction", "Kites: a second look at the wind"),
        ("Introduction", "Introduction: how research is done"),
        (KITES, "How kites learn to fly"),
        ("Part 1 of the theory of kites", "Part 2 of the theory of kites"),
    ],
)
def test_titles_of_two_works(one: str, other: str) -> None:
    assert sameness(one, other) == sameness(other, one) == ""


def test_a_talk_presents_the_work_in_print_not_its_preprint() -> None:
    assert found(
        talks=[Talk(title=KITES)],
        publications=[
            Publication(title=KITES, type="article", date="2019"),
            Publication(title=KITES, type="article-journal", date="2020"),
        ],
    ) == {
        ("presents", "/talks/0", "/publications/1", "same title"),
        ("preprint_of", "/publications/0", "/publications/1", "same title"),
    }


def test_a_talk_presents_a_project_when_nothing_is_published() -> None:
    talks, projects = [Talk(title="KiteVis")], [Project(name="KiteVis: seeing the wind")]
    assert found(talks=talks, projects=projects) == {
        ("presents", "/talks/0", "/projects/0", "same title but for the subtitle")
    }


def test_a_short_title_with_other_authors_is_another_work() -> None:
    assert not found(
        projects=[Project(name="KiteVis", contributors=("Ada Roe",))],
        publications=[Publication(title="KiteVis: seeing the wind", authors=("Ben Poe", "Cy Lee"))],
    )


def test_a_degrees_thesis_is_a_publication() -> None:
    works = [Publication(title=KITES, type="thesis")]
    assert found(education=[Education(thesis=KITES)], publications=works) == {
        ("thesis", "/education/0", "/publications/0", "same title")
    }


def test_publications_of_one_work() -> None:
    assert found(
        publications=[
            Publication(title=KITES, type="paper-conference", date="2018"),
            Publication(title=KITES, type="article-journal", date="2019"),
            Publication(title="Editorial", type="article-journal"),
            Publication(title="Editorial", type="article-journal"),
            Publication(title="On tails", doi="10.5555/tails"),
            Publication(title="Über Schwänze", doi="10.5555/TAILS"),
        ]
    ) == {
        ("version_of", "/publications/0", "/publications/1", "same title"),
        ("duplicate_of", "/publications/5", "/publications/4", "same DOI"),
    }


def test_what_a_grant_paid_for() -> None:
    assert found(
        grants=[Grant(title="Lift", award_number="IIS-1563816"), Grant(title="Other", award_number="12")],
        publications=[Publication(title=KITES, note=("supported by IIS-1563816", "12 pages"))],
        projects=[Project(name="Lift")],
    ) == {
        ("funded_by", "/publications/0", "/grants/0", "prints its award number"),
        ("funded_by", "/projects/0", "/grants/0", "same title"),
    }  # fmt: skip


def test_what_an_award_praises() -> None:
    publications: list[Record] = [
        Publication(title=KITES, acronym="SKY", date="2020"),
        Publication(title="On tails", acronym="SKY", date="2021"),
        Publication(title="On strings", acronym="SKY", date="2021"),
    ]
    awards: list[Record] = [
        Award(title="Prize", note=(f"for {KITES}",)),
        Award(title="Best Paper Award", date="2020", awarder="SKY", note=("SKY 2020",)),
        Award(title="Best Paper Award", date="2021", note=("SKY 2021",)),
        Award(title="Best Reviewer", date="2020", note=("SKY 2020",)),
    ]
    assert found(awards=awards, publications=publications) == {
        ("awarded_for", "/awards/0", "/publications/0", "names its title"),
        ("awarded_for", "/awards/1", "/publications/0", "the one work of its venue and year"),
    }


def test_an_award_among_the_grants_is_one() -> None:
    award, grant = (
        Award(title="Sky Fellowship", date="2020"),
        Grant(title="Sky Fellowship", date="2020/2022"),
    )
    assert found(awards=[award], grants=[grant]) == {
        ("same_as", "/awards/0", "/grants/0", "same title and year")
    }  # fmt: skip


def test_links_of_the_profile() -> None:
    """Each talk but the one at GTC, and the eight open-source projects."""
    cv = parse_file("raw/haekyu_park.txt")
    titles = {f"/{key}/{n}": getattr(r, "title", None) or getattr(r, "name", None)
              for key in ("talks", "projects", "publications")
              for n, r in enumerate(getattr(cv, key))}  # fmt: skip
    linked = {link.source: link.target for link in cv.links}
    assert set(linked) == {f"/talks/{n}" for n in (0, 1, 2, 3, 5, 6)} | {
        f"/projects/{n}" for n in range(8)
    }
    assert all(titles[source] == titles[target] for source, target in linked.items())
    assert {link.rel for link in cv.links} == {"presents", "published_as"}
