"""spaCy in less time: its own command line is a third of its import, and ours has no use for it.

Only our own process does this, never the library: while spaCy loads, empty modules stand where
its command line would, and they are gone before anything else can see them. Should spaCy be
built differently one day, it is imported as ever. What an import makes is there to stay, so the
garbage collector need not look at it, then or later.
"""

from __future__ import annotations

import gc
import sys
from types import ModuleType

_STOOD_FOR = ("spacy.cli", "spacy.cli.info")


def import_spacy() -> None:
    """Import spaCy without its command line, unless it is there already."""
    if "spacy" in sys.modules:
        return
    stubs = {name: ModuleType(name) for name in _STOOD_FOR}
    stubs["spacy.cli"].__path__ = []
    stubs["spacy.cli.info"].__dict__["info"] = None
    sys.modules.update(stubs)
    gc.disable()
    try:
        import spacy

        vars(spacy).pop("cli", None)
    except Exception:  # noqa: BLE001 (whatever went wrong, the plain import says it better)
        for name in [n for n in sys.modules if n.split(".")[0] == "spacy"]:
            del sys.modules[name]
    finally:
        gc.enable()
        gc.freeze()
        for name, stub in stubs.items():
            if sys.modules.get(name) is stub:
                del sys.modules[name]
