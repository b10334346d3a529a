"""Build the site: the stages in order, read top to bottom. Gather everything, then write."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.catalogue.model import ROOT
from generator.check import Checked, check_catalogue
from generator.findings import Finding, has_errors, in_order
from generator.printing.outputs import print_site
from generator.publish import publish
from generator.resolve import resolve_tree
from generator.site import build_shells, render_site, with_bundles

Say = Callable[[str], None]


@dataclass(frozen=True)
class Built:
    """What a build came to: findings, and the number of pages and files (0 when it refused)."""

    findings: tuple[Finding, ...]
    pages: int = 0
    files: int = 0

    @property
    def done(self) -> bool:
        """Tell whether the site was written."""
        return self.files > 0


def build(
    catalog: Path,
    out: Path,
    on: date,
    cache: Path | None,
    say: Say = lambda _text: None,
    preview: bool = False,
) -> Built:
    """Build the site of `catalog` for the day `on` into `out`. Nothing is written when there are errors.

    A preview is written all the same: broken files are left out, and what they would say is marked 暂缺 (FOLD F45);
    without the nation's place.yaml there is nothing to show.
    """
    say("检查目录")
    checked: Checked = check_catalogue(catalog, cache_folder=cache)
    catalogue = checked.catalogue
    if has_errors(checked.findings) and not (preview and ROOT in catalogue.places):
        return Built(checked.findings)
    say("计算各地目录")
    directories = resolve_tree(catalogue, on)
    say("绘制标牌和式样")
    printed = print_site(catalogue, directories, on, cache / "print" if cache else None)
    findings = in_order([*checked.findings, *printed.findings])
    if has_errors(printed.findings) and not preview:
        return Built(findings)
    say("生成页面外壳")
    shells = build_shells()
    for words in shells.settings.without:
        say(f"mkdocs.yml {words}")
    say("生成页面")
    pages = render_site(catalogue, directories, on, shells, printed.links, findings)
    say("打包离线版")
    files = with_bundles({**pages, **printed.files}, catalogue, directories, on, shells)
    say("写出")
    publish(files, out)
    return Built(findings, sum(path.endswith(".html") for path in files), len(files))
