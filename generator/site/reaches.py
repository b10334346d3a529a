"""Which provisions reach a matter: those that name it, or its kind with (if they say so) one of its verdicts."""

from collections.abc import Mapping

from generator.reading.document import Json
from generator.resolve.directory import Directory, Item


def words_list(value: Json) -> tuple[str, ...]:
    """Return the texts of a list value."""
    return tuple(str(entry) for entry in value) if isinstance(value, list) else ()


def verdicts_of(item: Item) -> frozenset[str]:
    """Return the verdicts of a certificate's cases."""
    return frozenset(
        str(value.value)
        for path, value in item.values.items()
        if path.startswith("cases.") and path.endswith(".verdict") and path.count(".") == 2
    )


def reaches(provision: Item, item: Item) -> bool:
    """Tell whether a provision is shown on a matter's page (FOLD F27)."""
    if item.id in words_list(provision.get("reaches.items")):
        return True
    kinds = words_list(provision.get("reaches.kinds"))
    verdicts = words_list(provision.get("reaches.verdicts"))
    if not kinds and not verdicts:
        return False
    if item.kind not in (kinds or ("certificates",)):
        return False
    return not verdicts or bool(verdicts_of(item) & set(verdicts))


def reaching(directory: Directory, item: Item) -> tuple[Item, ...]:
    """Return the provisions of a directory that reach a matter."""
    return tuple(p for p in directory.of_kind("provisions") if p.id != item.id and reaches(p, item))


def reach_words(reach: Json, kinds: Mapping[str, str], verdicts: Mapping[str, str]) -> str:
    """Say in words what a provision's `reaches` selects, without the matters it names."""
    if not isinstance(reach, dict):
        return ""
    named = "、".join(kinds.get(kind, kind) for kind in words_list(reach.get("kinds")))
    limited = "、".join(verdicts.get(verdict, verdict) for verdict in words_list(reach.get("verdicts")))
    if limited:
        return f"{named or kinds['certificates']}（结论是{limited}的）"
    return named
