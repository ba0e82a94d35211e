"""`cvparse eval`: its options."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from typer import Option

from cvparse.cli.door import app

Gold = Annotated[
    Path, typer.Argument(metavar="GOLD", help="A folder of NAME.gold.json, or one such file.")
]
Pred = Annotated[
    Path | None,
    typer.Argument(
        metavar="[PRED]",
        help="What was read: a folder or a file, of JSON or of texts to parse. Without it, the "
        "texts beside the gold are parsed.",
    ),
]
AtLevel = Annotated[
    str | None,
    Option(
        "--level",
        metavar="LEVEL",
        help="soft, folded (the default) or strict: what is shown in full, what gates and errors "
        "go by.",
    ),
]
ByCV = Annotated[bool, Option("--by-cv", help="A line for each CV too.")]
ByRule = Annotated[
    bool, Option("--by-rule", help="How often each rule was right (from provenance).")
]
Errors = Annotated[int, Option("--errors", metavar="N", min=0, help="Show the first N errors.")]
Format = Annotated[str, Option("-f", "--format", metavar="NAME", help="text or github (Markdown).")]
Json = Annotated[
    str | None,
    Option("--json", metavar="FILE", help="All figures and errors; `-` is stdout."),
]
Html = Annotated[
    str | None,
    Option("--html", metavar="FILE", help="A page: figures, confusion, every error in its text."),
]
Baseline = Annotated[
    Path | None,
    Option("--baseline", metavar="FILE", help="Show gains and losses since this one."),
]
SaveBaseline = Annotated[
    str | None,
    Option("--save-baseline", metavar="FILE", help="Keep this one, to compare with."),
]
FailUnder = Annotated[
    float | None,
    Option(
        "--fail-under",
        metavar="F1",
        min=0,
        max=1,
        help="Exit with 3 when the mean field F1 is less.",
    ),
]
CheckGold = Annotated[
    bool,
    Option("--check-gold", help="Look for mistakes in the gold itself; 3 if there are."),
]
Overwrite = Annotated[bool, Option("--overwrite", help="Replace files that cvparse did not write.")]


@app.command(name="eval")
def evaluate(  # noqa: PLR0913 (one parameter for each option)
    gold: Gold,
    read: Pred = None,
    *,
    level: AtLevel = None,
    by_cv: ByCV = False,
    by_rule: ByRule = False,
    errors: Errors = 0,
    form: Format = "text",
    json: Json = None,
    html: Html = None,
    baseline: Baseline = None,
    save_baseline: SaveBaseline = None,
    fail_under: FailUnder = None,
    check_gold: CheckGold = False,
    overwrite: Overwrite = False,
) -> None:
    """Measure accuracy against gold, show what changed, and gate on it."""
    from cvparse.cli import checking, evaluating

    if check_gold:
        raise typer.Exit(checking.run(gold, read))
    wish = evaluating.Wish(
        level=level,
        by_cv=by_cv,
        errors=errors,
        by_rule=by_rule,
        form=form,
        json=json,
        html=html,
        baseline=baseline,
        save_baseline=save_baseline,
        fail_under=fail_under,
        overwrite=overwrite,
    )
    raise typer.Exit(evaluating.run(gold, read, wish))
