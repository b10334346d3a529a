"""A plain table of names as the entries of a list, each with the item it means or with what it may mean."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.authoring.matching import How, Match, Names
from generator.authoring.slugs import slug_of
from generator.codes import finding
from generator.findings import Finding, Position, has_errors
from generator.reading.document import Json
from generator.tables import Row, Table

# What people call the columns; the first title is the one to write.
NAME = ("名称", "事项名称", "证明名称", "证明事项", "事项", "项目", "清单事项", "标牌名称", "任务名称")
NUMBER = ("序号", "编号", "项")
SAID = ("条件", "办理条件", "出具条件")


@dataclass(frozen=True)
class Listed:
    """One entry of the list to be: its row, its values, what its name means, and the comment lines for a person."""

    row: Row
    values: dict[str, Json]
    match: Match
    aside: tuple[str, ...]


@dataclass(frozen=True)
class Taken:
    """What a table gave: entries, the titles that were not used, and what is wrong with it."""

    entries: tuple[Listed, ...]
    unused: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def usable(self) -> bool:
        """Tell whether a list may be made of it."""
        return bool(self.entries) and not has_errors(self.findings)


def take(table: Table, names: Names) -> Taken:
    """Return the entries of a table with a column of names; numbers and conditions where it has them."""
    name, number, said = (_title(table, titles) for titles in (NAME, NUMBER, SAID))
    findings = list(table.findings)
    if name is None and not has_errors(findings):
        findings.append(finding("W131", Position(table.file), title="或".join(NAME[:4])))
    entries: list[Listed] = []
    taken: set[str] = set()
    for row in table.rows if name is not None else ():
        written = row.text(str(name))
        if written is None:
            findings.append(finding("W133", row.position, title=name))
            continue
        match = names.match(written)
        slug = _slug(written, match, taken)
        taken.add(slug)
        values = _values(slug, row, written, match, number, said)
        entries.append(Listed(row, values, match, _aside(match)))
    used = {name, number, said}
    return Taken(tuple(entries), tuple(title for title in table.titles if title not in used), tuple(findings))


def _title(table: Table, titles: Sequence[str]) -> str | None:
    return next((title for title in titles if title in table.titles), None)


def _slug(written: str, match: Match, taken: set[str]) -> str:
    known = match.item.partition("/")[2]
    return known if known and known not in taken else slug_of(written, taken) or slug_of("item", taken)


def _values(
    slug: str, row: Row, written: str, match: Match, number: str | None, said: str | None
) -> dict[str, Json]:
    values: dict[str, Json] = {"id": slug}
    digits = (row.text(number) or "").rstrip(".、．") if number else ""
    if digits.isascii() and digits.isdigit():
        values["no"] = int(digits)
    values["as_named"] = written
    if match.item:
        values["item"] = match.item
    if said and (words := row.text(said)):
        values["as_said"] = words
    return values


def _aside(match: Match) -> tuple[str, ...]:
    """Return the comment lines of an entry: what to look at before it is published."""
    if match.how == "filling":
        return (f"名称不完全相同：目录里叫“{match.name}”，请核对。",)
    if match.how == "alias":
        return (f"目录里叫“{match.name}”，这是它的别名，请核对。",)
    if match.how == "none":
        return ("目录里没有像的；是新的一件事就先 qingdan new，只记录就这样留着。",)
    if match.how == "doubt":
        listed = "、".join(f"{c.item} {c.name}（{c.score:.2f}）" for c in match.candidates)
        return (f"待核对，像：{listed}", "item:")
    return ()


_HOWS: Mapping[How, str] = {
    "name": "名称相同",
    "alias": "别名相同",
    "filling": "只差填充的词",
    "doubt": "待核对",
    "none": "没有像的",
}


def summary(taken: Taken) -> str:
    """Return in one line how many names were known in which way."""
    counts = Counter(listed.match.how for listed in taken.entries)
    told = "，".join(f"{words} {counts[how]}" for how, words in _HOWS.items() if counts[how])
    return f"{len(taken.entries)} 项：{told}"


def doubts(taken: Taken) -> list[str]:
    """Return a line for each entry that a person must look at, with its row and what it may mean."""
    return [
        f"  第 {listed.row.number} 行 {listed.values['as_named']}：{listed.aside[0]}"
        for listed in taken.entries
        if listed.aside
    ]
