"""G105: a collective's sign without the words the law wants

What it does: on a sign of a collective economic organisation, wants 集体经济组织 in each name pattern that is
    not `legacy`, and the article that lets old names stand in the basis of each that is.
Why: 农村集体经济组织法第二十一条: the name has the words 集体经济组织 and the place; 第六十五条 keeps names
    registered before while their certificate runs. A plaque made after 合作社 today is made twice.
Example:
    in catalog/national/signs/collective-economic-organisation.yaml
    -     pattern: ××村经济合作社
    -     level: 2025年5月1日前已登记的
    -     legacy: true
    +     pattern: ××村经济合作社
    +     level: 2025年5月1日前已登记的
Use instead: `××村××集体经济组织`; `legacy: true` and a basis with 第六十五条 for a name registered before.
How to mend: look at the date of registration; a place's rule on names older than the law is legacy too.
References: 农村集体经济组织法 第二十一条、第六十五条.
"""

from collections.abc import Iterator, Mapping

from generator.catalogue.model import Catalogue, strings
from generator.codes import finding
from generator.findings import Finding
from generator.reading.document import Json
from generator.rules.sign_steps import Said, all_of, signs_of

_WORDS = "集体经济组织"
_KEEPS = "第六十五条"


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each name of a collective that the law does not know."""
    for said in signs_of(catalogue):
        if said.step.file.slug == "collective-economic-organisation" or _WORDS in said.name:
            yield from _names(said)


def _names(said: Said) -> Iterator[Finding]:
    basis = {str(entry.get("id")): str(entry.get("clause", "")) for entry in all_of(said.sign, "basis")}
    if _WORDS not in str(said.own.get("name_pattern", _WORDS)):
        yield finding("G105", said.at("name_pattern"), pattern=said.own["name_pattern"])
    for index, entry in said.entries("names"):
        pattern = str(entry.get("pattern", _WORDS))
        if _WORDS not in pattern and not _kept(entry, basis):
            yield finding("G105", said.at("names", index, "pattern"), pattern=pattern)


def _kept(entry: Mapping[str, Json], basis: Mapping[str, str]) -> bool:
    """Tell whether a name is one that the law lets stand, and says so."""
    return "legacy" in entry and any(_KEEPS in basis.get(name, "") for name in strings(entry.get("basis")))
