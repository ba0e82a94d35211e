"""PDFs at all the doors of the command line."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

import typesetting

pytest.importorskip("pypdfium2", reason='reads PDFs: pip install "cvparse[pdf]"')
pytest.importorskip("typst", reason="sets the PDFs: pip install typst")

Run = Callable[..., Result]


@pytest.fixture
def pdf(profile: str) -> Path:
    return typesetting.save(Path("cv.pdf"), profile)


@pytest.mark.parametrize(
    "words",
    [
        ["parse"],
        ["parse", "-f", "plain"],
        ["export", "-f", "bibtex"],
        ["explain"],
        ["explain", "--at", "/person/name"],
        ["lint", "--as-of", "1990-01-31"],
        ["diff", "cv.txt"],
    ],
    ids=" ".join,
)
def test_each_verb_reads_a_file_and_standard_input_alike(
    run: Run, pdf: Path, words: list[str]
) -> None:
    named, piped = run(*words, "cv.pdf"), run(*words, "-", stdin=pdf.read_bytes())
    assert named.exit_code == piped.exit_code == 0, named.output + piped.output
    assert named.stdout
    assert re.sub(r"<stdin>|(?m:^-(?=:))", "cv.pdf", piped.stdout) == named.stdout
