"""`cvparse schema`: its options."""

from __future__ import annotations

from cvparse.cli import talk
from cvparse.cli.door import app


@app.command()
def schema() -> None:
    """Print the JSON Schema of the output."""
    from cvparse.exporters import schema

    talk.out(schema.text().encode())
