"""One edit of the real catalogue: what the checker then says that it did not say before."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from generator.catalogue import load_catalogue
from generator.catalogue.model import ROOT as ROOT_PLACE
from generator.catalogue.model import Catalogue
from generator.check import check_catalogue
from generator.findings import Finding
from generator.reading.document import Document
from generator.reading.yaml_reader import read_yaml
from generator.resolve.judge import judge_changes
from generator.rules import RULES, Edit

ROOT = Path(__file__).parents[2]


@cache
def real() -> Catalogue:
    """Return the real catalogue."""
    return check_catalogue(ROOT / "catalog", label="catalog").catalogue


@cache
def already() -> frozenset[tuple[str, str]]:
    """Return what the rules say of the real catalogue: (code, file and sentence)."""
    return frozenset(_key(f) for rule in RULES for f in rule.check(real()))


def _key(found: Finding) -> tuple[str, str]:
    return found.code, f"{found.position.file} {found.message.zh}"


def after(edit: Edit) -> list[Finding]:
    """Return what is found after an edit and was not before: by the schema, the fold's judge and every rule."""
    text = edit.apply((ROOT / edit.file).read_text("utf-8"))
    document = read_yaml(text.encode(), edit.file)
    assert isinstance(document, Document), document
    changed, findings = merged(document)
    found = [f for f in findings if f.code != "X109"]
    found += [f for rule in RULES for f in rule.check(changed) if _key(f) not in already()]
    item = next(
        (item for item, files in changed.items.items() for f in files.values() if f.document is document),
        None,
    )
    if item is not None:
        known = {_key(f) for f in judge_changes(replace(real(), items={item: real().items[item]}))}
        own = judge_changes(replace(changed, items={item: changed.items[item]}))
        found += [f for f in own if _key(f) not in known]
    return found


def merged(document: Document) -> tuple[Catalogue, list[Finding]]:
    """Return the real catalogue with one file replaced, and the schema's findings about the file."""
    base = real()
    homes = [
        place.document for place in base.places.values()
        if place.document.file != document.file
        and (place.path == ROOT_PLACE or document.file.startswith(f"catalog/{place.path}/"))
    ]  # fmt: skip
    one, findings = load_catalogue([document, *homes], "catalog")
    return (
        replace(
            base,
            places={**base.places, **one.places},
            sources={**base.sources, **one.sources},
            items={**base.items, **{k: {**base.items.get(k, {}), **files} for k, files in one.items.items()}},
            records={**base.records, **{k: {**base.records.get(k, {}), **r} for k, r in one.records.items()}},
            redirects=one.redirects or base.redirects,
        ),
        findings,
    )
