"""`cvparse lint`: its options."""

from __future__ import annotations

from typing import Annotated

import typer

from cvparse.cli import talk
from cvparse.cli.door import app


@app.command()
def lint(  # noqa: PLR0913 (one parameter for each option)
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="FILE...", help="CVs, or JSON that cvparse wrote; `-` is stdin."),
    ] = None,
    *,
    form: Annotated[
        str, typer.Option("-f", "--format", metavar="NAME", help="text, json, github or sarif.")
    ] = "text",
    select: Annotated[
        str | None,
        typer.Option("--select", metavar="CODES", help="These rules only: CV004,gap or CV01."),
    ] = None,
    ignore: Annotated[
        str | None, typer.Option("--ignore", metavar="CODES", help="All rules but these.")
    ] = None,
    strict: Annotated[
        bool | None,
        typer.Option("--strict/--no-strict", help="Exit with 3 at a warning or an error."),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DATE", help="The day to judge by (YYYY-MM-DD): today."),
    ] = None,
    explain: Annotated[
        str | None, typer.Option("--explain", metavar="CODE", help="Print the page of a rule.")
    ] = None,
    rules: Annotated[bool, typer.Option("--rules", help="List all rules.")] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="No summary.")] = False,
) -> None:
    """Say what to look at again in a CV: slips, contradictions, gaps, private data."""
    from cvparse.cli import linting

    if explain is not None or rules:
        talk.out((linting.page(explain) if explain is not None else linting.table()).encode())
        return
    wish = linting.Wish(form, select, ignore, strict, as_of, quiet)
    raise typer.Exit(linting.run(files or [], wish))
