"""`cvparse label`: its options."""

from __future__ import annotations

from typing import Annotated

import typer

from cvparse.cli.door import File, app


@app.command()
def label(
    file: File,
    *,
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="DIR", help="Where to write; else beside FILE."),
    ] = None,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Draft anew over gold that was corrected.")
    ] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Say errors only.")] = False,
) -> None:
    """Draft gold for a CV, with a page to correct it on."""
    from cvparse.cli import labelling

    labelling.run(file, output, overwrite=overwrite, quiet=quiet)
