"""D109: a step of a place that was not there on its day

What it does: compares `from` of each introduction, change and list with the first day of its place and the day it was
    merged or split.
Why: a county that no longer exists lays nothing down; what its successor lays down belongs into the successor's folder.
Use instead: the file in the folder of the place that existed, which `carries` what it took over.
How to mend: check the day against the decision that founded or ended the place.
References: FOLD F33.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue, Place, date_of
from generator.codes import finding
from generator.findings import Finding
from generator.reading.document import Document, Json, Path
from generator.rules.stated import stated


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each beginning outside the time of its place."""
    bounded = {path for path, place in catalogue.places.items() if place.start or place.end}
    if not bounded:
        return
    for said in stated(catalogue):
        if said.file.place in bounded:
            yield from _compared(catalogue.places[said.file.place], said.file.document, said.mark, said.data)
    for record in catalogue.lists.values():
        if record.place in bounded:
            yield from _compared(catalogue.places[record.place], record.document, (), dict(record.data))


def _compared(place: Place, document: Document, mark: Path, data: dict[str, Json]) -> Iterator[Finding]:
    start, where = date_of(data.get("from")), document.at((*mark, "from"))
    if start is None:
        return
    if place.start and start.last < place.start.first:
        yield finding("D109", where, day=start.text, place=place.name, bound=f"{place.start.text} —")
    elif place.end and place.end.last <= start.first:
        yield finding("D109", where, day=start.text, place=place.name, bound=f"— {place.end.text}")
