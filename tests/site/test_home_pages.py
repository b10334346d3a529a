"""The way in: what editors put first, what changed by the dates of documents, where each audience goes."""

import re

from generator.site.context import Site
from generator.site.home_pages import featured
from generator.site.recent import recent

PLACES = ("national", "hubei", "henan")


def test_the_editors_choice_stands_in_the_catalogue(site: Site) -> None:
    (one,) = featured(site, "national")
    assert (one.name, one.path) == ("亲属关系证明", "national/certificates/kinship/index.html")
    assert one.verdict is not None and one.verdict.key == "must_not"
    assert featured(site, "hubei") == ()


def test_the_latest_dated_changes_stand_first_grouped_by_document(site: Site) -> None:
    first, second, third = recent(site, PLACES, 3)
    assert (first.since, first.place, first.verb) == ("自2021年3月起", "湖北", "改动")
    assert first.named == (("亲属情况证明", "hubei/certificates/kinship/index.html"),)
    assert (second.since, second.place, second.verb, second.more) == ("2021年1月1日发布", "湖北", "列出", 0)
    assert {name for name, _ in second.named} == {"票据遗失证明", "作为征地的责任主体"}
    assert (third.since, third.place) == ("2020年1月1日发布", "全国")
    assert len(third.named) == 5 and third.more >= 1


def test_what_is_announced_or_without_a_day_of_its_own_did_not_change_lately(site: Site) -> None:
    said = [name for one in recent(site, PLACES, 99) for name, _ in one.named]
    assert "收养人情况反映" not in said
    assert "向群众解释" not in said  # its document has only the day of a report


def test_home_leads_each_audience(files: dict[str, bytes]) -> None:
    page = files["index.html"].decode()
    for door in ("办事", "发布", "印制"):
        assert f">{door}</h3>" in page
    assert 'data-item="certificates/kinship"' in page
    assert "自2030年1月1日起" in re.sub(r"<[^>]+>", "", page)


def test_a_place_counts_its_matters_and_offers_its_data(files: dict[str, bytes]) -> None:
    page = re.sub(r"<[^>]+>|\s", "", files["hubei/index.html"].decode())
    assert "证明6项本地写到3项" in page and "任务3项本地写到1项" in page
    assert "湖北省写到的全部内容（JSON）" in page
    assert "最近的变动" in page and "自2021年3月起湖北改动：亲属情况证明" in page
