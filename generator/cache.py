"""What a check found, kept by the hash of everything it came from, so that an unchanged catalogue is not checked again.

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
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import platformdirs

from generator.findings import Acceptance, Finding, Position, Severity, Text
from generator.resources import resource

VARIABLE = "QINGDAN_CACHE"  # another folder; empty for none
_KEPT = 32  # results, the last ones: each is of one state of a catalogue


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
    for name, data in files:
        state = "unreadable" if data is None else hashlib.sha256(data).hexdigest()
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


def kept_findings(folder: Path, key: str) -> tuple[tuple[Finding, ...], int] | None:
    """Return the findings kept under a key and the number of files read, None where they are not kept whole."""
    try:
        head, _, body = (folder / "check" / f"{key}.json").read_text("utf-8").partition("\n")
        if head != hashlib.sha256(body.encode()).hexdigest():
            return None
        files, rows = json.loads(body)
        return tuple(_finding(row) for row in rows), files
    except (OSError, ValueError, TypeError, RecursionError):
        return None


def keep_findings(folder: Path, key: str, findings: Iterable[Finding], files: int) -> None:
    """Keep the findings of a check of so many files, and of all that is kept the last results."""
    try:
        body = json.dumps([files, [_row(found) for found in findings]], ensure_ascii=False)
        results = folder / "check"
        results.mkdir(parents=True, exist_ok=True)
        write_whole(results / f"{key}.json", f"{hashlib.sha256(body.encode()).hexdigest()}\n{body}".encode())
        for old in sorted(results.iterdir(), key=lambda path: path.stat().st_mtime)[:-_KEPT]:
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
