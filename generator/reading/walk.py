"""The files of a catalogue: which are read, under which name, and which are refused before reading.

Links, odd names and names that differ only by case or Unicode form are findings: on another machine they would be
another catalogue.
"""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path as FilePath

from generator.codes import finding
from generator.findings import Finding, Position

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(\.yaml)?")
RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10))}
)
MAX_SLUG = 40  # characters of a place's or an item's slug
_BESIDE = frozenset({"LICENSE", "README.md", "CODEOWNERS"})


def walk(root: FilePath, label: str) -> tuple[list[tuple[str, FilePath]], list[Finding]]:
    """Return (name, path) of each YAML file below `root`, sorted by name, and findings about the rest.

    Names start with `label` and use `/`.
    """
    files: list[tuple[str, FilePath]] = []
    findings: list[Finding] = []
    for path in _below(root):
        name = "/".join([label, *path.relative_to(root).parts])
        found = _odd(path, name)
        if found is not None:
            findings.append(found)
        elif path.is_file() and path.suffix == ".yaml":
            files.append((name, path))
    findings += _collisions(files)
    return sorted(files), findings


def _below(folder: FilePath) -> Iterator[FilePath]:
    for path in sorted(folder.iterdir()):
        yield path
        if path.is_dir() and not path.is_symlink():
            yield from _below(path)


def _odd(path: FilePath, name: str) -> Finding | None:
    if path.is_symlink():
        return finding("X105", Position(name))
    if path.name in _BESIDE or path.name.startswith("."):
        return None
    stem = path.name.split(".", maxsplit=1)[0]
    if not (path.is_dir() or path.is_file()):
        return finding("X105", Position(name))
    if not _NAME.fullmatch(path.name) or stem in RESERVED or len(stem) > MAX_SLUG:
        return finding("X104", Position(name))
    if path.is_dir() and "." in path.name:
        return finding("X104", Position(name))
    if path.is_file() and path.suffix != ".yaml":
        return finding("X104", Position(name))
    return None


def _collisions(files: list[tuple[str, FilePath]]) -> list[Finding]:
    seen: dict[str, str] = {}
    findings = []
    for name, _ in files:
        folded = unicodedata.normalize("NFC", name).casefold()
        if folded in seen:
            findings.append(finding("X106", Position(name), other=seen[folded]))
        seen.setdefault(folded, name)
    return findings
