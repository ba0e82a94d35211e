"""What characters are: look-alikes, capitals, signs that are no words. Nothing about CVs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from functools import cached_property

    lazy = cached_property
else:

    class lazy:  # noqa: N801 (a decorator)
        """`functools.cached_property` without its lock, which in 3.11 costs most of its time."""

        def __init__(self, compute: Any) -> None:
            self.compute, self.name = compute, compute.__name__
            self.__doc__ = compute.__doc__

        def __get__(self, instance: Any, owner: Any = None) -> Any:
            if instance is None:
                return self
            value = instance.__dict__[self.name] = self.compute(instance)
            return value


# One for one, so that positions hold. (`str.casefold` would not do: it makes two letters of ß.)
LOOK_ALIKES = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u2032\u00b4`", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"),
        **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008", " "),
        **dict.fromkeys("\u2009\u200a\u200b\u202f\u205f\u3000\ufeff\r\v\x00", " "),
        # Marks that no composed letter holds (Yoruba ọ̀) stand for a letter, so that words hold.
        **dict.fromkeys(map(chr, range(0x300, 0x370)), "\u02cb"),
        "\uff0c": ",",
        "\uff08": "(",
        "\uff09": ")",
        "\uff1a": ":",
        "\uff1b": ";",
    }
)
# The capitals of the Latin, Greek and Cyrillic scripts, for use inside `[...]`. The block of
# Vietnamese and Yoruba letters (U+1E00) alternates capitals and small letters; it is taken whole.
UPPER = (
    "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽƏƠƯǺȘȚ\u1e00-\u1eff"
    "Α-ΩЀ-Я"
)
# Any sign that is no letter, digit, quote or currency (bullets, icons, private-use glyphs), or an
# ASCII bullet with a space behind it.
MARKER = re.compile(r"""[^\x00-\x7f\w\s¡¿§£€¥…©]+|[-*>+#|{]++(?=\s|$)|o(?=\s+[A-Z])""")
BROKEN = re.compile(r"(?<=[^\W\d_])(?:[\u00ad\u0002\ufffe]|[-\u2010\u2011])[ \t]*\n\s*(?=[^\W\d_])")
SOFT_HYPHEN = "\u00ad"
SOFT = re.compile(r"[\u00ad\u0002\ufffe]")
ODD = re.compile(r"[\u00ad\u0002\ufffe\x00]")
EMPHASIS = frozenset(("*", "**", "***", "_", "__", "___", "em", "i", "b", "strong", "u"))
