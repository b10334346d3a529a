"""X134: a place that carries over what is not there to carry

What it does: for each entry of `carries` in a place.yaml, wants a place that ended into this one, items of which it had
    a file (or which it carried over itself), and places that stood directly in it.
Why: a successor has only what it carries; what is misspelt there is lost to its villagers without a word.
Use instead: `ended: {on, into: [the successor]}` in the place.yaml of the one that ended; ids as its files have them.
How to mend: compare with the folder of the place that ended; an item that it inherited need not be carried.
References: FOLD F33.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue, Place, mappings, strings
from generator.codes import finding
from generator.findings import Finding
from generator.reading.document import Json
from generator.resolve.carrying import file_of

_NOT_ENDED = (
    "那个地方没有撤并",
    "在那边的 place.yaml 写 ended",
    "the place has not ended",
    "write `ended` there",
)
_ELSEWHERE = (
    "那个地方没有并入本地",
    "在那边的 into 写上本地",
    "it did not become this place",
    "name this in `into`",
)


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each thing that a place cannot carry over."""
    for place in catalogue.places.values():
        for index, entry in enumerate(mappings(place.data.get("carries"))):
            old = catalogue.places.get(str(entry.get("from")))
            if old is not None:
                yield from _entry(catalogue, place, index, entry, old)
            elif not catalogue.lacks(f"{entry.get('from')}/place"):
                yield finding(
                    "X103", place.document.at(("carries", index, "from")), ref=str(entry.get("from"))
                )


def _entry(
    catalogue: Catalogue, place: Place, index: int, entry: dict[str, Json], old: Place
) -> Iterator[Finding]:
    if old.end is None or place.path not in old.into:
        yield _told(place, (index, "from"), _NOT_ENDED if old.end is None else _ELSEWHERE)
    for number, item in enumerate(strings(entry.get("items"))):
        if file_of(catalogue, old, item) is None and not catalogue.lacks(f"{old.path}/{item}"):
            why = (f"{old.name}没有“{item}”的文件", "核对编号", f"no file of {item} there", "check the id")
            yield _told(place, (index, "items", number), why)
    for number, path in enumerate(strings(entry.get("places"))):
        inside = path in catalogue.places and catalogue.places[path].parent == old.path
        if not inside and not catalogue.lacks(f"{path}/place"):
            why = (
                f"“{path}”不在{old.name}里",
                "核对文件夹",
                f"{path} does not stand in it",
                "check the folder",
            )
            yield _told(place, (index, "places", number), why)


def _told(place: Place, path: tuple[str | int, ...], why: tuple[str, str, str, str]) -> Finding:
    zh, cure, en, cure_en = why
    where = place.document.at(("carries", *path))
    return finding("X134", where, problem=zh, cure=cure, problem_en=en, cure_en=cure_en)
