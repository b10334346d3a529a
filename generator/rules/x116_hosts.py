"""X116: a link to a host that is no government's, court's, congress's, Xinhua's or People's Daily's

What it does: compares the host of each `url` with the suffixes that only such bodies have: gov.cn (governments,
    courts, people's congresses), people.com.cn and people.cn (People's Daily), xinhuanet.com and news.cn (Xinhua).
Why: other sites copy with mistakes, carry advertisements and change hands; a villager sent there by an official page
    trusts what he finds.
Example:
    in catalog/hubei/sources/min-2020-32.yaml
    - url: http://mzj.huangshi.gov.cn/xw/bdmz/202102/t20210210_765772.html
    + url: https://www.example.com/a/765772.html
Use instead: `reprinted_by: …`, which is shown without a link.
How to mend: find the page on the body's own site, or name the copy without a link.
References: 国办函〔2018〕55号 (government sites stand below gov.cn); schema/sources.schema.json, `url`.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding

# gov.cn is given to state organs only (congresses and courts too); the others are the two agencies' own.
_HOSTS = ("gov.cn", "people.com.cn", "people.cn", "xinhuanet.com", "news.cn")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each link to another host."""
    for source in catalogue.sources.values():
        url = source.data.get("url")
        if isinstance(url, str):
            host = (urlsplit(url).hostname or "").rstrip(".")
            if not any(host == own or host.endswith(f".{own}") for own in _HOSTS):
                yield finding("X116", source.document.at(("url",)), host=host)
