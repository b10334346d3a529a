"""Findings about an item that a place and one above it both introduce: joining and adjusting (FOLD F18)."""

from collections.abc import Iterator
from datetime import date

from generator.catalogue.fields import schema_at, words_of
from generator.catalogue.model import ItemFile, date_of, strings
from generator.catalogue.schema_findings import guess
from generator.codes import finding
from generator.findings import Finding, Severity
from generator.reading.document import Json, Path
from generator.resolve.case import folded
from generator.resolve.events import event_days
from generator.resolve.plan import Plan
from generator.resolve.steps import Step, inside


def check_joins(
    plan: Plan, item: str, chain: tuple[str, ...], own: Step, above: list[Step]
) -> Iterator[Finding]:
    """F18: where a place above introduces the id too, `joins` says what of the own values stands."""
    joins = own.data.get("joins")
    if isinstance(joins, dict):
        yield from _kept_fields(plan, item, own, joins)
    days = [day for day in event_days(plan, item, chain) if own.begun(day) and own.holds(day)]
    bases: dict[str, date] = {}  # the first day of each
    for day in days:
        bases.setdefault(_base(plan, item, chain, day), day)
    uppers = [step for base in bases if base not in ("", own.at) for step in above if step.at == base]
    if not isinstance(joins, dict):
        if uppers:
            name, day_text = plan.catalogue.places[uppers[0].at].name, _since(own, uppers[0], bases)
            yield finding("I108", own.file.document.at(own.mark), upper=name, day=day_text)
    elif own.moved is not None:
        return  # it joined under an old id, or in a place that ended
    elif not uppers:
        yield _told(
            own, (), "上级没有列这一项", "删掉 joins", "no place above introduces it", "delete `joins`"
        )
    elif joins.get("place") not in [step.at for step in uppers]:
        base = uppers[0].at
        yield _told(
            own, ("place",), "place 写的不是列这一项的上级", f"改成 {base}", "the base is of another place",
            f"write {base}", fix=base,
        )  # fmt: skip
    else:
        upper = next(step for step in uppers if step.at == joins.get("place"))
        yield from _joined_from(plan, own, joins, upper, _since(own, upper, bases))


def _since(own: Step, upper: Step, bases: dict[str, date]) -> str:
    """Return the day from which an ancestor's introduction is the base: its first, or that of its restoration."""
    if bases[upper.at] > max(own.begins, upper.begins):
        return bases[upper.at].isoformat()
    return upper.start.text if upper.start else ""


def _joined_from(plan: Plan, own: Step, joins: dict[str, Json], upper: Step, day: str) -> Iterator[Finding]:
    """F18: `joins.from` is the day from which the ancestor's introduction is the base."""
    begins, stated = date_of(day), date_of(joins.get("from"))
    if begins is not None and stated is not None and stated.first != begins.first:
        where = own.file.document.at((*own.mark, "joins", "from"))
        yield finding("I119", where, upper=plan.catalogue.places[upper.at].name, day=day, fix=f'"{day}"')


def _kept_fields(plan: Plan, item: str, own: Step, joins: dict[str, Json]) -> Iterator[Finding]:
    """F18: `joins.keep` names fields that there are and that the place gives."""
    steps = [step for step in plan.steps[item][own.at] if step.file is own.file]
    given = [leaf.path for step in steps for verb in step.verbs for leaf in step.leaves(verb)]
    given += [path for step in steps for path in step.paths("unset")]
    for index, path in enumerate(strings(joins.get("keep"))):
        if schema_at(own.file.kind, path) is None:
            where = own.file.document.at((*own.mark, "joins", "keep", index))
            yield finding("I111", where, field=path, **guess(path, sorted(words_of(own.file.kind))))
        elif not any(inside(other, (path,)) or inside(path, (other,)) for other in given):
            yield _told(
                own, ("keep", index), f"本地没有写“{path}”，保留不了", "删掉这个字段", f"{path} is not given here",
                "take it out",
            )  # fmt: skip


def _told(
    own: Step, path: Path, detail: str, cure: str, detail_en: str, cure_en: str, fix: str | None = None
) -> Finding:
    where = own.file.document.at((*own.mark, "joins", *path))
    return finding("I127", where, detail=detail, cure=cure, detail_en=detail_en, cure_en=cure_en, fix=fix)


def _base(plan: Plan, item: str, chain: tuple[str, ...], day: date) -> str:
    """Return the place whose introduction is the base on a day."""
    listed = folded(plan, item, chain, day).listed
    return listed.introduced_by if listed is not None else ""


def _last_base(plan: Plan, item: str, chain: tuple[str, ...]) -> str:
    """Return the place whose introduction is the base in the end, empty where nothing is listed then."""
    days = event_days(plan, item, chain)
    return _base(plan, item, chain, days[-1]) if days else ""


def check_adjusts(
    plan: Plan, item: str, chain: tuple[str, ...], steps: tuple[Step, ...], above: list[Step]
) -> Iterator[Finding]:
    """F18: an adjustment names the place that introduces the item."""
    files = {step.file.document.file: step.file for step in steps if step.file.adjusts is not None}
    for file in files.values() if above else ():
        yield from _adjusts_of(plan, item, chain, file, [step.at for step in above])


def _adjusts_of(
    plan: Plan, item: str, chain: tuple[str, ...], file: ItemFile, places: list[str]
) -> Iterator[Finding]:
    where, base = file.document.at(("adjusts",)), plan.catalogue.places[places[0]].name
    if file.id != item:
        return  # a file of an old id: I122 tells it
    if file.adjusts not in places:
        severity = Severity.WARNING if file.place != chain[-1] else None
        yield finding(
            "I114", where, severity=severity, item=item, upper=base, place=places[0], fix=places[0]
        )  # fmt: skip
    elif set(places) != {file.adjusts} and _last_base(plan, item, chain) not in ("", file.adjusts, chain[-1]):
        yield finding("I118", where, upper=base, place=places[0], item=item, fix=places[0])
