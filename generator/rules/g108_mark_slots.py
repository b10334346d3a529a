"""G108: room for an official mark, and nothing about who may use it

What it does: wants a basis in each entry of `mark_slots`, or the sign's `mark_rule`.
Why: the Party emblem and 中国社区 have owners, sizes and makers; a plaque with a round hole invites the village
    to fill it with what it finds.
Example:
    in catalog/shaanxi/baoji/signs/community-nameplate.yaml
    -     mark: 社区标识（标准印发时还没有定）
    -     basis: [standard]
    +     mark: 社区标识（标准印发时还没有定）
Use instead: `mark_rule` with the owner and the permitted use, `basis` with the rule that gives the size.
How to mend: cite the rule of the mark; without one, leave the slot out.
References: 中国共产党党徽党旗条例 第四条、第五条、第七条; “中国社区”标识 (民政部，官方标志备案).
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding
from generator.rules.sign_steps import signs_of


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each slot without a rule."""
    for said in signs_of(catalogue):
        for index, slot in said.entries("mark_slots"):
            if "basis" not in slot and "mark_rule" not in said.sign:
                yield finding("G108", said.at("mark_slots", index, "mark"), mark=slot.get("mark"))
