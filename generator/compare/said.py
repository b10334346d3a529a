"""The effective difference in words: lines of text, Markdown that is safe to post, plain data for programs."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.catalogue.inlined import resolved_file
from generator.catalogue.model import Catalogue
from generator.catalogue.schema import schemas, words_of
from generator.compare.effective import Effect, Row
from generator.compare.records import RecordRow
from generator.dates import chinese
from generator.field_words import label, say
from generator.reading.document import Json
from generator.words import KINDS, VERBS

HOWS: Mapping[str, str] = {
    "listed": "新列", "gone": "没有了", "withdrawn": "不再列", "lapsed": "到期", "redirected": "编号改了",
    "offered": "改为可选", "restored": "恢复", "set": "新写", "unset": "去掉", "changed": "改",
    "restated": "换依据或日期", "announced": "预告", "unannounced": "不再预告",
}  # fmt: skip
RECORD_HOWS: Mapping[str, str] = {"added": "新", "removed": "删", "changed": "改"}
_LEVELS = words_of("common", "level")
_ACTS = {**VERBS, "introduce": "列出"}


@dataclass(frozen=True)
class Report:
    """What is told of two catalogues: the effect, the records, and how many files errors keep out of each."""

    base: str
    head: str
    effect: Effect
    records: tuple[RecordRow, ...]
    errors: tuple[int, int]
    after: Catalogue
    before: Catalogue

    def place(self, path: str) -> str:
        """Return a place's name on the day."""
        held = self.after.places.get(path) or self.before.places.get(path)
        return held.on(self.effect.on).name if held else path

    def level(self, path: str) -> str:
        """Return the level of a place on the day."""
        held = self.after.places.get(path) or self.before.places.get(path)
        return held.on(self.effect.on).level if held else ""


def lines(report: Report) -> Iterator[str]:
    """Yield the report as text, an item a paragraph."""
    yield f"{report.base} 到 {report.head} 的有效差别（{report.effect.on.isoformat()} 这一天）"
    yield from _warnings(report)
    item = ""
    for row in report.effect.rows:
        if row.item != item:
            item = row.item
            yield f"{_kind(row)} {row.item} {row.name}".rstrip()
        field = f"{_field(row)}：" if row.path else ""
        yield f"  {_how(row)} {field}{_values(row)}".rstrip()
        yield f"      {reach(report, row)}"
    for place in (*report.effect.new_places, *report.effect.gone_places):
        yield f"{'新的地方' if place in report.effect.new_places else '没有了的地方'} {place} {report.place(place)}"
    if report.records:
        yield "记录（不影响结论）"
        for record in report.records:
            yield f"  {RECORD_HOWS[record.how]} {_record_kind(record)} {record.id} {record.title}{_fields(record)}"
    yield total(report)


def total(report: Report) -> str:
    """Return the last line: how much differs."""
    rows = report.effect.rows
    places = {place for row in rows for place in row.places}
    items = len({row.item for row in rows})
    if not rows:
        return f"没有有效差别；记录 {len(report.records)} 处不同"
    return f"{items} 个事项，{len(rows)} 处有效差别，涉及 {len(places)} 个地方；记录 {len(report.records)} 处不同"


def reach(report: Report, row: Row) -> str:
    """Say which places a row reaches: the uppermost by name, those below them by number."""
    names = [report.place(path) for path in row.heads[:6]]
    more = f"等 {len(row.heads)} 个地方" if len(row.heads) > 6 else ""
    below = Counter(report.level(path) for path in row.places if path not in row.heads)
    counts = "、".join(f"{below[level]} 个{words}" for level, words in _LEVELS.items() if below[level])
    return f"{'、'.join(names)}{more}" + (f"，以及下面 {counts}" if counts else "")


def _warnings(report: Report) -> Iterator[str]:
    for name, count in zip((report.base, report.head), report.errors, strict=True):
        if count:
            yield f"注意：{name} 有 {count} 个错误，出错的文件没有比（见 qingdan check）"


def _kind(row: Row) -> str:
    return KINDS.get(row.item.partition("/")[0], "")


def _how(row: Row) -> str:
    since = f"（自{chinese(row.since)}起）" if row.since else ""
    return HOWS[row.how] + since


def _field(row: Row) -> str:
    return label(row.item.partition("/")[0], row.path)


def _values(row: Row) -> str:
    before, after = _value(row, row.before), _value(row, row.after)
    if row.how in ("listed", "restored", "set", "announced"):
        return after
    if row.how in ("unset", "unannounced"):
        return before
    return f"{before} → {after}" if row.path or row.how == "restated" else ""


def _value(row: Row, value: Json) -> str:
    kind = row.item.partition("/")[0]
    if row.how == "restated":
        return str(value or "（没有写）")
    if not row.path:
        if row.how in ("announced", "unannounced"):
            return _ACTS.get(str(value), str(value))
        return _answer(kind, value)
    return say(kind, row.path, value)


def _answer(kind: str, value: Json) -> str:
    first = {
        "certificates": "cases.default.verdict",
        "tasks": "verdict",
        "signs": "usual",
        "provisions": "topic",
    }
    return say(kind, first.get(kind, "requirement"), value)


def _record_kind(record: RecordRow) -> str:
    return str(schemas()[record.kind]["title"]).partition("（")[0]


def _fields(record: RecordRow) -> str:
    return f"：{'、'.join(_key(record.kind, key) for key in record.fields)}" if record.fields else ""


def _key(kind: str, key: str) -> str:
    node = resolved_file(kind)["properties"].get(key, {})
    return re.split("[，。；（：]", str(node.get("title") or node.get("description") or key))[0]


def markdown(report: Report) -> Iterator[str]:
    """Yield the report as Markdown that is safe to post: nothing of the catalogue can become markup or a mention."""
    yield f"### 有效差别：{safe(report.base)} 到 {safe(report.head)}（{report.effect.on.isoformat()}）"
    yield ""
    for line in _warnings(report):
        yield f"> {safe(line)}"
        yield ""
    if report.effect.rows:
        yield "| 事项 | 怎样 | 字段 | 以前和以后 | 到哪些地方 |"
        yield "|---|---|---|---|---|"
    for row in report.effect.rows:
        cells = (f"{_kind(row)} {row.item} {row.name}", _how(row), _field(row) if row.path else "",
                 _values(row), reach(report, row))  # fmt: skip
        yield f"| {' | '.join(map(safe, cells))} |"
    for place in (*report.effect.new_places, *report.effect.gone_places):
        words = "新的地方" if place in report.effect.new_places else "没有了的地方"
        yield f"| {words} | {safe(place)} | | {safe(report.place(place))} | |"
    if report.records:
        yield ""
        yield "| 记录（不影响结论） | 怎样 | 名称 | 改了什么 |"
        yield "|---|---|---|---|"
    for record in report.records:
        told = (
            f"{_record_kind(record)} {record.id}",
            RECORD_HOWS[record.how],
            record.title,
            _fields(record)[1:],
        )
        yield f"| {' | '.join(map(safe, told))} |"
    yield ""
    yield safe(total(report))


_PLAIN = re.compile(r"[\w\s，。；：、？！“”‘’（）《》〈〉〔〕【】—…·→×/,.-]*")
_MARKUP = re.compile(r"https?:|www\.|__|--|^[-.\d]+\s", re.ASCII)


def safe(text: str) -> str:
    """Return a text for a cell of Markdown: as code where it could mean anything but itself."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    if _PLAIN.fullmatch(line) and not _MARKUP.search(line):
        return line
    return "`" + line.replace("`", "'").replace("|", "\\|") + "`"


def data(report: Report) -> dict[str, Json]:
    """Return the report as plain data; a row carries every place it reaches."""
    return {
        "base": report.base, "head": report.head, "on": report.effect.on.isoformat(),
        "errors": {"base": report.errors[0], "head": report.errors[1]},
        "rows": [_row_data(report, row) for row in report.effect.rows],
        "places": {"new": list(report.effect.new_places), "gone": list(report.effect.gone_places)},
        "records": [
            {"kind": r.kind, "id": r.id, "place": r.place, "how": r.how, "title": r.title, "fields": list(r.fields)}
            for r in report.records
        ],
    }  # fmt: skip


def _row_data(report: Report, row: Row) -> Json:
    levels = Counter(report.level(path) for path in row.places)
    return {
        "item": row.item, "name": row.name, "how": row.how, "said": _how(row),
        "field": row.path or None, "label": _field(row) if row.path else None,
        "before": row.before, "after": row.after, "since": row.since or None,
        "heads": list(row.heads), "places": list(row.places),
        "levels": {level: levels[level] for level in _LEVELS if levels[level]},
    }  # fmt: skip
