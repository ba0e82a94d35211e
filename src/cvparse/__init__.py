"""cvparse: the raw text of an academic CV in, validated JSON out, every value traceable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cvparse.batch import iter_parse
    from cvparse.citations import parse_citation, parse_citations
    from cvparse.cv import CV
    from cvparse.pipeline import parse, parse_file

__version__ = "0.1.0"
__all__ = [
    "CV",
    "__version__",
    "iter_parse",
    "parse",
    "parse_citation",
    "parse_citations",
    "parse_file",
]


def __getattr__(name: str) -> Any:
    """Load the parser on first use: `import cvparse` alone stays cheap."""
    if name in ("parse", "parse_file"):
        from cvparse import pipeline

        return getattr(pipeline, name)
    if name in ("parse_citation", "parse_citations"):
        from cvparse import citations

        return getattr(citations, name)
    if name == "iter_parse":
        from cvparse import batch

        return batch.iter_parse
    if name == "CV":
        from cvparse.cv import CV

        return CV
    raise AttributeError(f"module 'cvparse' has no attribute {name!r}")
