"""What there is to find: matters, documents and places, with their names and what they say by place."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.catalogue.model import ROOT, Place, Source, strings
from generator.reading.document import Json
from generator.resolve.directory import Item
from generator.site.answer import answer_of, detail
from generator.site.context import Site, short_name
from generator.site.links import page_path
from generator.words import SOURCE_KINDS, Verdict

PLACES, SOURCES = "places", "sources"
# Kinds of entries that are no matters.
OTHER_KINDS = {PLACES: "地方", SOURCES: "文件"}


@dataclass
class Entry:
    """One thing to find: its page, its names (the first is shown), what it says, and what differs by place.

    `where` are the places with a page of it, the nation first; None for all that can be chosen. `unlike` gives, by
    place, the name, the answer or the other names that differ from those of the first place.
    """

    kind: str
    path: str
    names: list[str]
    answer: Verdict
    where: list[str] | None = field(default_factory=lambda: [ROOT])
    unlike: dict[str, tuple[str | None, Verdict | None, list[str]]] = field(default_factory=dict)

    def answers(self) -> Iterator[Verdict]:
        """Yield every answer that the entry gives somewhere."""
        yield self.answer
        yield from (answer for _, answer, _ in self.unlike.values() if answer)

    def all_names(self) -> Iterator[str]:
        """Yield every name that finds the entry."""
        yield from self.names
        for name, _, others in self.unlike.values():
            yield from [name] if name else []
            yield from others


def places_to_choose(site: Site) -> tuple[Place, ...]:
    """Return the places one can choose: the nation and the provinces."""
    return (site.place(ROOT), *site.catalogue.provinces())


def matters(site: Site) -> list[Entry]:
    """Return an entry for each matter that some place has a page of."""
    return [_matter(site, item_id) for item_id in sorted({item_id for _, item_id in site.pages})]


def _matter(site: Site, item_id: str) -> Entry:
    """Return a matter's entry."""
    homes = sorted(
        (place for place, item in site.pages if item == item_id), key=lambda p: (p != ROOT, p.count("/"), p)
    )
    first = _item(site, homes[0], item_id)
    names = [first.name, *_other_names(first)]
    entry = Entry(first.kind, first.slug, names, _answer(first), list(homes))
    if set(homes) >= {place.path for place in places_to_choose(site)}:
        entry.where = None
    for place in homes[1:]:
        item = _item(site, place, item_id)
        name = item.name if item.name != first.name else None
        answer = _answer(item) if _answer(item) != entry.answer else None
        others = [other for other in _other_names(item) if other not in names]
        if name or answer or others:
            entry.unlike[place] = name, answer, others
    return entry


def _other_names(item: Item) -> list[str]:
    """Return what else a matter is called, and the names that were replaced: they stay findable (FOLD F20)."""
    found = item.values.get("name")
    old = [str(step.value) for step in found.trail] if found else []
    names = dict.fromkeys([*strings(item.get("aliases")), *old])
    return [name for name in names if name != item.name]


def _item(site: Site, place: str, item_id: str) -> Item:
    """Return a matter as a place has it, or last had it."""
    directory = site.directories[place]
    return directory.items[item_id] if item_id in directory.items else directory.withdrawn[item_id].item


def _answer(item: Item) -> Verdict:
    """Return what a result says of a matter: its answer, or the words of a sign, form or provision, unmarked."""
    answer = answer_of(item)
    return Verdict(answer.key, answer.words) if answer else Verdict("", detail(item))


def document(source: Source) -> Entry:
    """Return a document's entry: found by its title and its number."""
    names = [source.title, *([source.number] if source.number else [])]
    return Entry(SOURCES, source.id, names, Verdict("", SOURCE_KINDS.get(source.kind, "")))


def place_entry(place: Place) -> Entry:
    """Return a place's entry."""
    names = list(dict.fromkeys([place.name, short_name(place)]))
    return Entry(PLACES, place.path, names, Verdict("", ""))


def unlisted(site: Site) -> Iterator[tuple[str, Json]]:
    """Yield, by place that has one of its own, the rule for matters in no list: name, text and page."""
    for place in site.places():
        rules = site.directories[place.path].of_kind("provisions")
        own = [rule for rule in rules if rule.get("topic") == "unlisted_matters"]
        for rule in own:
            if site.says_own(place.path, rule.id):
                yield (
                    place.path,
                    [rule.name, str(rule.get("text") or ""), page_path(f"{place.path}/{rule.id}")],
                )
                break


def offices(site: Site) -> Iterator[tuple[str, Json]]:
    """Yield the offices that matters name, with the ids of the matters."""
    found: dict[str, set[str]] = {}
    for place, item_id in site.pages:
        item = _item(site, place, item_id)
        for path, leaf in item.values.items():
            if path == "department" or path.endswith(".where"):
                named = strings(leaf.value) or str(leaf.value).split("、")
                for office in named:
                    found.setdefault(office, set()).add(item_id)
    yield from ((office, " ".join(sorted(ids))) for office, ids in sorted(found.items()))
