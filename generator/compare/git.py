"""Git objects, read without a shell and without checking anything out. A name of a commit never becomes an option."""

import os
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.findings import Text
from generator.reading import path_label


class GitError(Exception):
    """Git could not do what was asked; `said` tells what."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.said = Text(zh, en)


@dataclass(frozen=True)
class Blob:
    """A file of a tree: its mode ("100644"; "120000" is a link), object, size in bytes and path."""

    mode: str
    sha: str
    size: int
    path: str


@dataclass(frozen=True)
class Range:
    """Two commits to compare by their full names; `head` is None for the files as they stand in the folder."""

    base: str
    head: str | None


def git(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    """Return what git prints when run in `folder`. GitError where it fails."""
    command = ["git", "--no-replace-objects", "-C", str(folder), *arguments]
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
    try:
        done = subprocess.run(
            command, input=given, capture_output=True, check=False, timeout=120, env=environment
        )
    except (OSError, subprocess.SubprocessError):
        raise GitError("没有装 git，或者它没有回答", "git is not installed, or did not answer") from None
    if done.returncode:
        raise GitError(
            f"{path_label(folder)} 不在 git 里，或者 git 做不了这一步",
            f"{path_label(folder)} is not in git, or git cannot do this",
        )
    return done.stdout


def read_range(folder: Path, text: str) -> Range:
    """Return the commits of BASE..HEAD; BASE.. ends with the folder's files, BASE...HEAD begins where they part."""
    base, dots, head = text.partition("...")
    if not dots:
        base, dots, head = text.partition("..")
    if not dots or not base:
        raise GitError(
            f"“{text}”请写成 BASE..HEAD，如 main..HEAD；与文件夹里现在的样子比，写 main..",
            f"{text}: write BASE..HEAD, such as main..HEAD; main.. compares with the folder as it is",
        )
    first = commit(folder, base)
    last = commit(folder, head) if head else None
    if "..." in text:
        first = git(folder, "merge-base", first, last or "HEAD").decode().strip()
    return Range(first, last)


def commit(folder: Path, name: str) -> str:
    """Return the full name of the commit that `name` means."""
    if not name.startswith("-") and "\0" not in name:
        try:
            return git(folder, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}").decode().strip()
        except GitError:
            git(folder, "rev-parse", "--git-dir")  # says so where there is no repository
    raise GitError(f"没有提交“{name}”", f"no commit {name}")


def prefix(folder: Path) -> str:
    """Return the path of a folder in its repository, "" for the root, "/" at the end."""
    return git(folder, "rev-parse", "--show-prefix").decode().strip()


def blobs(folder: Path, revision: str, below: str) -> Iterator[Blob]:
    """Yield every file below a path of a commit, without the path; nothing where the commit has no such folder."""
    try:
        tree = (
            git(folder, "rev-parse", "--verify", "--quiet", f"{revision}:{below.rstrip('/')}")
            .decode()
            .strip()
        )
    except GitError:
        return
    listed = git(folder, "ls-tree", "-r", "-z", "-l", "--full-tree", tree)
    for line in filter(None, listed.split(b"\0")):
        about, _, path = line.partition(b"\t")
        mode, _, sha, size = about.split()
        yield Blob(
            mode.decode(), sha.decode(), int(size) if size.isdigit() else 0, path.decode("utf-8", "replace")
        )


def contents(folder: Path, shas: Iterable[str]) -> Iterator[bytes]:
    """Yield the bytes of blobs, in the order asked for."""
    wanted = list(shas)
    data = git(folder, "cat-file", "--batch", given="".join(f"{sha}\n" for sha in wanted).encode())
    at = 0
    for _ in wanted:
        end = data.index(b"\n", at)
        size = int(data[at:end].split()[2])
        yield data[end + 1 : end + 1 + size]
        at = end + size + 2


def changed_paths(folder: Path, span: Range) -> tuple[str, ...]:
    """Return the paths in the repository that differ, old and new names of what moved; untracked files too."""
    ends = [span.base, *([span.head] if span.head else [])]
    top = Path(git(folder, "rev-parse", "--show-toplevel").decode().rstrip("\n"))
    paths = git(
        top, "diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--no-textconv", *ends, "--"
    )
    if span.head is None:
        paths += git(top, "ls-files", "-z", "--others", "--exclude-standard")
    return tuple(sorted({path.decode("utf-8", "replace") for path in paths.split(b"\0") if path}))
