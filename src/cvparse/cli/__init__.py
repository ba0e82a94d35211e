"""The command line: verbs and their options. What a verb does stands in its own file.

Nothing here imports the parser: `cvparse --help` must answer at once (tests/cli/). Errors
become messages and exit codes in `Doors.invoke` and nowhere else:

    0 all well · 1 some documents failed · 2 wrong usage · 3 a gate was not met
    4 input cannot be read, or JSON breaks the schema · 5 environment · 130 interrupted
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from cvparse import __version__
from cvparse.cli import talk
from cvparse.errors import CVParseError

_OWN_OPTIONS = {"-h", "--help", "--version", "--install-completion", "--show-completion"}


class Doors(TyperGroup):
    """`cvparse FILE…` is `cvparse parse FILE…`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if args and args[0] not in self.commands and args[0] not in _OWN_OPTIONS:
            args = ["parse", *args]
        return super().parse_args(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except CVParseError as error:
            talk.report(error)
            raise typer.Exit(error.exit_code) from error
        except KeyboardInterrupt as error:
            talk.say("interrupted")
            raise typer.Exit(130) from error
        except BrokenPipeError as error:  # `cvparse cv.txt | head -1`: no one listens any more
            talk.hush()
            raise typer.Exit(0) from error


app = typer.Typer(
    cls=Doors,
    help="The raw text of an academic CV in, validated JSON out, every value traceable.",
    epilog="`cvparse FILE…` is `cvparse parse FILE…`; `-` is standard input. Exit codes: 0 all "
    "well, 1 some documents failed, 2 wrong usage, 3 a gate was not met, 4 input cannot be read "
    "or JSON breaks the schema, 5 environment, 130 interrupted.",
    rich_markup_mode=None,  # rich costs 40 ms, and help is read without it
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Files = Annotated[list[str], typer.Argument(metavar="FILE...", help="Files to read; `-` is stdin.")]
File = Annotated[str, typer.Argument(metavar="FILE", help="File to read; `-` is stdin.")]


def main(args: Sequence[str] | None = None) -> None:
    """Run the command line and exit."""
    try:
        app(args=args, prog_name="cvparse")
    except KeyboardInterrupt:  # before or after a verb was at work
        sys.exit(130)


def _print_version(wanted: bool) -> None:
    if wanted:
        talk.out(f"cvparse {__version__}\n".encode())
        raise typer.Exit


@app.callback()
def begin(
    ctx: typer.Context,
    *,
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_print_version, help="Say which.")
    ] = False,
) -> None:
    """Lay the settings of this folder under the options of `parse`."""
    if ctx.invoked_subcommand == "parse":
        from pathlib import Path

        from cvparse.cli import settings

        ctx.default_map = {"parse": settings.load(Path.cwd())}


@app.command()
def parse(  # noqa: PLR0913 (one parameter for each option)
    files: Files,
    *,
    output: Annotated[
        str | None,
        typer.Option(
            "-o", "--output", metavar="FILE|DIR", help="Where to write; several files need a DIR."
        ),
    ] = None,
    formats: Annotated[
        str,
        typer.Option(
            "-f",
            "--format",
            metavar="NAMES",
            envvar="CVPARSE_FORMAT",
            help="json, plain, lines; several by comma.",
        ),
    ] = "json",
    overwrite: Annotated[
        bool,
        typer.Option(
            "--overwrite/--no-overwrite",
            envvar="CVPARSE_OVERWRITE",
            help="Replace files that cvparse did not write.",
        ),
    ] = False,
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
        strict=strict,
        fail_fast=fail_fast,
        quiet=quiet,
        verbose=verbose,
    )
    raise typer.Exit((citing if citations else parsing).run(files, wish))


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


@app.command()
def schema() -> None:
    """Print the JSON Schema of the output."""
    from cvparse.exporters import schema

    talk.out(schema.text().encode())


@app.command()
def validate(files: Files) -> None:
    """Hold JSON files against the schema."""
    from cvparse.cli import validating

    raise typer.Exit(validating.run(files))


@app.command()
def doctor() -> None:
    """Check that everything cvparse needs is in place."""
    from cvparse.cli import examining

    raise typer.Exit(examining.run())
