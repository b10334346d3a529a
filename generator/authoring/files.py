"""Put a text into the catalogue: whole or not at all, and never over what is there."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def write_new(path: Path, text: str) -> None:
    """Write a file that does not exist yet; FileExistsError where it does, nothing half-written on any failure."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with _beside(path, text) as draft:
        try:
            os.link(draft, path)  # fails where the name is taken, unlike a rename
        except FileExistsError:
            raise
        except OSError:  # a file system without links
            if path.exists():
                raise FileExistsError(path) from None
            draft.replace(path)


def replace_text(path: Path, text: str) -> None:
    """Replace the text of a file in one step."""
    with _beside(path, text) as draft:
        draft.replace(path)


@contextmanager
def _beside(path: Path, text: str) -> Iterator[Path]:
    """Give a finished file beside `path`; it is gone afterwards, whatever happened."""
    draft = path.with_name(f".{path.name}.new-{os.getpid()}")
    try:
        with draft.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        yield draft
    finally:
        draft.unlink(missing_ok=True)
