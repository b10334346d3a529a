"""C114: an entry of a list that means two things, or nothing

What it does: a catch-all names no `item`; a `category` is one of the list's `categories`; an item that the list
    `omits` is not among its entries.
Why: 其他依法应当出具的 is no matter, and a proof found behind it would be permitted by a phrase.
Example:
    in catalog/shanxi/lists/proofs-directory-2023.yaml
    -     catch_all: true
    +     catch_all: true
    +     item: certificates/any-other-proof
    in catalog/qinghai/lists/proofs-cancelled-2018.yaml
    -     as_named: 参加高考证明
    -     category: no-basis
    +     as_named: 参加高考证明
    +     category: no-bases
Use instead: `catch_all: true` alone; the id of a category as written under `categories`.
How to mend: drop `item` from the catch-all; correct the category; keep one of entry and omission.
References: FOLD F30; 厅字〔2022〕28号 二（三）第7点.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue, Record, mappings
from generator.codes import finding
from generator.findings import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each entry whose parts exclude one another."""
    for record in catalogue.lists.values():
        yield from _list(record)


def _list(record: Record) -> Iterator[Finding]:
    categories = {str(category.get("id")) for category in mappings(record.data.get("categories"))}
    named = set()
    for index, entry in enumerate(mappings(record.data.get("entries"))):
        item, category = entry.get("item"), entry.get("category")
        named.add(item)
        if item is not None and "catch_all" in entry:
            where = record.document.at(("entries", index, "item"))
            yield finding("C114", where, detail="兜底项写了对应的事项", detail_en="a catch-all names an item")
        if category is not None and category not in categories:
            where = record.document.at(("entries", index, "category"))
            yield finding(
                "C114", where, detail=f"categories 里没有“{category}”", detail_en=f"no category {category}"
            )
    for index, entry in enumerate(mappings(record.data.get("omits"))):
        if entry.get("item") in named:
            where = record.document.at(("omits", index, "item"))
            yield finding(
                "C114", where, detail=f"“{entry['item']}”既在各项里又写成没有",
                detail_en=f"{entry['item']} is both named and omitted",
            )  # fmt: skip
