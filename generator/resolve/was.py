"""Whether a change says what it changes: `was` and `was_absent` against the fold without it (FOLD F13)."""

from collections.abc import Iterator

from generator.codes import finding
from generator.findings import Finding
from generator.reading.document import Json
from generator.resolve.case import Case, shown


def check_was(case: Case, inherited: dict[str, Json]) -> Iterator[Finding]:
    """Yield a finding for each leaf the change touches without saying, or saying wrongly, what it was."""
    step, written = case.step, case.step.was
    absent = step.paths("was_absent")
    for path in _touched(case, inherited):
        value = inherited.get(path)
        said_absent = any(path == a or path.startswith(f"{a}.") for a in absent)
        right = said_absent if value is None else path in written and written[path] == value
        if right:
            continue
        if path not in written and not said_absent:
            yield finding("I103", step.position, severity=case.soften(), field=path)
        else:
            where = step.file.document.key_at((*step.mark, "was" if path in written else "was_absent"))
            yield finding(
                "I104", where, field=path, upper=case.upper(case.day), day=case.day.isoformat(),
                value=shown(value),
            )  # fmt: skip


def _touched(case: Case, inherited: dict[str, Json]) -> list[str]:
    step = case.step
    paths = [leaf.path for verb in ("set", "add", "remove") for leaf in step.leaves(verb)]
    for path in step.paths("unset"):
        paths += [p for p in inherited if p == path or p.startswith(f"{path}.")]
    if "withdraw" in step.verbs:
        verdicts = [p for p in inherited if p.startswith("cases.") and p.endswith(".verdict")]
        paths += verdicts or ["name"]
    return list(dict.fromkeys(paths))
