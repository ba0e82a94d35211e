"""`cvparse diff`: its options."""

from __future__ import annotations

from typing import Annotated

import typer

from cvparse.cli.door import app

_WHAT = "A CV, or our JSON of one; `-` is stdin."


@app.command()
def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help=_WHAT)],
    new: Annotated[str, typer.Argument(metavar="NEW", help=_WHAT)],
    *,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DATE", help="Only what is new since then, as 2025-07."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, records whole.")] = False,
) -> None:
    """Say what was added, changed and removed, record by record."""
    from cvparse.cli import differing

    differing.run(old, new, since=since, as_json=as_json)
