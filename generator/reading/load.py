"""Read every file of a catalogue: a broken one becomes a finding, the others go on."""

from collections.abc import Callable
from pathlib import Path as FilePath

from generator.codes import finding
from generator.findings import Finding, Position
from generator.reading import cache
from generator.reading.document import Document
from generator.reading.limits import MAX_BYTES
from generator.reading.walk import walk
from generator.reading.yaml_reader import read_yaml


def read_catalogue_files(
    root: FilePath,
    label: str,
    cache_folder: FilePath | None = None,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> tuple[list[Document], list[Finding]]:
    """Return the documents below `root` in order of name, and a finding for each file that gave none."""
    files, findings = walk(root, label)
    documents: list[Document] = []
    for number, (name, path) in enumerate(files, start=1):
        read = _read_one(name, path, cache_folder)
        (findings if isinstance(read, Finding) else documents).append(read)  # type: ignore[arg-type]
        progress(number, len(files))
    return documents, findings


def _read_one(name: str, path: FilePath, cache_folder: FilePath | None) -> Document | Finding:
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)  # never more of a huge file than shows that it is one
    except OSError:
        return finding("X107", Position(name))
    if cache_folder is not None and (cached := cache.load(cache_folder, data, name)) is not None:
        return cached
    read = read_yaml(data, name)
    if cache_folder is not None and isinstance(read, Document):
        cache.save(cache_folder, data, read)
    return read
