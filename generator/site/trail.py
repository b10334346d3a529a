"""Dates and trails in words: since when something holds, which steps made a value, what is to come."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.catalogue.model import ROOT, Source, strings
from generator.dates import chinese
from generator.field_words import WITHIN, label, say
from generator.reading.document import Json
from generator.resolve.directory import Item, TrailStep, Upcoming
from generator.resolve.editions import citation_on, now_words
from generator.site.context import Site, source_path
from generator.site.links import safe_href
from generator.words import FATES, VERBS, since_words

UNCERTAIN = "文件里的日期没有写到日，数据截至当天是否已起止不能确定"


@dataclass(frozen=True)
class SourceLink:
    """A document as pages name it, with its own page and where its text stands on the web, if recorded."""

    cited: str
    path: str
    outside: str | None


@dataclass(frozen=True)
class StepView:
    """A step in words; `changes` are (field, old, new) where the page lists what a step did."""

    place: str
    verb: str
    since: str
    until: str
    source: SourceLink | None
    clause: str
    reason: str
    where: str
    fate: str
    changes: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True)
class ValueView:
    """A value that took more than one step, with these steps."""

    label: str
    value: str
    uncertain: bool
    steps: tuple[StepView, ...]


@dataclass(frozen=True)
class Given:
    """The values that one step gave and nothing changed since: (entry they stand in, ((field, line), …))."""

    step: StepView  # its `where` is the file alone
    fields: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]


@dataclass(frozen=True)
class TrailView:
    """The trail of an item: values that took several steps one by one, the others under the step that gave them."""

    changed: tuple[ValueView, ...]
    given: tuple[Given, ...]


def source_since(source: Source) -> str:
    """Say since when a document holds, by the dates recorded of it."""
    if source.in_force:
        return since_words(source.in_force, "law_edition" if source.kind == "law" else "in_force")
    if source.issued:
        return since_words(source.issued, "issued")
    return since_words(source.reported, "reported" if source.reported else "undated")


def source_link(source: Source) -> SourceLink:
    """Return a document as pages name it."""
    return SourceLink(source.cited, source_path(source), safe_href(source.data.get("url")))


def cited_now(site: Site, source: Source, clause: str | None) -> str:
    """Return a clause as cited, with the number that it has on the site's day where that is another (FOLD F32)."""
    now = now_words(citation_on(source, clause, None, site.on)) if clause else ""
    return f"{clause}（{now}）" if now else clause or ""


def step_view(site: Site, step: TrailStep, changes: tuple[tuple[str, str, str], ...] = ()) -> StepView:
    """Put a step into words."""
    fate = FATES.get(step.fate, "")
    return StepView(
        site.place(step.place).name,
        VERBS[step.verb],
        since_words(step.start, step.since) + ("（先后未载）" if step.order_unstated else ""),
        f"至{chinese(step.until.text)}前" if step.until else ("现阶段" if step.until_unstated else ""),
        source_link(step.source) if step.source else None,
        cited_now(site, step.source, step.clause) if step.source else step.clause or "",
        step.reason or "",
        f"{step.position.file}:{step.position.line}",
        f"{fate}（{step.why.zh}）" if fate and step.why else fate,
        changes,
    )


def trail_of(site: Site, item: Item) -> TrailView:
    """Return every value of an item with what made it, in the item's order."""
    changed: list[ValueView] = []
    given: dict[StepView, list[tuple[str, int]]] = {}
    for path, value in item.values.items():
        if len(value.trail) == 1 and not value.date_uncertain:
            (step,) = value.trail
            made = given.setdefault(replace(step_view(site, step), where=step.position.file), [])
            made.append((label(item.kind, path), step.position.line))
        else:
            changed.append(
                ValueView(
                    label(item.kind, path),
                    _said(site, item, path, value.value, value.trail),
                    value.date_uncertain,
                    tuple(step_view(site, step) for step in value.trail),
                )
            )
    return TrailView(tuple(changed), tuple(Given(step, _by_head(made)) for step, made in given.items()))


def _by_head(made: list[tuple[str, int]]) -> tuple[tuple[str, tuple[tuple[str, int], ...]], ...]:
    """Put fields of one entry together: 依据（law） · 文件 and 依据（law） · 条款 are 文件 and 条款 of 依据（law）."""
    heads: dict[str, list[tuple[str, int]]] = {}
    for words, line in made:
        head, _, field = words.rpartition(WITHIN)
        heads.setdefault(head, []).append((field, line))
    return tuple((head, tuple(fields)) for head, fields in heads.items())


def _said(site: Site, item: Item, path: str, value: Json, trail: tuple[TrailStep, ...]) -> str:
    """Write a value that a step of `trail` set in words; a document by its title, a basis by document and clause."""
    if path.startswith("basis.") and path.endswith(".source"):
        place = next((step.place for step in reversed(trail) if step.value == value), ROOT)
        source = site.source_of(value, place)
        return source.cited if source else say(item.kind, path, value)
    if path.endswith(".basis"):
        return "、".join(_basis_words(site, item, name) for name in strings(value))
    return say(item.kind, path, value)


def _basis_words(site: Site, item: Item, name: str) -> str:
    """Name a basis of an item by its document and clause; one that no longer stands there by its id."""
    cited = item.values.get(f"basis.{name}.source")
    source = site.source_of(cited.value, cited.place) if cited else None
    return f"{source.cited}{item.get(f'basis.{name}.clause') or ''}" if source else name


def history_of(site: Site, item: Item) -> tuple[StepView, ...]:
    """Return the steps in an item's history, oldest first, each with the fields it changed."""
    made: dict[int, dict[str, TrailStep]] = {}
    for path, value in item.values.items():
        for leaf in value.trail:
            step = _step_of(leaf, item.history)
            if step is not None and leaf.verb != "introduce":
                made.setdefault(id(step), {})[path] = leaf
    return tuple(
        step_view(site, step, tuple(_changes(site, item, made.get(id(step), {})))) for step in item.history
    )


def _changes(site: Site, item: Item, made: Mapping[str, TrailStep]) -> Iterator[tuple[str, str, str]]:
    """Yield (field, old, new) of what one step changed; a basis that it adds is said once, not field by field."""
    for path, leaf in made.items():
        basis, _, field = path.rpartition(".")
        trail = item.values[path].trail
        old, new = _said(site, item, path, leaf.old, trail), _said(site, item, path, leaf.value, trail)
        added = (
            path.startswith("basis.") and f"{basis}.source" in made and made[f"{basis}.source"].old is None
        )
        if not added:
            yield label(item.kind, path), old, new
        elif field == "source":
            yield "依据", "", _basis_words(site, item, basis.removeprefix("basis."))


def _step_of(leaf: TrailStep, history: tuple[TrailStep, ...]) -> TrailStep | None:
    """Return the step a leaf's own step is part of: the last in its file that begins at or before the leaf."""
    begun = [s for s in history if s.position.file == leaf.position.file and s.position <= leaf.position]
    return max(begun, key=lambda step: step.position, default=None)


def upcoming_words(site: Site, place: str, step: Upcoming) -> StepView:
    """Put a step announced for a matter of `place` into words, a basis by its document and clause."""
    gives, given = dict(step.gives), []
    for path, new in step.gives:
        basis, _, field = path.rpartition(".")
        if not (path.startswith("basis.") and f"{basis}.source" in gives):
            given.append((label(step.item.split("/")[0], path), "", _announced(site, place, step, path, new)))
        elif field == "source":
            given.append(("依据", "", _announced_basis(site, place, step, basis.removeprefix("basis."))))
    return step_view(site, step.step, tuple(given))


def _announced(site: Site, place: str, step: Upcoming, path: str, new: Json) -> str:
    """Write a value that an announced step gives in words."""
    if path.endswith(".basis"):
        return "、".join(_announced_basis(site, place, step, name) for name in strings(new))
    return say(step.item.split("/")[0], path, new)


def _announced_basis(site: Site, place: str, step: Upcoming, name: str) -> str:
    """Name a basis of an announced step, which gives it or finds it at the place, by its document and clause."""
    directory = site.directories[place]
    parts = (u for u in directory.upcoming if u.item == step.item and u.step.position == step.step.position)
    gives = {path: new for part in parts for path, new in part.gives}
    if source := site.source_of(gives.get(f"basis.{name}.source"), step.step.place):
        return f"{source.cited}{gives.get(f'basis.{name}.clause') or ''}"
    item = directory.items.get(step.item)
    return _basis_words(site, item, name) if item else name
