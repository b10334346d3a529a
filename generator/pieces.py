"""A check in pieces, so that after an edit only what hangs on it is looked at again.

A piece is what is found about some files, under the hash of all that it came from: one file by itself, or the items
of one group with all that bears on them. Pieces of the last check that have the same hash are taken as they were.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from generator.catalogue.model import Catalogue
from generator.findings import Finding
from generator.resolve.groups import SHARED, groups_of
from generator.resolve.plan import plan_of

Pieces = Mapping[str, tuple[Finding, ...]]  # by hash


@dataclass(frozen=True)
class Kept:
    """The pieces of the last check, those of this one, and the hash of each file's bytes."""

    before: Pieces = field(default_factory=dict)
    now: dict[str, tuple[Finding, ...]] = field(default_factory=dict)
    hashes: Mapping[str, str] = field(default_factory=dict)

    def hash_of(self, files: Iterable[str], *more: str) -> str:
        """Return the hash of files, names and bytes, and of what else counts."""
        named = [f"{file}\0{self.hashes.get(file, '')}" for file in files]
        return hashlib.sha256("\0".join([*named, "", *more]).encode("utf-8", "surrogateescape")).hexdigest()


def in_pieces(
    files: Mapping[str, Iterable[str]], kept: Kept, find: Callable[[list[str]], Iterable[Finding]]
) -> list[Finding]:
    """Return the findings of pieces, given the `files` that each is about; `find` is asked for those not kept."""
    missing = [piece for piece in files if piece not in kept.before]
    holder = {file: piece for piece in missing for file in files[piece]}
    found: dict[str, list[Finding]] = {piece: [] for piece in missing}
    for told in find(missing):
        found[holder[told.position.file]].append(told)
    kept.now.update({piece: tuple(found[piece]) if piece in found else kept.before[piece] for piece in files})
    return [told for piece in files for told in kept.now[piece]]


def item_pieces(catalogue: Catalogue, kept: Kept) -> dict[str, tuple[str, ...]]:
    """Return the items of each group by the hash of what the fold makes of them (see `groups_of`).

    A file left out counts with all it holds: the fold reads in it how far it meant to reach (FOLD F45).
    """
    apart = {
        f.document.file for name, files in catalogue.items.items() if not name.startswith(SHARED)
        for f in files.values()
    }  # fmt: skip
    rest = sorted(file for file in kept.hashes if file not in apart)
    shared = kept.hash_of(rest, *sorted(catalogue.left_out))
    return {
        kept.hash_of(files_of_items(catalogue, items), "items", *items, shared): items
        for items in groups_of(plan_of(catalogue))
    }


def files_of_items(catalogue: Catalogue, items: Iterable[str]) -> list[str]:
    """Return the names of the files of items."""
    return sorted(file.document.file for item in items for file in catalogue.items.get(item, {}).values())
