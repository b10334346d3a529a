"""Run every case in a process of its own with limits: `python -m tests.hostile.bounded` prints one JSON line a case.

The parent has loaded the program; each case runs in a fork of it, which the kernel ends after two seconds of work or
beyond the address space allowed. What it took is the kernel's account (wait4), so it holds on a busy machine too.
"""

import json
import os
import pwd
import resource
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from generator.check import check_catalogue
from generator.findings import Finding
from generator.tables import read_table
from tests.hostile.table_cases import COLUMNS, table_cases
from tests.hostile.tree_cases import FILE_SYSTEM, tree_cases
from tests.hostile.yaml_cases import yaml_cases
from tests.small import BASE, write

SECONDS = 2  # of work for one file
MEMORY = 300 * 1024 * 1024
_ROOM = 3 * 1024 * 1024 * 1024  # address space: what is mapped, far more than what is used


def run(work: Callable[[], list[str]], seconds: int = SECONDS) -> dict[str, object]:
    """Return what `work` says in a fork with limits, how it ended, and what it took."""
    reads, writes = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reads)
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (_ROOM, _ROOM))
        status = 1
        try:
            _say(writes, work())
            status = 0
        except BaseException as error:
            _say(writes, [f"{type(error).__name__}: {error}"])
        finally:
            os._exit(status)
    os.close(writes)
    with os.fdopen(reads, "rb") as stream:
        said = stream.read()
    _, status, usage = os.wait4(child, 0)
    return {
        "said": json.loads(said) if said else [], "status": status,
        "seconds": usage.ru_utime + usage.ru_stime, "bytes": usage.ru_maxrss * 1024,
    }  # fmt: skip


def _say(pipe: int, said: list[str]) -> None:
    with os.fdopen(pipe, "wb", closefd=False) as stream:
        stream.write(json.dumps(said).encode())


def _told(findings: tuple[Finding, ...], cut: str) -> list[str]:
    return [f"{str(f.position).removeprefix(cut)} {f.code}" for f in findings]


def _checked(root: Path, own: str) -> Callable[[], list[str]]:
    def work() -> list[str]:
        findings = check_catalogue(root, label="catalog").findings
        return [told.removeprefix(f"{own}:") for told in _told(findings, "catalog/")]

    return work


def _as_nobody(work: Callable[[], list[str]]) -> list[str]:
    if os.geteuid() == 0:  # root may read everything
        os.seteuid(pwd.getpwnam("nobody").pw_uid)
    return work()


def results(folder: Path) -> Iterator[dict[str, object]]:
    """Yield the result of every case; `folder` may be entered by anybody."""
    for case in (*yaml_cases(), *tree_cases()):
        root = write(folder / "catalog", {**BASE, **case.files})
        yield {"name": case.name, "wanted": sorted(case.findings), **run(_checked(root, case.file))}
        shutil.rmtree(root)
    for name, (build, wanted) in FILE_SYSTEM.items():
        root = write(folder / "catalog", BASE)
        build(root / "hubei")
        work = _checked(root, "")
        result = run(lambda work=work: _as_nobody(work))  # type: ignore[misc]
        yield {"name": f"file system: {name}", "wanted": sorted(f"hubei/{w}" for w in wanted), **result}
        remove(root)
    for table in table_cases():
        file = folder / table.file
        file.write_bytes(table.data)
        result = run(lambda file=file: _told(read_table(file, COLUMNS).findings, f"{file.as_posix()}:"))  # type: ignore[misc]
        yield {"name": table.name, "wanted": sorted(table.findings), **result}


def remove(root: Path) -> None:
    """Remove a tree that may be deeper than a recursion, or without rights."""
    os.system(f"chmod -R u+rwx '{root}' 2>/dev/null; rm -rf '{root}'")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as made:
        os.chmod(made, 0o755)
        for result in results(Path(made)):
            sys.stdout.write(json.dumps(result) + "\n")
