"""G111: a layout that writes another name than its sign, or a name written twice

What it does: wants the `name_pattern` of a layout to be one that the sign itself has, in `name_pattern` or
    `names`, where it has any; and no pattern twice among those.
Why: the page shows the names and the drawing the layout; two spellings of one plaque are two plaques.
Example:
    in catalog/shaanxi/baoji/signs/residents-committee.yaml
    - name_pattern: 宝鸡市××区（县）××街道××社区居民委员会
    + name_pattern: 宝鸡市××区（县）××街道××社区居委会
    in catalog/national/signs/party-organisation.yaml
    - mounted_at: 村级综合服务设施外部显著位置
    + mounted_at: 村级综合服务设施外部显著位置
    + name_pattern: 中国共产党××镇（街道）××村支部委员会
Use instead: each pattern once, in `names` with its level where there are several; the layout repeats one of
    them.
How to mend: compare both with the document; record a name of another document under `names` with its basis.
References: 厅字〔2022〕28号 二（二）第6点 (名称和式样).
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding
from generator.rules.sign_steps import Said, all_of, signs_of


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each pattern that stands alone or twice."""
    for said in signs_of(catalogue):
        yield from _sign(said)


def _sign(said: Said) -> Iterator[Finding]:
    general = said.sign.get("name_pattern")
    named = [str(name["pattern"]) for name in all_of(said.sign, "names") if "pattern" in name]
    if "name_pattern" in said.own and general in named:
        yield finding(
            "G111",
            said.at("name_pattern"),
            pattern=general,
            detail="在 names 里也写了",
            detail_en="is in `names` too",
        )
    for index, name in said.entries("names"):
        if named.count(str(name.get("pattern"))) > 1:
            yield finding(
                "G111", said.at("names", index, "pattern"), pattern=name["pattern"], detail="在 names 里写了两遍",
                detail_en="stands twice in `names`",
            )  # fmt: skip
            break
    known = {*named, general} - {None}
    for index, layout in said.entries("layouts"):
        pattern = layout.get("name_pattern")
        if pattern is not None and known and pattern not in known:
            yield finding(
                "G111", said.at("layouts", index, "name_pattern"), pattern=pattern,
                detail="与这块牌子自己的名称样式都不同", detail_en="is none of the sign's own patterns",
            )  # fmt: skip
