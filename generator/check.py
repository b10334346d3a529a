"""Check a catalogue folder: read, fit to the schemas, judge by the rules and the fold. Builds nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TypeVar

from generator.accept import accept
from generator.cache import hashes_of, keep_findings, keep_pieces, kept_findings, kept_pieces, key_of
from generator.catalogue import Catalogue, load_catalogue, without
from generator.catalogue.load import check_each
from generator.findings import Finding, broken_files, in_order
from generator.parallel import spread, workers
from generator.pieces import Kept, files_of_items, in_pieces, item_pieces
from generator.reading import files_of, path_label, read_files
from generator.reading.document import Document
from generator.reading.load import Progress
from generator.resolve.groups import only
from generator.resolve.judge import judge_changes
from generator.rules import BY_ITEM, RULES

T = TypeVar("T")

# As many pieces as are worth the forks, and into how many parts they are then dealt.
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
    label = label or path_label(root)
    files, odd = files_of(root, label)
    documents, unread = read_files(files, progress)
    found = [*odd, *unread]
    key = key_of(label, files, odd) if cache_folder else ""
    if cache_folder and (same := kept_findings(cache_folder, key)) is not None:
        catalogue, _ = load_catalogue(documents, label, broken_files(found))
        return Checked(without(catalogue, broken_files(same[0]), label), *same)
    place = key_of(f"{label}\0{root.resolve()}", (), ())  # of the pieces of this folder's last check
    kept = Kept(kept_pieces(cache_folder, place), hashes=hashes_of(files)) if cache_folder else Kept()
    checked = check_documents(documents, found, label, processes, kept)
    if cache_folder and key == key_of(label, files, odd):  # the program was not replaced meanwhile
        keep_findings(cache_folder, key, checked.findings, checked.files)
        keep_pieces(cache_folder, place, kept.now)
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
    documents: list[Document],
    findings: list[Finding],
    label: str,
    processes: int = 1,
    kept: Kept | None = None,
) -> Checked:
    """Check documents that were read; `findings` are those of reading, one for each file that gave none.

    `kept` are the pieces of an earlier check, which are taken where nothing that they came from has changed.
    """
    kept, unread = kept or Kept(), broken_files(findings)
    catalogue, more = load_catalogue(documents, label, unread, partial(_by_file, kept, processes))
    told = [*findings, *more, *_of_catalogue(catalogue, kept, processes)]
    accepted = accept(catalogue, told)
    left = without(catalogue, broken_files(accepted), label)
    return Checked(left, in_order(accepted), len(documents) + len(unread))


def _by_file(kept: Kept, processes: int, documents: list[tuple[Document, str]]) -> list[Finding]:
    """Check each document by itself."""
    pieces = {kept.hash_of([document.file], kind): (document, kind) for document, kind in documents}

    def find(missing: list[str]) -> Iterable[Finding]:
        asked = [pieces[piece] for piece in missing]
        return chain.from_iterable(spread([partial(check_each, part) for part in _parts(asked)], processes))

    return in_pieces({piece: [document.file] for piece, (document, _) in pieces.items()}, kept, find)


def _of_catalogue(catalogue: Catalogue, kept: Kept, processes: int) -> list[Finding]:
    """Judge the items by groups, and the whole by the rules that look at all of it, in one round of processes."""
    groups = item_pieces(catalogue, kept)  # makes the plan, before any process is forked
    ruled: list[Finding] = []

    def find(missing: list[str]) -> Iterable[Finding]:
        parts = _parts([groups[piece] for piece in missing])
        rules = [partial(_ruled, catalogue, texts) for texts in (False, True)]
        first, second, *judged = spread(
            [*rules, *(partial(_judged, catalogue, part) for part in parts)], processes
        )
        ruled.extend([*first, *second])
        return chain.from_iterable(judged)

    files = {piece: files_of_items(catalogue, items) for piece, items in groups.items()}
    return [*in_pieces(files, kept, find), *ruled]


def _parts(pieces: list[T]) -> list[list[T]]:
    """Deal pieces of work that are worth the forks."""
    parts = _PARTS if len(pieces) >= _LARGE else 1
    return [dealt for part in range(parts) if (dealt := pieces[part::parts])]


def _ruled(catalogue: Catalogue, of_texts: bool) -> list[Finding]:
    """Ask the rules about texts (U), which share what they make of them, or the others that see the whole."""
    rules = (rule for rule in RULES if rule not in BY_ITEM and rule.name.startswith("u") == of_texts)
    return [found for rule in rules for found in rule.check(catalogue)]


def _judged(catalogue: Catalogue, groups: list[tuple[str, ...]]) -> list[Finding]:
    """Judge the items of groups, by the fold and by the rules that go item by item."""
    items = [item for group in groups for item in group]
    part = only(catalogue, items)
    files = frozenset(files_of_items(catalogue, items))
    found = [*judge_changes(part, items), *(found for rule in BY_ITEM for found in rule.check(part))]
    return [told for told in found if told.position.file in files]  # provisions are in every part
