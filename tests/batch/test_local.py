"""The local engine: whatever a document does, it costs only itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cvparse.batch import Failed, Outcome, Parsed, Task
from cvparse.batch.engines import Local
from trouble import work


def tasks(folder: Path, texts: list[str]) -> Iterator[Task]:
    for number, text in enumerate(texts):
        path = folder / f"{number}.txt"
        path.write_text(text)
        yield Task(number, path.name, str(path), "")


def in_order(outcomes: Iterator[Outcome]) -> list[Outcome]:
    return sorted(outcomes, key=lambda outcome: outcome.task.number)


def test_every_task_has_one_outcome(tmp_path: Path) -> None:
    texts = [f"text {n}" for n in range(20)]
    engine = Local(jobs=2, recycle=5)
    done = in_order(engine.run(work, tasks(tmp_path, texts)))
    assert [o.data.decode() for o in done if isinstance(o, Parsed)] == texts


@pytest.mark.parametrize(
    ("text", "cause", "said"),
    [
        ("raise", "raised", "ValueError at trouble.py"),
        ("exit 7", "crashed", "exit code 7"),
        ("exit 0", "timed out", "2 s"),
        ("hang", "timed out", "2 s"),
        ("allocate", "out of memory", "more than 512 MB"),
    ],
)
def test_one_bad_document_costs_itself(tmp_path: Path, text: str, cause: str, said: str) -> None:
    engine = Local(jobs=1, timeout=2, memory=512 << 20)
    first, bad, last = in_order(engine.run(work, tasks(tmp_path, ["one", text, "three"])))
    assert isinstance(first, Parsed)
    assert isinstance(last, Parsed)
    assert isinstance(bad, Failed)
    assert (bad.stage, bad.cause) == ("parse", cause)
    assert said in bad.message


def test_tasks_are_pulled_as_there_is_room(tmp_path: Path) -> None:
    pulled: list[int] = []

    def watched() -> Iterator[Task]:
        for task in tasks(tmp_path, ["text"] * 50):
            pulled.append(task.number)
            yield task

    outcomes = Local(jobs=1).run(work, watched())
    for seen, _ in enumerate(outcomes, 1):
        assert len(pulled) <= seen + 4
    assert len(pulled) == 50


def test_a_window_keeps_others_from_running_ahead(tmp_path: Path) -> None:
    texts = ["hang", *["text"] * 30]
    outcomes = Local(jobs=2, timeout=2, window=8).run(work, tasks(tmp_path, texts))
    order = [outcome.task.number for outcome in outcomes]
    assert order.index(0) < 8
    assert sorted(order) == list(range(31))
