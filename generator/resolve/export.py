"""A directory, an item, a trail as plain data: for `qingdan resolve`, `explain` and the site's data files.

Deterministic (FOLD F42): mappings in the directory's order, dates as written, no object of ours inside.
"""

from datetime import date

from generator.catalogue.model import Catalogue
from generator.dates import PartialDate
from generator.reading.document import Json
from generator.resolve.directory import Directory, Item, TrailStep, Upcoming, Value, Withdrawn
from generator.resolve.editions import Citation, citation_on

Data = dict[str, Json]


def directory_data(catalogue: Catalogue, directory: Directory) -> Data:
    """Return a whole directory with every trail."""
    next_day = directory.changes_next
    return {
        "place": directory.place,
        "name": catalogue.places[directory.place].on(directory.on).name,
        "on": directory.on.isoformat(),
        "chain": list(directory.chain),
        "changes_next": next_day.isoformat() if next_day else None,
        "items": {name: item_data(catalogue, directory, item) for name, item in directory.items.items()},
        "withdrawn": {
            name: gone_data(catalogue, directory, gone) for name, gone in directory.withdrawn.items()
        },
        "offered": list(directory.offered),
        "upcoming": [upcoming_data(step) for step in directory.upcoming],
        "missing": list(sorted(directory.missing)),
    }


def item_data(catalogue: Catalogue, directory: Directory, item: Item) -> Data:
    """Return an item: its values as a tree, the trail of each leaf, its history, and its articles as of the day."""
    found: Data = {
        "kind": item.kind,
        "introduced_by": item.introduced_by,
        "values": item.tree(),
        "trail": {path: value_data(value, directory.on) for path, value in item.values.items()},
        "history": [step_data(step, directory.on) for step in item.history],
    }
    if item.date_uncertain:
        found["date_uncertain"] = True
    if item.absent_uncertain:
        found["absent_uncertain"] = list(item.absent_uncertain)
    if articles := _articles(catalogue, directory, item):
        found["articles"] = articles
    if item.id in directory.missing:
        found["missing"] = True
    return found


def value_data(value: Value, on: date | None = None) -> Data:
    """Return a leaf's value and its trail, with the articles that its steps cite as numbered on a day."""
    found: Data = {"value": value.value, "steps": [step_data(step, on) for step in value.trail]}
    return {**found, "date_uncertain": True} if value.date_uncertain else found


def step_data(step: TrailStep, on: date | None = None) -> Data:
    """Return a step of a trail; what a document does not give is left out."""
    article = citation_of(step, on) if on else None
    optional: Data = {
        "until": _text(step.until) or ("unstated" if step.until_unstated else None),
        "source": step.source.id if step.source else None,
        "clause": step.clause,
        "article": article_data(article) if article and article.state != "same" else None,
        "reason": step.reason,
        "old": step.old,
        "why": step.why.zh if step.why else None,
        "more": dict(step.more) or None,
        "order_unstated": step.order_unstated or None,
    }
    return {
        "place": step.place, "at": str(step.position), "verb": step.verb, "from": _text(step.start),
        "since": step.since, "fate": step.fate, "value": step.value,
        **{key: value for key, value in optional.items() if value is not None},
    }  # fmt: skip


def _text(day: PartialDate | None) -> str | None:
    return day.text if day else None


def gone_data(catalogue: Catalogue, directory: Directory, gone: Withdrawn) -> Data:
    """Return an item no longer listed: how it ended, and its last values."""
    found: Data = {"how": gone.how, "item": item_data(catalogue, directory, gone.item)}
    optional: Data = {
        "step": step_data(gone.step, directory.on) if gone.step else None,
        "replaced_by": list(gone.replaced_by) or None,
        "below": gone.below if gone.how == "withdrawn" else None,
        "returned_to": gone.returned_to,
        "grounds": list(gone.grounds) or None,
    }
    return {**found, **{key: value for key, value in optional.items() if value is not None}}


def upcoming_data(step: Upcoming) -> Data:
    """Return an announced step with what it will give."""
    gives: Data = {path: value for path, value in step.gives}
    return {"item": step.item, "field": step.path, "gives": gives, "step": step_data(step.step)}


def _articles(catalogue: Catalogue, directory: Directory, item: Item) -> Data:
    """Return, by what cites it, the number an article has on the day where it differs from the cited one (F32)."""
    found: Data = {}
    for name, citation in citations_of(catalogue, item, directory).items():
        if citation.state != "same":
            found[name] = article_data(citation)
    return found


def article_data(citation: Citation) -> Data:
    """Return an article as cited and as numbered on the day."""
    return {"cited": citation.cited, "now": list(citation.now), "state": citation.state}


def citation_of(step: TrailStep, on: date) -> Citation | None:
    """Return the clause that a step cites as numbered on a day, None where it cites none (F32)."""
    return citation_on(step.source, step.clause, None, on) if step.source and step.clause else None


def citations_of(catalogue: Catalogue, item: Item, directory: Directory) -> dict[str, Citation]:
    """Return an item's citations by what cites ("basis.list", "conflicts.x"), as of the directory's day (F32)."""
    found: dict[str, Citation] = {}
    for path, value in item.values.items():
        head, _, rest = path.partition(".")
        name, _, field = rest.partition(".")
        if head not in ("basis", "conflicts") or field != "source":
            continue
        source = catalogue.source(value.value, value.place)
        clause, edition = item.get(f"{head}.{name}.clause"), item.get(f"{head}.{name}.edition")
        if source is not None and isinstance(clause, str):
            cited = citation_on(source, clause, str(edition) if edition else None, directory.on)
            found[f"{head}.{name}"] = cited
    return found
