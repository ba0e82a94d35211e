"""Which records speak of the same thing, and which names are one person's.

`people` gathers the spellings of a name (`names` says which can be one person's), `links` joins
records (`works` by title, `money` by what paid for them, `honours` by what was praised).
"""

from cvparse.link.links import links
from cvparse.link.people import PERSONS, people

__all__ = ["PERSONS", "links", "people"]
