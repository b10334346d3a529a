"""The engine's part: mkdocs renders one empty page a depth, and the prose; the generator fills the empty pages.

mkdocs runs once, over a temporary folder with the project's docs/ under docs/ and one stub a depth, because a
page's relative links hold for one depth only.
"""

import logging
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from html import escape
from pathlib import Path

from markupsafe import Markup

from generator.resources import resource
from generator.site.settings import Settings, settings_of
from generator.site.shell_text import SLOTS, Slot, as_shell, clean
from generator.site.style import carried, trimmed

DEPTHS = range(7)  # "/" is 0; /<township>/certificates/<slug>/ is 6

# What the site's navigation names; 各省 is one page, never 31 entries.
NAVIGATION: tuple[tuple[str, str], ...] = (
    ("首页", "index.html"),
    ("各省", "places/index.html"),
    ("任务", "national/tasks/index.html"),
    ("标牌", "national/signs/index.html"),
    ("规定", "national/provisions/index.html"),
    ("文件", "sources/index.html"),
    ("说明", "docs/index.html"),
)


@dataclass(frozen=True)
class Shells:
    """What the engine gives: a shell for each depth, the theme's assets, and the finished prose pages."""

    pages: Mapping[int, str]
    assets: Mapping[str, bytes] = field(default_factory=dict)
    docs_pages: Mapping[str, bytes] = field(default_factory=dict)
    settings: Settings = field(default=Settings())


def fill(shell: str, *, title: str, description: str, head: Markup, content: Markup, scripts: Markup) -> str:
    """Put a page into a shell. Title and description are escaped here; the rest is ready HTML."""
    values = {
        Slot.TITLE: escape(title),
        Slot.DESCRIPTION: escape(description),
        Slot.HEAD: str(head),
        Slot.CONTENT: str(content),
        Slot.SCRIPTS: str(scripts),
    }
    return SLOTS.sub(lambda found: values[Slot(found[0])], shell)


def build_shells(config: Path | None = None, docs: Path | None = None) -> Shells:
    """Run mkdocs once with `config` (mkdocs.yml) and `docs` (a folder of *.md); by default the project's own."""
    config = config or resource("mkdocs.yml")
    docs = docs or resource("docs")
    with tempfile.TemporaryDirectory(prefix="qingdan-shell-") as name:
        work = Path(name)
        _write_input(work / "in", docs)
        with _quiet():
            settings = _run_mkdocs(config, work / "in", work / "out")
        return replace(_read_output(work / "out"), settings=settings)


def _stub_folder(depth: int) -> str:
    """Return the folder of the stub of a depth."""
    return "/".join(["_shell"] * depth)


def _write_input(folder: Path, docs: Path) -> None:
    """Write the stubs and a copy of the prose."""
    for depth in DEPTHS:
        stub = folder / _stub_folder(depth) / "index.md"
        stub.parent.mkdir(parents=True, exist_ok=True)
        stub.write_text(
            f'---\ntitle: "{Slot.TITLE}"\ndescription: "{Slot.DESCRIPTION}"\nhide: [navigation, toc]\n---\n\n'
            f"<h1>{Slot.CONTENT}</h1>\n",
            encoding="utf-8",
        )
    if docs.is_dir():
        shutil.copytree(docs, folder / "docs")
    index = folder / "docs" / "index.md"
    if not index.exists():
        index.parent.mkdir(parents=True, exist_ok=True)
        index.write_text("# 说明\n", encoding="utf-8")
    index.write_text(index.read_text(encoding="utf-8") + _contents(folder / "docs"), encoding="utf-8")


def _contents(docs: Path) -> str:
    """Return the list of all prose pages, for the foot of the prose's front page."""
    rows = []
    for page in sorted(docs.rglob("*.md")):
        path = page.relative_to(docs).as_posix()
        if path != "index.md":
            heading = re.search(r"^# +(.+?)\s*$", page.read_text(encoding="utf-8"), re.M)
            rows.append(f"- [{heading[1] if heading else path}]({path}){{.qd-press}}")
    return "\n\n## 全部说明\n\n" + "\n".join(rows) + "\n" if rows else ""


def _run_mkdocs(config: Path, docs: Path, out: Path) -> Settings:
    """Run mkdocs with the site's navigation; return what its configuration says of the site."""
    from mkdocs.commands.build import build  # noqa: PLC0415  (takes half a second; only `build` needs it)
    from mkdocs.config import load_config  # noqa: PLC0415

    loaded = load_config(
        config_file=str(config),
        docs_dir=str(docs),
        site_dir=str(out),
        hooks=[],
        nav=[{name: "index.md" if path == "index.html" else path} for name, path in NAVIGATION],
    )
    build(loaded)
    return settings_of(loaded)


def _read_output(out: Path) -> Shells:
    """Gather what mkdocs wrote: shells, prose and the assets a page without scripts needs."""
    pages = {
        depth: as_shell((out / _stub_folder(depth) / "index.html").read_text(encoding="utf-8"))
        for depth in DEPTHS
    }
    styles: dict[str, str] = {}
    prose: dict[str, bytes] = {}
    for file in sorted(p for p in out.rglob("*") if p.is_file()):
        path = file.relative_to(out).as_posix()
        if path.startswith("docs/"):
            content = file.read_bytes()
            prose[path] = clean(content.decode()).encode() if path.endswith(".html") else content
        elif path.endswith(".css") and path in pages[0]:
            styles[path] = file.read_text(encoding="utf-8")
    on_pages = carried([*pages.values(), *_texts(prose), *_templates()])
    assets = {path: trimmed(css, on_pages).encode() for path, css in styles.items()}
    return Shells(pages, assets, prose)


def _texts(prose: Mapping[str, bytes]) -> Iterator[str]:
    """Yield the prose pages as text."""
    return (page.decode() for path, page in prose.items() if path.endswith(".html"))


def _templates() -> Iterator[str]:
    """Yield what fills the shells: the templates of pages, and the scripts that add to them."""
    for file in resource("site_templates").rglob("*"):
        if file.suffix in {".html", ".js"}:
            yield file.read_text(encoding="utf-8")


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep mkdocs from writing its progress while the shell is made."""
    logger = logging.getLogger("mkdocs")
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(level)
