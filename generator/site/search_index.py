"""The search index: two scripts that assign one global each, so that they also load from file://.

The first holds the matters of the nation and the provinces, one entry each, and answers by itself. The second comes
a moment later: what only a city, county or township has, documents, places, the offices that matters name, and the
sound of characters that no name has. docs/search.md says how they are laid out, and why the matcher
(static/matcher) is our own.
"""

import json
from collections.abc import Iterable
from itertools import groupby

from generator.catalogue.model import ROOT, Place, strings
from generator.reading.document import Json
from generator.site.context import Site, short_name
from generator.site.page import fragment
from generator.site.search_entries import (
    OTHER_KINDS,
    Entry,
    document,
    matters,
    offices,
    place_entry,
    places_to_choose,
    unlisted,
)
from generator.site.search_text import alphabet, codes, column, frequent, traditional
from generator.words import KINDS, VERDICT_ORDER, Verdict


def search_files(site: Site) -> dict[str, bytes]:
    """Return the scripts that hold what can be found, by site path."""
    scripts = {"search-index": search_index(site), "search-more": search_more(site)}
    return {f"assets/{name}.js": text.encode() for name, text in scripts.items()}


def search_index(site: Site) -> str:
    """Return the script of the matters."""
    chosen = places_to_choose(site)
    entries = [entry for entry in matters(site) if met_first(entry, chosen)]
    return matters_script(entries, chosen, list(strings(site.place(ROOT).data.get("featured"))))


def matters_script(entries: list[Entry], places: Iterable[Place], common: list[Json]) -> str:
    """Return the script of these matters, of the places one can choose, and of the ids asked for most."""
    letters = alphabet(_texts(entries, places))
    body = _body(entries, places, letters, codes(letters))
    marks: dict[str, Json] = {
        key: str(fragment("mark.html", 0, {"key": key})).strip() for key in VERDICT_ORDER
    }
    kinds: dict[str, Json] = {**KINDS, **OTHER_KINDS}
    return _script("QINGDAN_SEARCH", {"kinds": kinds, "marks": marks, "common": common, **body})


def search_more(site: Site) -> str:
    """Return the script of what may come a moment later: documents, places, offices, other characters."""
    chosen = places_to_choose(site)
    others = [place for place in site.places() if place not in chosen]
    every = matters(site)
    first = alphabet(_texts((entry for entry in every if met_first(entry, chosen)), chosen))
    entries = [entry for entry in every if not met_first(entry, chosen)]
    entries += [document(source) for _, source in sorted(site.catalogue.sources.items())]
    entries += [place_entry(place) for place in (*chosen, *others)]
    named = dict(offices(site))
    letters = alphabet([*_texts(entries, others), *map(_plain, named), *frequent()], first)
    table = codes(first, letters)
    body = _body(entries, others, letters, table)
    more: dict[str, Json] = {
        "offices": {_plain(office).translate(table): ids for office, ids in named.items()},
        "traditional": traditional(first + letters),
        "unlisted": dict(unlisted(site)),
    }
    return _script("QINGDAN_SEARCH_MORE", {**body, **more})


def met_first(entry: Entry, chosen: Iterable[Place]) -> bool:
    """Tell whether the nation or a province has the matter, so that the first script holds it."""
    return entry.where is None or not {place.path for place in chosen}.isdisjoint(entry.where)


def _script(name: str, data: Json) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # The script stands alone, but must stay harmless pasted anywhere.
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return f"window.{name}={text};\n"


def _body(
    entries: list[Entry], places: Iterable[Place], letters: str, table: dict[int, str]
) -> dict[str, Json]:
    """Return what both scripts hold. Entries stand in columns (gzip packs rows a tenth bigger), long ones last."""
    answers = list(
        dict.fromkeys((answer.key, answer.words) for entry in entries for answer in entry.answers())
    )
    homes = ["*" if entry.where is None else " ".join(entry.where) for entry in entries]
    sets = list(dict.fromkeys(homes))

    def number(answer: Verdict | None) -> int:
        return answers.index((answer.key, answer.words)) if answer else -1

    def coded(names: Iterable[str]) -> str:
        return "|".join(_plain(name) for name in names).translate(table)

    return {
        "places": [[place.path, short_name(place), place.name] for place in places],
        "answers": [list[Json]([key, words]) for key, words in answers],
        "counts": [[kind, len(list(rows))] for kind, rows in groupby(entry.kind for entry in entries)],
        "homes": list[Json](sets),
        "unlike": {
            str(n): {
                place: [coded([name or ""]), number(answer), coded(others)]
                for place, (name, answer, others) in entry.unlike.items()
            }
            for n, entry in enumerate(entries) if entry.unlike
        },
        "alphabet": letters,
        "names": "~".join(coded(entry.names) for entry in entries),
        "paths": " ".join(entry.path for entry in entries),
        "said": column(number(entry.answer) for entry in entries),
        "where": column(sets.index(home) for home in homes),
    }  # fmt: skip


def _plain(name: str) -> str:
    """Return a name without the marks that part names."""
    return name.replace("|", "｜").replace("~", "～").replace("\n", " ")


def _texts(entries: Iterable[Entry], places: Iterable[Place]) -> list[str]:
    """Return all names, whose characters the alphabet takes."""
    return [
        *(_plain(name) for entry in entries for name in entry.all_names()),
        *(name for place in places for name in (place.name, short_name(place))),
    ]
