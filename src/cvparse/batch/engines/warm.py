"""Importing this loads all that parsing needs: models, word lists, patterns. Once a process.

The server that workers are forked off imports it, so that they share one copy in memory.
"""

from __future__ import annotations

import contextlib
import gc

from cvparse import pipeline

_PAGE = """Ada Beispiel
ada@example.org

Education

Ph.D., Computer Science, Example University, 2015 - 2019

Publications

A. Beispiel and J. Roe. A Study of Invented Profiles. Journal of Examples, 12(3), 2020.
"""

with contextlib.suppress(Exception):  # what is broken is told with each document, not here
    pipeline.parse(_PAGE)
gc.freeze()  # what is there stays: looking at it again would copy the shared memory
