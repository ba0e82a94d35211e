"""The pytest plugin: a folder of gold becomes test cases. Loaded in every run, and asleep until asked.

    [tool.pytest.ini_options]
    cvparse_gold = ["gold"]

names the folders, seen from where the configuration stands. Every `NAME.gold.json` in them is a
test that keeps the figures of its CV (`pytest --force-regen` renews them), and every floor in
`cvparse.toml` one that all CVs together must meet. Nothing else of cvparse is imported before that.
"""

from __future__ import annotations

import pytest

_GOLD = "cvparse_gold"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addini(_GOLD, "Folders of CVs and their gold, to be tested by cvparse.", type="paths")


def pytest_configure(config: pytest.Config) -> None:
    if folders := config.getini(_GOLD):
        from cvparse.testing.collecting import wake

        wake(config, folders)
