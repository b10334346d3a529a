"""G115, G116: where a sign hangs, told in two ways, or in none that can be followed

What it does: compares `position` with the words of `mounted_at` (外墙、门头 are not inside, 大厅、室内 not
    outside); and wants a left or right in `order` to say from where it is seen: `viewpoint`, or a note that the
    document does not say.
Why: limits count by position, the carpenter goes by the words; and left of the door is right of it for who
    comes out.
Example:
    in catalog/national/signs/function-guide.yaml
    - position: inside
    + position: outside
    in catalog/ningxia/signs/community-service-station.yaml
    - orientation: vertical
    + orientation: vertical
    + order: 在居民委员会标牌的左边
Use instead: `position: unstated` where the document leaves it open; `viewpoint: facing_the_building`.
How to mend: take both from the same sentence of the document; say in `notes` that it does not give the
    viewpoint.
References: 厅字〔2022〕28号 二（二）第6点 (外部显著位置、内部).
"""

import re
from collections.abc import Iterator

from generator.catalogue.model import Catalogue, strings
from generator.codes import finding
from generator.findings import Finding
from generator.rules.sign_steps import Said, signs_of
from generator.words import POSITIONS

# Words that deny a position.
_DENY = {
    "inside": re.compile("外部|外墙|外面|室外|门头|大门口|大门两侧"),
    "outside": re.compile("内部|室内|里面|大厅|会议室"),
}
_SIDES = re.compile("[左右]")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each sign whose place is told in two ways, or from nowhere."""
    for said in signs_of(catalogue):
        position, mounted = str(said.sign.get("position")), str(said.sign.get("mounted_at", ""))
        denied = position in _DENY and _DENY[position].search(mounted)
        if denied and ("position" in said.own or "mounted_at" in said.own):
            field = "mounted_at" if "mounted_at" in said.own else "position"
            yield finding(
                "G115", said.at(field), stated=POSITIONS[position], words=mounted, stated_en=position
            )
        if "order" in said.own and _SIDES.search(str(said.own["order"])) and not _seen_from(said):
            yield finding("G116", said.at("order"), order=said.own["order"])


def _seen_from(said: Said) -> bool:
    notes = strings(said.sign.get("notes"))
    return "viewpoint" in said.sign or any(_SIDES.search(note) for note in notes)
