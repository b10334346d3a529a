"""T101: a task that makes the village the responsible body of what is the government's

What it does: looks for 责任主体 in the name of a task that is not `must_not` (an error), for a sentence of `says` that
    makes the village one (a warning), and for one of the four fields in the name of a task that is to be done by
    the village itself, or in another's place, without a law (a warning).
Why: 意见二（一）第1点: no village organisation may be made the responsible body of 行政执法、拆迁拆违、招商引资、
    安全生产 and the like; a task of another name must not bring it back.
Example:
    in catalog/national/tasks/work-safety-report.yaml
    - name: 发现事故隐患和安全生产问题要报告
    + name: 作为安全生产检查的责任主体
    in catalog/national/tasks/work-safety-report.yaml
    - says: 发现辖区内的生产经营单位有事故隐患或者安全生产违法行为的，报告当地政府或者有关部门。
    + says: 村民委员会是辖区内安全生产的责任主体，发现事故隐患的报告。
    in catalog/national/tasks/agent-public-services.yaml
    - name: 代办公共服务事项
    + name: 代办招商引资手续
Use instead: `verdict: must_not`, `scope: not_responsible_body`, and the tasks that remain under `leaves`.
How to mend: write what the village does (协助、报告、宣传); a paper that does make it responsible is a conflict.
References: 厅字〔2022〕28号 二（一）第1点.
"""

import re
from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding, Severity
from generator.rules.statements import Statement, statements

_MADE = re.compile(
    "(?:村|社区|村级组织|委员会|村委会|居委会|党组织)(?:是|为|作为|当|承担|负|要承担|应当承担).*(?:责任主体|主体责任)"
)
_FIELDS = re.compile("行政执法|拆迁|拆违|招商引资|安全生产")
_OF_LAW = frozenset({"law", "administrative_regulation", "local_regulation"})
_DONE = frozenset({"statutory", "delegated"})
_OPEN = frozenset({"must_not", "unknown"})


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each task that makes the village a responsible body."""
    for said in statements(catalogue, "tasks"):
        if not said.touched & {"name", "says", "verdict"} or said.fields.get("verdict") in _OPEN:
            continue
        name, says = said.name, str(said.fields.get("says") or "")
        if "责任主体" in name:
            yield finding("T101", said.at("name"), name=name)
        elif any("不" not in part and _MADE.search(part) for part in re.split("[，。；：]", says)):
            yield finding("T101", said.at("says"), name=name, severity=Severity.WARNING)
        elif _FIELDS.search(name) and said.fields.get("verdict") in _DONE and not _by_law(said):
            yield finding("T101", said.at("verdict"), name=name, severity=Severity.WARNING)


def _by_law(said: Statement) -> bool:
    return said.unread or any(source.kind in _OF_LAW for source in said.documents)
