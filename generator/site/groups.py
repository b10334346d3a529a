"""Matters of a kind in groups: by their answer, or by the word that says what they are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.resolve.directory import Item
from generator.site.answer import answer_of
from generator.words import (
    DEPENDS,
    FILINGS,
    NOT_NEEDED_INFERRED,
    POSITIONS,
    REQUIREMENTS,
    TASK_VERDICTS,
    TOPICS,
    VERDICT_ORDER,
    VERDICTS,
    Verdict,
)

_CERTIFICATES = {
    code: {"depends": DEPENDS, **VERDICTS}[code] for code in VERDICT_ORDER if code != "unknown"
} | {"inferred": NOT_NEEDED_INFERRED, "unknown": VERDICTS["unknown"]}
# By kind: the field that parts its matters, and the words of its codes in their order.
_TABLES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "certificates": ("", _CERTIFICATES),
    "tasks": ("verdict", TASK_VERDICTS),
    "mechanisms": ("requirement", REQUIREMENTS),
    "facilities": ("requirement", REQUIREMENTS),
    "forms": ("filing", FILINGS),
    "signs": ("position", POSITIONS),
    "provisions": ("topic", TOPICS),
}
OTHER = "other"
UNGROUPED = "文件没有写哪一类"


@dataclass(frozen=True)
class Grouped:
    """Matters with one answer or word. `code` names the group in addresses; `verdict` gives its shape, if any."""

    code: str
    heading: str
    verdict: Verdict | None
    items: tuple[Item, ...]


def code_of(item: Item) -> str:
    """Return the code of the group that a matter belongs to."""
    field, words = _TABLES[item.kind]
    if field:
        code = str(item.get(field) or OTHER)
        return code if code in words else OTHER
    answer = answer_of(item)
    assert answer is not None
    return "inferred" if answer.words == NOT_NEEDED_INFERRED else answer.key


def grouped(kind: str, items: Iterable[Item]) -> tuple[Grouped, ...]:
    """Return matters of one kind in the groups of the kind, in the order of its words."""
    held: dict[str, list[Item]] = {}
    for item in items:
        held.setdefault(code_of(item), []).append(item)
    words = {**_TABLES[kind][1], OTHER: UNGROUPED}
    return tuple(
        Grouped(code, heading, _verdict(held[code][0], heading), tuple(held[code]))
        for code, heading in words.items()
        if code in held
    )


def _verdict(item: Item, heading: str) -> Verdict | None:
    answer = answer_of(item)
    return Verdict(answer.key, heading) if answer else None
