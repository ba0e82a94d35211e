"""spaCy without its command line: nothing is missing from it afterwards."""

from __future__ import annotations

import subprocess
import sys


def told(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_spacy_works_and_its_command_line_can_still_be_had() -> None:
    code = (
        "from cvparse.cli.quick import import_spacy; import_spacy(); import sys, spacy\n"
        "early = 'spacy.cli' in sys.modules\n"
        "import spacy.cli\n"
        "print(early, len(spacy.blank('en')('two words')), callable(spacy.cli.info))"
    )
    assert told(code) == "False 2 True"


def test_a_spacy_built_otherwise_is_imported_as_ever() -> None:
    code = (
        "from cvparse.cli import quick\n"
        "quick._STOOD_FOR = ('spacy.cli', 'spacy.cli.info', 'spacy.tokens')\n"
        "quick.import_spacy(); import spacy\n"
        "print(len(spacy.blank('en')('two words')))"
    )
    assert told(code) == "2"


def test_a_spacy_that_is_there_is_left_alone() -> None:
    code = (
        "import spacy; from cvparse.cli.quick import import_spacy; import_spacy(); import sys\n"
        "print('spacy.cli' in sys.modules)"
    )
    assert told(code) == "True"
