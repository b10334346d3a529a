"""What files accept of the checker's findings is on one public page, and on the page of the matter itself."""

from pathlib import Path

from generator.resolve import resolve
from generator.site import Shells
from generator.site.render import render_site
from tests.site.conftest import DAY
from tests.small import checked
from tests.test_accept import CERTIFICATE, entry

NAME, REASON = "某证明", "正在修订"


def pages(folder: Path, shells: Shells, accepted: str) -> dict[str, str]:
    found = checked(folder, {"national/certificates/a.yaml": CERTIFICATE + accepted})
    catalogue = found.catalogue
    directories = {place: resolve(catalogue, place, DAY) for place in catalogue.places}
    files = render_site(catalogue, directories, DAY, shells, {}, found.findings)
    return {path: data.decode() for path, data in files.items() if path.endswith("index.html")}


def test_every_acceptance_is_public(tmp_path: Path, shells: Shells) -> None:
    found = pages(tmp_path, shells, entry("B106"))
    page = found["checks/index.html"]
    assert f'<a href="../national/certificates/a/index.html">{NAME}</a> <small>全国</small>' in page
    assert "B106：" in page and REASON in page and "2026年11月1日" in page
    for place in ("national", "hubei"):  # what a province inherits comes with its acceptance
        matter = found[f"{place}/certificates/a/index.html"]
        assert "编者保留的检查结果" in matter and REASON in matter
    assert "checks/index.html" in found["sources/index.html"]


def test_a_catalogue_that_accepts_nothing_says_so(tmp_path: Path, shells: Shells) -> None:
    found = pages(tmp_path, shells, "")
    assert "现在一条也没有" in found["checks/index.html"]
    assert "编者保留的检查结果" not in found["national/certificates/a/index.html"]
