"""The labels of a government's site stand only where an office is recorded as publisher, with the data's day."""

import re
from datetime import date

import pytest

from generator.resolve import resolve
from generator.site import Shells, render_site
from generator.site.settings import settings_of
from tests.site.samples import FILES
from tests.small import HUBEI, checked

DAY = date(2024, 6, 1)
ADOPTED = {"hubei/place.yaml": HUBEI + "publisher:\n  office: 湖北省民政厅\n  adopted_by: local\n"}
CONFIG = {
    "site_name": "村级指导目录", "site_url": "https://example.gov.cn/qd",
    "extra": {"site_id_code": "4200000000", "icp": "鄂ICP备00000000号", "find_errors_url": "https://example.gov.cn/find"},
}  # fmt: skip


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory, shells: Shells) -> dict[str, bytes]:
    plain = {path: text for path, text in FILES.items() if path != "national/certificates/kinship.yaml"}
    found = checked(tmp_path_factory.mktemp("catalog"), {**plain, **ADOPTED})
    catalogue = found.catalogue
    directories = {place: resolve(catalogue, place, DAY) for place in catalogue.places}
    told = Shells(shells.pages, shells.assets, shells.docs_pages, settings_of(CONFIG))
    return render_site(catalogue, directories, DAY, told, {})


def labels(page: bytes) -> dict[str, str]:
    return dict(re.findall(r'<meta name="([A-Z]\w+)" content="([^"]*)">', page.decode()))


def test_an_item_of_an_office_carries_the_labels_of_an_article(files: dict[str, bytes]) -> None:
    assert labels(files["hubei/certificates/receipt/index.html"]) == {
        "SiteName": "村级指导目录", "SiteDomain": "example.gov.cn", "SiteIDCode": "4200000000", "ColumnName": "证明",
        "ColumnType": "证明", "ArticleTitle": "票据遗失证明（湖北省）", "PubDate": "2024-06-01",
        "ContentSource": "湖北省民政厅",
    }  # fmt: skip


def test_a_page_of_an_office_carries_the_labels_of_a_column(files: dict[str, bytes]) -> None:
    assert set(labels(files["hubei/index.html"])) == {
        "SiteName", "SiteDomain", "SiteIDCode", "ColumnName", "ColumnType",
    }  # fmt: skip


def test_the_foot_of_an_office_says_who_runs_the_site(files: dict[str, bytes]) -> None:
    foot = files["hubei/index.html"].decode().partition('<footer class="qd-foot">')[2]
    for words in (
        "由湖北省民政厅发布",
        "主办单位：湖北省民政厅",
        "网站标识码：4200000000",
        "鄂ICP备00000000号",
    ):
        assert words in foot
    assert 'href="https://example.gov.cn/find" rel="noopener noreferrer">政府网站找错</a>' in foot


def test_where_no_office_is_recorded_there_are_none(files: dict[str, bytes]) -> None:
    for path, page in files.items():
        if path.endswith(".html") and not path.startswith(("hubei/", "sources/hubei/")):
            assert labels(page) == {}, path
            assert "主办单位" not in page.decode() or path.startswith("docs/"), path


def test_what_is_not_set_is_left_out() -> None:
    empty = settings_of({"site_name": "x", "extra": {"find_errors_url": "javascript:alert(1)"}})
    assert (empty.site_id_code, empty.icp, empty.find_errors_url) == ("", "", "")
