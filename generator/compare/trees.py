"""A commit's catalogue, checked as if it lay in a folder of its own."""

import re
import tempfile
from pathlib import Path

from generator.check import Checked, check_catalogue
from generator.codes import finding
from generator.compare.git import Blob, blobs, contents
from generator.findings import Finding, Position
from generator.reading.limits import MAX_BYTES

_NAME = re.compile(r"[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*")
_FILES = ("100644", "100755")


def checked_tree(folder: Path, revision: str, below: str) -> tuple[Checked, tuple[Finding, ...]]:
    """Return the catalogue at path `below` of a commit, and findings about what could not be taken out of it.

    Straight from the objects: neither attributes nor filters that the commit brings with it can hide a file.
    """
    label = below.rstrip("/") or "."
    listed = list(blobs(folder, revision, below))
    taken = [blob for blob in listed if _odd(blob) is None]
    odd = [blob for blob in listed if _odd(blob) is not None]
    small = [blob for blob in taken if blob.size <= MAX_BYTES]
    with tempfile.TemporaryDirectory(prefix="qingdan-tree-") as name:
        root = Path(name)
        for blob, data in zip(small, contents(folder, [b.sha for b in small]), strict=True):
            _put(root / blob.path, data)
        for blob in taken:
            if blob.size > MAX_BYTES:
                _put(root / blob.path, b" " * (MAX_BYTES + 1))  # its finding is that it is too big
        checked = check_catalogue(root, label=label)
    found = tuple(finding(str(_odd(blob)), Position(f"{label}/{_shown(blob.path)}")) for blob in odd)
    return checked, found


def _odd(blob: Blob) -> str | None:
    """Return the code of what keeps a file from being taken out, None for nothing."""
    if blob.mode not in _FILES:
        return "X105"
    parts = blob.path.split("/")
    return None if _NAME.fullmatch(blob.path) and not {".", ".."} & set(parts) else "X104"


def _shown(path: str) -> str:
    return "".join(c if c.isprintable() else "?" for c in path)


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
