"""The search index: one entry a matter, with names, pinyin and what differs by place."""

import json

from generator.site.context import Site
from generator.site.search_index import pinyin, search_index, simplified


def index(site: Site) -> dict[str, object]:
    text = search_index(site)
    assert text.startswith("window.QINGDAN_SEARCH=")
    found = json.loads(text.removeprefix("window.QINGDAN_SEARCH=").removesuffix(";\n"))
    assert isinstance(found, dict)
    return found


def entry(site: Site, item: str) -> dict[str, object]:
    entries = index(site)["entries"]
    assert isinstance(entries, list)
    return next(e for e in entries if e["i"] == item)


def test_a_matter_has_its_names_and_pinyin(site: Site) -> None:
    found = entry(site, "certificates/kinship")
    assert (found["n"], found["a"], found["v"], found["h"]) == (
        "亲属关系证明", ["父子关系证明"], "must_not", "national",
    )  # fmt: skip
    assert found["p"] == [
        "qin shu guan xi zheng ming",
        "fu zi guan xi zheng ming",
        "qin shu qing kuang zheng ming",
    ]


def test_what_a_province_calls_it_is_said(site: Site) -> None:
    assert entry(site, "certificates/kinship")["x"] == {"hubei": {"n": "亲属情况证明"}}


def test_a_matter_of_one_place_leads_there(site: Site) -> None:
    found = entry(site, "certificates/receipt")
    assert found["h"] == "hubei"
    assert "w" not in found


def test_an_inference_has_its_own_words(site: Site) -> None:
    assert entry(site, "certificates/pets")["v"] == "inferred"


def test_every_matter_stands_once(site: Site) -> None:
    entries = index(site)["entries"]
    assert isinstance(entries, list)
    ids = [e["i"] for e in entries]
    assert len(ids) == len(set(ids))
    assert set(ids) == set(site.catalogue.items)


def test_no_markup_stands_in_the_script(site: Site) -> None:
    assert "<" not in search_index(site)


def test_traditional_characters_only_where_used() -> None:
    assert dict(simplified("亲属证明")) == {"親": "亲", "屬": "属", "證": "证", "証": "证"}


def test_pinyin_has_no_tones_and_splits_syllables() -> None:
    assert pinyin("户籍证明") == "hu ji zheng ming"
