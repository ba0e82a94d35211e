"""`cvparse doctor`: its options."""

from __future__ import annotations

import typer

from cvparse.cli.door import app


@app.command()
def doctor() -> None:
    """Check that everything cvparse needs is in place."""
    from cvparse.cli import examining

    raise typer.Exit(examining.run())
