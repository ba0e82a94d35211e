"""`cvparse parse`: its options."""

from __future__ import annotations

from typing import Annotated

import typer

from cvparse.cli.door import Files, app

Output = Annotated[
    str | None,
    typer.Option(
        "-o", "--output", metavar="FILE|DIR", help="Where to write; several files need a DIR."
    ),
]
Formats = Annotated[
    str,
    typer.Option(
        "-f",
        "--format",
        metavar="NAMES",
        envvar="CVPARSE_FORMAT",
        help="json, plain, lines, bibtex, …; several by comma.",
    ),
]
SaveText = Annotated[
    str | None,
    typer.Option(
        "--save-text", metavar="FILE|DIR", help="Write the text, too, that positions count in."
    ),
]


@app.command()
def parse(  # noqa: PLR0913 (one parameter for each option)
    files: Files,
    *,
    output: Output = None,
    formats: Formats = "json",
    overwrite: Annotated[
        bool,
        typer.Option(
            "--overwrite/--no-overwrite",
            envvar="CVPARSE_OVERWRITE",
            help="Replace files that cvparse did not write.",
        ),
    ] = False,
    save_text: SaveText = None,
    strict: Annotated[
        bool,
        typer.Option(
            "--strict/--no-strict",
            envvar="CVPARSE_STRICT",
            help="Exit with 3 when some of the text went nowhere.",
        ),
    ] = False,
    citations: Annotated[
        bool, typer.Option("--citations", help="The files hold one citation a line, no CV.")
    ] = False,
    fail_fast: Annotated[
        bool, typer.Option("--fail-fast", help="Stop at the first file that fails.")
    ] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Say errors only.")] = False,
    verbose: Annotated[
        bool, typer.Option("-v", "--verbose", help="Say what was found, and what looks odd.")
    ] = False,
) -> None:
    """Read CVs, write records."""
    from cvparse.cli import citing, parsing

    wish = parsing.Wish(
        output=output,
        formats=formats,
        overwrite=overwrite,
        save_text=save_text,
        strict=strict,
        fail_fast=fail_fast,
        quiet=quiet,
        verbose=verbose,
    )
    raise typer.Exit((citing if citations else parsing).run(files, wish))
