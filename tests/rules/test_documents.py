"""Rules about bases, sources, places, dates and texts, on made-up files: what the manuals' examples do not show."""

from pathlib import Path

import pytest

from tests.small import CITY, LAW, certificate, change, checked, told

ENDED = 'title: 旧办法\nkind: department_document\ncopy: primary\nread: full\nurl: http://www.mca.gov.cn/1\n' \
    'issued: "2001-01-01"\n'  # fmt: skip
GONE = "status: repealed\nstatus_note: 新办法写明\n"
OURS = frozenset(
    ["X110"] + [f"B{n}" for n in range(103, 111)] + [f"X{n}" for n in range(116, 132)]
    + [f"D{n}" for n in range(106, 115)]
    + [f"U{n}" for n in range(102, 111)]
)  # fmt: skip
PAPER = 'title: 甲省通知\nkind: local_document\ncopy: primary\nread: full\nissued: "2021-01-01"\n'
URL = "url: http://www.mca.gov.cn/1\n"


def found(tmp_path: Path, files: dict[str, str]) -> list[str]:
    """Return what our rules find."""
    return [line for line in told(checked(tmp_path, files)) if line.split()[1] in OURS]


CASES = {
    "a county merged away": (
        {"hubei/shiyan/place.yaml": CITY + 'ended: {on: "2019-05-01"}\n',
         "hubei/shiyan/certificates/a.yaml": change(
             'from: "2022-01-01"\nsource: hubei/local\nset: {name: 乙}\nwas: {name: 某证明}'),
         "national/certificates/a.yaml": certificate()},
        ["hubei/shiyan/certificates/a.yaml:3:11 D109 warning"],
    ),
    "a successor that leads back": (
        {"national/sources/a.yaml": ENDED + GONE + 'until: "2010-01-01"\nsuperseded_by: b\n',
         "national/sources/b.yaml": ENDED.replace("旧", "新") + GONE + 'until: "2012-01-01"\nsuperseded_by: a\n'},
        ["national/sources/a.yaml:10:16 X119 error", "national/sources/b.yaml:10:16 X119 error"],
    ),
    "a successor that is a draft": (
        {"national/sources/a.yaml": ENDED + GONE + 'until: "2010-01-01"\nsuperseded_by: b\n',
         "national/sources/b.yaml": ENDED.replace("旧", "新") + "status: draft\nstatus_note: 征求意见\n"},
        ["national/sources/a.yaml:10:16 X119 error"],
    ),
    "a successor of what is in force": (
        {"national/sources/a.yaml": ENDED + "superseded_by: b\n", "national/sources/b.yaml": ENDED.replace("旧", "新")},
        ["national/sources/a.yaml:7:16 X119 warning"],
    ),
    "editions out of order, and another number of articles": (
        {"national/sources/law.yaml": LAW + 'articles: 40\neditions:\n  - {id: "2025", from: "2025-01-01"}\n'
         '  - {id: "2018", from: "2018-01-01", articles: 41}\n'},
        ["national/sources/law.yaml:5:11 X124 error", "national/sources/law.yaml:7:3 X124 error"],
    ),
    "a county's code beside its city's": (
        {"hubei/shiyan/place.yaml": CITY + 'code: "420300"\ncode_system: 某表\n',
         "hubei/shiyan/a/place.yaml": 'name: 甲县\nlevel: county\ncode: "420281"\ncode_system: 某表\n'},
        ["hubei/shiyan/a/place.yaml:3:7 X122 note"],
    ),
    "a local paper may look back, a regulation not": (
        {"hubei/sources/a.yaml": PAPER + URL + 'in_force: "2020-01-01"\n',
         "hubei/sources/b.yaml": PAPER.replace("local_document", "local_regulation").replace("甲", "乙") + URL
         + 'in_force: "2020-01-01"\n'},
        ["hubei/sources/a.yaml:7:11 D106 note", "hubei/sources/b.yaml:7:11 D106 warning"],
    ),
    "a paper of no place in a place": (
        {"hubei/sources/a.yaml": PAPER + URL + "place_unstated: true\n"},
        ["hubei/sources/a.yaml:7:1 X131 warning"],
    ),
    "a case that rests on a city's paper": (
        {"hubei/shiyan/sources/city.yaml": PAPER + URL,
         "national/certificates/a.yaml": certificate().replace(
             "- id: list\n    source: notice", "- id: list\n    source: hubei/shiyan/city")},
        ["national/certificates/a.yaml:10:12 B108 error"],
    ),
    "a step whose document was superseded, carried on by another": (
        {"national/sources/old.yaml": ENDED + "status: superseded\nstatus_note: 新办法写明\n",
         "national/certificates/a.yaml": certificate(source="old")
         + "changes:\n  - from: \"2020-01-01\"\n    continue: {source: notice}\n"},
        [],
    ),
    "an identity number with a right and a wrong check digit": (
        {"hubei/sources/a.yaml": PAPER + URL
         + "notes: [证号11010519491231002X, 编号110105194912310021]\n"},
        ["hubei/sources/a.yaml:7:9 U102 error"],
    ),
    "a prohibition known only from a report": (
        {"national/sources/news.yaml": PAPER.replace("local_document", "news").replace("issued", "reported") + URL,
         "national/tasks/a.yaml": "name: 某事\nsource: news\nverdict: must_not\nscope: not_at_all\n"
         "basis: [{id: told, source: news, says: 某}]\n"},
        ["national/tasks/a.yaml:3:10 B110 note"],
    ),
    "a list that does not exist": (
        {"hubei/provisions/a.yaml": "name: 某规定\nsource: local\ntopic: names\ntext: 某。\n"
         "reaches: {lists: [gone]}\n"},
        ["hubei/provisions/a.yaml:5:19 X110 error"],
    ),
    "a judgement quoted": (
        {"national/figures/a.yaml": "title: 牌子\nlevel: village\nsource: notice\nafter: {as_stated: 3块}\n"
         "notes: [报道称“违规”牌子, 这是违规的牌子]\n"},
        ["national/figures/a.yaml:5:20 U104 note"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("files", "lines"), CASES.values(), ids=CASES)
def test_a_made_up_sample(tmp_path: Path, files: dict[str, str], lines: list[str]) -> None:
    assert found(tmp_path, files) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (PAPER, ["3:1 X117 warning"]),
        (PAPER + "reprinted_by: 某网站\n", ["6:1 X117 error"]),
        (PAPER + URL + "reprinted_by: 某网站\n", ["7:1 X117 error"]),
        (PAPER + URL, []),
        (PAPER + "url: http://gov.cn.example.com/1\n", ["6:6 X116 error"]),
        (PAPER + "url: http://www.gov.cn.:8080/1\n", []),
    ],
)
def test_where_a_copy_was_read(tmp_path: Path, text: str, lines: list[str]) -> None:
    lines = [f"hubei/sources/a.yaml:{line}" for line in lines]
    assert found(tmp_path, {"hubei/sources/a.yaml": text}) == lines
