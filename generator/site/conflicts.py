"""Documents that say otherwise: shown beside the value, decided by nobody here (FOLD F31)."""

from dataclasses import dataclass

from generator.catalogue.model import text_of
from generator.dates import chinese
from generator.resolve.directory import Item
from generator.site.context import Site
from generator.site.trail import SourceLink, cited_now, source_link
from generator.words import SOURCE_KINDS


@dataclass(frozen=True)
class Conflict:
    """A document that says otherwise than the value, with its rank and its time."""

    place: str
    source: SourceLink
    rank: str
    clause: str
    says: str
    time: str


def conflicts_of(site: Site, item: Item) -> tuple[Conflict, ...]:
    """Return the conflicting documents recorded of a matter."""
    found = []
    entries = item.tree().get("conflicts")
    for name, entry in entries.items() if isinstance(entries, dict) else ():
        holder = item.values[f"conflicts.{name}.source"].place
        source = site.source_of(entry.get("source"), holder) if isinstance(entry, dict) else None
        if source is None or not isinstance(entry, dict):
            continue
        start, end = text_of(entry.get("from")), text_of(entry.get("until"))
        time = (f"自{chinese(start)}起" if start else "") + (f"至{chinese(end)}前" if end else "")
        found.append(
            Conflict(
                site.place(holder).name, source_link(source), SOURCE_KINDS.get(source.kind, ""),
                cited_now(site, source, text_of(entry.get("clause"))), str(entry.get("says")), time,
            )
        )  # fmt: skip
    return tuple(found)
