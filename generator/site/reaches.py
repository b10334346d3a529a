"""Which provisions reach a matter: those that name it, or its kind with (if they say so) one of its verdicts."""

from collections.abc import Mapping

from generator.catalogue.model import Catalogue, Record, mappings, source_id, strings
from generator.reading.document import Json
from generator.resolve.directory import Directory, Item
from generator.resolve.plan import plan_of


def verdicts_of(item: Item) -> frozenset[str]:
    """Return the verdicts of a certificate's cases."""
    return frozenset(
        str(value.value)
        for path, value in item.values.items()
        if path == "verdict"
        or (path.startswith("cases.") and path.endswith(".verdict") and path.count(".") == 2)
    )


def reaches(provision: Item, item: Item, named: frozenset[str] = frozenset()) -> bool:
    """Tell whether a provision is shown on a matter's page (FOLD F27).

    `named` are the ids that the provision reaches by name, as what they became on the day.
    """
    if item.id in strings(provision.get("reaches.items")) or item.id in named:
        return True
    kinds = strings(provision.get("reaches.kinds"))
    verdicts = strings(provision.get("reaches.verdicts"))
    if not kinds and not verdicts:
        return False
    if item.kind not in (kinds or ("certificates",)):
        return False
    return not verdicts or bool(verdicts_of(item) & set(verdicts))


def reaching(catalogue: Catalogue, directory: Directory, item: Item) -> tuple[Item, ...]:
    """Return the provisions of a directory that reach a matter."""
    return tuple(
        p
        for p in directory.of_kind("provisions")
        if p.id != item.id and reaches(p, item, _named(catalogue, directory, p))
    )


def _named(catalogue: Catalogue, directory: Directory, provision: Item) -> frozenset[str]:
    """Return the ids that a provision, or a list that it names, maps to, old ids as what they became (FOLD F20)."""
    plan = plan_of(catalogue)
    ids = [*strings(provision.get("reaches.items"))]
    for found in reached_lists(catalogue, provision):
        ids += [str(entry["item"]) for entry in mappings(found.data.get("entries")) if "item" in entry]
    return frozenset(became for item in ids for became in plan.became(item, directory.chain, directory.on))


def reached_lists(catalogue: Catalogue, provision: Item) -> tuple[Record, ...]:
    """Return the official lists that a provision reaches."""
    named = provision.values.get("reaches.lists")
    if named is None:
        return ()
    keys = [source_id(name, named.place) for name in strings(named.value)]
    return tuple(catalogue.lists[key] for key in keys if key in catalogue.lists)


def reach_words(reach: Json, kinds: Mapping[str, str], verdicts: Mapping[str, str]) -> str:
    """Say in words what a provision's `reaches` selects, without the matters it names."""
    if not isinstance(reach, dict):
        return ""
    named = "、".join(kinds.get(kind, kind) for kind in strings(reach.get("kinds")))
    limited = "、".join(verdicts.get(verdict, verdict) for verdict in strings(reach.get("verdicts")))
    if limited:
        return f"{named or kinds['certificates']}（结论是{limited}的）"
    return named
