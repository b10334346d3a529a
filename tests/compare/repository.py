"""A real git repository with a small catalogue, for tests."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.small import write

WHO = {
    "GIT_AUTHOR_NAME": "clerk", "GIT_AUTHOR_EMAIL": "clerk@example.org", "GIT_COMMITTER_NAME": "clerk",
    "GIT_COMMITTER_EMAIL": "clerk@example.org", "GIT_AUTHOR_DATE": "2026-11-24T12:00:00+0800",
    "GIT_COMMITTER_DATE": "2026-11-24T12:00:00+0800", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1",
}  # fmt: skip


def git(folder: Path, *arguments: str) -> str:
    """Run git as the clerk and return what it prints."""
    done = subprocess.run(
        ["git", "-C", str(folder), *arguments], capture_output=True, text=True, check=False,
        env={**os.environ, **WHO},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def begin(folder: Path, files: Mapping[str, str]) -> Path:
    """Make a repository whose first commit has `files` below catalog/; return the catalogue's folder."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "-q", "-b", "main")
    commit(folder, files)
    return folder / "catalog"


def commit(folder: Path, files: Mapping[str, str], gone: tuple[str, ...] = ()) -> str:
    """Write `files` below catalog/, delete `gone`, commit, and return the commit's name."""
    write(folder / "catalog", files)
    for path in gone:
        (folder / "catalog" / path).unlink()
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", "change")
    return git(folder, "rev-parse", "HEAD")
