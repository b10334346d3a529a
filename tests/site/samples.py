"""A catalogue that has one of each thing a page can show, and hostile text where text may stand."""

import json

from tests.small import certificate, change

EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"

FILES = {
    "national/place.yaml": "name: 全国\nlevel: nation\nformat: 2\nfeatured: [certificates/kinship]\n",
    "henan/place.yaml": 'name: 河南省\nshort: 河南\nlevel: province\ncode: "410000"\n',
    "national/sources/opinion.yaml": (
        "title: 某意见\nnumber: 某字〔2022〕1号\nkind: central_document\ncopy: reprint\nread: part\n"
        'reported: "2022-08-22"\nurl: https://www.gov.cn/x?a=1&b=2\n'
    ),
    "national/certificates/kinship.yaml": certificate(
        name="亲属关系证明",
        more="""\
        aliases: [父子关系证明]
        notes: [EVIL]
        """.replace("EVIL", json.dumps(EVIL)),
    ).replace(
        "    basis: [list]\n",
        "    reached_by: listed\n    instead:\n      - id: show\n        do: 出示户口簿\n"
        "        where: 自己带证件，不用另去哪里\n"
        "        basis: [list]\n    basis: [list]\n",
        1,
    ),
    "national/certificates/adoption.yaml": certificate("may_issue", name="收养人情况证明").replace(
        "    basis: [list]\n", "    conditions: 只写知道的情况\n    basis: [list]\n", 1
    ),
    "national/certificates/pets.yaml": certificate("not_needed", name="宠物证明").replace(
        "    basis: [list]\n", "    reached_by: inferred\n    basis: [list]\n", 1
    ),
    "national/certificates/mixed.yaml": certificate("must_not", name="混合证明")
    .replace(
        "    verdict: must_not\n",
        "    verdict: must_not\n    reached_by: listed\n",
    )
    .replace(
        "    basis: [list]\n",
        "    basis: [list]\n  - id: other\n    for: [community]\n    when: 在社区\n    verdict: unknown\n",
        1,
    ),
    "national/certificates/silent.yaml": certificate("unknown", name="没人提过的证明"),
    "national/provisions/explain.yaml": (
        "name: 向群众解释\nsource: opinion\nclause: 第8点\ntopic: explanation\ntext: 报告乡镇协调。\n"
        "reaches:\n  kinds: [certificates]\n  verdicts: [must_not]\n"
    ),
    "national/signs/board.yaml": (
        "name: 村民委员会标牌\nsource: opinion\nkind: plaque\nposition: outside\n"
        "basis:\n  - id: size\n    source: notice\n"
        "layouts:\n  - id: one\n    basis: [size]\n    reference: true\n    width_mm: 350\n    height_mm: 2400\n"
        "    text_colour: black\n"
    ),
    "national/tasks/report.yaml": (
        "name: 报告侵害未成年人的事\nsource: law\nclause: 第十一条\nverdict: statutory\nreached_by: named\n"
        "basis:\n  - id: law\n    source: law\n    clause: 第十一条\n"
        "for: [village]\nsays: 发现了就报告。\ndepartment: [公安机关, 民政部门]\ntopic: 保护\n"
    ),
    "national/tasks/demolition.yaml": (
        "name: 作为拆迁的责任主体\nsource: notice\nclause: 第一条\nverdict: must_not\nreached_by: explicit\n"
        "scope: not_responsible_body\nfor: [village]\nsays: 拆迁由机关负责。\nexception: 无\ntopic: 责任\n"
    ),
    "hubei/tasks/land.yaml": (
        "name: 作为征地的责任主体\nsource: local\nclause: 第二条\nverdict: must_not\nreached_by: explicit\n"
        "scope: not_responsible_body\nfor: [village]\nsays: 征地由机关负责。\ntopic: 责任\n"
    ),
    "hubei/certificates/kinship.yaml": change(
        """\
        from: "2021-03"
        source: local
        set: {name: 亲属情况证明}
        was: {name: 亲属关系证明}
        reason: 省级清单用名
        """
    ),
    "hubei/certificates/receipt.yaml": certificate("must_not", source="local", name="票据遗失证明"),
    "hubei/lists/first.yaml": (
        "title: 湖北清单\nkind: certificates\nsource: local\nbodies: [village]\npolarity: excludes\n"
        "stated_count: 5\ncomplete: false\n"
        "entries:\n  - id: kinship\n    no: 1\n    as_named: 亲属情况证明\n    item: certificates/kinship\n"
        "  - id: mixed\n    no: 2\n    as_named: 混合证明\n    item: certificates/mixed\n"
        "omits:\n  - id: pets\n    item: certificates/pets\n"
    ),
    "hubei/certificates/adoption.yaml": change(
        """\
        from: "2030-01-01"
        source: local
        set: {name: 收养人情况反映}
        was: {name: 收养人情况证明}
        """
    ),
}
