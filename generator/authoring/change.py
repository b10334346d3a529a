"""A dated change of an inherited item: what it changes is filled in, what only its document says is left to fill in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.authoring.flags import read
from generator.authoring.outline import Field, field_of
from generator.catalogue.fields import entries_of, schema_at
from generator.reading.document import Json
from generator.resolve.directory import Item


@dataclass(frozen=True)
class Target:
    """What a change acts on: a dotted path of an item, its field, and the leaves at and below it (by path)."""

    path: str
    field: Field
    leaves: Mapping[str, Field]


@dataclass(frozen=True)
class Change:
    """One change as it will stand in a file. A leaf of `new` that is None is still to be filled in, as is `start`."""

    start: str | None
    said: Mapping[str, Json]  # source, clause, reason, … by key
    verb: str  # set, unset or withdraw
    path: str = ""
    new: Mapping[str, Json] = field(default_factory=dict)
    was: Mapping[str, Json] = field(default_factory=dict)
    was_absent: tuple[str, ...] = ()

    @property
    def open(self) -> tuple[str, ...]:
        """Return what is still to be filled in: "from", "source", or paths of new values."""
        lacking = [
            key for key, value in (("from", self.start), ("source", self.said.get("source"))) if not value
        ]
        return (*lacking, *(path for path, value in self.new.items() if value is None))


def targets(item: Item, named: str) -> tuple[str, ...]:
    """Return the paths of an item that a field's name can mean: itself, or that of an entry the item has."""
    if schema_at(item.kind, named) is not None:
        return (named,)
    entries = dict.fromkeys(entry for path in item.values for entry in entries_of(item.kind, path))
    return tuple(
        f"{entry}.{named}" for entry in entries if schema_at(item.kind, f"{entry}.{named}") is not None
    )


def target(kind: str, path: str) -> Target:
    """Return the target at a path that the kind's schema knows."""
    node = schema_at(kind, path)
    one = field_of(path.rpartition(".")[2], node, True)
    return Target(path, one, dict(_leaves(path, one, node)))


def values_of(aim: Target, texts: Sequence[str]) -> dict[str, Json]:
    """Return the new value of each leaf from what was said: a value, or KEY=VALUE for a target of several leaves.

    ValueError says in Chinese what is wrong.
    """
    if aim.field.single:
        return {aim.path: _read(aim.field, texts)} if texts else {}
    said: dict[str, list[str]] = {}
    for text in texts:
        key, equals, value = text.partition("=")
        if not equals:
            keys = "、".join(inner.key for inner in aim.field.inner if inner.key != "id")
            raise ValueError(f"--set {text}：“{aim.path}”有几个值，请写成 名称=值；名称可以是 {keys}")
        said.setdefault(key.strip(), []).append(value)
    if set(aim.leaves) == {aim.path}:  # a choice is replaced as a whole
        inner = {one.key: one for one in aim.field.inner}
        return (
            {aim.path: {key: _read(_known(inner, key), held) for key, held in said.items()}} if said else {}
        )
    fields = {path.removeprefix(f"{aim.path}."): one for path, one in aim.leaves.items()}
    return {f"{aim.path}.{key}": _read(_known(fields, key), held) for key, held in said.items()}


def _known(fields: Mapping[str, Field], key: str) -> Field:
    if key not in fields:
        raise ValueError(f"没有“{key}”这个字段，可以写 {'、'.join(fields)}")
    return fields[key]


def _read(one: Field, texts: Sequence[str]) -> Json:
    value = read(one, texts)
    if isinstance(value, ValueError):
        raise ValueError(f"“{one.label}”{value}")
    return value


def _leaves(path: str, one: Field, node: Any) -> Iterator[tuple[str, Field]]:
    if one.shape != "mapping" or node.get("x-choice"):
        if one.shape != "entries":
            yield path, one
        return
    for inner in one.inner:
        if inner.key != "id":
            yield from _leaves(f"{path}.{inner.key}", inner, node["properties"][inner.key])


def change_of(
    item: Item, below: bool, aim: Target | None, verb: str, new: Mapping[str, Json], start: str | None,
    said: Mapping[str, Json],
) -> Change:  # fmt: skip
    """Return a change of an item as it stands; `was` is written where the place is `below` the introducing one."""
    paths = _touched(item, aim, verb, new)
    values = {path: new.get(path) for path in paths} if verb == "set" else {}
    was = {path: item.values[path].value for path in paths if path in item.values} if below else {}
    absent = tuple(path for path in paths if path not in item.values) if below and verb == "set" else ()
    if aim is not None and absent and not was:
        absent = (_absent_from(item, aim.path),)
    return Change(start, said, verb, aim.path if aim else "", values, was, absent)


def _absent_from(item: Item, path: str) -> str:
    """Return a path, or the entry that holds it where the item has nothing of that entry."""
    parts = path.split(".")
    heads = (".".join(parts[:depth]) for depth in range(2, len(parts) + 1))
    return next((head for head in heads if not any(_inside(p, head) for p in item.values)), path)


def _touched(item: Item, aim: Target | None, verb: str, new: Mapping[str, Json]) -> list[str]:
    if aim is None:  # the whole item: its verdicts, else its name (FOLD F13)
        return [p for p in item.values if p.startswith("cases.") and p.endswith(".verdict")] or ["name"]
    if verb == "unset":
        return [path for path in item.values if _inside(path, aim.path)]
    return list(new) or [p for p, leaf in aim.leaves.items() if leaf.required or p in item.values]


def _inside(path: str, head: str) -> bool:
    return path == head or path.startswith(f"{head}.")
