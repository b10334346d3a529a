"""F102, F103: a form that the village must fill, an app or a chat group, without the county

What it does: wants `cleanup` or `approval` for every form that is reported upwards (`filing` catalogue, one_off or
    after_the_fact) unless a law or regulation prescribes it (F102), and for every other form but a villager's own
    application that is filled in an app or a chat group (F103).
Why: 意见二（一）第3点: without the county's party committee and government no organ may have the village fill forms;
    the county clears and merges the chat groups and apps that face the village.
Example:
    in catalog/jiangxi/forms/shared-table.yaml
    - (end)
    + filing: one_off
    in catalog/jiangxi/forms/shared-table.yaml
    - medium: [system]
    + medium: [system, app]
Use instead: `cleanup: {by: ××县, on: "2024", result: 保留}`, or `approval: {level: county, …}`.
How to mend: look in the county's catalogue whether it kept the form; where it did not, record the form as a conflict.
References: 厅字〔2022〕28号 二（一）第3点.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue, strings
from generator.codes import finding
from generator.findings import Finding
from generator.rules.statements import statements

_REPORTED = frozenset({"catalogue", "one_off", "after_the_fact"})
_OF_LAW = frozenset({"law", "administrative_regulation", "local_regulation"})
_PHONE = {"app": "手机应用", "chat_group": "工作群"}


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each form and each app that the county did not arrange."""
    for said in statements(catalogue, "forms"):
        fields = said.fields if said.touched & {"filing", "medium", "cleanup", "approval"} else {}
        if not fields or "cleanup" in fields or "approval" in fields:
            continue
        by_law = said.unread or any(source.kind in _OF_LAW for source in said.documents)
        phone = [word for key, word in _PHONE.items() if key in strings(fields.get("medium"))]
        if fields.get("filing") in _REPORTED and not by_law:
            yield finding("F102", said.at("filing"), name=said.name)
        elif phone and fields.get("filing") != "application":
            yield finding("F103", said.at("medium"), name=said.name, medium=phone)
