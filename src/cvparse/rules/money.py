"""Sums of money, with the currency they are in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from cvparse.document import Mention, Passage, Source, Span
from cvparse.lexicon import table
from cvparse.rules.rule import DIGITS, Finder, Reading, Scene
from cvparse.values import Money

_CODE = re.compile(r" ?(?P<open>\()?(?P<code>[A-Z]{3})(?(open)\))(?!\w)")
_LOST_EURO = re.compile(
    r"(?<!\w)(?<!\w )e ?(?P<number>\d{1,3}(?:[.,]\d{3})+(?:,\d\d)?)(?![\w.,]*\d)(?! ?(?:[Ee]uro|EUR|€))"
)
_MARKED = re.compile(
    r"(?<![\w$])(?:(?P<home>CAD?|C|CDN|Cdn|AUD?|A|NZD?|HKD?|SGD?|S)|(?P<us>USD?|U\.S\.)) ?\$ ?\d"
    r"|\d[kKM]?,? ?\(?(?:(?P<home2>CAD|AUD|NZD|HKD|SGD)|(?P<us2>USD))\b"
)
_ALL_IN = re.compile(
    r"\b(?:amounts|figures|values|sums|funds|dollars)\b[^.\n]{0,30}\bin\s(?P<home>CAD|AUD|NZD|HKD|SGD|Canad|Austral)"
)
_HOMES = {"C": "CAD", "A": "AUD", "N": "NZD", "H": "HKD", "S": "SGD"}
_NUMBER = r"\d+(?:[.,']\d+| \d{3}(?!\d))*"


class Tongue(NamedTuple):
    """The words of `lexicon/currencies.toml` as patterns, and what they mean."""

    anchor: re.Pattern[str]
    behind: re.Pattern[str]
    before: re.Pattern[str]
    period: re.Pattern[str]
    kind: re.Pattern[str]
    currency: dict[str, str]
    scale: dict[str, int]
    per: dict[str, str]


def _any(words: Iterable[str]) -> str:
    """One pattern for all, the longest first, those of one first letter together."""
    groups: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda w: (-len(w), w)):
        groups.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(c)}(?:{'|'.join(rest)})" for c, rest in sorted(groups.items()))


@cache
def _tongue() -> Tongue:
    data = table("currencies")
    currency = {c: c for c in data["codes"]["known"]}
    for group in ("symbol", "word"):
        currency |= {w: code for code, words in data[group].items() for w in words}
    currency |= dict.fromkeys(data["rupees"]["words"], "INR")
    scale = {w: int(factor) for factor, words in data["scale"].items() for w in words}
    per = {w.lower(): name for name, words in data["per"].items() for w in words}
    kind = data["in_kind"]["cues"]
    packed = data["packed"]
    for letter, factor in packed["scale"].items():
        currency |= {letter + code: code for code in packed["codes"]}
        scale |= dict.fromkeys((letter + code for code in packed["codes"]), factor)
    times = rf"(?P<scale>{_any(scale)})(?![^\W\d_€円元원])"
    kept = rf"(?P<number>{_NUMBER})(?:(?:[ -]|\s{{0,24}}\n\s{{0,24}})?{times})?"
    return Tongue(
        re.compile(_any(currency)),
        re.compile(rf"[ \t]?(?:[$€£¥] ?)?{kept}"),
        re.compile(rf"(?<![\w.,'/])(?<!\d )(?<!\d)(?:{kept}) ?(?:of |de |d'|\()?\Z"),
        re.compile(rf",? ?\(?(?P<per>{_any(per)})(?!\w)", re.I),
        re.compile(rf"(?:[ -]\(?\w+){{0,4}}?[ -]\(?(?:{_any(kind)})(?!\w)", re.I),
        currency,
        scale,
        per,
    )


def _sums(scene: Scene) -> Iterator[Mention]:
    """Every sum of an entry.

    `$150k`, `€1.2M`, `1.2 million euros`, `JPY 3,200,000`, `340k€`, `340.000 €`, `340 000 €`,
    `1.5 lakh`, `4.5 MSEK`, `CHF 50'000`, `USD 1.5 mn`, `$12,000/year`, `R$ 20.000`, `$5,000 in cloud credits`.
    """
    entry, tongue, done = scene.entry, _tongue(), scene.entry.span.start
    for anchor in entry.search(tongue.anchor):
        if anchor.start() < done or not _alone(entry, anchor):
            continue
        found = _beside(entry, anchor, done)
        if found:
            done = found.span.end
            yield found


def _alone(entry: Passage, anchor: re.Match[str]) -> bool:
    """Latin letters must not be part of a longer word; signs may touch figures."""
    text = entry.source.folded
    word = anchor[0]
    left, right = text[anchor.start() - 1 : anchor.start()], text[anchor.end() : anchor.end() + 1]
    inside = (_latin(word[0]) and left.isalpha()) or (_latin(word[-1]) and right.isalpha())
    return not inside


def _latin(sign: str) -> bool:
    return sign.isalpha() and sign < "\u2e80"


def _beside(entry: Passage, anchor: re.Match[str], first: int) -> Mention | None:
    """The amount behind the currency, or else the one before it."""
    tongue, text = _tongue(), entry.source.folded
    known = _home(entry.source) if anchor[0] == "$" else tongue.currency[anchor[0]]
    lakhs = anchor[0] in tongue.scale
    behind = None if lakhs else tongue.behind.match(text, anchor.end(), entry.span.end)
    before = tongue.before.search(text, max(anchor.start() - 32, first), anchor.start())
    if before and not (behind and text[anchor.end()].isdigit() and anchor[0] in "$£¥₹"):
        factor = tongue.scale[anchor[0]] if lakhs else tongue.scale.get(before["scale"] or "", 1)
        start, amount = before.start("number"), _amount(before["number"], factor)
        end = anchor.end()
    elif behind:
        factor = tongue.scale.get(behind["scale"] or "", 1)
        start, amount = anchor.start(), _amount(behind["number"], factor)
        end = behind.end()
    else:
        return None
    if amount is None:
        return None
    return _mention(entry, Span(start, end), amount, known)


def _mention(entry: Passage, span: Span, amount: float, known: str) -> Mention:
    """With what stands behind it: a currency written out again, each year, in kind."""
    tongue, text, last = _tongue(), entry.source.folded, entry.span.end
    again = _CODE.match(text, span.end, last)
    end = span.end
    if again and again["code"] in tongue.currency:
        known, end = again["code"], again.end()
    per = tongue.period.match(text, end, last)
    end = per.end() if per else end
    kind = tongue.kind.match(text, end, min(last, end + 60))
    money = Money(
        amount=amount,
        currency=known,
        per=tongue.per[per["per"].lower()] if per else None,
        in_kind=True if kind else None,
    )
    return Mention("money", Span(span.start, end), money, "money")


@lru_cache(maxsize=8)
def _home(source: Source) -> str:
    """What a bare `$` is in this text: the author's dollar, where it is said once for all, or where
    American dollars are marked as such beside marked ones of another country; else USD.
    """
    if "$" not in source.folded:
        return "USD"
    told = _ALL_IN.search(source.folded)
    if told:
        return _HOMES[told["home"][0]]
    homes: Counter[str] = Counter()
    american = False
    for match in _MARKED.finditer(source.folded):
        home = match["home"] or match["home2"]
        american = american or not home
        if home:
            homes[_HOMES[home[0]]] += 1
    return homes.most_common(1)[0][0] if american and homes else "USD"


def _lost_euros(scene: Scene) -> Iterator[Mention]:
    """`(e 150.000)`: a PDF has lost the euro sign. Only where no word stands before the letter,
    since *e* is `and` in Italian and Portuguese.
    """
    for match in scene.entry.search(_LOST_EURO):
        amount = _amount(match["number"], 1)
        if amount is not None:
            yield _mention(scene.entry, Span(*match.span()), amount, "EUR")


def _amount(printed: str, factor: int) -> float | None:
    """A number printed in the English (1,250.50), German (1.250,50), Swiss (1'250) or French way.

    A sign followed by exactly three digits parts thousands; any other last sign is a decimal
    one, and so is a lone one before a unit (1.250 million).
    """
    groups = re.split(r"([.,' ])", printed)
    signs, digits = groups[1::2], groups[0::2]
    whole, part = digits, ""
    if signs and signs[-1] in ".," and (len(digits[-1]) != 3 or (factor > 1 and len(signs) == 1)):
        whole, part = digits[:-1], digits[-1]
    if len(whole) > 1 and (len(whole[0]) > 3 or any(len(g) not in (2, 3) for g in whole[1:])):
        return None
    value = float(f"{''.join(whole)}.{part or 0}") * factor
    value = round(value, 2)
    return int(value) if value == int(value) else value


RULES: tuple[Finder, ...] = (
    Reading("money", _sums, needs=DIGITS),
    Reading("money.euro", _lost_euros, needs=DIGITS),
)
