"""Our own faults: a report file with the trace and versions, free of anything from the catalogue."""

import platform
import sys
import traceback
from pathlib import Path

from generator import __version__


def write_report(error: BaseException, folder: Path) -> Path:
    """Write where the program failed (file, line, function, kind of error) and return the file's path.

    The error's message and local values are left out: they may hold text from somebody's catalogue.
    """
    frames = traceback.extract_tb(error.__traceback__)
    body = [
        f"qingdan {__version__}",
        f"Python {sys.version.split()[0]} on {platform.system()}",
        f"error: {type(error).__module__}.{type(error).__qualname__}",
        *(f"  {Path(f.filename).name}:{f.lineno} in {f.name}" for f in frames),
    ]
    number = 1
    while (path := folder / f"qingdan-fault-{number}.txt").exists():
        number += 1
    path.write_text("\n".join(body) + "\n", "utf-8")
    return path
