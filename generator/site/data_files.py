"""What each place says, as JSON for other systems: one file a place, with every value's trail and every record.

A file holds what its place itself says, so the whole grows with the catalogue and not with places times items; what
a place inherits stands in the files of its `chain`.
"""

import json

from generator.catalogue.model import RECORD_KINDS, Record, Source
from generator.reading.document import Json
from generator.resolve.export import Data, gone_data, item_data, upcoming_data
from generator.site.context import Site

FORMAT = 1


def data_path(place: str) -> str:
    """Return the site path of a place's data."""
    return f"data/{place}/index.json"


def data_files(site: Site) -> dict[str, bytes]:
    """Return the data files by site path."""
    return {data_path(place.path): _bytes(place_data(site, place.path)) for place in site.places()}


def _bytes(data: Data) -> bytes:
    return (json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def place_data(site: Site, place: str) -> Data:
    """Return all that a place itself says, as of the site's day."""
    directory, known = site.directories[place], site.place(place)
    own = {item for item, files in site.catalogue.items.items() if place in files}
    redirects: list[Json] = [dict(r.data) for r in site.catalogue.redirects if r.place == place]
    return {
        "format": FORMAT,
        "place": place,
        "name": known.name,
        "level": known.level,
        "on": site.on.isoformat(),
        "chain": list(directory.chain),
        "about": dict(known.data),
        "sources": {source.slug: _about(source) for source in site.sources_of(place)},
        "items": {
            name: item_data(site.catalogue, directory, item) for name, item in directory.items.items() if name in own
        },
        "offered": {
            name: item_data(site.catalogue, directory, item) for name, item in directory.offered.items() if name in own
        },
        "withdrawn": {
            name: gone_data(site.catalogue, directory, gone)
            for name, gone in directory.withdrawn.items() if name in own
        },
        "upcoming": [upcoming_data(step) for step in directory.upcoming if step.item in own],
        **{kind: _records(site, kind, place) for kind in RECORD_KINDS},
        "redirects": redirects,
        "places": {path: _whole(site, path) for path in site.without_page.get(place, ())},
    }  # fmt: skip


def _whole(site: Site, place: str) -> Json:
    """Return every file of a place as written, so that none of it can vanish in silence (F44)."""
    catalogue = site.catalogue
    return {
        "about": dict(catalogue.places[place].data),
        "sources": {source.slug: _about(source) for source in site.sources_of(place)},
        "items": {item: files[place].document.value for item, files in catalogue.items.items() if place in files},
        **{kind: _records(site, kind, place) for kind in RECORD_KINDS},
        "redirects": [dict(r.data) for r in catalogue.redirects if r.place == place],
    }  # fmt: skip


def _about(source: Source | Record) -> Json:
    return dict(source.data)


def _records(site: Site, kind: str, place: str) -> Json:
    return {record.slug: _about(record) for record in site.records_of(kind, place)}
