"""Findings that a file accepts: said in the file itself, with a reason and a day; the site lists every one of them.

Only what a policy rule warns of or notes can be accepted: an error is false or meaningless, and what the reader, the
schema or the fold say cannot be a matter of opinion.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.catalogue.model import Catalogue, mappings
from generator.codes import CODES, finding
from generator.findings import Acceptance, Finding, Severity
from generator.reading.document import Document, Json, Path
from generator.rules import rule_of


def accept(catalogue: Catalogue, findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings, those that their file accepts marked so, and what is wrong with the acceptances."""
    listed = list(findings)
    by_file: dict[str, list[int]] = {}
    for index, found in enumerate(listed):
        by_file.setdefault(found.position.file, []).append(index)
    wrong: list[Finding] = []
    for document, path, entry in _acceptances(catalogue):
        code = str(entry["code"])
        if (row := CODES.get(code)) is None or row.severity is Severity.ERROR or rule_of(code) is None:
            wrong.append(finding("X132", document.at((*path, "code")), found=code))
            continue
        part = _path_of(document, str(entry.get("at", "")))
        met = [
            index
            for index in by_file.get(document.file, ())
            if listed[index].code == code
            and listed[index].severity is not Severity.ERROR
            and part is not None
            and _within(document, part, listed[index])
        ]
        if (
            not met and not catalogue.left_out
        ):  # what it accepts may follow from a file that was left out (F45)
            wrong.append(finding("X133", document.at(path), found=code))
        for index in met:
            acceptance = Acceptance(str(entry["reason"]), str(entry["on"]))
            listed[index] = replace(listed[index], accepted=acceptance)
    return [*listed, *wrong]


def _acceptances(catalogue: Catalogue) -> Iterator[tuple[Document, Path, dict[str, Json]]]:
    """Yield (document, path, entry) of every acceptance in the catalogue."""
    documents = [
        *(file.document for files in catalogue.items.values() for file in files.values()),
        *(record.document for records in catalogue.records.values() for record in records.values()),
        *(source.document for source in catalogue.sources.values()),
    ]
    for document in documents:
        value = document.value
        for index, entry in enumerate(mappings(value.get("accepted") if isinstance(value, dict) else None)):
            yield document, ("accepted", index), entry


def _path_of(document: Document, dotted: str) -> Path | None:
    """Return the path that a dotted one names, an entry of a list by its number or its id; None where nothing is."""
    path: Path = ()
    for step in dotted.split(".") if dotted else ():
        value = document.get(path)
        if isinstance(value, list):
            named = [i for i, e in enumerate(value) if str(i) == step or _id_of(e) == step]
            path = (*path, named[0] if named else len(value))
        else:
            path = (*path, step)
        if document.get(path) is None:
            return None
    return path


def _id_of(entry: Json) -> Json:
    return entry.get("id") if isinstance(entry, dict) else None


def _within(document: Document, part: Path, found: Finding) -> bool:
    """Tell whether a finding stands at a part of its file, key and value together; all of it is the empty path."""
    if not part:
        return True
    begin, end = document.key_at(part), document.at(part)
    here = (found.position.line, found.position.column)
    return (begin.line, begin.column) <= here < (end.end_line, end.end_column)
