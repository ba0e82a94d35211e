"""The command line: `door` is its frame, `verbs/` its options; what a verb does has a file here.

Nothing at the door imports the parser: `cvparse --help` must answer at once (tests/cli/).
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from cvparse.cli import verbs as _verbs  # noqa: F401 (hangs each verb into the door)
from cvparse.cli.door import app

__all__ = ["app", "main"]


def main(args: Sequence[str] | None = None) -> None:
    """Run the command line and exit."""
    try:
        app(args=args, prog_name="cvparse")
    except KeyboardInterrupt:  # before or after a verb was at work
        sys.exit(130)
