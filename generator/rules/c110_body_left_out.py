"""C110, C123: special cases for a body that has no general one; a national certificate for communities alone

What it does: for every body that the cases of an introduction name, wants a case without `when`; and notes a
    national certificate that says nothing of villages.
Why: whoever fits no special case must still find an answer, in the village and in the community; and the
    Opinion is about villages, communities follow by reference.
Example:
    in catalog/national/certificates/dilapidated-house-appraisal.yaml
    -   - id: local-procedure
    -     for: [village]
    +   - id: local-procedure
    +     for: [community]
    in catalog/national/certificates/cemetery.yaml
    -     for: [village, community]
    +     for: [community]
Use instead: `for: [village, community]` in `default`, or a second general case for the community.
How to mend: write what holds for the body in general, `unknown` where nothing was found.
References: FOLD F25; 厅字〔2022〕28号 三（三）末段 (社区参照).
"""

from collections.abc import Iterator

from generator.catalogue.model import ROOT, Catalogue, ItemFile, mappings, strings
from generator.codes import finding
from generator.findings import Finding
from generator.words import BODIES


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each body left without a general case."""
    for files in catalogue.items.values():
        for file in files.values():
            if file.kind == "certificates":
                yield from _file(file)


def _file(file: ItemFile) -> Iterator[Finding]:
    introduction = file.introduction()
    cases = list(mappings(introduction[1].get("cases"))) if introduction else []
    if introduction is None or not cases:
        return
    served = {body for case in cases if "when" not in case for body in strings(case.get("for"))}
    named: set[str] = set()
    for index, case in enumerate(cases):
        bodies = strings(case.get("for"))
        for body in bodies:
            if body not in served | named:
                where = file.document.at((*introduction[0], "cases", index, "for"))
                yield finding("C110", where, body=BODIES[body], body_en=body)
        named |= set(bodies)
    if file.place == ROOT and "village" not in named:
        yield finding("C123", file.document.at((*introduction[0], "cases", 0, "for")))
