"""HTML as a tree, so that a text can only ever be text: whoever writes the tree out escapes it."""

from __future__ import annotations

import re
from typing import TypeAlias
from xml.etree.ElementTree import Element, tostring

Child: TypeAlias = "Element | str | None"

# Signs that cannot be seen, or that turn around what stands behind them, are shown by number.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def element(tag: str, *children: Child, **attributes: str) -> Element:
    """An element; strings among its children are text. `class_` is `class`, `data_x` is `data-x`."""
    made = Element(
        tag, {name.rstrip("_").replace("_", "-"): shown(v) for name, v in attributes.items()}
    )
    last: Element | None = None
    for child in children:
        if isinstance(child, str):
            text = child if tag == "style" else shown(child)
            if last is None:
                made.text = (made.text or "") + text
            else:
                last.tail = (last.tail or "") + text
        elif child is not None:
            made.append(child)
            last = child
    return made


def shown(text: str) -> str:
    return _UNSEEN.sub(lambda sign: f"‹U+{ord(sign[0]):04X}›", text)


def written(root: Element) -> str:
    """The document; nothing that a text says is markup in it."""
    return "<!doctype html>\n" + tostring(root, encoding="unicode", method="html") + "\n"
