"""C116: a loosening that is no transition, and a transition without an end

What it does: allows `loosens` only under the topic `transition`, and wants the end of a transition: `until`,
    that of its document, or `until: unstated`, and what it reaches.
Why: 意见二（三）第8点 lets the lists stand; what is tolerated meanwhile (现阶段) must say that it is meanwhile,
    or the exception becomes the rule.
Example:
    in catalog/gansu/provisions/transition.yaml
    - topic: transition
    + topic: unlisted_matters
    in catalog/gansu/provisions/transition.yaml
    - until: unstated
Use instead: `topic: transition` with `loosens: true` and `until: unstated`, shown as 现阶段.
How to mend: take the end from the document; where it says 现阶段 or 另行通知前, write `unstated`.
References: FOLD F27; 厅字〔2022〕28号 二（三）第8点.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding
from generator.words import TOPICS


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each provision that loosens without being, or without ending as, a transition."""
    for files in catalogue.items.values():
        for file in files.values():
            introduction = file.introduction() if file.kind == "provisions" else None
            if introduction is None:
                continue
            mark, data = introduction
            topic, source = str(data.get("topic")), catalogue.source(data.get("source"), file.place)
            if "loosens" in data and topic != "transition":
                yield finding(
                    "C116", file.document.at((*mark, "loosens")),
                    detail=f"放宽了结论，却写成“{TOPICS[topic]}”", detail_en=f"it loosens, but its topic is {topic}",
                )  # fmt: skip
            if topic == "transition" and "until" not in data and (source is None or source.until is None):
                yield finding(
                    "C116", file.document.at((*mark, "topic")),
                    detail="过渡安排没有写到什么时候", detail_en="a transition without an end",
                )  # fmt: skip
            if topic == "transition" and "reaches" not in data:
                yield finding(
                    "C116", file.document.at((*mark, "topic")),
                    detail="过渡安排没有写管到哪些事项", detail_en="a transition that reaches nothing",
                )  # fmt: skip
