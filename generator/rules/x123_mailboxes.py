"""X123: a maintainer that is no office's mailbox

What it does: wants each entry of `maintainers` to be an address, and not at a host that gives mailboxes to anybody.
Why: who answers for a published directory is an office; a person's own address would be published with it, and goes
    with the person.
Example:
    in catalog/hubei/place.yaml
    - (end)
    + maintainers: ["clerk@qq.com"]
Use instead: an address of the office's own domain, such as one below gov.cn.
How to mend: ask the office for its address; take a person's out.
References: 个人信息保护法第五条、第六条; schema/place.schema.json, `maintainers`.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue, strings
from generator.codes import finding
from generator.findings import Finding

# Hosts where anybody may open a mailbox.
_PRIVATE = (
    "qq.com", "foxmail.com", "163.com", "126.com", "yeah.net", "188.com", "139.com", "189.cn", "wo.cn", "sina.com",
    "sina.cn", "sohu.com", "tom.com", "21cn.com", "aliyun.com", "gmail.com", "outlook.com", "hotmail.com", "live.com",
    "live.cn", "msn.com", "icloud.com", "me.com", "yahoo.com", "yahoo.com.cn", "yahoo.cn", "proton.me",
)  # fmt: skip


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each maintainer who is not an office."""
    for place in catalogue.places.values():
        for index, value in enumerate(strings(place.data.get("maintainers"))):
            name, _, host = value.strip().lower().rpartition("@")
            private = any(host == own or host.endswith(f".{own}") for own in _PRIVATE)
            if not name or "." not in host or private:
                yield finding("X123", place.document.at(("maintainers", index)), value=value)
