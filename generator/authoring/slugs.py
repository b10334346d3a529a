"""Names of files and folders, proposed from Chinese names by pinyin."""

import re
from collections.abc import Container

from pypinyin import lazy_pinyin

from generator.reading.walk import MAX_SLUG, RESERVED

# What a place is, at the end of its name; the longest first.
_TYPES = (
    "特别行政区", "维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "自治州", "自治县", "自治旗", "新区",
    "林区", "地区", "街道", "省", "市", "县", "区", "盟", "旗", "镇", "乡",
)  # fmt: skip


def slug_of(name: str, taken: Container[str] = ()) -> str:
    """Return a slug of a name's syllables joined by hyphens, at most 40 characters, and not one of `taken`."""
    return _free(_cut(_syllables(name), "-"), taken)


def number_slug(number: str, taken: Container[str] = ()) -> str:
    """Return a slug of a document's number: 鄂民政发〔2020〕32号 is e-min-zheng-fa-2020-32."""
    return slug_of(number.removesuffix("号"), taken)


def place_slug(name: str, taken: Container[str] = ()) -> str:
    """Return a place's slug: syllables together without the type word; a sibling's slug gets the type word."""
    kind = next((word for word in _TYPES if name.endswith(word) and len(name) > len(word) + 1), "")
    base = _cut(_syllables(name.removesuffix(kind)), "")
    if base in taken and kind:
        base = _cut([base, "".join(_syllables(kind))], "-")
    return _free(base, taken)


def _syllables(name: str) -> list[str]:
    """Return the toneless syllables and the runs of letters or digits of a name."""
    return [part for syllable in lazy_pinyin(name) for part in re.findall(r"[a-z0-9]+", syllable.lower())]


def _cut(parts: list[str], joint: str) -> str:
    slug = ""
    for part in parts:
        longer = f"{slug}{joint if slug else ''}{part}"
        if len(longer) > MAX_SLUG:
            break
        slug = longer
    return slug


def _free(slug: str, taken: Container[str]) -> str:
    slug = f"{slug}-1" if slug in RESERVED else slug
    number, found = 2, slug
    while found and found in taken:
        tail = f"-{number}"
        found, number = slug[: MAX_SLUG - len(tail)].rstrip("-") + tail, number + 1
    return found
