"""Items in groups, each of which can be judged without the files of the others' items."""

from collections.abc import Iterable
from dataclasses import replace

from generator.catalogue.model import Catalogue
from generator.resolve.plan import Plan

SHARED = "provisions/"  # a provision may give powers over any item (FOLD F27)


def groups_of(plan: Plan) -> tuple[tuple[str, ...], ...]:
    """Return the items in groups: those that narrow each other (FOLD F19) or became each other (F20) stand together.

    What the fold makes of an item hangs on the files of its group, on provisions, and on what is no item: places,
    documents, records, redirects, and which files were left out.
    """
    links = [(item, wider) for item, found in plan.narrowing.items() for wider in found]
    links += [(redirect.item, to) for redirect in plan.catalogue.redirects for to in redirect.to]
    group = {item: [item] for item in (*plan.steps, *(item for link in links for item in link))}
    for one, other in links:
        if group[one] is not group[other]:
            group[one] += group[other]
            for item in group[other]:
                group[item] = group[one]
    each = {id(items): tuple(item for item in items if item in plan.steps) for items in group.values()}
    return tuple(items for items in each.values() if items)


def only(catalogue: Catalogue, items: Iterable[str]) -> Catalogue:
    """Return the catalogue with some groups' items and the provisions alone."""
    wanted = set(items)
    kept = {name: f for name, f in catalogue.items.items() if name in wanted or name.startswith(SHARED)}
    return replace(catalogue, items=kept)
