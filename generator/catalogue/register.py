"""The register of laws: how many articles each has, and which of them name a village-level body.

Registers are copied from a collection of laws and never derived from the items, so that citations can be checked.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.catalogue.model import Catalogue, mappings, strings

ARTICLE = re.compile(r"第([一二三四五六七八九十百千零〇]+)条(?:之[一二三四五六七八九十]+)?")
_DIGITS = {char: number for number, char in enumerate("〇一二三四五六七八九")} | {"零": 0}
_UNITS = {"十": 10, "百": 100, "千": 1000}


@dataclass(frozen=True)
class Statute:
    """A law in the register: its full title, its number of articles and those that name a village-level body."""

    title: str
    articles: int | None  # None for a law whose text has no numbered articles
    village: frozenset[str]


@lru_cache(maxsize=4)
def statutes(catalogue: Catalogue) -> Mapping[str, Statute]:
    """Return the register by title; empty where the catalogue has none."""
    counts: dict[str, int | None] = {}
    named: dict[str, frozenset[str]] = {}
    for register in catalogue.records.get("registers", {}).values():
        for entry in mappings(register.data.get("statutes")):
            stated = entry.get("articles")
            counts[str(entry["title"])] = int(str(stated)) if stated is not None else None
        for entry in mappings(register.data.get("laws")):
            named[str(entry["title"])] = frozenset(strings(entry["articles"]))
    return {title: Statute(title, count, named.get(title, frozenset())) for title, count in counts.items()}


def cited_articles(clause: str) -> tuple[tuple[str, int], ...]:
    """Return (article, number) of each article that a clause names: 第三十六条第二款 is (第三十六条, 36)."""
    return tuple((found[0], number(found[1])) for found in ARTICLE.finditer(clause))


def number(chinese: str) -> int:
    """Return a Chinese number below ten thousand: 一百零六 is 106."""
    total, digit = 0, 0
    for char in chinese:
        if char in _UNITS:
            total += (digit or 1) * _UNITS[char]
            digit = 0
        else:
            digit = _DIGITS[char]
    return total + digit


def chinese(count: int) -> str:
    """Write a number below ten thousand as articles have it: 106 is 一百零六, 12 is 十二."""
    said, gap = "", False
    for unit, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit = count // size % 10
        if digit:
            said += ("零" if gap and said else "") + "〇一二三四五六七八九"[digit] + unit
        gap = digit == 0
    return said.removeprefix("一") if 10 <= count < 20 else said
