"""Check a catalogue folder: read, fit to the schemas, judge by the rules and the fold. Builds nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.accept import accept
from generator.catalogue import Catalogue, load_catalogue, without
from generator.findings import Finding, broken_files, in_order
from generator.reading import read_catalogue_files
from generator.reading.document import Document
from generator.resolve.judge import judge_changes
from generator.rules import RULES


@dataclass(frozen=True)
class Checked:
    """A catalogue without its broken files, every finding in order, and the number of files read."""

    catalogue: Catalogue
    findings: tuple[Finding, ...]
    files: int


def check_catalogue(
    root: Path,
    label: str | None = None,
    cache_folder: Path | None = None,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> Checked:
    """Check the catalogue at `root`; file names in findings start with `label` (default: the folder as given)."""
    label = label or root.as_posix()
    documents, findings = read_catalogue_files(root, label, cache_folder, progress)
    return check_documents(documents, findings, label)


def check_documents(documents: list[Document], findings: list[Finding], label: str) -> Checked:
    """Check documents that were read; `findings` are those of reading, one for each file that gave none."""
    unread = len(broken_files(findings))
    catalogue, more = load_catalogue(documents, label, broken_files(findings))
    findings = [*findings, *more]
    findings += [found for rule in RULES for found in rule.check(catalogue)]
    findings = accept(catalogue, [*findings, *judge_changes(catalogue)])
    kept = without(catalogue, broken_files(findings), label)
    return Checked(kept, in_order(findings), len(documents) + unread)
