"""B105, B110: a duty that only reports, guides or single cases bear, and a prohibition known only from them

What it does: where a task is `assist` or `delegated`, or a mechanism or facility `required`, wants one document that
    is a rule among what bears it: the item's own document or a basis. Of `must_not` and `not_allowed` it notes the
    lack.
Why: 意见二（一）第1点 and 二（三）第7点: what a village must do follows from laws, regulations and documents; a
    newspaper, an office's guide or a court's habit tells of a rule and is none.
Example:
    in catalog/guizhou/qiannan/tasks/separate-service-windows.yaml
    - verdict: must_not
    + verdict: assist
Use instead: `optional`, `participate` or `unknown`, as the report bears it.
How to mend: find the document that the report tells of, and cite that.
References: 厅字〔2022〕28号 二（一）第1点、二（三）第7点.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue, Source
from generator.codes import finding
from generator.findings import Finding
from generator.rules.stated import Stated, stated

_NO_RULE = frozenset({"news", "guide", "court_practice"})
_DUE = frozenset({"assist", "delegated", "required"})
_FORBIDDEN = frozenset({"must_not", "not_allowed"})


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each answer that nothing with the force of a rule bears."""
    for said in stated(catalogue):
        for field in ("verdict", "requirement"):
            answer = said.fields.get(field)
            code = "B105" if answer in _DUE else "B110" if answer in _FORBIDDEN else None
            sources = list(_bearing(catalogue, said)) if code else []
            if code and sources and all(source.kind in _NO_RULE for source in sources):
                name = said.fields.get("name") or said.file.slug
                yield finding(code, said.file.document.at((*said.head, field)), name=name)


def _bearing(catalogue: Catalogue, said: Stated) -> Iterator[Source]:
    """Yield the documents of a step and of its bases."""
    for reference in (said.data.get("source"), *(entry.get("source") for _, entry in said.bases)):
        source = catalogue.source(reference, said.file.place)
        if source is not None:
            yield source
