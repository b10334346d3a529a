"""The whole audit of a built site: `make audit`, or `python -m tests.audit site [stage …]`. 1 when anything misses.

Each stage that ends is kept in `.cache/audit.json`, figures and faults; a run without stages takes from there what it
knows of this very site by these very auditors, so that one that was stopped goes on where it was.
"""

import hashlib
import json
import sys
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.audit.stages import STAGES, Stage

KEPT = Path(".cache/audit.json")
SHOWN = 200


@dataclass(frozen=True)
class Result:
    """What a stage found: its figures in words, its faults, and how long it took (s)."""

    figures: list[str]
    faults: list[str]
    seconds: float


def digest(site: Path) -> str:
    """Return a digest of every byte of a site, and of the auditors."""
    here = Path(__file__).parent
    found = hashlib.sha256()
    for file in sorted((*site.rglob("*"), *here.glob("*.py"), *here.glob("*.js"), *here.glob("../node/*.*"))):
        if file.is_file():
            found.update(f"{file.name}\0{file.stat().st_size}\0".encode() + file.read_bytes())
    return found.hexdigest()


def run(stage: Stage, site: Path) -> Result:
    """Run a stage, with its figures shown as they come."""
    figures: list[str] = []

    def say(figure: str) -> None:
        figures.append(figure)
        print(figure, flush=True)

    start = time.monotonic()
    faults = list(stage(site, say))
    return Result(figures, faults, round(time.monotonic() - start, 1))


def main(site: Path, names: Iterable[str]) -> int:
    """Run the named stages, or those not known yet; print what all of them found; return the command's status."""
    key = digest(site)
    kept = json.loads(KEPT.read_text("utf-8")) if KEPT.exists() else {}
    known = (
        {name: Result(**found) for name, found in kept["stages"].items()} if kept.get("site") == key else {}
    )
    asked = set(names) or {stage.__name__ for stage in STAGES} - known.keys()
    for stage in STAGES:
        name = stage.__name__
        if name not in asked:
            continue
        print(f"== {name}: {stage.__doc__}", flush=True)
        known[name] = run(stage, site)
        print(f"== {name}: {len(known[name].faults)} faults, {known[name].seconds:.0f} s", flush=True)
        KEPT.parent.mkdir(exist_ok=True)
        stages = {name: asdict(found) for name, found in known.items()}
        KEPT.write_text(json.dumps({"site": key, "stages": stages}, ensure_ascii=False, indent=1), "utf-8")
    return summary(known)


def summary(known: dict[str, Result]) -> int:
    """Print every figure, the first faults and the time; return 1 where there are faults."""
    faults = [fault for result in known.values() for fault in result.faults]
    print("== summary")
    for name, result in known.items():
        print(f"{name} ({result.seconds:.0f} s, {len(result.faults)} faults)")
        print(*(f"  {figure}" for figure in result.figures), sep="\n")
    print(*faults[:SHOWN], sep="\n")
    print(f"{len(faults)} faults in {sum(r.seconds for r in known.values()) / 60:.1f} minutes; all in {KEPT}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve(), sys.argv[2:]))
