"""T111: a task or mechanism for the village or the community that none of its bodies is there to do

What it does: compares `applies_to` (tasks) and `within` (mechanisms) with `for`: a 村民委员会 is in villages, a
    居民委员会 in communities; each body needs its `for`, and each `for` a body.
Why: a duty of the residents' committee is not one of a village, and the law for villages does not bind a community.
Example:
    in catalog/national/tasks/villagers-assembly.yaml
    - for: [village]
    + for: [community]
    in catalog/national/tasks/residents-representatives-assembly.yaml
    - for: [community]
    + for: [village, community]
Use instead: `for: [village, community]` with `applies_to: [villagers_committee, residents_committee]`.
How to mend: see whom the article names, and write both fields by it.
References: 村民委员会组织法 第二条; 城市居民委员会组织法 第二条.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue, strings
from generator.codes import finding
from generator.findings import Finding
from generator.rules.statements import statements

_FIELDS = {"tasks": "applies_to", "mechanisms": "within"}
_ONLY = {
    "villagers_committee": "village",
    "villagers_group": "village",
    "villagers_assembly": "village",
    "residents_committee": "community",
}
_WORDS = {"village": "村", "community": "社区"}


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each item whose bodies are not in the places it is for."""
    for kind, field in _FIELDS.items():
        for said in statements(catalogue, kind):
            bodies, places = strings(said.fields.get(field)), strings(said.fields.get("for"))
            if not (said.touched & {field, "for"} and bodies and places):
                continue
            has = {_ONLY.get(body, "both") for body in bodies}
            lacking = [place for place in places if not has & {place, "both"}]
            lacking += [place for place in sorted(has - {"both"}) if place not in places]
            if lacking:
                where = said.at("for") if "for" in said.touched else said.at(field)
                yield finding("T111", where, name=said.name, field=field, place=_WORDS[lacking[0]])
