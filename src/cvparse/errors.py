"""The errors a user can cause. A bug is a plain exception and is not caught."""

from __future__ import annotations


class CVParseError(Exception):
    """Base of all errors of this package: says what was wrong, and what to do about it.

    `exit_code` is what the command line ends with.
    """

    exit_code = 2

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class ReadError(CVParseError):
    """A file that cannot be read as text: missing, a folder, binary, unreadable bytes."""

    exit_code = 4


class SchemaError(CVParseError):
    """JSON that is no JSON, or that breaks the schema of the output contract."""

    exit_code = 4


class LexiconError(CVParseError):
    """A word list that breaks its own promises: shape, order, examples."""

    exit_code = 5


class MissingExtraError(CVParseError):
    """A feature whose library is not installed; the hint is the exact pip line."""

    exit_code = 5


class ClusterError(CVParseError):
    """A cluster that does not answer, or whose workers cannot do the work."""

    exit_code = 5
