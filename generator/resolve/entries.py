"""Findings about the keyed entries that a change touches: whole, and in their place (FOLD F11)."""

from collections.abc import Iterator

from generator.catalogue.fields import entries_of, required_in
from generator.catalogue.inlined import resolved_fields
from generator.codes import finding
from generator.findings import Finding, Severity
from generator.reading.document import Json
from generator.resolve.case import Case
from generator.resolve.steps import inside


def check_entries(case: Case, severity: Severity | None) -> Iterator[Finding]:
    """F11: the entries that a change touches have all the keys they must have, and stand before one that exists."""
    kind, values = case.step.file.kind, case.outcome(case.day).values
    given = [(leaf.path, leaf.mark[:-1]) for leaf in case.step.leaves("set")]
    given += [(path, (*case.step.mark, "unset", n)) for n, path in enumerate(case.step.paths("unset"))]
    told: set[str] = set()
    for path, mark in given:
        for entry in (e for e in entries_of(kind, path) if e not in told):
            present = {
                p.removeprefix(f"{entry}.").partition(".")[0] for p in values if p.startswith(f"{entry}.")
            }
            for key in required_in(kind, entry) if present else ():
                if key not in present:
                    where = case.step.file.document.at(mark)
                    yield finding("S115", where, severity=severity, entry=entry, key=key)
            told.add(entry)
        root = path.partition(".")[0]
        if path == root and path in resolved_fields(kind)["required"] and not _in(values, path):
            yield finding(
                "S115", case.step.file.document.at(mark), severity=severity, entry=case.item, key=path
            )
        if path == "cases.default" and not _in(values, path):
            yield finding(
                "S115", case.step.file.document.at(mark), severity=severity, entry="cases", key="default"
            )
        if path.endswith(".before"):
            holder, target = path.split(".")[:-2], values.get(path)
            if target is not None and not any(
                p.startswith(".".join([*holder, f"{target}."])) for p in values
            ):
                yield finding("I115", case.at("set", path), severity=severity, target=target)


def _in(values: dict[str, Json], path: str) -> bool:
    return any(inside(p, (path,)) for p in values)
