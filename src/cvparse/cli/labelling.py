"""`cvparse label`: a draft of gold beside a CV, and the page to correct it on."""

from __future__ import annotations

from pathlib import Path

from cvparse import labels, pipeline, readers
from cvparse.cli import quick, talk
from cvparse.cli.writing import Destination
from cvparse.errors import CVParseError


def run(file: str, output: str | None, *, overwrite: bool = False, quiet: bool = False) -> None:
    """Write `NAME.gold.json` and `NAME.label.html`.

    Gold that is there already has perhaps been worked on: it is kept, and the page shows it. Raises
    CVParseError when a file cannot be read or written.
    """
    quick.import_spacy()
    target = Destination(folder=_folder(file, output), overwrite=True)
    gold, page = target.path(file, ".gold.json"), target.path(file, ".label.html")
    assert gold is not None and page is not None  # noqa: S101, PT018 (there is a folder)
    _check(target, file, gold, page, overwrite=overwrite)
    cv = pipeline.parse_source(readers.read(file))
    kept = gold.exists() and not overwrite
    text = readers.contents(gold) if kept else labels.written(labels.draft(cv))
    made = labels.page(cv, text, gold.name).encode("utf-8", "backslashreplace")
    if not kept:
        target.write(text.encode(), gold, file)
    target.write(made, page, file)
    if not quiet:
        done = "is there already, and kept (--overwrite drafts anew)" if kept else "drafted"
        talk.say(f"{gold}: {done}")
        talk.say(
            f"{page}: open it in a browser, correct the right side, download it as {gold.name}"
        )


def _folder(file: str, output: str | None) -> Path:
    """Gold lies beside its text, unless another folder is named."""
    folder = Path(output) if output else Path() if file == "-" else Path(file).parent
    if folder.exists() and not folder.is_dir():
        raise CVParseError(f"{folder}: a file, and gold and page need a folder", "name another -o")
    return folder


def _check(target: Destination, file: str, gold: Path, page: Path, *, overwrite: bool) -> None:
    """Raises CVParseError when a file stands in the way."""
    for path in (gold, page):
        target.check(path, file)
    if page.exists() and not overwrite and _GENERATOR not in page.read_bytes()[:4096]:
        hint = "use --overwrite to replace it, or name another -o"
        raise CVParseError(f"{page}: exists, and cvparse did not write it", hint)


_GENERATOR = b'<meta name="generator" content="cvparse">'
