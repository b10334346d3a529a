"""X126: a law that the register of laws does not know

What it does: looks up the title of each source of the kind `law` that is in force in the register. The constitution is
    no statute and stands in none.
Why: the articles of a law with a mistyped title are compared with nothing, and nobody notices.
Example:
    in catalog/national/sources/work-safety-law.yaml
    - title: 中华人民共和国安全生产法
    + title: 中华人民共和国安全生产法律
Use instead: the full title, 中华人民共和国 included, as promulgated.
How to mend: correct the title, or add a new law to the register.
References: FOLD F32.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.catalogue.register import statutes
from generator.catalogue.schema_findings import guess
from generator.codes import finding
from generator.findings import Finding

_NO_STATUTE = "中华人民共和国宪法"
_GONE = frozenset({"repealed", "superseded", "draft"})


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each law whose articles cannot be compared."""
    known = statutes(catalogue)
    for source in catalogue.sources.values() if known else ():
        if source.kind != "law" or source.data.get("status") in _GONE or source.title == _NO_STATUTE:
            continue
        if source.title not in known:
            where = source.document.at(("title",))
            yield finding("X126", where, law=source.title, **guess(source.title, list(known)))
