"""`cvparse validate`: its options."""

from __future__ import annotations

import typer

from cvparse.cli.door import Files, app


@app.command()
def validate(files: Files) -> None:
    """Hold JSON files against the schema."""
    from cvparse.cli import validating

    raise typer.Exit(validating.run(files))
