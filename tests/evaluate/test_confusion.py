"""What records were taken for, counted by hand."""

from __future__ import annotations

from cvparse.evaluate import score
from cvparse.evaluate.confusion import MISSED, SPURIOUS, confusion
from planted import planted


def test_every_record_of_gold_is_counted_once() -> None:
    found = confusion(one.findings for one in planted().cvs)
    assert found.counts == {
        ("grants", "projects"): 1,  # its words are all in the project
        ("awards", "awards"): 2,
        ("awards", MISSED): 1,
        (SPURIOUS, "awards"): 1,  # "Languages"
        ("languages", "languages"): 1,
        ("languages", MISSED): 1,
    }
    assert found.kinds == ["awards", "grants", "projects", "languages"]
    assert found.support("awards") == 3
    assert found.count("grants", "grants") == 0


def test_one_record_may_hold_several_that_were_lost() -> None:
    gold = {"students": [{"name": "Ada Roe"}, {"name": "Ben Poe"}]}
    read = {"other": [{"heading": "Supervised", "text": "2019 Ada Roe, 2020 Ben Poe"}]}
    found = confusion(one.findings for one in score({"a": gold}, {"a": read}).cvs)
    assert found.counts == {("students", "other"): 2}


def test_records_with_few_words_in_common_are_not_confused() -> None:
    gold = {"grants": [{"title": "Wind over Water in the North"}]}
    read = {"projects": [{"name": "Water in Pipes"}]}
    found = confusion(one.findings for one in score({"a": gold}, {"a": read}).cvs)
    assert found.counts == {("grants", MISSED): 1, (SPURIOUS, "projects"): 1}
