"""How far what was read agrees with what a person wrote, and where it does not.

    kinds      what is compared: a row for each key of the contract
    folding    one form for all ways to print the same words; how alike two strings are
    agreement  what a value earns at each level: soft, folded, strict
    pairing    which record was read for which of gold: one to one, best total likeness
    findings   one CV compared: each value that either side has is a `Finding`
    tallies    sums of findings: precision, recall, F1, support
    confusion  what records were taken for: kinds in gold against kinds read
    report     a score as one HTML page
    scores     some CVs compared: `Score`, whose figures are tallies and whose errors are findings

Everything here works on dictionaries in the shape of the contract, as JSON holds them; what was read
may carry `provenance`, and then findings know their `span` and rules. All is frozen and deterministic.

    score({"roe": gold}, {"roe": read}).by_field("strict")["publications.title"].f1
"""

from __future__ import annotations

from cvparse.evaluate.agreement import LEVELS, Credit, Level, credit
from cvparse.evaluate.findings import Finding, Trace, Verdict, compare
from cvparse.evaluate.kinds import KINDS, Kind
from cvparse.evaluate.pairing import pair
from cvparse.evaluate.scores import Score, Scored, score
from cvparse.evaluate.tallies import Tally, tallies, tally

__all__ = [
    "KINDS",
    "LEVELS",
    "Credit",
    "Finding",
    "Kind",
    "Level",
    "Score",
    "Scored",
    "Tally",
    "Trace",
    "Verdict",
    "compare",
    "credit",
    "pair",
    "score",
    "tallies",
    "tally",
]
