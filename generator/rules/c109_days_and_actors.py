"""C109, C117: steps whose days cannot be counted, and steps that nobody takes

What it does: wants `days` and `day_kind` together in each step of a case and of a provision's procedure, and
    one `actor` at least among the steps of a case.
Why: five days are a week or five days, and a procedure without persons is nobody's duty; both are asked at the
    counter first.
Example:
    in catalog/guangdong/shanwei/certificates/house-building.yaml
    -               days: 10
    -               day_kind: working
    +               days: 10
    in catalog/national/certificates/dilapidated-house-appraisal.yaml
    -       - id: apply
    -         actor: 户主
    -         do: 申请并承诺
    -       - id: appraise
    -         act: appraisal
    -         actor: 村民委员会
    -         do: 民主评议并公示，填评议意见
    -         basis: [shitai, jingde]
    -       - id: township
    -         actor: 乡镇人民政府
    -         do: 审核
    -         basis: [shitai]
    -       - id: county
    -         actor: 县级住房城乡建设部门
    -         do: 审批
    -         basis: [shitai]
    +       - id: apply
    +         do: 申请并承诺
Use instead: `days: 10` with `day_kind: working`, `calendar`, or `unstated` where the document does not say.
How to mend: take the kind of days from the document; `actor` is who takes the step, in the document's words.
References: 厅字〔2022〕28号 二（三）第8点 (办理程序和操作规范).
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue, ItemFile, mappings
from generator.codes import finding
from generator.findings import Finding
from generator.reading.document import Path
from generator.rules.cases import cases_of

_COUNTS = ("days", "lead_days")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each step that cannot be counted, and for each case whose steps nobody takes."""
    for told in cases_of(catalogue):
        yield from _steps(told.step.file, (*told.mark, "steps"))
        steps = list(mappings(told.own.get("steps")))
        if steps and told.step.number == 0 and not any("actor" in step for step in steps):
            yield finding("C117", told.step.file.document.key_at((*told.mark, "steps")), case=told.id)
    for files in catalogue.items.values():
        for file in files.values() if next(iter(files.values())).kind == "provisions" else ():
            introduction = file.introduction()
            if introduction is not None:
                yield from _steps(file, (*introduction[0], "procedure"))
            for mark, _ in file.changes():
                yield from _steps(file, (*mark, "set", "procedure"))


def _steps(file: ItemFile, path: Path) -> Iterator[Finding]:
    for index, step in enumerate(mappings(file.document.get(path))):
        counted = next((key for key in _COUNTS if key in step), None)
        if (counted is None) == ("day_kind" in step):
            where = file.document.at((*path, index, counted or "day_kind"))
            yield finding("C109", where, lacks="day_kind" if counted else "days")
