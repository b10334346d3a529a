"""A province's bundle as somebody without a network has it: unpacked, opened from the disk, searched."""

import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.audit.links import dead_ends, orphans, read_all
from tests.audit.states import put

pytestmark = pytest.mark.xdist_group("site")


def test_a_bundle_opens_from_the_disk_and_finds_a_proof(
    chromium: Browser, built_site: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(built_site / "offline/qingdan-hubei.zip") as bundle:
        bundle.extractall(tmp_path)
    home = tmp_path / "qingdan-hubei"
    pages = read_all(home)
    assert len(pages) > 500
    assert dead_ends(home, pages) == []
    assert orphans(pages) == []
    faults: list[str] = []
    asked: list[str] = []
    with put(chromium, "phone") as page:
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto((home / "index.html").as_uri())
        assert page.locator("select option").all_inner_texts()[1:] == ["湖北省"]
        page.locator("select").first.select_option(label="湖北省")
        page.locator("input[name=q]").first.fill("亲属关系")
        page.locator(".qd-results a", has_text="亲属关系证明").first.click()
        page.wait_for_url("**/hubei/certificates/kinship/index.html*")
        assert "不能开" in page.locator("main").inner_text()
    assert faults == []
    assert [address for address in asked if not address.startswith(home.as_uri())] == []


def test_a_bundles_names_are_read_by_any_unpacker(built_site: Path) -> None:
    bundles = sorted((built_site / "offline").glob("*.zip"))
    assert len(bundles) == 31
    for bundle in bundles:
        with zipfile.ZipFile(bundle) as packed:
            names = packed.namelist()
            # Old Windows reads no UTF-8 in names, and no path of more than 260 characters.
            assert max(map(len, names)) <= 150
            assert all(re.fullmatch(rf"{bundle.stem}/[\w./-]+", name, re.ASCII) for name in names), bundle
            assert packed.testzip() is None


def test_the_offer_downloads_the_bundle(chromium: Browser, served: str, built_site: Path) -> None:
    with put(chromium, "phone") as page:
        page.goto(f"{served}/hubei/index.html")
        with page.expect_download() as download:
            page.get_by_role("link", name="湖北省离线版").click()
        assert download.value.path().read_bytes() == (built_site / "offline/qingdan-hubei.zip").read_bytes()
