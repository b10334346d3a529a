"""Write a site: into a new folder beside the old one, then swapped in. A failed build leaves the old one as it was."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path, PurePosixPath


def publish(files: Mapping[str, bytes], out: Path) -> None:
    """Replace the folder `out` by `files` (relative `/` paths). OSError when the disk refuses."""
    draft = out.with_name(f".{out.name}.new-{os.getpid()}")
    old = out.with_name(f".{out.name}.old-{os.getpid()}")
    shutil.rmtree(draft, ignore_errors=True)
    try:
        for path, data in sorted(files.items()):
            if ".." in PurePosixPath(path).parts or PurePosixPath(path).is_absolute():
                raise ValueError(f"unsafe path {path}")
            target = draft / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        if out.exists():
            out.rename(old)
        draft.rename(out)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)
