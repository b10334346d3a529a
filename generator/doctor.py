"""What this machine has of what the program uses: Python, git, fonts, the site engine, a browser."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from generator.printing import sans, serif

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@dataclass(frozen=True)
class Part:
    """One thing looked for: what it is, what was found, and whether the program can do its work without."""

    name: str
    found: str | None
    needed_for: str
    required: bool


def browser() -> str | None:
    """Return the path of a Chromium-like browser, None where there is none."""
    return next((path for name in BROWSERS if (path := shutil.which(name))), None)


def examine() -> Iterator[Part]:
    """Yield each part with what was found."""
    ok = sys.version_info >= (3, 11)
    yield Part("Python", sys.version.split()[0] if ok else None, "全部功能（3.11 以上）", required=True)
    yield Part("git", _git(), "默认的数据截至日（没有时用 --on）", required=False)
    yield Part("字体", f"{serif().family}、{sans().family}", "标牌和式样", required=True)
    for package, purpose in (
        ("mkdocs", "页面外壳"),
        ("mkdocs-material", "页面外壳"),
        ("typst", "规格单、空白式样"),
    ):
        yield Part(package, _version(package), purpose, required=True)
    yield Part("浏览器", browser(), "只有测试用", required=False)


def _git() -> str | None:
    try:
        done = subprocess.run(["git", "--version"], capture_output=True, text=True, check=True, timeout=30)
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.strip().removeprefix("git version ")


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None
