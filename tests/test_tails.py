"""Pages read without their gaps: dates of a right column end lines that go on below."""

from __future__ import annotations

import pytest

import cvparse

CV = """Jane Roe
jane@example.org
WoRK
ExpeRience
• Working as Research Assistant at the Center for Owls in Flight, Depart- Feb 2021 - Present
ment of Ornithology, Larkmoor University.
• Worked as Engineer at Acme Robotics, Inc. May - Dec 2020
JouRnal
Publication
• Roe, J., Sails, A., Jib, B., Edmond, D., Chand, P., Leider, Y., Vajaro, T., Yid, D. Nov 2023
Counting the Owls of the Northern Forests by Night. Journal of Owls.
• Vairo, S., Roe, J., [and 11 others, including Abel B. Naran]. Personal Forecasts of the Pre- Oct 2023
diction of Rain with Leaves. Scientific Leaves.
• Roe, J., Vajaro, T., Yid, D. A Systematic Review of the Maps of Owls Using All of April 2023
the Leaves. Leaf.
• Husse, F., Stang, J.P., Langen, S.A., McInn, M.G., Zulet, J., Pisci, A., Ross, M.K., Demos, July 2022
A.P., Vesel, C., Roe, J., and Caro, B. Passive Sensing of Owls. Journal of Nests.
WoRKing
PapeR
• Roe, J., Chand, P. How Owls Fold their Maps. Under-review at Journal of Maps.
• Roe, J., Vajaro, T. Owls in Rain. Submitted to Journal of Rain.
SeRvice • Reviewer for Journal of Kites. April 2023 - Present
Technical
sKill
• Python, R
AwaRd
and
honoR
• Prize of the Northern Forests, Society for Owls. 2019
PResentation • Roe, J., Chand, P., Yid, D. Seeing in the Dark by Learning from the Owls June 2024
for a Better Sight. Society for Owls.
• Roe, J., Vajaro, T., Yid, D. General Forecasts of the Rain by a Stable Choice of Oct 2023
Leaves. Academy of Leaves.
• Roe, J., Chand, P., Vajaro, T., Yid, D. Maps of the Real World for Forecasts of Rain May 2022
and Snow. Academy of Rain.
"""


@pytest.fixture(scope="module")
def cv() -> cvparse.CV:
    return cvparse.parse(CV)


def test_titles_and_authors_go_on_below_their_date(cv: cvparse.CV) -> None:
    papers = [(p.title, p.date, len(p.authors)) for p in cv.publications[:4]]
    assert papers == [
        ("Counting the Owls of the Northern Forests by Night", "2023-11", 8),
        ("Personal Forecasts of the Prediction of Rain with Leaves", "2023-10", 2),
        ("A Systematic Review of the Maps of Owls Using All of the Leaves", "2023-04", 3),
        ("Passive Sensing of Owls", "2022-07", 11),
    ]
    assert [(t.title, t.date) for t in cv.talks] == [
        ("Seeing in the Dark by Learning from the Owls for a Better Sight", "2024-06"),
        ("General Forecasts of the Rain by a Stable Choice of Leaves", "2023-10"),
        ("Maps of the Real World for Forecasts of Rain and Snow", "2022-05"),
    ]


def test_a_paper_sent_to_a_journal_is_no_working_paper(cv: cvparse.CV) -> None:
    assert [(p.status, p.type) for p in cv.publications[4:]] == [
        ("submitted", "article-journal"),
        ("submitted", "article-journal"),
    ]


def test_positions_are_named_without_the_verb(cv: cvparse.CV) -> None:
    assert [(e.position, e.organization) for e in cv.employment] == [
        (
            "Research Assistant",
            "Center for Owls in Flight, Department of Ornithology, Larkmoor University",
        ),
        ("Engineer", "Acme Robotics, Inc"),
    ]


def test_a_date_behind_an_event_of_its_own_line_joins_nothing() -> None:
    cv = cvparse.parse(
        "Jane Roe\n\nTalks\n"
        "Owl Days Mar. 2022\nTalk at the Department of Robotics, Larkmoor University\n"
        "Nest Days Feb. 2021\nTalk at the Department of Birds, Larkmoor University\n"
        "Leaf Days Jan. 2020\nTalk at the Department of Trees, Larkmoor University\n"
    )
    assert [t.event for t in cv.talks] == ["Owl Days", "Nest Days", "Leaf Days"]


def test_plain_words_between_marked_headings_head_nothing() -> None:
    marked = "".join(
        f"## {words}\n\n* one thing, 2019\n\n"
        for words in ("Education", "Work Experience", "Teaching", "Publications", "Skills")
    )
    cv = cvparse.parse(f"# Jane Roe\n\n## About\n\nAchievements\n* 9 papers\n\n{marked}")
    assert cv.awards == ()
