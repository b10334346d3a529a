"""Explain a field or an item: its trail, or why it is absent (FOLD F41), as lines of text."""

from collections.abc import Iterator
from datetime import date

from generator.catalogue.model import Catalogue
from generator.resolve.directory import Item, TrailStep
from generator.resolve.resolve import resolve
from generator.resolve.steps import steps_of
from generator.words import since_words

_VERBS = {
    "introduce": "首次列出", "set": "改为", "unset": "去掉", "add": "加上", "remove": "减去", "withdraw": "撤下",
    "restore": "恢复", "adopt": "采用", "keep": "维持", "continue": "接续",
}  # fmt: skip
_FATES = {
    "suspended": "（已暂停：{why}）",
    "converged": "（与原值相同）",
    "superseded": "（已被上位规定取代）",
}


def explain(catalogue: Catalogue, place: str, item_id: str, field: str | None, on: date) -> tuple[str, ...]:
    """Return the lines that explain an item or a field of it in a place on a day."""
    return tuple(_explain(catalogue, place, item_id, field, on))


def _explain(catalogue: Catalogue, place: str, item_id: str, field: str | None, on: date) -> Iterator[str]:
    directory = resolve(catalogue, place, on)
    name = catalogue.places[place].name
    head = f"{name} {item_id}（{on.isoformat()}）"
    if item_id in directory.items:
        item = directory.items[item_id]
        yield f"{head}：{item.name}"
        yield from _values(catalogue, item, field)
    elif item_id in directory.withdrawn:
        gone = directory.withdrawn[item_id]
        yield f"{head}：{'依据已到期' if gone.lapsed else '已撤下'}"
        if gone.step is not None:
            yield f"  {gone.step.position} {_line(catalogue, gone.step)}"
    else:
        yield f"{head}：{_absent(catalogue, place, item_id, on)}"
    for coming in directory.upcoming:
        if coming.item == item_id and (field is None or coming.path in (None, field.split(".")[0])):
            yield f"  将有变动：{coming.step.position} {_line(catalogue, coming.step)}"


def _values(catalogue: Catalogue, item: Item, field: str | None) -> Iterator[str]:
    shown = [p for p in item.values if field is None or p == field or p.startswith(f"{field}.")]
    if not shown:
        yield f"  “{field}”：文件未载"
    for path in shown:
        value = item.values[path]
        blur = "（起止日期不精确）" if value.date_uncertain else ""
        yield f"  {path} = {_short(value.value)}{blur}"
        for step in value.trail:
            yield f"    {step.position}"
            yield f"      {_line(catalogue, step)}"


def _line(catalogue: Catalogue, step: TrailStep) -> str:
    place = catalogue.places[step.place].name
    document = step.source.cited if step.source else "没有写文件"
    clause = f" {step.clause}" if step.clause else ""
    gives = f" {_short(step.value)}" if step.value is not None and step.verb != "introduce" else ""
    fate = _FATES.get(step.fate, "").format(why=step.why) + ("（先后未载）" if step.order_unstated else "")
    return (
        f"{place} {_VERBS[step.verb]}{gives} {since_words(step.start, step.since)} {document}{clause}{fate}"
    )


def _short(value: object) -> str:
    if isinstance(value, list):
        return "、".join(map(str, value))
    return str(value)


def _absent(catalogue: Catalogue, place: str, item_id: str, on: date) -> str:
    files = catalogue.items.get(item_id, {})
    chain = catalogue.chain(place)
    if not files:
        return "目录里没有这一项"
    if not any(p in files for p in chain):
        return "本地和上级都没有列这一项；别处列出：" + "、".join(sorted(files))

    starts = [s for p in chain if p in files for s in steps_of(catalogue, files[p]) if s.number == 0]
    if starts and all(s.first_day > on for s in starts):
        return "还没有生效"
    return "上级列为可选，本地没有采用"
