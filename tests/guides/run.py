"""Run a guide as its reader would: its commands in order, in a fresh repository; its edits made, its output compared.

`$ ` lines of a console block are run; the lines below them must be shown in that order ("…" is anything in a line).
A diff block whose first line is `--- path` is an edit of that file. Sandboxes hold what the guide's place has before.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.compare.repository import WHO, git

ROOT = Path(__file__).parents[2]
GUIDES = ROOT / "docs" / "guides"
HERE = Path(__file__).parent
BLOCK = re.compile(r"^```(console|diff)\n(.*?)^```$", re.M | re.S)

# What a guide's sandbox has of the catalogue besides the nation, without what the guide writes.
PLACES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "publish.md": (("hubei/place.yaml",), ()),
    "change.md": (("shandong",), ("shandong/binzhou/mechanisms/grid-worker.yaml",)),
    "withdraw.md": (("guizhou",), ("guizhou/bijie/qianxi/forms/forest-planting.yaml#changes",)),
    "rename.md": (("hubei",), ("hubei/certificates/household-entry-change.yaml",)),
    "conflict.md": (("beijing",), ("beijing/certificates/dog-keeping.yaml",)),
    "check-results.md": (("hubei",), ()),
    "workflows.md": (("hubei",), ()),
    "sign-shops.md": ((), ()),
    "../../CONTRIBUTING.md": (("hubei/place.yaml",), ()),
}

# Whose documents the nation's files cite.
CITED = (
    "yunnan/place.yaml", "yunnan/baoshan/place.yaml", "yunnan/baoshan/longyang/place.yaml",
    "yunnan/baoshan/longyang/xinjie/place.yaml", "yunnan/baoshan/longyang/xinjie/sources",
)  # fmt: skip


@dataclass(frozen=True)
class Step:
    """One command with the lines it must show, or one edit of a file (old and new text)."""

    command: str = ""
    shown: tuple[str, ...] = ()
    file: str = ""
    old: str = ""
    new: str = ""


def steps(guide: str) -> list[Step]:
    """Return the steps of a guide in order."""
    found: list[Step] = []
    for kind, body in BLOCK.findall((GUIDES / guide).read_text("utf-8")):
        lines = body.splitlines()
        if kind == "diff":
            old = "".join(f"{line[1:]}\n" for line in lines[1:] if line[0] in "- ")
            new = "".join(f"{line[1:]}\n" for line in lines[1:] if line[0] in "+ ")
            found.append(Step(file=lines[0].removeprefix("--- "), old=old, new=new))
            continue
        for line in re.sub(r"\\\n\s*", "", body).splitlines():
            if line.startswith("$ "):
                found.append(Step(command=line[2:]))
            elif line.strip("… "):
                found[-1] = Step(command=found[-1].command, shown=(*found[-1].shown, line))
    return found


def sandbox(guide: str, folder: Path) -> Path:
    """Make a repository in `folder` as the guide's reader has it before the first step."""
    taken, left = PLACES[guide]
    catalog = folder / "catalog"
    shutil.copytree(ROOT / "catalog/national", catalog / "national")
    for path in (*taken, *CITED):
        source = ROOT / "catalog" / path
        (catalog / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(source, catalog / path) if source.is_dir() else shutil.copy(source, catalog / path)
    for path in left:
        file, _, key = path.partition("#")
        text = (catalog / file).read_text("utf-8")
        (catalog / file).unlink()
        if key:
            (catalog / file).write_text(re.sub(rf"^{key}:\n(?: .*\n)+", "", text, flags=re.M), "utf-8")
    shutil.copy(HERE / "hubei-2020.csv", folder / "证明清单.csv")
    git(folder, "init", "-q", "-b", "main")
    (folder / ".git/info/exclude").write_text("site/\n.cache/\nupstream.git/\n*.csv\n")
    git(folder, "add", "catalog")
    git(folder, "commit", "-q", "-m", "before")
    git(folder, "init", "-q", "--bare", "upstream.git")
    git(folder, "remote", "add", "origin", "upstream.git")
    git(folder, "push", "-q", "origin", "main")
    return folder


def take(step: Step, folder: Path) -> str:
    """Take one step and return what it printed; AssertionError where it does not do what the guide says."""
    if step.file:
        path = folder / step.file
        text = path.read_text("utf-8")
        assert text.count(step.old) == 1, (
            f"{step.file}: {step.old!r} stands there {text.count(step.old)} times"
        )
        path.write_text(text.replace(step.old, step.new), "utf-8")
        return ""
    words = shlex.split(step.command)
    if words[0] == "qingdan":
        words = [sys.executable, "-m", "generator", *words[1:]]
    done = subprocess.run(
        words, cwd=folder, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, encoding="utf-8",
        env={**os.environ, **WHO, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    printed = done.stdout + done.stderr
    expected = 1 if any(" 错误 " in line for line in step.shown) else 0
    assert done.returncode == expected, f"{step.command}\n{printed}"
    rest = iter(printed.splitlines())
    for line in step.shown:
        wanted = re.compile(".*".join(map(re.escape, line.rstrip().split("…"))))
        assert any(wanted.search(other) for other in rest), f"{step.command}: {line!r} not in\n{printed}"
    return printed


def run(guide: str, folder: Path) -> Path:
    """Run a whole guide in a new sandbox below `folder` and return the sandbox."""
    place = sandbox(guide, folder)
    for step in steps(guide):
        take(step, place)
    return place


if __name__ == "__main__":  # show what each command of a guide prints, to write the guide by
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        where = sandbox(sys.argv[1], Path(name))
        for one in steps(sys.argv[1]):
            print(f"$ {one.command}" if one.command else f"edit {one.file}")
            print(take(one, where))
