"""Each audience's way from the home page to what they came for, on a phone and on a desktop, with real clicks."""

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.test_site_in_browser import pdf_at

pytestmark = pytest.mark.xdist_group("site")
PHONE, DESKTOP = (360, 740), (1280, 900)
ROOT = Path(__file__).parents[1]


@pytest.fixture(params=[PHONE, DESKTOP], ids=["phone", "desktop"])
def page(request: pytest.FixtureRequest, chromium: Browser, served: str) -> Iterator[Page]:
    width, height = request.param
    context = chromium.new_context(viewport={"width": width, "height": height}, locale="zh-CN")
    page = context.new_page()
    page.goto(f"{served}/index.html")
    yield page
    context.close()


def door(page: Page, name: str, link: str) -> None:
    page.get_by_role("region", name=name).get_by_role("link", name=link).click()


def bottom(page: Page, text: str) -> float:
    box = page.locator(".qd-answer").get_by_text(text, exact=True).first.bounding_box()
    assert box is not None
    return box["y"] + box["height"]


def pages_of(pdf: bytes) -> int:
    return len(pypdfium2.PdfDocument(io.BytesIO(pdf)))


def test_a_villager_chooses_a_province_and_sees_its_answer_first(page: Page) -> None:
    page.get_by_label("您在哪个省？").select_option(label="湖北省")
    expect(page).to_have_url(re.compile(r"\?place=hubei$"))
    page.get_by_role("link", name="亲属关系证明").first.click()
    page.wait_for_url("**/hubei/certificates/kinship/index.html")
    for words in ("不能开", "去哪里", "为什么"):
        assert bottom(page, words) < 740


def test_the_choice_is_remembered_and_the_address_wins(page: Page, served: str) -> None:
    page.get_by_label("您在哪个省？").select_option(label="湖北省")
    page.goto(f"{served}/index.html")
    expect(page.get_by_label("您在哪个省？")).to_have_value("hubei")
    page.goto(f"{served}/index.html?place=xizang")
    expect(page.get_by_label("您在哪个省？")).to_have_value("xizang")
    expect(page.get_by_role("link", name="看西藏自治区的目录")).to_be_visible()
    page.goto(f"{served}/index.html?place=nowhere")
    expect(page.get_by_label("您在哪个省？")).to_have_value("")


def test_a_villager_prints_the_card_for_the_bank_that_asked(page: Page) -> None:
    page.get_by_role("link", name="健在证明").first.click()
    page.get_by_role("link", name="给对方看的说明卡").click()
    expect(page.get_by_role("heading", name="不开“健在证明”")).to_be_visible()
    expect(page.locator("main, article.qd-card").last).to_contain_text("非政府网站")
    for size in ("A4", "A5"):
        assert pages_of(page.pdf(format=size)) == 1
    text = pypdfium2.PdfDocument(page.pdf(format="A5"))[0].get_textpage().get_text_range()
    assert "致要求出具这份证明的单位" in text and "菜单" not in text


def test_every_card_fits_one_sheet_of_a5(chromium: Browser, built_site: Path) -> None:
    context = chromium.new_context()
    page = context.new_page()
    cards = sorted(built_site.glob("**/card/index.html"))
    assert len(cards) > 20
    for card in cards:
        page.goto(card.as_uri())
        assert pages_of(page.pdf(format="A5")) == 1, card.relative_to(built_site)
    context.close()


def test_a_villager_compares_the_provinces(page: Page) -> None:
    page.get_by_role("link", name="亲属关系证明").first.click()
    table = page.get_by_role("table")
    expect(table.get_by_role("link", name="湖北")).to_be_visible()
    shown = [link.inner_text() for link in page.locator(".qd-cells a").all()]
    assert len(shown) == len(set(shown)) == 31


def test_a_clerk_narrows_the_tasks_and_sends_the_address_on(page: Page) -> None:
    door(page, "办事", "任务：该不该做")
    page.get_by_label("部门").select_option("公安机关")
    page.get_by_label("结论").select_option(label="依法协助")
    expect(page.get_by_role("status")).to_have_text(re.compile(r"选出\d+项"))
    shown = page.locator(".qd-items li:visible").filter(has=page.locator("xpath=self::li[@data-d]")).count()
    assert 0 < shown < 30
    page.reload()
    expect(page.get_by_label("部门")).to_have_value("公安机关")
    assert page.locator("section[data-v]:visible").count() == 1
    assert page.locator("section[data-v] li:visible").count() == shown
    page.locator("section[data-v] li:visible a").first.click()
    expect(page.locator(".qd-verdict").first).to_have_text("依法协助")


def test_a_clerk_shows_a_department_what_may_not_be_put_on_a_village(page: Page) -> None:
    door(page, "办事", "不得派给村里的")
    expect(page.get_by_role("heading", name="不得派给村里的事")).to_be_visible()
    expect(page.get_by_text("作为拆迁拆违的责任主体")).to_be_visible()
    assert pages_of(page.pdf(format="A4")) <= 4


def test_a_clerk_finds_the_own_rules_of_a_county(page: Page) -> None:
    door(page, "办事", "各省的目录")
    page.get_by_role("link", name="河南省").click()
    page.locator("#places ~ .qd-places").get_by_role("link", name="洛阳市").click()
    expect(page.get_by_role("heading", name="洛阳市")).to_be_visible()
    page.locator(".qd-own a").first.click()
    expect(page.locator("h1 small")).to_have_text("洛阳市")


def test_a_sign_shop_finds_the_size_sees_the_sign_and_gets_the_file(page: Page) -> None:
    door(page, "印制", "标牌：尺寸和制作图")
    page.get_by_role("link", name="村民委员会标牌").first.click()
    expect(page.get_by_role("table")).to_contain_text("350×2400")
    picture = page.locator(".qd-preview img").first
    picture.scroll_into_view_if_needed()
    page.wait_for_function("document.querySelector('.qd-preview img').naturalWidth > 0")
    address = page.get_by_role("link", name="1:1 制作图（PDF）").first.evaluate("link => link.href")
    assert pdf_at(address).startswith(b"%PDF-")


def test_a_blank_is_seen_before_its_pdf_is_opened(page: Page, served: str) -> None:
    page.goto(f"{served}/national/certificates/litigation-agent/index.html#form")
    page.locator(".qd-preview img").first.scroll_into_view_if_needed()
    page.wait_for_function("document.querySelector('.qd-preview img').naturalWidth > 600")
    address = page.get_by_role("link", name="空白式样（PDF）").evaluate("link => link.href")
    assert pdf_at(address).startswith(b"%PDF-")


def test_who_publishes_finds_how(page: Page) -> None:
    door(page, "发布", "目录文件怎么写")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_another_system_reads_a_places_data_and_follows_its_chain(page: Page, served: str) -> None:
    door(page, "办事", "各省的目录")
    page.get_by_role("link", name="河南省").click()
    page.locator("#places ~ .qd-places").get_by_role("link", name="洛阳市").click()
    address = page.get_by_role("link", name="洛阳市写到的全部内容（JSON）").evaluate("link => link.href")
    data = json.loads(pdf_at(address))
    assert data["chain"] == ["national", "henan", "henan/luoyang"]
    trails = [trail for item in data["items"].values() for trail in item["trail"].values()]
    assert trails and all(trail["steps"] for trail in trails)
    for place in data["chain"]:
        assert json.loads(pdf_at(f"{served}/data/{place}/index.json"))["items"]


def test_without_scripts_every_door_is_open(chromium: Browser, served: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}/index.html")
    door(page, "办事", "任务：该不该做")
    expect(page.locator("form.qd-filter")).to_be_hidden()
    page.get_by_role("link", name=re.compile("不得承担")).first.click()
    expect(page).to_have_url(re.compile("#must_not$"))
    page.get_by_role("link", name="按部门、按法律法规").click()
    page.locator("dt", has_text="民政部门").first.locator("xpath=following-sibling::dd[1]").get_by_role(
        "link"
    ).first.click()
    expect(page).to_have_url(re.compile("/national/tasks/[^/]+/index.html$"))
    context.close()


@pytest.mark.parametrize("kind", ["certificates", "tasks"])
def test_the_first_screen_of_every_national_page_says_why(
    chromium: Browser, built_site: Path, kind: str
) -> None:
    context = chromium.new_context(viewport={"width": PHONE[0], "height": PHONE[1]}, locale="zh-CN")
    page = context.new_page()
    slugs = [file.stem for file in sorted((ROOT / f"catalog/national/{kind}").glob("*.yaml"))]
    for slug in slugs[:: 1 if kind == "certificates" else 9]:
        page.goto((built_site / f"national/{kind}/{slug}/index.html").as_uri())
        # A matter no longer listed says how it left instead.
        assert page.locator(".qd-answer dl").count() or "不再列" in page.locator("article").inner_text()
        if page.locator(".qd-answer dl").count():
            assert bottom(page, "为什么") < PHONE[1], slug
    context.close()
