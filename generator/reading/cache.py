"""Documents already read, kept by the hash of their bytes: reading YAML is the slowest part of a check.

The cache holds only what the reader made of exactly these bytes, as JSON; anything odd in it is read anew.
"""

import hashlib
import json
from pathlib import Path as FilePath
from typing import cast

from generator import __version__
from generator.reading.document import Document, Json, Mark, Path


def _key(data: bytes) -> str:
    return hashlib.sha256(__version__.encode() + b"\0yaml-3\0" + data).hexdigest()


def load(folder: FilePath, data: bytes, file: str) -> Document | None:
    """Return the cached document of these bytes under the name `file`, or None."""
    try:
        stored = json.loads((folder / f"{_key(data)}.json").read_text("utf-8"))
        return Document(file, stored["value"], _paths(stored["values"]), _paths(stored["keys"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def save(folder: FilePath, data: bytes, document: Document) -> None:
    """Store a document; a cache that cannot be written is no reason to stop."""
    stored = {"value": document.value, "values": _lists(document.values), "keys": _lists(document.keys)}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / f"{_key(data)}.json"
        draft = target.with_suffix(".part")
        draft.write_text(json.dumps(stored, ensure_ascii=False, separators=(",", ":")), "utf-8")
        draft.replace(target)
    except OSError:
        return


def _lists(marks: object) -> list[list[Json]]:
    return [[list(path), *mark] for path, mark in cast("dict[Path, Mark]", marks).items()]


def _paths(rows: list[tuple[list[str | int], int, int, int, int]]) -> dict[Path, Mark]:
    return {tuple(path): (line, column, end, last) for path, line, column, end, last in rows}
