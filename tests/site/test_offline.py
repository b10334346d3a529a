"""A province's bundle: what it holds, that its links meet files, that its bytes are the same each time."""

import io
import zipfile
from dataclasses import replace

from generator.site import Shells, broken_links, with_bundles
from generator.site.context import Site
from generator.site.settings import Settings

Files = dict[str, bytes]
ALSO = {"print/national/kinship/blank.pdf": b"%PDF-1.7"}


def bundled(files: Files, site: Site, shells: Shells) -> Files:
    return with_bundles({**files, **ALSO}, site.catalogue, site.directories, site.on, shells)


def unpacked(bundle: bytes, folder: str) -> Files:
    with zipfile.ZipFile(io.BytesIO(bundle)) as packed:
        assert packed.testzip() is None
        names = packed.namelist()
        assert names == sorted(names)
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert all(name.startswith(f"{folder}/") for name in names)
        return {name.removeprefix(f"{folder}/"): packed.read(name) for name in names}


def test_a_bundle_holds_the_province_and_what_it_leads_to(files: Files, site: Site, shells: Shells) -> None:
    held = unpacked(bundled(files, site, shells)["offline/qingdan-hubei.zip"], "qingdan-hubei")
    for path in (
        "index.html", "search/index.html", "hubei/index.html", "hubei/certificates/kinship/index.html",
        "hubei/lists/first/index.html", "national/index.html", "national/provisions/explain/index.html",
        "sources/national/opinion/index.html", "assets/qingdan.css", "print/national/kinship/blank.pdf",
    ):  # fmt: skip
        assert path in held, path
    assert not [path for path in held if path.startswith(("henan/", "docs/", "data/"))]
    assert (
        held["README.txt"]
        .decode("utf-8-sig")
        .startswith("湖北省村级指导目录（离线版），数据截至2024年6月1日。\r\n")
    )


def test_its_links_meet_files_and_its_search_finds_only_what_it_holds(
    files: Files, site: Site, shells: Shells
) -> None:
    held = unpacked(bundled(files, site, shells)["offline/qingdan-hubei.zip"], "qingdan-hubei")
    assert broken_links(held) == []
    assert '<a data-place="henan">河南省</a>' in held["index.html"].decode()
    index = held["assets/search-index.js"].decode()
    assert "湖北" in index
    assert "河南" not in index
    assert "河南" in files["assets/search-index.js"].decode()


def test_with_an_address_what_is_left_out_leads_to_the_site(files: Files, site: Site, shells: Shells) -> None:
    addressed = replace(shells, settings=Settings("https://example.org/qd/"))
    held = unpacked(bundled(files, site, addressed)["offline/qingdan-hubei.zip"], "qingdan-hubei")
    assert 'href="https://example.org/qd/henan/index.html"' in held["index.html"].decode()


def test_the_provinces_page_offers_it_with_its_size(files: Files, site: Site, shells: Shells) -> None:
    made = bundled(files, site, shells)
    size = len(made["offline/qingdan-hubei.zip"]) / 1e6
    page = made["hubei/index.html"].decode()
    assert f'href="../offline/qingdan-hubei.zip" download>湖北省离线版（zip，{size:.1f} MB）</a>' in page
    assert b"offline/" not in unpacked(made["offline/qingdan-hubei.zip"], "qingdan-hubei")["hubei/index.html"]
    assert b"offline/" not in made["national/index.html"]


def test_two_bundles_of_the_same_have_the_same_bytes(files: Files, site: Site, shells: Shells) -> None:
    assert bundled(files, site, shells) == bundled(files, site, shells)
