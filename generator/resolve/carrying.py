"""What a place carries over from one that ended: a merger, a split, a new parent (FOLD F33)."""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue, ItemFile, Place, mappings, strings
from generator.dates import PartialDate


def carried(catalogue: Catalogue, place: Place) -> Iterator[tuple[str, ItemFile, PartialDate]]:
    """Yield (item, file, first day) of what a place carries over from an ended one (F33)."""
    for entry in mappings(place.data.get("carries")):
        old = catalogue.places.get(str(entry.get("from")))
        if old is None or old.end is None:
            continue
        first = max((bound for bound in (place.start, old.end) if bound), key=lambda bound: bound.first)
        for item in strings(entry.get("items")):
            file = file_of(catalogue, old, item, frozenset({place.path}))
            if file is not None:
                yield item, file, first


def file_of(
    catalogue: Catalogue, place: Place, item: str, seen: frozenset[str] = frozenset()
) -> ItemFile | None:
    """Return the file that speaks for a place of an item: its own, else one that it carries over itself."""
    own = catalogue.items.get(item, {}).get(place.path)
    if own is not None or place.path in seen:
        return own
    for entry in mappings(place.data.get("carries")):
        before = catalogue.places.get(str(entry.get("from")))
        if before is not None and item in strings(entry.get("items")):
            return file_of(catalogue, before, item, seen | {place.path})
    return None
