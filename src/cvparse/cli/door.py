"""The door: how errors become messages and exit codes, and the types that verbs share.

Errors are told in `Doors.invoke` and nowhere else:

    0 all well · 1 some documents failed · 2 wrong usage · 3 a gate was not met
    4 input cannot be read, or JSON breaks the schema · 5 environment · 130 interrupted
"""

from __future__ import annotations

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
