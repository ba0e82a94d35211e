"""What stands in a folder of gold, as pytest sees it: a module for each CV, an item for each floor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from cvparse.errors import CVParseError, MissingExtraError
from cvparse.evaluate import cases, floors, tables
from cvparse.evaluate.floors import Floors, Unmet
from cvparse.evaluate.scores import Score, Scored, scored

NAME = "cvparse.gold"
_SHOWN = 20


def wake(config: pytest.Config, folders: Sequence[Path]) -> None:
    """Raises pytest.UsageError when a folder holds no gold, or floors are none."""
    try:
        if find_spec("pytest_regressions") is None or find_spec("pandas") is None:
            raise MissingExtraError("tests of gold need an extra", "pip install 'cvparse[test]'")
        gold = Gold([_Folder(path, config.rootpath) for path in folders])
    except CVParseError as error:
        raise pytest.UsageError(f"cvparse_gold: {error.message}; {error.hint}") from error
    config.pluginmanager.register(gold, NAME)
    if config.args_source is pytest.Config.ArgsSource.TESTPATHS:
        config.args += gold.places()


class _Folder:
    """A folder of gold: its CVs, its floors and where they stand. CVs are read when asked for."""

    def __init__(self, path: Path, root: Path) -> None:
        self.path = path
        self.cases = {case.gold: case for case in cases.cases(path)}
        self.settings, self.floors = floors.found([path, root])
        self._scored: dict[Path, Scored] = {}

    def scored(self, gold: Path) -> Scored:
        """One CV, compared. The test fails, in two lines, when it has no text or cannot be read."""
        try:
            return self._read(gold)
        except CVParseError as error:
            said = f"{error.message}\n{error.hint}"
        pytest.fail(said, pytrace=False)

    def _read(self, gold: Path) -> Scored:
        if gold not in self._scored:
            case = self.cases[gold]
            if case.read is None:
                raise CVParseError(f"{gold}: no text beside it", f"looked for {case.cv}.txt")
            self._scored[gold] = scored(case.cv, cases.load(gold), cases.read(case.read))
        return self._scored[gold]

    def score(self) -> Score:
        return Score(tuple(map(self.scored, self.cases)))


class Gold:
    """The hooks of a run that tests gold."""

    def __init__(self, folders: Sequence[_Folder]) -> None:
        self.folders = folders

    def places(self) -> list[str]:
        """What must be looked at besides `testpaths`."""
        found = [place for one in self.folders for place in (one.path, one.settings) if place]
        return [str(place) for place in dict.fromkeys(found)]

    def folder(self, gold: Path) -> _Folder:
        return next(one for one in self.folders if gold in one.cases)

    def pytest_collect_file(
        self, file_path: Path, parent: pytest.Collector
    ) -> pytest.Collector | None:
        if any(file_path in one.cases for one in self.folders):
            collector: pytest.Collector = GoldFile.from_parent(parent, path=file_path)
            return collector
        if any(file_path == one.settings for one in self.folders):
            return FloorsFile.from_parent(parent, path=file_path)
        return None


class GoldFile(pytest.Module):
    """The tests of one CV: those of `figures`, whose file is the gold and whose tables lie beside it."""

    def _getobj(self) -> ModuleType:
        from cvparse.testing import figures

        return figures

    def funcnamefilter(self, name: str) -> bool:
        return name.startswith("test_")  # whatever the user calls tests of their own


class FloorsFile(pytest.File):
    """The floors in a settings file: for each folder that goes by it, an item for each."""

    def collect(self) -> Iterator[pytest.Item]:
        gold: Gold | None = self.config.pluginmanager.get_plugin(NAME)
        for folder in gold.folders if gold else ():
            if folder.settings == self.path:
                for name in folder.floors.least:
                    yield Floor.from_parent(
                        self, name=f"{folder.path.name}::{name}", folder=folder, figure=name
                    )


class Floor(pytest.Item):
    """One figure of all CVs of a folder, which must not be less than its floor."""

    def __init__(self, *, folder: _Folder, figure: str, **rest: Any) -> None:
        super().__init__(**rest)
        self.folder = folder
        self.figure = figure

    def runtest(self) -> None:
        asked = self.folder.floors
        floor = Floors(asked.level, {self.figure: asked.least[self.figure]})
        score = self.folder.score()
        if found := floors.unmet(score, floor):
            pytest.fail(self._said(found[0], score), pytrace=False)

    def _said(self, unmet: Unmet, score: Score) -> str:
        """What is not met, and errors that hold it down."""
        level = self.folder.floors.level
        mean = unmet.name in floors.MEANS
        errors = (e for e in score.errors(level) if mean or unmet.name in (e.name, e.key))
        return f"{unmet} ({level})\n{tables.errors(list(errors), level, _SHOWN)}"

    def reportinfo(self) -> tuple[Path, None, str]:
        return self.path, None, f"floor of {self.figure}"
