"""G110, G113: a plaque as large as itself, or as one of which no size is known

What it does: follows `same_size_as`: to a sign, not to the sign itself or back to it, and to one that has a
    width and a height in the places from the root down to the layout's own.
Why: 一样大 is a size only where the other one has one.
Example:
    in catalog/national/signs/supervision-committee.yaml
    -     same_size_as: signs/villagers-committee
    +     same_size_as: signs/supervision-committee
    in catalog/yunnan/baoshan/longyang/xinjie/signs/party-organisation.yaml
    -           same_size_as: signs/villagers-committee
    +           same_size_as: signs/service-organisation
Use instead: the sign whose layout gives `width_mm` and `height_mm`.
How to mend: correct the sign; where the other's size was not read either, say so in `reading`.
References: 厅字〔2022〕28号 二（二）第6点 (名称和式样).
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding
from generator.rules.sign_steps import Said, all_of, signs_of


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each layout whose size leads nowhere."""
    said_of: dict[str, list[Said]] = {}
    for said in signs_of(catalogue):
        said_of.setdefault(said.step.file.id, []).append(said)
    for said in signs_of(catalogue):
        chain = catalogue.chain(said.step.at)
        for index, layout in said.entries("layouts"):
            other = layout.get("same_size_as")
            if not isinstance(other, str) or (other not in catalogue.items and other.startswith("signs/")):
                continue  # X102 tells it
            where = said.at("layouts", index, "same_size_as")
            if other == said.step.file.id or not other.startswith("signs/"):
                yield finding("G110", where, item=other)
            elif not any(_sized(one) for one in said_of.get(other, ()) if one.step.at in chain):
                yield finding("G113", where, item=other)


def _sized(said: Said) -> bool:
    return any("width_mm" in layout and "height_mm" in layout for layout in all_of(said.sign, "layouts"))
