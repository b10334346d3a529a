"""Read every file of a catalogue: a broken one becomes a finding, the others go on."""

from collections.abc import Callable
from pathlib import Path as FilePath

from generator.codes import finding
from generator.findings import Finding, Position
from generator.reading.document import Document
from generator.reading.limits import MAX_BYTES
from generator.reading.walk import walk
from generator.reading.yaml_reader import read_yaml

Files = list[tuple[str, bytes | None]]  # the name of each file and its bytes, None where they cannot be had
Progress = Callable[[int, int], None]


def files_of(root: FilePath, label: str) -> tuple[Files, list[Finding]]:
    """Return the files below `root` in order of name, and findings about what is not read at all."""
    files, findings = walk(root, label)
    return [(name, _bytes(path)) for name, path in files], findings


def _bytes(path: FilePath) -> bytes | None:
    try:
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)  # never more of a huge file than shows that it is one
    except OSError:
        return None


def read_files(
    files: Files, progress: Progress = lambda _done, _all: None
) -> tuple[list[Document], list[Finding]]:
    """Return the documents of files, and a finding for each file that gave none."""
    documents: list[Document] = []
    findings: list[Finding] = []
    for number, (name, data) in enumerate(files, start=1):
        read = read_yaml(data, name) if data is not None else finding("X107", Position(name))
        (findings if isinstance(read, Finding) else documents).append(read)  # type: ignore[arg-type]
        progress(number, len(files))
    return documents, findings


def read_catalogue_files(root: FilePath, label: str) -> tuple[list[Document], list[Finding]]:
    """Return the documents below `root` in order of name, and a finding for each file that gave none."""
    files, odd = files_of(root, label)
    documents, findings = read_files(files)
    return documents, [*odd, *findings]
