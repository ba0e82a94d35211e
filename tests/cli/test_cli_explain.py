"""`cvparse explain --at`: where a value came from, what it is a part of, and who lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from typer.testing import Result

from cvparse.cli import reasons
from cvparse.cli.quoting import quoted
from cvparse.document import Mention, Source, Span

Run = Callable[..., Result]


def lines(text: str, span: tuple[int, int]) -> list[str]:
    return list(quoted(Source(text), Span(*span)))


# --- values -------------------------------------------------------------------------------------


def test_a_part_says_of_what(run: Run) -> None:
    told = run("explain", "cv.txt", "--at", "/education/0/degree").stdout
    assert "  a part of study 'Ph.D., Physics, Example University, 2015 - 2019' (" in told
    assert "also degree 'Ph.D.' (degrees.abbreviation): says the same; " in told


def test_a_value_that_stands_for_itself_is_a_part_of_nothing(run: Run) -> None:
    told = run("explain", "cv.txt", "--at", "/publications/0/title").stdout
    assert "a part of" not in told


def test_a_record_and_a_list_explain_all_they_hold(run: Run) -> None:
    told = run("explain", "cv.txt", "--at", "/person").stdout
    assert "/person/name = 'Ada Beispiel'" in told
    assert "/person/emails/0 = 'ada@example.org'" in told
    authors = run("explain", "cv.txt", "--at", "/publications/0/authors").stdout
    assert authors.count("read by rule people.list") == 2


ABOVE = """Ada Beispiel

Employment

Fenwick Harbour Institute, Oakford
Professor, 2015 - 2019
Lecturer, 2012 - 2015
"""


def test_what_is_printed_above_several_entries(run: Run) -> None:
    told = run("explain", "-", "--at", "/employment/1/organization", stdin=ABOVE).stdout
    assert ":5:1: inferred by rule posts.organization\n" in told
    assert "a part of post 'Fenwick Harbour Institute, Oakford Professor" in told


def test_what_a_heading_says(run: Run) -> None:
    text = "Ada Beispiel\n\nInvited Talks\n\nWind over Water. Kite Days, Oakford, 2019.\n"
    told = run("explain", "-", "--at", "/talks/0/kind", stdin=text).stdout
    assert "     3 | Invited Talks\n" in told
    assert "the heading says it, of all that stands under it" in told


@pytest.mark.parametrize(
    ("pointer", "hint"),
    [
        ("/publications/0/tilte", "did you mean /publications/0/title? it has: "),
        ("/publication/0/title", "did you mean /publications? it has: "),
        ("/publications", "it has 1 members, counted from 0"),
    ],
)
def test_mistakes_are_met_half_way(run: Run, pointer: str, hint: str) -> None:
    done = run("explain", "cv.txt", "--at", pointer)
    assert done.exit_code == 2
    assert hint in done.stderr


# --- reasons ------------------------------------------------------------------------------------


def test_the_winner_is_found_among_parts() -> None:
    part = Mention("degree", Span(0, 4), "PhD", "studies.degree")
    whole = Mention("study", Span(0, 20), None, "studies.head", (part,))
    other = Mention("degree", Span(0, 4), "PhD", "degrees.abbreviation")
    won = reasons.winner("studies.degree", Span(0, 4), [whole, other])
    assert won == reasons.Winner(part, whole)
    ((loser, why),) = reasons.losers(won, "studies.degree", Span(0, 4), [whole, other])
    assert loser == other
    assert why == "says the same; studies.head says it of the whole study"


@pytest.mark.parametrize(
    ("label", "span", "why"),
    [
        ("x", (0, 30), "longer: it holds the value as a part"),
        ("x", (0, 20), "same stretch; study is more specific"),
        ("x", (0, 10), "holds the value, and is itself a part of what studies.head says"),
        ("x", (1, 3), "shorter: studies.head is longer, and says what each part is"),
    ],
)
def test_why_others_lost_to_a_part(label: str, span: tuple[int, int], why: str) -> None:
    part = Mention("degree", Span(0, 4), "PhD", "studies.degree")
    won = reasons.Winner(part, Mention("study", Span(0, 20), None, "studies.head", (part,)))
    assert reasons.why(Mention(label, Span(*span), None, "y.z"), won) == why


def test_rivals_are_of_the_same_sort_and_in_no_field() -> None:
    venues = [Mention("venue", Span(n, n + 5), None, "venues.name") for n in (0, 10, 20)]
    won = reasons.Winner(venues[0], venues[0])
    assert reasons.rivals(won, [Span(0, 5), Span(20, 25)], venues) == [venues[1]]


def test_words_that_no_rule_took() -> None:
    assert "kept as a note" in reasons.unseen("rest.entry")
    assert "first line" in reasons.unseen("entries.first_line")


# --- carets ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "span", "below"),
    [
        ("one two", (4, 7), "       |     ^^^"),
        ("\tone\ttwo", (5, 8), "       | \t   \t^^^"),
        ("王芳 two", (3, 6), "       |      ^^^"),
        ("王芳 two", (0, 2), "       | ^^^^"),
        ("e\u0301 two", (3, 6), "       |   ^^^"),
    ],
)
def test_carets_stand_under_the_words(text: str, span: tuple[int, int], below: str) -> None:
    assert lines(text, span)[1] == below


def test_of_a_long_line_the_place_is_shown() -> None:
    text = "a" * 1000 + " here " + "b" * 1000
    above, below = lines(text, (1001, 1005))
    assert above.startswith("     1 | …a")
    assert above.endswith("b…")
    assert len(above) < 260
    assert above[below.index("^") : below.rindex("^") + 1] == "here"


def test_a_value_longer_than_what_is_shown() -> None:
    above, below = lines("a" * 1000, (0, 1000))
    assert below.count("^") == above.count("a") == 240
