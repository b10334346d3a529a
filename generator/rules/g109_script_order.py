"""G109: an order of scripts older than the law, without a word of it

What it does: finds the provisions about the order of two scripts on signs that began before the
    民族团结进步促进法 and go on after it, and wants the law named: under `conflicts`, in `basis`, or in the
    text or notes.
Why: its 第十五条 (from 2026-07-01) wants the state language prominent in place and order; a sign made after the
    older order alone may have to be made again.
Example:
    in catalog/xinjiang/yili/provisions/plaque-scripts.yaml
    - notes:
    -   - 2026年7月1日施行的民族团结进步促进法第十五条要求位置、次序上突出国家通用语言文字；做牌子前请向当地确认。
Use instead: `conflicts: [{id: …, source: national/ethnic-unity-law, clause: 第十五条, says: …, from:
    "2026-07-01"}]`.
How to mend: record the conflict where the order differs; say in `notes` that the law is newer where it was not
    read.
References: 民族团结进步促进法 第十五条; FOLD F31.
"""

from collections.abc import Iterator

from generator.catalogue.model import ROOT, Catalogue, Source, mappings, strings
from generator.codes import finding
from generator.findings import Finding
from generator.reading.document import Json
from generator.resolve.plan import plan_of
from generator.resolve.steps import Step

_LAW = f"{ROOT}/ethnic-unity-law"
_NAME = "民族团结进步促进法"


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each older order that does not name the law."""
    law = catalogue.sources.get(_LAW)
    if law is None or law.in_force is None:
        return
    day = law.in_force.first
    for item, places in plan_of(catalogue).steps.items():
        if not item.startswith("provisions/"):
            continue
        for step in (step for steps in places.values() for step in steps if step.number == 0):
            about_signs = step.data.get("topic") == "script_order" and _reaches_signs(step.data)
            if about_signs and step.first_day < day < step.end and not _names(catalogue, step, law):
                yield finding("G109", step.file.document.at((*step.mark, "topic")), day=day.isoformat())


def _reaches_signs(data: dict[str, Json]) -> bool:
    reaches = data.get("reaches")
    if not isinstance(reaches, dict):
        return False
    return "signs" in strings(reaches.get("kinds")) or any(
        item.startswith("signs/") for item in strings(reaches.get("items"))
    )


def _names(catalogue: Catalogue, step: Step, law: Source) -> bool:
    data, place = step.data, step.file.place
    cited = [*mappings(data.get("conflicts")), *mappings(data.get("basis")), data]
    told = (str(data.get("text")), *strings(data.get("notes")))
    return any(_NAME in text for text in told) or any(
        catalogue.source(entry.get("source"), place) == law for entry in cited
    )
