"""File after file: one bad file never stops the others."""

from __future__ import annotations

from collections.abc import Callable

from cvparse.cli import talk
from cvparse.errors import CVParseError


def through(
    files: list[str],
    read: Callable[[str], Callable[[], bool]],
    *,
    quiet: bool = False,
    fail_fast: bool = False,
) -> int:
    """Read each file and tell of it; the exit code.

    `read` does the work under the progress bar and returns what is to be said when that is out of
    the way; what it returns in turn is true when a gate was not met. Raises what a lone file raises.
    """
    progress = talk.Progress(len(files), shown=len(files) > 1 and not quiet)
    failed = unmet = 0
    for number, name in enumerate(files):
        progress.show(number, name)
        try:
            tell = read(name)
        except Exception as error:  # noqa: BLE001 (told apart, and most of them raised again)
            progress.clear()
            _forgive(error, name, alone=len(files) == 1)
            failed += 1
            if fail_fast:
                break
            continue
        progress.clear()
        unmet += tell()
    return 1 if failed else 3 if unmet else 0


def _forgive(error: Exception, name: str, *, alone: bool) -> None:
    """Report what failed one of several files; raise what concerns a lone file, or all of them."""
    if alone or isinstance(error, BrokenPipeError):
        raise error
    if isinstance(error, CVParseError):
        if error.exit_code == 5:  # the environment: no other file would fare better
            raise error
        talk.report(error)
        return
    kind = type(error).__name__
    talk.report(CVParseError(f"{name}: a bug in cvparse: {kind}: {error}", "please report it"))
