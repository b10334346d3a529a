"""What a directory cannot say because a file is left out for its errors: 暂缺, never as if unsaid (FOLD F45)."""

from collections.abc import Iterator

from generator.catalogue.model import FOLDING_KINDS, ItemFile, mappings, strings
from generator.resolve.carrying import file_of
from generator.resolve.misread import REDIRECTS, lost, may_be_refused, may_be_renamed
from generator.resolve.plan import Plan


def missing_at(plan: Plan, chain: tuple[str, ...], above: frozenset[str]) -> frozenset[str]:
    """Return the ids of which something is left out in the last place of a chain or in those `above` it."""
    if not plan.catalogue.left_out:
        return above
    found = {*above, *_own(plan, chain[-1]), *may_be_refused(plan, chain)}
    found |= {became for item in found for redirect in plan.redirects.get(item, ()) for became in redirect.to}
    for item in plan.narrowing:
        if found & {*plan.wider(item)} and any(True for _ in plan.on_chain(item, chain)):
            found.add(item)
    return frozenset(found)


def _own(plan: Plan, place: str) -> Iterator[str]:
    """Yield the ids of which a file of the place, or one it carries, is left out or names a document that is."""
    catalogue = plan.catalogue
    for name in catalogue.left_out:
        holder, _, rest = name.partition(f"{place}/")
        kind = rest.split("/")[0]
        if holder == "" and rest.count("/") == 1 and kind in FOLDING_KINDS:
            yield rest
    renamed = tuple(may_be_renamed(plan, place))
    yield from renamed
    if REDIRECTS in renamed:
        yield from (
            item for item, own in plan.steps.items() if any(s.number == 0 for s in own.get(place, ()))
        )
    for item, file in _files(plan, place):
        if file is None or lost(plan, file):
            yield item


def _files(plan: Plan, place: str) -> Iterator[tuple[str, ItemFile | None]]:
    """Yield the items and files of a place, those it carries too: None for one that is left out."""
    catalogue = plan.catalogue
    for item, files in catalogue.items.items():
        if place in files:
            yield item, files[place]
    for entry in mappings(catalogue.places[place].data.get("carries")):
        old = catalogue.places.get(str(entry.get("from")))
        for item in strings(entry.get("items")):
            file = file_of(catalogue, old, item) if old is not None else None
            if file is not None or catalogue.lacks(f"{entry.get('from')}/{item}"):
                yield item, file
