"""G103: honours hung outside, or each on a plaque of its own

What it does: wants a sign whose name or other names speak of honours and awards to be a `display`, and not
    outside.
Why: 意见二（二）第6点: what the village's bodies have won is shown together in one place; the wall outside is
    for the bodies.
Example:
    in catalog/national/signs/honours-display.yaml
    - kind: display
    + kind: plaque
    in catalog/national/signs/honours-display.yaml
    - position: unstated
    + position: outside
Use instead: `kind: display` with `position: inside`, or `unstated` where the document does not say.
How to mend: read where the document puts them; a plaque that a law wants outside (文物、传统村落) is no honour.
References: 厅字〔2022〕28号 二（二）第6点.
"""

import re
from collections.abc import Iterator

from generator.catalogue.model import Catalogue, strings
from generator.codes import finding
from generator.findings import Finding
from generator.rules.sign_steps import signs_of

_HONOURS = re.compile("荣誉|奖牌|奖状|锦旗|表彰|评优|创建成果")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each sign of honours that stands outside or alone."""
    for said in signs_of(catalogue):
        if not any(_HONOURS.search(name) for name in (said.name, *strings(said.sign.get("aliases")))):
            continue
        if "position" in said.own and said.sign.get("position") == "outside":
            yield finding("G103", said.at("position"), name=said.name)
        elif "kind" in said.own and said.sign.get("kind") != "display":
            yield finding("G103", said.at("kind"), name=said.name)
