"""C113: a list that says one thing and the directory of its place another

What it does: folds each item that a list of proofs names, in the list's place and on its day: what the list
    excludes is `must_not` or `not_needed` there in general, what it permits is not `must_not` in every case.
    Items that begin later, lists no longer in force, and lists by the office that asks are left out, and what
    is recorded as a conflict.
Why: a list decides nothing by itself, but a reader who finds the two at odds must find out why; so must we.
Example:
    in catalog/shanxi/lists/proofs-directory-2023.yaml
    -     item: certificates/adopter-circumstances
    +     item: certificates/kinship
Use instead: the item that the entry is really about; a change in the list's place; or `conflicts` with both
    documents.
How to mend: compare the entry's words with the item; then set the verdict with the list's document, or record
    it.
References: FOLD F30, F31; 厅字〔2022〕28号 二（三）第7点.
"""

from collections.abc import Iterator, Mapping

from generator.catalogue.model import Catalogue, Record, Source, date_of, mappings, source_id, strings
from generator.codes import finding
from generator.findings import Finding
from generator.reading.document import Json
from generator.resolve.directory import Item
from generator.resolve.fold import fold_item
from generator.resolve.plan import Plan, plan_of
from generator.words import CERTIFICATE_POLARITIES, VERDICTS

_ENDED = frozenset({"repealed", "superseded", "draft"})
_EXCLUDED = frozenset({"must_not", "not_needed"})


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each entry that the directory of the list's place contradicts."""
    plan = plan_of(catalogue)
    for record in catalogue.lists.values():
        source = catalogue.source(record.source, record.place)
        if record.data.get("kind") == "certificates" and source is not None and stands(record, source):
            yield from _entries(plan, record, source)


def stands(record: Record, source: Source) -> bool:
    """Tell whether a list of proofs by those who issue them is still in force."""
    ended = "until" in record.data or source.until is not None or source.data.get("status") in _ENDED
    return not ended and "demander_view" not in record.data and record.data.get("polarity") != "verdicts"


def _entries(plan: Plan, record: Record, source: Source) -> Iterator[Finding]:
    chain = plan.catalogue.chain(record.place)
    stated = date_of(record.data.get("from")) or source.in_force or source.issued or source.reported
    for index, entry in enumerate(mappings(record.data.get("entries"))):
        steps = list(plan.on_chain(str(entry["item"]), chain)) if "item" in entry else []
        if not steps:
            continue
        # A list without a day is compared with the directory after the item's last change.
        day = stated.first if stated else max(step.first_day for step in steps)
        for name in plan.became(str(entry["item"]), chain, day):
            yield from _entry(record, source, index, fold_item(plan, name, chain, day).item)


def _entry(record: Record, source: Source, index: int, item: Item | None) -> Iterator[Finding]:
    verdict = _contradicting(item, record.data) if item is not None else None
    if item is not None and verdict is not None and not recorded(item, source):
        polarity = str(record.data["polarity"])
        yield finding(
            "C113", record.document.at(("entries", index, "item")), list=CERTIFICATE_POLARITIES[polarity],
            item=item.name, verdict=VERDICTS[verdict], list_en=polarity, verdict_en=verdict,
        )  # fmt: skip


def _contradicting(item: Item, record: Mapping[str, Json]) -> str | None:
    """Return the verdict that contradicts a list, None where none does."""
    bodies, cases = set(strings(record.get("bodies"))), item.tree().get("cases")
    own = [c for c in cases.values() if isinstance(c, dict)] if isinstance(cases, dict) else []
    served = [case for case in own if bodies & set(strings(case.get("for")))]
    if record.get("polarity") == "permits":
        return "must_not" if served and all(case.get("verdict") == "must_not" for case in served) else None
    general = (str(case.get("verdict")) for case in served if "when" not in case)
    return next((verdict for verdict in general if verdict not in _EXCLUDED), None)


def recorded(item: Item, source: Source) -> bool:
    """Tell whether the item already records the list's document as a conflict."""
    return any(
        path.startswith("conflicts.") and path.endswith(".source")
        and source_id(str(value.value), value.place) == source.id
        for path, value in item.values.items()
    )  # fmt: skip
