"""G118: a sign named or placed otherwise than the place above lays down

What it does: finds the change, by a city, county or township, of the name, the name pattern or the position that a
    place above has given a sign, without the province's `approval` or an exception.
Why: 意见二（二）第6点: the province lays down number, name and form of the signs as one for all; a county's own name
    for the same plaque is the one that is taken down again.
Example:
    in catalog/yunnan/baoshan/longyang/xinjie/signs/villagers-committee.yaml
    -     was_absent: [basis.xinjie-2016, orientation, maker]
    +       name: 村委会办公室牌子
    +     was: {name: 村民委员会标牌}
    +     was_absent: [basis.xinjie-2016, orientation, maker]
Use instead: the sign as the province has it, or `approval: {level: province, body: …, number: …}`.
How to mend: look for the province's consent; a paper that differs without it is recorded as a conflict.
References: 厅字〔2022〕28号 二（二）第6点.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding
from generator.resolve.fold import fold_item
from generator.rules.statements import Statement, statements

_LAYS_DOWN = frozenset({"nation", "province"})
_FIELDS = ("name", "name_pattern", "position")
_CONSENT = frozenset({"central", "province"})


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each value that a lower place changes on its own."""
    for said in statements(catalogue, "signs"):
        if said.introduces or said.place.level in _LAYS_DOWN or _consented(said):
            continue
        changed = [field for field in _FIELDS if field in said.touched]
        upper = fold_item(said.plan, said.file.id, said.chain[:-1], said.day).item if changed else None
        if upper is None:
            continue
        for field in changed:
            if upper.get(field) not in (None, "unstated", said.fields.get(field)):
                yield finding("G118", said.at(field), name=said.name, field=field, place=said.place.name)


def _consented(said: Statement) -> bool:
    approval = said.within("approval")
    return approval.get("level") in _CONSENT or "exception" in approval
