"""A small catalogue rendered in full, and the shells, made once for all tests of the site."""

import re
from datetime import date

import pytest

from generator.resolve import resolve
from generator.site import Shells, build_shells
from generator.site.context import Site
from generator.site.render import render_site
from tests.site.samples import FILES
from tests.small import checked

DAY = date(2024, 6, 1)


@pytest.fixture(scope="session")
def shells() -> Shells:
    return build_shells()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    # The reader refuses text that looks like a page's code; that pages are safe must not rest on it.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.reading.text._MARKUP", re.compile("(?!)"))
        found = checked(tmp_path_factory.mktemp("catalog"), FILES)
    assert [str(f.position) + f.message.zh for f in found.findings if f.severity == "error"] == []
    catalogue = found.catalogue
    return Site(catalogue, {p: resolve(catalogue, p, DAY) for p in catalogue.places}, DAY, PRINTED)


@pytest.fixture(scope="session")
def files(site: Site, shells: Shells) -> dict[str, bytes]:
    return render_site(site.catalogue, site.directories, site.on, shells, site.printed)


PRINTED = {("national", "certificates/kinship"): {"空白式样（PDF）": "print/national/kinship/blank.pdf"}}
