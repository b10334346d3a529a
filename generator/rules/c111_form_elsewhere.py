"""C111, C124: a certificate's form that its place does not have, or no longer has

What it does: looks the `form` of a certificate up in the places from the root down to its own: it is of the
    kind `forms`, introduced on that chain, and listed after its last change.
Why: a blank of another province carries that province's words and seals; a withdrawn one is refused at the
    counter.
Example:
    in catalog/national/certificates/litigation-agent.yaml
    - form: forms/litigation-agent
    + form: forms/shared-table
Use instead: a form of the own place or of one above it.
How to mend: name the form in use here, or leave `form` out until its blank was read.
References: 厅字〔2022〕28号 二（三）第8点 (分类制定具体式样).
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue, ItemFile
from generator.codes import finding
from generator.findings import Finding
from generator.reading.document import Path
from generator.resolve.fold import fold_item
from generator.resolve.plan import Plan, plan_of


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each form that the certificate's place does not list."""
    plan = plan_of(catalogue)
    for files in catalogue.items.values():
        for file in files.values() if next(iter(files.values())).kind == "certificates" else ():
            introduction = file.introduction()
            marks = [introduction[0]] if introduction else []
            for mark in [*marks, *((*mark, "set") for mark, _ in file.changes())]:
                form = file.document.get((*mark, "form"))
                if isinstance(form, str) and form in catalogue.items and not catalogue.lacks(form):
                    yield from _form(plan, file, (*mark, "form"), form)


def _form(plan: Plan, file: ItemFile, path: Path, form: str) -> Iterator[Finding]:
    chain = plan.catalogue.chain(file.place)
    steps = list(plan.on_chain(form, chain))
    place = plan.catalogue.places[file.place].name
    if not form.startswith("forms/") or not any(step.number == 0 for step in steps):
        yield finding("C111", file.document.at(path), form=form, place=place)
        return
    outcome = fold_item(plan, form, chain, max(step.first_day for step in steps))
    if outcome.gone is not None:
        yield finding("C124", file.document.at(path), form=outcome.gone.item.name, place=place)
