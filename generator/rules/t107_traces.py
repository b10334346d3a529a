"""T107: screenshots, videos, traces or forms asked for as proof of work

What it does: looks in what a task says, its course and its appraisal for pictures, videos, check-ins and traces that
    are to prove the work, where it is not `must_not` and `appraisal.not_proof` does not name them.
Why: 意见二（一）第3点: whether work was done may not simply be judged by uploaded pictures and videos, nor results by
    traces and filled forms.
Example:
    in catalog/national/tasks/community-correction-assist.yaml
    - says: 依法协助社区矫正机构开展社区矫正；执行的责任在社区矫正机构。
    + says: 协助社区矫正机构开展社区矫正，走访要上传照片。
Use instead: `appraisal: {not_proof: [screenshot, video], says: 看问题解决了没有、村民满意不满意}`.
How to mend: write the work, not its picture; a paper that asks for pictures is recorded as a conflict.
References: 厅字〔2022〕28号 二（一）第3点.
"""

import re
from collections.abc import Iterator

from generator.catalogue.model import Catalogue, strings
from generator.codes import finding
from generator.findings import Finding
from generator.rules.statements import Statement, statements

_PROOFS = {
    "screenshot": re.compile("截图|拍照|照片|打卡|接龙"),
    "video": re.compile("录视频|录制视频|拍视频|视频资料"),
    "trace": re.compile("留痕|痕迹|佐证"),
    "form_filling": re.compile("按填表|以填报"),
    "platform_points": re.compile("积分排名|平台积分|活跃度"),
}
_NO = re.compile("不|无需|免|禁止")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each task that wants its work proved by traces."""
    for said in statements(catalogue, "tasks"):
        asks = said.touched & {"says", "process", "appraisal"}
        if asks and said.fields.get("verdict") not in ("must_not", "unknown"):
            yield from _asked(said)


def _asked(said: Statement) -> Iterator[Finding]:
    appraisal = said.within("appraisal")
    named = strings(appraisal.get("not_proof"))
    says = (("says",), said.fields.get("says")), (("process",), said.fields.get("process"))
    for path, text in (*says, (("appraisal", "says"), appraisal.get("says"))):
        parts = [part for part in re.split("[，。；：]", str(text or "")) if not _NO.search(part)]
        for proof, words in _PROOFS.items():
            found = next((hit for part in parts if (hit := words.search(part))), None)
            if found is not None and proof not in named:
                yield finding("T107", said.at(*path), name=said.name, word=found.group())
