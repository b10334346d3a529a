"""The built site as its users meet it: the real catalogue, a real browser, over http and from the disk."""

import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page

from generator.build import build
from generator.site.links import broken_links
from tests.conftest import DAY

pytestmark = pytest.mark.xdist_group("site")
ROOT = Path(__file__).parents[1]


def files_of(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture(params=["http", "file"])
def home(request: pytest.FixtureRequest, served: str, built_site: Path) -> str:
    return served if request.param == "http" else built_site.as_uri()


@pytest.fixture
def page(chromium: Browser, served: str) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 360, "height": 740}, locale="zh-CN")
    page = context.new_page()
    foreign: list[str] = []
    faults: list[str] = []
    page.on(
        "request",
        lambda r: foreign.append(r.url) if not r.url.startswith((served, "file:", "data:")) else None,
    )
    page.on("pageerror", lambda e: faults.append(str(e)))
    page.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
    yield page
    assert foreign == []
    assert faults == []
    context.close()


def pdf_at(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=30) as answer:
        return bytes(answer.read())


def search(page: Page, text: str) -> list[str]:
    box = page.locator("input[name=q]").first
    box.click()
    box.fill("")
    box.type(text)
    results = page.locator(".qd-results a")
    results.first.wait_for()
    return [results.nth(n).inner_text() for n in range(min(3, results.count()))]


@pytest.mark.parametrize(
    "query", ["亲属", "证明", "qinshu", "證明", "亲属证明", "qsgxzm", "親屬關係證明", "亲蜀关系证明"]
)
def test_search_finds_the_kinship_proof(page: Page, home: str, query: str) -> None:
    page.goto(f"{home}/index.html")
    page.locator("input[name=q]").first.click()
    page.locator("input[name=q]").first.type(query)
    page.locator(".qd-results a", has_text="亲属关系证明").first.wait_for(timeout=5000)


def test_search_choose_a_province_open_the_item_and_its_pdf(page: Page, home: str) -> None:
    page.goto(f"{home}/index.html")
    page.locator("select").first.select_option(label="湖北省")
    page.get_by_role("link", name="看湖北省的目录").click()
    page.wait_for_url("**/hubei/index.html*")
    assert "湖北省" in page.title()
    first = search(page, "亲属关系")
    assert "亲属关系证明" in first[0] and "不能开" in first[0]
    page.locator(".qd-results a").first.click()
    page.wait_for_url("**/hubei/certificates/kinship/index.html*")
    assert "不能开" in page.locator("main").inner_text()
    page.goto(f"{home}/national/certificates/litigation-agent/index.html")
    address = page.locator("a[href$='blank.pdf']").first.evaluate("link => link.href")
    assert pdf_at(address).startswith(b"%PDF-")
    page.goto(f"{home}/national/signs/villagers-committee/index.html")
    for name in ("sign.pdf", "spec-sheet.pdf"):
        address = page.locator(f"a[href$='{name}']").first.evaluate("link => link.href")
        assert pdf_at(address).startswith(b"%PDF-")


def test_the_first_screen_of_a_phone_answers(page: Page, home: str) -> None:
    page.goto(f"{home}/hubei/certificates/kinship/index.html")
    verdict = page.get_by_text("不能开", exact=True).first.bounding_box()
    assert verdict is not None and verdict["y"] + verdict["height"] < 740
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 360


PHONE_PAGES = (
    "guangdong/zhuhai/provisions/unlisted-matters-2022", "hubei/lists/duties-directory", "sichuan/luzhou/gulin",
    "national/forms/homestead-application", "national/mechanisms/supervision-committee", "national/tasks",
    "national/facilities/comprehensive-service-facility", "national/signs/house-number-plate", "sources/statutes",
    "beijing/certificates/dog-keeping", "national/certificates/produce-origin", "places", "search",
)  # fmt: skip


@pytest.mark.parametrize("path", PHONE_PAGES)
def test_nothing_runs_off_a_phone(page: Page, home: str, path: str) -> None:
    page.goto(f"{home}/{path}/index.html")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_hubeis_page_of_a_proof_its_list_omits_still_says_no_and_why(page: Page, home: str) -> None:
    page.goto(f"{home}/hubei/certificates/proof-of-life/index.html")
    text = page.locator("main").inner_text()
    assert "不能开" in text
    assert "没有列" in text


def test_a_province_without_a_list_says_so(page: Page, home: str) -> None:
    page.goto(f"{home}/zhejiang/index.html")
    text = page.locator("body").inner_text()
    assert "本站尚未收集到本省清单，不等于本省没有；以下为全国规定" in text
    assert "数据截至 2026年11月24日" in text
    assert "非政府网站；整理自所列文件，内容为摘要，以原文和办理机关答复为准" in text


def test_it_reads_without_scripts(chromium: Browser, home: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{home}/index.html")
    assert page.get_by_role("link", name="西藏").count() >= 1
    page.goto(f"{home}/xizang/certificates/death/index.html")
    assert "不能开" in page.locator("main").inner_text()
    context.close()


def test_every_page_says_who_speaks_and_every_link_resolves(built_site: Path) -> None:
    files = files_of(built_site)
    assert broken_links(files) == []
    places = [p.parent.name for p in (ROOT / "catalog").glob("*/place.yaml")]
    assert len(places) == 32
    proofs = [p.stem for p in (ROOT / "catalog/national/certificates").glob("*.yaml")]
    for place in places:
        for proof in proofs:
            assert f"{place}/certificates/{proof}/index.html" in files
    for path, data in files.items():
        if path.endswith(".html") and path != "404.html":
            text = data.decode()
            assert all(words in text for words in ("非政府网站", "数据截至", "尚未收集")), path


def test_the_sign_pdf_has_the_documents_size(built_site: Path) -> None:
    (path,) = (built_site / "print/national/signs/villagers-committee").glob("*/sign.pdf")
    document = pypdfium2.PdfDocument(path)
    trim = document[0].get_trimbox()
    millimetres = [round((trim[n + 2] - trim[n]) / 72 * 25.4, 2) for n in (0, 1)]
    assert millimetres == [350, 2400]


def test_a_second_build_changes_no_byte(built_site: Path, tmp_path: Path) -> None:
    again = tmp_path / "site"
    build(ROOT / "catalog", again, DAY, None)
    one = files_of(built_site)
    two = files_of(again)
    assert one.keys() == two.keys()
    assert [path for path in one if one[path] != two[path]] == []
