"""U107: a document's number or title in the wrong marks

What it does: looks in every text for numbers of documents whose year stands in other brackets than 〔〕 or that hold
    第, and for titles that are wrapped in 《》 where the page sets the marks itself.
Why: documents are found by their number; 厅字[2022]28号 is not found by 厅字〔2022〕28号.
Example:
    in catalog/hubei/sources/min-2020-32.yaml
    - number: 鄂民政发〔2020〕32号
    + number: 鄂民政发[2020]32号
    in catalog/hubei/shiyan/sources/sign-cleanup-report.yaml
    - (end)
    + status_note: 见十民（2019）3号
    in catalog/hubei/sources/min-2020-32.yaml
    - number: 鄂民政发〔2020〕32号
    + number: 鄂民政发〔2020〕第32号
Use instead: 厅字〔2022〕28号; a title without 《》.
How to mend: write the hexagonal brackets; take the marks off the title.
References: GB/T 9704—2012 7.2.5 (年份用六角括号).
"""

import re
from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding
from generator.rules.stated import occurrences

_YEAR = re.compile(r"[\[(（【［][12][0-9]{3}[\])）】］] ?第? ?[0-9]+ ?号")
_SERIAL = re.compile(r"〔[12][0-9]{3}〕 ?第 ?[0-9]+ ?号")
_WRAPPED = re.compile("《[^《》]*》")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each number or title in the wrong marks."""
    for entry, path, _, found in occurrences(catalogue, _YEAR):
        yield finding(
            "U107", entry.document.at(path), problem=f"文号“{found[0]}”的年份没有用六角括号", cure="写成〔2022〕",
            problem_en=f"the year of the number {found[0]} in other brackets", cure_en="write 〔2022〕",
        )  # fmt: skip
    for entry, path, _, found in occurrences(catalogue, _SERIAL):
        yield finding(
            "U107", entry.document.at(path), problem=f"文号“{found[0]}”里有“第”字", cure="去掉“第”",
            problem_en=f"第 in the number {found[0]}", cure_en="take it out",
        )  # fmt: skip
    titles = [(source.title, source.document) for source in catalogue.sources.values()]
    titles += [(str(record.data.get("title")), record.document) for record in catalogue.lists.values()]
    for title, document in titles:
        if _WRAPPED.fullmatch(title):
            yield finding(
                "U107", document.at(("title",)), problem="名称带了书名号", cure="去掉《》，页面上会加",
                problem_en="the title in 《》", cure_en="take them off: the page sets them",
            )  # fmt: skip
