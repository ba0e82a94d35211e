"""A printed place in parts: `Seattle, WA, USA` is a city, a region and a country.

Only what is printed: no country is added to `Seattle, WA`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from cvparse import lexicon

_NOWHERE = frozenset({"remote", "virtual", "online", "hybrid"})
# ISO 3166-1 alpha-2 of the countries that CVs print most; others stay without a code.
_CODES = {
    "AR": "argentina", "AT": "austria österreich", "AU": "australia", "BE": "belgium belgique",
    "BR": "brazil brasil", "CA": "canada", "CH": "switzerland schweiz suisse svizzera", "CL": "chile",
    "CN": "china", "CO": "colombia", "CZ": "czechia czech_republic", "DE": "germany deutschland",
    "DK": "denmark danmark", "EE": "estonia", "EG": "egypt", "ES": "spain españa", "FI": "finland",
    "FR": "france", "GB": "uk u.k. united_kingdom great_britain england scotland wales",
    "GR": "greece", "HK": "hong_kong", "HU": "hungary", "ID": "indonesia", "IE": "ireland",
    "IL": "israel", "IN": "india", "IR": "iran", "IS": "iceland", "IT": "italy italia", "JP": "japan",
    "KE": "kenya", "KR": "korea south_korea republic_of_korea", "LU": "luxembourg", "MX": "mexico méxico",
    "MY": "malaysia", "NG": "nigeria", "NL": "netherlands the_netherlands nederland", "NO": "norway norge",
    "NZ": "new_zealand", "PE": "peru perú", "PH": "philippines", "PK": "pakistan", "PL": "poland polska",
    "PT": "portugal", "RO": "romania", "RU": "russia", "SA": "saudi_arabia", "SE": "sweden sverige",
    "SG": "singapore", "SI": "slovenia", "SK": "slovakia", "TH": "thailand", "TR": "turkey türkiye",
    "TW": "taiwan", "UA": "ukraine", "US": "usa us u.s. u.s.a. united_states united_states_of_america",
    "VN": "vietnam", "ZA": "south_africa",
}  # fmt: skip
_BY_NAME = {
    name.replace("_", " "): code for code, names in _CODES.items() for name in names.split()
}


class Place(NamedTuple):
    """A place as printed; `code` is the country's in ISO 3166-1, when it is known."""

    city: str = ""
    region: str = ""
    country: str = ""

    @property
    def code(self) -> str:
        return _BY_NAME.get(self.country.casefold(), "")


@lru_cache(maxsize=1024)
def parted(printed: str | None) -> Place:
    """`Seoul, Republic of Korea`, `Seattle, WA`, `Oslo`; `Remote` is no place."""
    parts = [part.strip() for part in (printed or "").split(",") if part.strip()]
    country = parts.pop() if parts and _is_country(parts[-1]) else ""
    if not parts or parts[0].casefold() in _NOWHERE:
        return Place(country=country)
    return Place(parts[0], ", ".join(parts[1:]), country)


def _is_country(word: str) -> bool:
    small = word.casefold()
    return small in _BY_NAME or small in lexicon.words("place", "country")
