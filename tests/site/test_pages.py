"""The pages: what stands on them, that all links meet a file, that hostile text is text."""

import gzip
import re
from html.parser import HTMLParser

import pytest

from generator.site import Shells, broken_links, render_site
from generator.site.context import Site
from generator.words import SPEAKER, UNCOLLECTED
from tests.site.samples import EVIL

Files = dict[str, bytes]


class _Reader(HTMLParser):
    """Collect the text and the tags of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def read(files: Files, path: str) -> _Reader:
    reader = _Reader()
    reader.feed(files[path].decode())
    return reader


def text(files: Files, path: str) -> str:
    return re.sub(r"\s+", "", "".join(read(files, path).text))


def test_there_is_a_page_for_each_certificate_and_province(files: Files) -> None:
    for place in ("national", "hubei", "henan"):
        for slug in ("kinship", "adoption", "pets", "mixed", "silent"):
            assert f"{place}/certificates/{slug}/index.html" in files
    assert "hubei/certificates/receipt/index.html" in files
    assert "henan/certificates/receipt/index.html" not in files
    assert "henan/signs/board/index.html" not in files
    assert not any(path.startswith("hubei/shiyan/") for path in files)


def test_every_link_meets_a_file(files: Files) -> None:
    assert broken_links(files, also=["print/national/kinship/blank.pdf"]) == []


def test_two_renderings_have_the_same_bytes(files: Files, site: Site, shells: Shells) -> None:
    assert render_site(site.catalogue, site.directories, site.on, shells, site.printed) == files


def test_every_page_says_who_speaks_and_until_when(files: Files) -> None:
    for path in files:
        if path.endswith(".html") and not path.startswith("docs/"):
            assert SPEAKER in text(files, path)
            assert "数据截至2024年6月1日" in text(files, path)


def test_nothing_is_loaded_from_another_host(files: Files) -> None:
    for path in files:
        if path.endswith(".html"):
            for tag, attributes in read(files, path).tags:
                for name in ("src", "action", *(("href",) if tag == "link" else ())):
                    assert not re.match(r"[a-z]+:|//", attributes.get(name) or ""), (path, tag)
                if tag == "a" and re.match(r"[a-z]+:", attributes.get("href") or ""):
                    assert attributes["rel"] == "noopener noreferrer"
                assert not [key for key in attributes if key.startswith("on") or key == "style"]


def test_hostile_text_is_text(files: Files) -> None:
    page = read(files, "national/certificates/kinship/index.html")
    assert EVIL in page.text or EVIL in "".join(page.text)
    assert not [tag for tag, _ in page.tags if tag == "img"]
    assert {
        attributes.get("src", "").rpartition("/")[2] for tag, attributes in page.tags if tag == "script"
    } == {"mode.js", "reach.js", "freshness.js"}


@pytest.mark.parametrize(
    ("slug", "words"),
    [
        (
            "kinship",
            "不能开这里写的是村；社区：没有查到规定。怎么办出示户口簿去哪里自己带证件，不用另去哪里为什么《某通知》",
        ),
        ("adoption", "可以开（有条件）"),
        ("pets", "办事材料里没有这一项（据规定推断，以办理机关为准）"),
        ("mixed", "视情况"),
        ("silent", "没有查到规定"),
    ],
)
def test_a_certificate_answers_first(files: Files, slug: str, words: str) -> None:
    page = files[f"national/certificates/{slug}/index.html"].decode()
    answer = _Reader()
    answer.feed(page[page.index('<section class="qd-answer') : page.index("</section>")])
    assert re.sub(r"\s+", "", "".join(answer.text)).startswith(words)


def test_unstated_things_say_so(files: Files) -> None:
    page = text(files, "national/certificates/adoption/index.html")
    assert "条件只写知道的情况" in page
    assert "要带什么文件未载" in page
    assert "多久文件未载" in page


def test_a_body_no_case_speaks_of_is_named(files: Files) -> None:
    assert "这里写的是村；社区：没有查到规定" in text(files, "national/certificates/kinship/index.html")


def test_a_provision_that_reaches_an_item_stands_on_it(files: Files) -> None:
    assert "单位还要求开怎么办给对方看的说明卡（可打印）向群众解释：报告乡镇协调。" in text(
        files, "hubei/certificates/kinship/index.html"
    )
    assert "单位还要求开怎么办" not in text(files, "hubei/certificates/pets/index.html")


def test_a_province_without_a_list_says_so_exactly(files: Files) -> None:
    assert UNCOLLECTED == "本站尚未收集到本省清单，不等于本省没有；以下为全国规定"
    for path in ("henan/index.html", "henan/certificates/kinship/index.html"):
        assert UNCOLLECTED in text(files, path)
    for path in ("hubei/index.html", "hubei/certificates/kinship/index.html", "national/index.html"):
        assert UNCOLLECTED not in text(files, path)


def test_a_province_shows_what_it_says_itself(files: Files) -> None:
    page = text(files, "hubei/index.html")
    assert "亲属情况证明：自2021年3月起，名称：亲属关系证明→亲属情况证明" in page
    assert "票据遗失证明：本地列出，2021年1月1日发布" in page
    assert "清单自称5项，这里收到2项，名称没有读全" in page


def test_lists_are_evidence_on_the_item(files: Files) -> None:
    assert "《湖北清单》（不应出具）第1项“亲属情况证明”" in text(
        files, "hubei/certificates/kinship/index.html"
    )
    assert "不等于可以开；上级清单仍适用" in text(files, "hubei/certificates/pets/index.html")


def test_what_comes_next_is_announced_and_marked(files: Files) -> None:
    page = files["hubei/certificates/adoption/index.html"].decode()
    assert 'data-changes-next="2030-01-01"' in page
    assert "自2030年1月1日起湖北省将改动" in text(files, "hubei/certificates/adoption/index.html")
    assert "data-changes-next" not in files["national/certificates/adoption/index.html"].decode()
    assert 'data-changes-next="2030-01-01"' in files["hubei/index.html"].decode()


def test_a_sign_says_what_each_size_rests_on(files: Files) -> None:
    page = text(files, "national/signs/board/index.html")
    assert "350×2400" in page
    assert "参考《某通知》" in page
    assert "名称怎么写文件未载" in page


def test_a_print_file_is_linked_from_below(files: Files) -> None:
    for place in ("national", "henan"):
        assert (
            b"../../../print/national/kinship/blank.pdf" in files[f"{place}/certificates/kinship/index.html"]
        )


def test_a_document_is_named_once_with_what_was_read_of_it(files: Files) -> None:
    page = text(files, "hubei/certificates/adoption/index.html")
    assert page.count("2020年1月1日发布；转载（全文）") == 1
    assert "依据转载件或摘录整理，尚未与原件核对。" in page


def test_a_page_of_a_matter_fits_its_budget(files: Files) -> None:
    for path, data in files.items():
        if re.search(r"/(certificates|signs|provisions)/[^/]+/(card/)?index\.html$", path):
            assert len(data) <= 30_000 and len(gzip.compress(data)) <= 8_000, path


def test_a_source_says_how_much_was_read_and_who_cites_it(files: Files) -> None:
    page = text(files, "sources/national/opinion/index.html")
    assert "转载；部分" in page
    assert "报道2022年8月22日" in page
    assert "依据转载件或摘录整理，尚未与原件核对" in page
    assert "向群众解释" in page
    assert b'href="https://www.gov.cn/x?a=1&amp;b=2"' in files["sources/national/opinion/index.html"]
    assert "网页" not in text(files, "sources/national/notice/index.html")


def test_provinces_stand_in_official_order(files: Files) -> None:
    page = text(files, "places/index.html")
    assert page.index("河南省") < page.index("湖北省")
    assert "湖北省清单1份" in page
    assert "河南省尚未收集到本省清单" in page


def test_every_page_says_what_is_not_collected(files: Files) -> None:
    said = "1个省级地方给村的证明清单已收集到（见“各省”），其余各省以及多数市、县、乡的清单尚未收集。"
    for path in files:
        if path.endswith(".html"):
            assert said in text(files, path), path


def test_every_page_leads_on_without_scripts(files: Files) -> None:
    for path in ("index.html", "henan/certificates/pets/index.html"):
        assert "首页各省任务标牌规定文件说明" in text(files, path)
