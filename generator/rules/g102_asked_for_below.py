"""G102: a sign wanted everywhere below the province, that neither the nation nor the province has

What it does: wants `approval` at the province or above, or an exception, for a sign that a city, county or
    township introduces as `usual: generally`, or makes so where it was not.
Why: 意见二（二）第6点: number, name and form of the signs are laid down by the province, and no office may ask
    the village to hang its own.
Example:
    in catalog/shaanxi/baoji/signs/community-nameplate.yaml
    - position: outside
    + position: outside
    + usual: generally
Use instead: `usual: permitted`, or `approval: {level: province, body: …, number: …}`.
How to mend: find the province's consent; where the document only allows the sign, say `permitted`.
References: 厅字〔2022〕28号 二（二）第6点.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding
from generator.rules.sign_steps import signs_of

_DECIDES = frozenset({"nation", "province"})
_CONSENT = frozenset({"central", "province"})


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each sign that a lower place wants on its own."""
    for said in signs_of(catalogue):
        place = catalogue.places[said.step.at]
        if place.level in _DECIDES or said.own.get("usual") != "generally":
            continue
        approval = said.sign.get("approval")
        given = isinstance(approval, dict) and (approval.get("level") in _CONSENT or "exception" in approval)
        if not given:
            yield finding("G102", said.at("usual"), name=said.name, place=place.name)
