"""The search index: one script that assigns one global, so that it also loads from file://.

The matching is our own (static/search.js): the index is a hundred or so short Chinese names, which no ready-made
engine splits into words without a dictionary of megabytes, and which people type in part, in pinyin or misspelt.
"""

import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files as package_files

from pypinyin import lazy_pinyin

from generator.catalogue.model import ROOT, Place, strings
from generator.reading.document import Json
from generator.resolve.directory import Item
from generator.site.answer import detail
from generator.site.certificate import verdict_of
from generator.site.context import Site, short_name
from generator.words import DEPENDS, KINDS, NOT_NEEDED_INFERRED, VERDICTS

Entry = dict[str, Json]


def search_files(site: Site) -> dict[str, bytes]:
    """Return the scripts that hold what can be found, by site path."""
    return {"assets/search-index.js": search_index(site).encode()}


def search_index(site: Site) -> str:
    """Return the index as a script."""
    entries: list[Json] = [_entry(site, item_id) for item_id in sorted(_ids(site))]
    data: Json = {
        "words": {**VERDICTS, "depends": DEPENDS, "inferred": NOT_NEEDED_INFERRED},
        "kinds": dict(KINDS),
        "places": {place.path: short_name(place) for place in _places(site)},
        "simplified": dict(simplified(_texts(entries))),
        "entries": entries,
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    # The script stands alone, but must stay harmless pasted anywhere.
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return f"window.QINGDAN_SEARCH={text};\n"


def _places(site: Site) -> tuple[Place, ...]:
    """Return the places one can choose: the nation and the provinces."""
    return (site.place(ROOT), *site.catalogue.provinces())


def _ids(site: Site) -> set[str]:
    """Return the matters that some place has a page for."""
    return {item_id for _, item_id in site.pages}


def _entry(site: Site, item_id: str) -> Entry:
    """Return a matter's entry: names, pinyin, where its pages are, and what differs by place."""
    homes = sorted((place for place, item in site.pages if item == item_id), key=lambda p: (p != ROOT, p))
    first = _item(site, homes[0], item_id)
    names = list(dict.fromkeys([first.name, *strings(first.get("aliases")), *_old_names(first)]))
    verdict = _verdict(first)
    differences: dict[str, Json] = {}
    for place in homes[1:]:
        item = _item(site, place, item_id)
        unlike: Entry = {"n": item.name} if item.name != first.name else {}
        unlike |= {"v": _verdict(item)} if _verdict(item) != verdict else {}
        own = (*strings(item.get("aliases")), *_old_names(item))
        aliases: list[Json] = [name for name in dict.fromkeys(own) if name not in names]
        unlike |= {"a": aliases} if aliases else {}
        if unlike:
            differences[place] = unlike
    others = [name for unlike in differences.values() for name in _names_of(unlike) if name not in names]
    entry: Entry = {"i": item_id, "n": first.name, "v": verdict, "h": homes[0]}
    if names[1:]:
        entry["a"] = list(names[1:])
    if differences:
        entry["x"] = differences
    if len(homes) > 1 and not _everywhere(site, homes):
        entry["w"] = list(homes)
    elif len(homes) > 1:
        entry["w"] = "*"
    entry["p"] = [pinyin(name) for name in (*names, *dict.fromkeys(others))]
    return entry


def _old_names(item: Item) -> tuple[str, ...]:
    """Return the names that were replaced: they stay findable (FOLD F20)."""
    found = item.values.get("name")
    return tuple(str(step.value) for step in found.trail if step.value != found.value) if found else ()


def _everywhere(site: Site, homes: list[str]) -> bool:
    """Tell whether a matter has a page at the nation and every province."""
    return set(homes) >= {place.path for place in _places(site)}


def _item(site: Site, place: str, item_id: str) -> Item:
    """Return a matter as a place has it, or last had it."""
    directory = site.directories[place]
    return directory.items[item_id] if item_id in directory.items else directory.withdrawn[item_id].item


def _verdict(item: Item) -> str:
    """Return the key of the words a result shows: a verdict's, or a sign's or provision's own."""
    if item.kind != "certificates":
        return detail(item)
    verdict = verdict_of(item)
    return "inferred" if verdict.words == NOT_NEEDED_INFERRED else verdict.key


def _names_of(unlike: Json) -> list[str]:
    """Return the names that a place adds."""
    if not isinstance(unlike, dict):
        return []
    name = unlike.get("n")
    return [*([str(name)] if name else []), *strings(unlike.get("a"))]


@cache
def pinyin(name: str) -> str:
    """Return a name's syllables without tones: 亲属 is "qin shu"."""
    return " ".join("".join(c for c in syllable.lower() if c.isalnum()) for syllable in lazy_pinyin(name))


def _texts(entries: list[Json]) -> set[str]:
    """Return the characters that occur in names."""
    found: set[str] = set()
    for entry in entries:
        if isinstance(entry, dict):
            found |= set(str(entry["n"])) | {c for alias in strings(entry.get("a")) for c in alias}
            others = entry.get("x")
            for unlike in others.values() if isinstance(others, dict) else ():
                found |= {c for name in _names_of(unlike) for c in name}
    return found


def simplified(characters: Iterable[str]) -> list[tuple[str, str]]:
    """Return (traditional, simplified) of each traditional character whose simplified form is in use."""
    wanted = set(characters)
    return [(old, new) for old, new in _table() if new in wanted]


@cache
def _table() -> tuple[tuple[str, str], ...]:
    """Return OpenCC's table of single characters, the first form where there are several."""
    text = (package_files("opencc") / "dictionary" / "TSCharacters.txt").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if "\t" in line)
    pairs = ((row[0], row[1].split(" ")[0]) for row in rows)
    return tuple(sorted((old, new) for old, new in pairs if old != new))
