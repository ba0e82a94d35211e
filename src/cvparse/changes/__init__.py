"""What became of a CV: two of them compared, record by record and field by field.

    changes = compare(parse(last_year), parse(this_year))
    for change in changes.records:
        print(change.what, change.key, change.title)
    report = since(changes, "2025-07")       # the annual report: what is new, and of these days

`told` and `as_json` say the same in words and as JSON.
"""

from cvparse.changes.comparing import compare
from cvparse.changes.differences import Change, Changes, Difference
from cvparse.changes.reports import Report, since
from cvparse.changes.telling import as_json, told

__all__ = [
    "Change", "Changes", "Difference", "Report", "as_json", "compare", "since", "told",
]  # fmt: skip
