"""The findings about one file by itself: its schema, and what each of its changes must have (FOLD F10, F12, F17)."""

from generator.catalogue.inlined import partial_keys
from generator.catalogue.model import FOLDING_KINDS, ItemFile
from generator.catalogue.schema_findings import check_value
from generator.catalogue.validate import validate
from generator.catalogue.validators import partial_validator
from generator.codes import finding
from generator.findings import Finding
from generator.reading.document import Document, Json

_VERBS = frozenset({"set", "unset", "add", "remove", "withdraw", "restore", "keep", "adopt", "continue"})


def check_document(document: Document, kind: str) -> list[Finding]:
    """Return the findings about one file by itself: its schema, and what each change must have (F10, F12, F17)."""
    return [*validate(document, kind), *_change_findings(document, kind)]


def _change_findings(document: Document, kind: str) -> list[Finding]:
    if kind not in FOLDING_KINDS:
        return []
    found: list[Finding] = []
    file = ItemFile("", kind, "", "", None, document)
    for path, change in file.changes():
        for key in partial_keys():
            if key in change:
                found += check_value(document, (*path, key), partial_validator(kind), kind)
        if not set(change) & _VERBS:
            found.append(finding("I110", document.at(path)))
        elif not _documented(change):
            found.append(finding("I109", document.at(path)))
        undated = next((verb for verb in ("keep", "adopt") if verb in change and "from" not in change), None)
        if undated is not None:
            found.append(finding("I113", document.at(path), verb=undated))
    return found


def _documented(change: dict[str, Json]) -> bool:
    """Tell whether a change names its document; `keep` may give a reason, `continue` has its own (F12)."""
    if "source" in change:
        return True
    if set(change) & _VERBS == {"continue"}:
        return True
    return set(change) & _VERBS == {"keep"} and "reason" in change
