"""Whether a change says what it changes: `was` and `was_absent` against the fold without it (FOLD F13)."""

from collections.abc import Iterator

from generator.catalogue.model import source_id
from generator.codes import finding
from generator.findings import Finding
from generator.reading.document import Json
from generator.resolve.case import Case, shown
from generator.resolve.steps import inside


def check_was(case: Case, inherited: dict[str, Json]) -> Iterator[Finding]:
    """Yield a finding for each leaf touched without saying what it was, and each that was not as is said."""
    step, written = case.step, case.step.was
    absent = step.paths("was_absent")
    for path in dict.fromkeys((*_touched(case, inherited), *written, *absent)):
        value = inherited.get(path)
        if path in absent:
            value = next((leaf for other, leaf in inherited.items() if inside(other, (path,))), None)
        said_absent = inside(path, absent)
        right = said_absent if value is None else path in written and _same(case, path, written[path], value)
        if right:
            continue
        if path not in written and not said_absent:
            yield finding("I103", step.position, severity=case.soften(), field=path)
        else:
            where = step.file.document.key_at((*step.mark, "was" if path in written else "was_absent"))
            yield finding(
                "I104", where, field=path, upper=case.upper(case.day, path), day=case.day.isoformat(),
                value=shown(value),
            )  # fmt: skip


def _same(case: Case, path: str, written: Json, value: Json) -> bool:
    """Tell whether `was` gives the inherited value; a document may be named as its own place names it, or in full."""
    if path.rpartition(".")[2] != "source":
        return written == value
    item = case.inherited(case.day).listed
    holder = item.values[path].place if item is not None else case.chain[0]
    return source_id(str(value), holder) in (source_id(str(written), case.step.file.place), str(written))


def _touched(case: Case, inherited: dict[str, Json]) -> list[str]:
    step = case.step
    paths = [leaf.path for verb in ("set", "add", "remove") for leaf in step.leaves(verb)]
    for path in step.paths("unset"):
        paths += [p for p in inherited if inside(p, (path,))]
    if "withdraw" in step.verbs:
        verdicts = [p for p in inherited if p.startswith("cases.") and p.endswith(".verdict")]
        paths += verdicts or ["name"]
    return list(dict.fromkeys(paths))
