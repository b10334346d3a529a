"""G104, G117: a name pattern that does not say where the village's name goes

What it does: in `name_pattern` and the patterns of `names` and `layouts`, forbids every stand-in but ××
    (letters X, a single ×, ○○, **, 某某), and wants one ×× in the pattern of a plaque.
Why: the drawing replaces ×× by the village's name; XX is printed as it is, and a plaque without a variable
    gives every village the same name.
Example:
    in catalog/national/signs/collective-economic-organisation.yaml
    -     pattern: ××村经济合作社
    +     pattern: XX村经济合作社
    in catalog/shaanxi/baoji/signs/community-nameplate.yaml
    - name_pattern: ××区（县）××街道办事处××社区
    + name_pattern: 幸福社区
Use instead: `××` (two multiplication signs) wherever the name varies.
How to mend: write ×× for the document's XX; a sign with one fixed name is a mark or a guide, not a plaque.
References: 厅字〔2022〕28号 二（二）第6点.
"""

import re
from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding
from generator.reading.document import Path
from generator.rules.sign_steps import Said, signs_of

# A run of stand-ins other than ××: letters x of any width, circles, stars, 某某, or a multiplication sign alone.
_STAND_IN = re.compile("[xXｘＸ]{2}|[○〇◯]{2}|[*＊]{2}|某某|(?<!×)×(?!×)")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each pattern with another stand-in than ××, or none."""
    for said in signs_of(catalogue):
        for path, pattern in _patterns(said):
            found = _STAND_IN.search(pattern)
            if found is not None:
                yield finding("G104", said.at(*path), pattern=pattern, wrong=found.group())
            elif said.sign.get("kind") == "plaque" and "××" not in pattern:
                yield finding("G117", said.at(*path), pattern=pattern)


def _patterns(said: Said) -> Iterator[tuple[Path, str]]:
    if "name_pattern" in said.own:
        yield ("name_pattern",), str(said.own["name_pattern"])
    for field, key in (("names", "pattern"), ("layouts", "name_pattern")):
        for index, entry in said.entries(field):
            if key in entry:
                yield (field, index, key), str(entry[key])
