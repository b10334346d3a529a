"""The files of a catalogue: which are read, under which name, and which are refused before reading.

Links, odd names and names that differ only by case or Unicode form are findings: on another machine they would be
another catalogue.
"""

import os
import re
import unicodedata
from pathlib import Path as FilePath

from generator.codes import finding
from generator.findings import Finding, Position
from generator.reading.text import printable

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(\.yaml)?")
RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))}
)
# Folders of the site beside those of the places (design of the site, section 6).
_TAKEN_PLACES = frozenset({"assets", "data", "docs", "places", "print", "search", "sources"})
MAX_SLUG = 40  # characters of a place's or an item's slug
MAX_FOLDERS = 8  # nation, province, city, county, township, and three to spare
_BESIDE = frozenset({"LICENSE", "README.md", "CODEOWNERS", ".gitattributes", ".gitignore"})


def walk(root: FilePath, label: str) -> tuple[list[tuple[str, FilePath]], list[Finding]]:
    """Return (name, path) of each YAML file below `root`, sorted by name, and findings about the rest.

    Names start with `label`, use `/` and show what cannot be printed as its code.
    """
    files: list[tuple[str, FilePath]] = []
    findings: list[Finding] = []
    _enter(root, (), label, files, findings)
    return sorted(files), findings


def _enter(
    folder: FilePath, above: tuple[str, ...], label: str, files: list[tuple[str, FilePath]],
    findings: list[Finding], refused: bool = False,
) -> None:  # fmt: skip
    """Gather what is below one folder. In a refused one nothing is read, and what is odd is told all the same."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        findings.append(finding("X107", Position("/".join([label, *above]))))
        return
    seen: dict[str, str] = {}
    for entry in entries:
        path = (*above, printable(entry.name))
        name = "/".join([label, *path])
        if entry.name in _BESIDE or (not above and _is_tool_folder(entry)):
            continue
        folded = unicodedata.normalize("NFKC", entry.name).casefold()
        if folded in seen:
            findings.append(finding("X106", Position(name), other=seen[folded]))
        seen.setdefault(folded, name)
        code = _odd(entry, above)
        if code is not None:
            findings.append(finding(code, Position(name)))
        if entry.is_dir(follow_symlinks=False) and len(path) <= MAX_FOLDERS:
            _enter(folder / entry.name, path, label, files, findings, refused or code is not None)
        elif code is None and not refused:
            files.append((name, folder / entry.name))


def _is_tool_folder(entry: os.DirEntry[str]) -> bool:
    """Tell whether an entry at the top is some tool's own folder: .git, .github, .vscode."""
    return entry.name.startswith(".") and entry.is_dir(follow_symlinks=False)


def _odd(entry: os.DirEntry[str], above: tuple[str, ...]) -> str | None:
    """Return the code of what is wrong with an entry of a folder, None where it may be read."""
    folder, file = entry.is_dir(follow_symlinks=False), entry.is_file(follow_symlinks=False)
    if not folder and not file:  # a link, a pipe, a socket, a device
        return "X105"
    stem, dot, _ = entry.name.partition(".")
    well_named = _NAME.fullmatch(entry.name) and stem not in RESERVED and len(stem) <= MAX_SLUG
    if not well_named or folder == bool(dot):
        return "X104"
    if folder and (len(above) >= MAX_FOLDERS or (not above and stem in _TAKEN_PLACES)):
        return "X104"
    return None
