"""A new file of a kind: where it stands, what it is called, what it says."""

from collections.abc import Mapping

from generator.authoring.outline import Outline
from generator.authoring.slugs import number_slug, place_slug, slug_of
from generator.catalogue.model import ROOT, Catalogue, source_id
from generator.reading.document import Json


def path_of(kind: str, place: str, slug: str) -> str:
    """Return the path of a file below the catalogue; a new place's folder is named by its slug."""
    if kind == "place":
        return f"{slug}/place.yaml" if place == ROOT else f"{place}/{slug}/place.yaml"
    return f"{place}/{kind}/{slug}.yaml"


def proposed_slug(catalogue: Catalogue, kind: str, place: str, values: Mapping[str, Json]) -> str:
    """Return a free slug for a file, empty where its name gives none."""
    name = str(values.get("short") or values.get("name") or values.get("title") or "")
    if kind == "place":
        return place_slug(name, {child.path.rpartition("/")[2] for child in catalogue.children(place)})
    taken = {source.slug for source in catalogue.sources.values() if source.place == place}
    if kind == "sources":
        number = values.get("number")
        return number_slug(str(number), taken) if number else slug_of(name, taken)
    records = catalogue.records.get(kind, {}).values()
    items = {item.partition("/")[2] for item in catalogue.items if item.startswith(f"{kind}/")}
    return slug_of(name, items | {record.slug for record in records if record.place == place})


def with_basis(outline: Outline, values: dict[str, Json]) -> dict[str, Json]:
    """Return values with their document as the basis, where the first entry cites by id and has an answer."""
    source, clause = values.get("source"), values.get("clause")
    for field in outline.fields:
        cites = field.required and any(inner.key == "basis" for inner in field.inner)
        held = values.get(field.key)
        entry = held[0] if cites and isinstance(held, list) else None
        if isinstance(source, str) and isinstance(entry, dict) and entry.get("verdict") != "unknown":
            slug = source_id(source, "").rpartition("/")[2]
            basis: dict[str, Json] = {"id": slug, "source": source, **({"clause": clause} if clause else {})}
            return {**values, "basis": [basis], field.key: [{**entry, "basis": [slug]}]}
    return values
