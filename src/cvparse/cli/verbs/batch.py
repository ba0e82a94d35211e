"""`cvparse batch`: its options."""

from __future__ import annotations

from typing import Annotated

import typer

from cvparse.cli.door import app

To = Annotated[
    str,
    typer.Option(
        "--to",
        metavar="FORM",
        help="files (one JSON each), or one file of all: jsonl, parquet, sqlite.",
    ),
]
Tables = Annotated[
    str | None,
    typer.Option(
        "--tables",
        metavar="FORM",
        help="A table for each kind of record, too: csv or parquet.",
    ),
]
Provenance = Annotated[
    bool, typer.Option("--provenance", help="With --tables: where each value was read.")
]
Engine = Annotated[
    str, typer.Option("--engine", metavar="NAME", help="local, or dask for many machines.")
]
Scheduler = Annotated[
    str | None,
    typer.Option(
        "--scheduler",
        metavar="ADDRESS",
        help="Of a Dask cluster (tcp://…:8786); else one is started on this machine.",
    ),
]


@app.command()
def batch(  # noqa: PLR0913 (one parameter for each option: the fields of `batching.Wish`)
    ctx: typer.Context,
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...",
            help="Files, folders, globs, @LIST for a file of paths, `-` for such a list on stdin.",
        ),
    ],
    *,
    output: Annotated[
        str,
        typer.Option("-o", "--output", metavar="DIR", help="Where to write.", show_default=False),
    ],
    to: To = "files",
    tables: Tables = None,
    provenance: Provenance = False,
    jobs: Annotated[
        int | None,
        typer.Option("-j", "--jobs", min=1, help="So many processes.", show_default="processors"),
    ] = None,
    engine: Engine = "local",
    scheduler: Scheduler = None,
    keep_dirs: Annotated[
        bool, typer.Option("--keep-dirs", help="Keep the folders of the input in DIR.")
    ] = False,
    keep_duplicates: Annotated[
        bool, typer.Option("--keep-duplicates", help="Parse files of the same content, too.")
    ] = False,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on with an earlier batch in DIR.")
    ] = False,
    overwrite: Annotated[
        bool,
        typer.Option("--overwrite", help="Begin anew; replace files that cvparse did not write."),
    ] = False,
    fail_fast: Annotated[
        bool, typer.Option("--fail-fast", help="Stop at the first document that fails.")
    ] = False,
    timeout: Annotated[
        float, typer.Option("--timeout", metavar="S", min=0.1, help="Seconds for a document.")
    ] = 60.0,
    memory: Annotated[
        int, typer.Option("--memory", metavar="MB", min=64, help="Memory for a worker (Linux).")
    ] = 2048,
    max_size: Annotated[
        int, typer.Option("--max-size", metavar="MB", min=1, help="Larger files fail at once.")
    ] = 100,
    summary: Annotated[
        str | None,
        typer.Option("--summary", metavar="FILE", help="Write the closing summary there, too."),
    ] = None,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Say errors only.")] = False,
) -> None:
    """Parse very many CVs; nothing is lost, whatever one of them does."""
    from cvparse.cli import batching

    options = {name: value for name, value in ctx.params.items() if name != "paths"}
    raise typer.Exit(batching.run(paths, batching.Wish(**options)))
