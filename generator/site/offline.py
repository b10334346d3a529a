"""A province's offline bundle: its pages, and of the nation's what they lead to, as a zip that opens from disk.

A page in a bundle is the site's page, except that a link to what the bundle leaves out (other provinces, prose, data)
leads to the site's address where one is set, and is plain text where none is. The search has its own, smaller index.
"""

import html
import io
import posixpath
import re
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from generator.catalogue.model import ROOT, Catalogue, Place
from generator.dates import chinese
from generator.reading.text import printable
from generator.resolve.directory import Directory
from generator.site.context import Site, sources_path
from generator.site.links import is_relative
from generator.site.search_index import search_files
from generator.site.shells import Shells

# Stands on a province's page; the site's page has the offer there, the page in the bundle nothing.
OFFER = b'<p id="offline" hidden></p>'

_LINK = re.compile(rb'(<a\b[^>]*?) href="([^"#?]+)([^"]*)"')
# The doors of the site, and what pages are followed into from there.
_DOORS = ("index.html", "search/index.html")
_READ_ME = """{name}村级指导目录（离线版），数据截至{on}。

把整个文件夹解压出来，打开 index.html，用浏览器看；不用上网，也能查。
链接变成普通文字的，是别的省和没有装进来的页面。
非政府网站；整理自所列文件，内容为摘要，以原文和办理机关答复为准。
"""


def bundle_path(place: str) -> str:
    """Return the site path of a province's bundle."""
    return f"offline/qingdan-{place}.zip"


def with_bundles(
    files: Mapping[str, bytes],
    catalogue: Catalogue,
    directories: Mapping[str, Directory],
    on: date,
    shells: Shells,
) -> dict[str, bytes]:
    """Return a site's files and, for each province, its bundle and its page with the offer of it."""
    site = Site(catalogue, directories, on, {}, shells.settings)
    packer = _Packer(files, shells.settings.site_url)
    made = dict(files)
    for province in site.catalogue.provinces():
        page = f"{province.path}/index.html"
        if page in files:
            bundle = packer.bundle(site, province)
            made[bundle_path(province.path)] = bundle
            made[page] = files[page].replace(OFFER, _offer(province, len(bundle)), 1)
    return made


def _offer(province: Place, size: int) -> bytes:
    """Return the line that offers a bundle."""
    return (
        f'<p id="offline"><a class="qd-press" href="../{bundle_path(province.path)}" download>'
        f"{html.escape(province.name)}离线版（zip，{size / 1e6:.1f} MB）</a>"
        '<span class="qd-fine qd-block">解压后打开 index.html，不用上网也能看、能查。</span></p>'
    ).encode()


@dataclass
class _Packer:
    """Packs bundles out of one site's files; what is the same in several bundles is worked out once."""

    files: Mapping[str, bytes]
    site_url: str
    _targets: dict[str, frozenset[str]] = field(default_factory=dict)
    _cut: dict[tuple[str, frozenset[str]], bytes] = field(default_factory=dict)

    def bundle(self, site: Site, province: Place) -> bytes:
        """Return a province's bundle. Same input, same bytes: the order is that of names, and no clock is read."""
        members = self._members(province.path)
        contents = {path: self._page(path, members) for path in members}
        contents |= {path: data for path, data in self.files.items() if path.startswith("assets/")}
        contents |= search_files(_part_of(site, province, members))
        contents["README.txt"] = (
            _READ_ME.format(name=printable(province.name), on=chinese(site.on.isoformat()))
            .replace("\n", "\r\n")
            .encode("utf-8-sig")
        )
        return _zip({f"qingdan-{province.path}/{path}": data for path, data in contents.items()})

    def _members(self, place: str) -> frozenset[str]:
        """Return the paths that a province's bundle holds: its own pages, and of the nation's what they lead to."""
        taken = {path for path in self.files if path.startswith(f"{place}/") and path.endswith(".html")}
        taken |= {path for path in _DOORS if path in self.files}
        waiting = sorted(taken)
        while waiting:
            new = {t for t in self._targets_of(waiting.pop()) if _followed(t) and t in self.files} - taken
            taken |= new
            waiting += sorted(new)
        return frozenset(taken)

    def _targets_of(self, path: str) -> frozenset[str]:
        """Return the files that a page's links and pictures lead to."""
        if path not in self._targets:
            folder = posixpath.dirname(path)
            found = _LINK.findall(self.files[path]) if path.endswith(".html") else []
            self._targets[path] = frozenset(_resolved(folder, link) for _, link, _ in found) - {""}
        return self._targets[path]

    def _page(self, path: str, members: frozenset[str]) -> bytes:
        """Return a file as the bundle holds it: links to what is left out are cut."""
        missing = self._targets_of(path) - members
        if not missing:
            return self.files[path]
        key = path, missing
        if key not in self._cut:
            self._cut[key] = self._without(path, missing)
        return self._cut[key]

    def _without(self, path: str, missing: frozenset[str]) -> bytes:
        folder = posixpath.dirname(path)

        def cut(link: re.Match[bytes]) -> bytes:
            target = _resolved(folder, link[2])
            if target not in missing:
                return link[0]
            return link[1] + (
                f' href="{self.site_url}{target}'.encode() + link[3] + b'"' if self.site_url else b""
            )

        return _LINK.sub(cut, self.files[path])


@cache
def _resolved(folder: str, link: bytes) -> str:
    """Return the file that a link in a page of `folder` leads to; nothing where it leaves the site."""
    reference = link.decode()
    return posixpath.normpath(posixpath.join(folder, reference)) if is_relative(reference) else ""


def _followed(path: str) -> bool:
    """Tell whether a page of the nation, a document or a print file comes with the pages that lead to it."""
    nations = path.startswith((f"{ROOT}/", "print/")) or path == sources_path(ROOT)
    return nations or (path.startswith("sources/") and path.count("/") > 2)


def _part_of(site: Site, province: Place, members: Iterable[str]) -> Site:
    """Return the site as a bundle has it, for its search: the nation, the province and what is below it."""
    catalogue, held = site.catalogue, set(members)
    places = {
        path: place for path, place in catalogue.places.items()
        if path == ROOT or province.path in catalogue.chain(path, site.on)
    }  # fmt: skip
    part = Catalogue(
        places=places,
        sources={
            key: source
            for key, source in catalogue.sources.items()
            if source.place in places and f"sources/{key}/index.html" in held
        },
        items={
            item: {p: f for p, f in files.items() if p in places} for item, files in catalogue.items.items()
        },
        records={
            kind: {key: record for key, record in records.items() if record.place in places}
            for kind, records in catalogue.records.items()
        },
    )
    return replace(
        site, catalogue=part, directories={p: d for p, d in site.directories.items() if p in places}
    )


def _zip(contents: Mapping[str, bytes]) -> bytes:
    """Return a zip of files, in the order of their names, dated 1980-01-01 (a zip's first day)."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as bundle:
        for path, data in sorted(contents.items()):
            entry = zipfile.ZipInfo(path)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            bundle.writestr(entry, data)
    return out.getvalue()
