"""`cvparse explain`: its options."""

from __future__ import annotations

from typing import Annotated

import typer

from cvparse.cli import talk
from cvparse.cli.door import File, app


@app.command()
def explain(
    file: File,
    *,
    at: Annotated[
        str | None,
        typer.Option("--at", metavar="POINTER", help="One value, as /publications/3/venue."),
    ] = None,
) -> None:
    """Show what every line was taken for; or where one value came from, and why."""
    from cvparse.cli import explaining

    talk.out(explaining.run(file, at).encode("utf-8", "backslashreplace"))
