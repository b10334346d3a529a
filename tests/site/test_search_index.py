"""The search index: one entry a matter, with its names, and what differs by place; in codes, for the matcher."""

import json
from typing import Any

from generator.site.context import Site
from generator.site.search_index import search_index, search_more
from generator.site.search_text import LATIN, codes
from tests.site.samples import EVIL


def script(text: str, name: str) -> dict[str, Any]:
    assert text.startswith(f"window.{name}=")
    found = json.loads(text.removeprefix(f"window.{name}=").removesuffix(";\n"))
    assert isinstance(found, dict)
    return found


def letters(*bodies: dict[str, Any]) -> str:
    text = "".join(body["alphabet"] for body in bodies)
    return "".join(dict.fromkeys(c for c in text if ord(c) >= LATIN))


def read(coded: str, alphabet: str) -> str:
    return coded.translate({ord(code): chr(char) for char, code in codes(alphabet).items()})


def first(site: Site) -> dict[str, Any]:
    return script(search_index(site), "QINGDAN_SEARCH")


def more(site: Site) -> dict[str, Any]:
    return script(search_more(site), "QINGDAN_SEARCH_MORE")


def ids(body: dict[str, Any]) -> list[str]:
    kinds = [kind for kind, count in body["counts"] for _ in range(count)]
    return [f"{kind}/{path}" for kind, path in zip(kinds, body["paths"].split(" "), strict=True)]


def entry(body: dict[str, Any], alphabet: str, entry_id: str) -> dict[str, Any]:
    """Return a row of the columns, with its names as they read."""
    n = ids(body).index(entry_id)
    names = body["names"].split("~")[n].split("|")
    return {
        "names": [read(name, alphabet) for name in names],
        "answer": body["answers"][ord(body["said"][n]) - ord("0")],
        "where": body["homes"][ord(body["where"][n]) - ord("0")],
        "unlike": body["unlike"].get(str(n)),
    }


def certificate(site: Site, slug: str) -> dict[str, Any]:
    body = first(site)
    return entry(body, letters(body), f"certificates/{slug}")


def test_a_matter_has_its_names_and_what_it_says(site: Site) -> None:
    found = certificate(site, "kinship")
    assert found["names"] == ["亲属关系证明", "父子关系证明"]
    assert found["answer"] == ["must_not", "不能开"]
    assert found["where"] == "*"


def test_only_what_a_province_says_otherwise_stands_under_it(site: Site) -> None:
    body = first(site)
    unlike = certificate(site, "kinship")["unlike"]
    assert {place: [read(name, letters(body)), *rest] for place, (name, *rest) in unlike.items()} == {
        "hubei": ["亲属情况证明", -1, ""],
    }


def test_a_matter_of_one_place_leads_there(site: Site) -> None:
    assert certificate(site, "receipt")["where"] == "hubei"


def test_an_inference_has_its_own_words(site: Site) -> None:
    assert certificate(site, "pets")["answer"] == [
        "not_needed",
        "办事材料里没有这一项（据规定推断，以办理机关为准）",
    ]


def test_every_matter_stands_once(site: Site) -> None:
    found = [*ids(first(site)), *ids(more(site))]
    assert len(found) == len(set(found))
    assert {one for one in found if not one.startswith(("sources/", "places/"))} == set(site.catalogue.items)


def test_columns_are_of_one_length(site: Site) -> None:
    for body in (first(site), more(site)):
        rows = sum(count for _, count in body["counts"])
        columns = (body["paths"].split(" "), body["names"].split("~"), body["said"], body["where"])
        assert [len(column) for column in columns] == [rows] * 4


def test_the_second_script_has_documents_places_and_homophones(site: Site) -> None:
    body, alphabet = more(site), letters(first(site), more(site))
    source = entry(body, alphabet, "sources/national/opinion")
    assert source["names"] == ["某意见", "某字〔2022〕1号"]
    assert source["answer"] == ["", "中央文件"]
    assert entry(body, alphabet, "places/henan")["names"] == ["河南省", "河南"]
    assert "蜀" in alphabet
    assert "親亲" in body["traditional"]


def test_the_marks_of_the_verdicts_are_those_of_the_pages(site: Site, files: dict[str, bytes]) -> None:
    mark = first(site)["marks"]["must_not"]
    assert mark.startswith("<svg")
    assert mark.encode() in files["hubei/certificates/kinship/index.html"]


def test_no_markup_stands_in_the_scripts(site: Site) -> None:
    for text in (search_index(site), search_more(site)):
        assert "<" not in text
        assert EVIL not in text
