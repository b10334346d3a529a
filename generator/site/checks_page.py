"""The page of what the checker found and a file accepts: every one, with its reason (DESIGN §5)."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue.model import ROOT
from generator.dates import chinese
from generator.findings import Finding
from generator.site.context import Site, list_path, source_path
from generator.site.links import page_path
from generator.site.page import Page, speaker_of

CHECKS = "checks/index.html"


@dataclass(frozen=True)
class AcceptedView:
    """One accepted finding: the code, what was found, why it stays, and since when."""

    code: str
    found: str
    reason: str
    on: str


def accepted_views(site: Site, file: str) -> tuple[AcceptedView, ...]:
    """Return what a file accepts, in the order of the file."""
    return tuple(_view(finding) for finding in site.accepted.get(file, ()))


def _view(finding: Finding) -> AcceptedView:
    assert finding.accepted is not None
    return AcceptedView(
        finding.code, finding.message.zh, finding.accepted.reason, chinese(finding.accepted.on)
    )


def checks_page(site: Site) -> Page:
    """Return the page of all accepted findings, by the matter, document or list whose file accepts them."""
    rows = [
        (place, title, path, accepted_views(site, file))
        for file, place, title, path in sorted(_files(site))
        if file in site.accepted
    ]
    return Page(
        CHECKS, "已接受的检查结果", "编者知道、写明理由而保留的检查结果，逐条公开。", "checks.html",
        speaker_of(site, site.place(ROOT)), {"rows": rows},
        (("首页", "index.html"), ("文件", "sources/index.html")),
    )  # fmt: skip


def _files(site: Site) -> Iterator[tuple[str, str, str, str]]:
    """Yield (file, name of the place, title, page path or nothing) of everything that can accept a finding."""
    catalogue = site.catalogue
    for item_id, files in catalogue.items.items():
        for place, file in files.items():
            page = site.item_page(place, item_id)
            yield (
                file.document.file,
                site.place(place).name,
                site.item_name(place, item_id),
                page[1] if page else "",
            )
    for source in catalogue.sources.values():
        yield source.document.file, site.place(source.place).name, source.title, source_path(source)
    for kind, records in catalogue.records.items():
        for record in records.values():
            path = list_path(record) if kind == "lists" else page_path(record.place)
            yield record.document.file, site.place(record.place).name, str(record.data.get("title", "")), path
