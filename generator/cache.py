"""What a check found, whole and in pieces, kept by the hash of everything it came from: so that nothing is found twice.

It lies in the user's own cache folder, never in a checkout: a submission could bring a cache with it, and say in it
what it likes. A key is made of the bytes and names of the files, of this program (its code, its schemas, its
packages, the Python that runs it) and of nothing that a clock says. What is kept is JSON with its own hash, written
aside and renamed: whatever is damaged, half written or odd counts as not there. A folder that cannot be written is no
reason to stop.
"""

import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import platformdirs

from generator.findings import Acceptance, Finding, Position, Severity, Text
from generator.resources import resource

VARIABLE = "QINGDAN_CACHE"  # another folder; empty for none
_KEPT = 32  # results, the last ones: each is of one state of a catalogue
_KEPT_PIECES = 8  # folders whose last check is kept in pieces


def cache_folder() -> Path | None:
    """Return the user's cache folder, None where the user wants none."""
    named = os.environ.get(VARIABLE)
    if named is None:
        return platformdirs.user_cache_path("qingdan", appauthor=False)
    return Path(named) if named else None


def key_of(label: str, files: Iterable[tuple[str, bytes | None]], findings: Sequence[Finding]) -> str:
    """Return the key of a check of files (None: unreadable) that a folder named `label` holds, as hex digits.

    `findings` are those about files that are not read at all.
    """
    digest = hashlib.sha256(f"{_program()}\0{label}\0".encode())
    for name, state in hashes_of(files).items():
        digest.update(f"{name}\0{state}\0".encode("utf-8", "surrogateescape"))
    digest.update(repr([_row(found) for found in findings]).encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _program() -> str:
    """Return a hash of all that judges: this package, the schemas, the packages installed beside it, Python."""
    code = [*Path(__file__).parent.rglob("*.py"), *resource("schema").glob("*.json")]
    digest = hashlib.sha256(sys.version.encode())
    for path in sorted(code):
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    for folder in sys.path:
        try:
            installed = sorted(name for name in os.listdir(folder) if name.endswith(".dist-info"))
        except OSError:
            continue
        digest.update("\0".join(installed).encode())
    return digest.hexdigest()


def hashes_of(files: Iterable[tuple[str, bytes | None]]) -> dict[str, str]:
    """Return the hash of each file's bytes by its name, empty for one that is unreadable."""
    return {name: "" if data is None else hashlib.sha256(data).hexdigest() for name, data in files}


def kept_findings(folder: Path, key: str) -> tuple[tuple[Finding, ...], int] | None:
    """Return the findings kept under a key and the number of files read, None where they are not kept whole."""
    try:
        files, rows = _read(folder / "check" / f"{key}.json")
        return tuple(_finding(row) for row in rows), files
    except _NOT_THERE:
        return None


def keep_findings(folder: Path, key: str, findings: Iterable[Finding], files: int) -> None:
    """Keep the findings of a check of so many files, and of all that is kept the last results."""
    _keep(folder / "check", key, [files, [_row(found) for found in findings]], _KEPT)


def kept_pieces(folder: Path, key: str) -> dict[str, tuple[Finding, ...]]:
    """Return the pieces of the last check kept under a key, by their hashes; none where they are not kept whole."""
    try:
        pieces = _read(folder / "pieces" / f"{key}.json")
        return {piece: tuple(_finding(row) for row in rows) for piece, rows in pieces.items()}
    except _NOT_THERE:
        return {}


def keep_pieces(folder: Path, key: str, pieces: Mapping[str, Iterable[Finding]]) -> None:
    """Keep the pieces of a check in place of those of the one before."""
    rows = {piece: [_row(found) for found in findings] for piece, findings in pieces.items()}
    _keep(folder / "pieces", key, rows, _KEPT_PIECES)


_NOT_THERE = (OSError, ValueError, TypeError, AttributeError, RecursionError)


def _read(path: Path) -> Any:
    head, _, body = path.read_text("utf-8").partition("\n")
    if head != hashlib.sha256(body.encode()).hexdigest():
        raise ValueError(path)
    return json.loads(body)


def _keep(folder: Path, key: str, value: Any, most: int) -> None:
    try:
        body = json.dumps(value, ensure_ascii=False)
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / f"{key}.json", f"{hashlib.sha256(body.encode()).hexdigest()}\n{body}".encode())
        for old in sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime)[:-most]:
            old.unlink()
    except (OSError, UnicodeError):
        return


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that nobody ever reads half of it."""
    handle, draft = tempfile.mkstemp(dir=path.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        os.replace(draft, path)
    except OSError:
        Path(draft).unlink(missing_ok=True)
        raise


def _row(found: Finding) -> list[Any]:
    at, accepted = found.position, found.accepted
    return [
        [at.file, at.line, at.column, at.end_line, at.end_column, at.cell], found.code, found.severity.value,
        [found.message.zh, found.message.en], [found.cure.zh, found.cure.en], found.fix,
        [accepted.reason, accepted.on] if accepted else None,
    ]  # fmt: skip


def _finding(row: list[Any]) -> Finding:
    at, code, severity, message, cure, fix, accepted = row
    return Finding(
        Position(*at), code, Severity(severity), Text(*message), Text(*cure), fix,
        Acceptance(*accepted) if accepted else None,
    )  # fmt: skip
