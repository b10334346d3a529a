"""X117: what was read, and where, said in two ways

What it does: wants of each source either `url` or `reprinted_by`; one of them for a reprint, a report and the issuer's
    own page; and no `reprinted_by` where the copy is the issuer's own.
Why: a copy is not the original. Whoever checks an entry must find what was read, and know whose page it was.
Example:
    in catalog/yunnan/sources/village-organisations-draft-2023.yaml
    - (end)
    + reprinted_by: 昭通的网站
Use instead: `copy: primary` with `url`; `copy: reprint` or `news` with `url` where the host is an office's, else
    `reprinted_by`.
How to mend: keep the one that is true.
References: schema/sources.schema.json, `copy`, `url`, `reprinted_by`.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding, Severity

_COPIES = {"primary": "原发网站", "reprint": "转载", "news": "报道"}


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each source that says two things of its copy, or does not say where it is."""
    for source in catalogue.sources.values():
        data, copy = source.data, str(source.data.get("copy"))
        linked, named = "url" in data, "reprinted_by" in data
        if linked and named:
            yield finding(
                "X117", source.document.key_at(("reprinted_by",)),
                problem="url 和 reprinted_by 都写了", cure="有网址的只写 url；不加链接的只写 reprinted_by",
                problem_en="both `url` and `reprinted_by`", cure_en="keep one",
            )  # fmt: skip
        elif named and copy == "primary":
            yield finding(
                "X117", source.document.key_at(("reprinted_by",)),
                problem="copy 写原发网站，又写了转载处", cure="转载的 copy 写 reprint",
                problem_en="the issuer's own page, and reprinted", cure_en="write `copy: reprint`",
            )  # fmt: skip
        elif copy in _COPIES and not linked and not named:
            yield finding(
                "X117", source.document.key_at(("copy",)), severity=Severity.WARNING,
                problem=f"copy 写{_COPIES[copy]}，没有写在哪里读到的", cure="补上 url 或者 reprinted_by",
                problem_en="where the copy was read is not said", cure_en="add `url` or `reprinted_by`",
            )  # fmt: skip
