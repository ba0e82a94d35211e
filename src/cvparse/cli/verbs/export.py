"""`cvparse export`: its options."""

from __future__ import annotations

from typing import Annotated

import typer

from cvparse.cli.door import Files, app


@app.command()
def export(  # noqa: PLR0913 (one parameter for each option)
    files: Files,
    *,
    formats: Annotated[
        str,
        typer.Option(
            "-f", "--format", metavar="NAMES", help="bibtex, csl, ris, …; several by comma."
        ),
    ],
    output: Annotated[
        str | None,
        typer.Option(
            "-o", "--output", metavar="FILE|DIR", help="Where to write; several files need a DIR."
        ),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of", metavar="DATE", help="The day that cpos and coa look from; default: today."
        ),
    ] = None,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace files that cvparse did not write.")
    ] = False,
    fail_fast: Annotated[
        bool, typer.Option("--fail-fast", help="Stop at the first file that fails.")
    ] = False,
    quiet: Annotated[
        bool, typer.Option("-q", "--quiet", help="Do not say what a format cannot carry.")
    ] = False,
) -> None:
    """Write CVs, or JSON made of them, in other formats; say what these cannot carry."""
    from cvparse.cli import exporting

    wish = exporting.Wish(
        formats=formats,
        output=output,
        as_of=as_of,
        overwrite=overwrite,
        fail_fast=fail_fast,
        quiet=quiet,
    )
    raise typer.Exit(exporting.run(files, wish))
