"""Check a catalogue folder: read, fit to the schemas, judge by the rules and the fold. Builds nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from generator.accept import accept
from generator.cache import keep_findings, kept_findings, key_of
from generator.catalogue import Catalogue, load_catalogue, without
from generator.findings import Finding, broken_files, in_order
from generator.parallel import spread, workers
from generator.reading import files_of, read_files
from generator.reading.document import Document
from generator.reading.load import Progress
from generator.resolve.judge import judge_changes
from generator.resolve.plan import plan_of
from generator.rules import RULES

# A catalogue worth the forks, and into how many parts its items are then dealt.
_LARGE, _PARTS = 500, 12


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
    progress: Progress = lambda _done, _all: None,
    processes: int = 1,
) -> Checked:
    """Check the catalogue at `root`; file names in findings start with `label` (default: the folder as given)."""
    label = label or root.as_posix()
    files, odd = files_of(root, label)
    documents, unread = read_files(files, progress)
    found = [*odd, *unread]
    key = key_of(label, files, odd) if cache_folder else ""
    if cache_folder and (kept := kept_findings(cache_folder, key)) is not None:
        catalogue, _ = load_catalogue(documents, label, broken_files(found))
        return Checked(without(catalogue, broken_files(kept[0]), label), *kept)
    checked = check_documents(documents, found, label, processes)
    if cache_folder and key == key_of(label, files, odd):  # the program was not replaced meanwhile
        keep_findings(cache_folder, key, checked.findings, checked.files)
    return checked


def check_findings(
    root: Path, label: str, cache_folder: Path | None, progress: Progress
) -> tuple[tuple[Finding, ...], int]:
    """Return the findings of `check_catalogue` and the number of files; unchanged files are not even parsed."""
    if cache_folder and (kept := kept_findings(cache_folder, key_of(label, *files_of(root, label)))):
        return kept
    checked = check_catalogue(root, label, cache_folder, progress, workers())
    return checked.findings, checked.files


def check_documents(
    documents: list[Document], findings: list[Finding], label: str, processes: int = 1
) -> Checked:
    """Check documents that were read; `findings` are those of reading, one for each file that gave none."""
    unread = len(broken_files(findings))
    catalogue, more = load_catalogue(documents, label, broken_files(findings))
    judged = spread(_judges(catalogue, _PARTS if len(documents) >= _LARGE else 1), processes)
    findings = accept(catalogue, [*findings, *more, *chain.from_iterable(judged)])
    kept = without(catalogue, broken_files(findings), label)
    return Checked(kept, in_order(findings), len(documents) + unread)


def _judges(catalogue: Catalogue, parts: int) -> list[Callable[[], list[Finding]]]:
    """Return the rules as one piece of work (they share what they make of the cases), and the fold's judge in parts."""
    plan_of(catalogue)  # made once, before any process is forked
    judges = [partial(_judged, catalogue, part, parts) for part in range(parts)]
    return [partial(_ruled, catalogue), *judges]


def _ruled(catalogue: Catalogue) -> list[Finding]:
    return [found for rule in RULES for found in rule.check(catalogue)]


def _judged(catalogue: Catalogue, part: int, parts: int) -> list[Finding]:
    return list(judge_changes(catalogue, part, parts))
