"""What a new file of a kind can say, as its schema gives it: the fields, their words, what must be there.

Nothing here names a field of a kind: a field added to a schema is asked for, taken as a flag and shown as a comment.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from generator.catalogue.inlined import BEFORE, resolved_definition, resolved_file

Shape = Literal["text", "number", "yes_or_no", "choice", "texts", "mapping", "entries"]


@dataclass(frozen=True)
class Field:
    """One key of a file. `words` are the Chinese words of a choice's codes; `inner` the keys of a mapping or entry."""

    key: str
    shape: Shape
    label: str
    about: str
    required: bool
    words: Mapping[str, str] = field(default_factory=dict)
    inner: tuple["Field", ...] = ()
    first: str = ""  # the id of the first entry, where the schema fixes it
    dated: bool = False
    refers: str = ""  # what its text names: source, item, place, list

    @property
    def said(self) -> str:
        """Return the label and what the schema says of the field, each once; the words of a choice say the rest."""
        if self.words or self.about.startswith(self.label):
            return self.label if self.words else self.about
        return f"{self.label}：{self.about}"

    @property
    def single(self) -> bool:
        """Tell whether one flag can give the whole value."""
        return self.shape not in ("mapping", "entries")


@dataclass(frozen=True)
class Outline:
    """A kind's file: its title, its fields with the required ones first, and keys of which one must be there."""

    kind: str
    title: str
    fields: tuple[Field, ...]
    one_of: tuple[str, ...] = ()


@cache
def outline_of(kind: str) -> Outline:
    """Return the outline of a new file of `kind` (for an item: of its introduction)."""
    schema = resolved_file(kind)
    fields = sorted(_fields(schema), key=_rank)
    one_of = tuple(key for branch in schema.get("anyOf", ()) for key in branch.get("required", ()))
    return Outline(kind, schema["title"], tuple(fields), one_of)


@cache
def change_fields() -> tuple[Field, ...]:
    """Return the fields of a dated change that say when, by what and why: all but what it does and to what."""
    return tuple(
        one for one in _fields(resolved_definition("change")) if one.key not in _DOING and one.single
    )


_DOING = frozenset(
    {
        "from",
        "set",
        "unset",
        "add",
        "remove",
        "withdraw",
        "restore",
        "keep",
        "inherited",
        "was",
        "was_absent",
        "adopt",
    }
)


def _rank(one: Field) -> tuple[bool, bool, bool]:
    """Order fields: what must be there, what it is called, single values before lists of mappings."""
    return (not one.required, *file_rank(one))


def file_rank(one: Field) -> tuple[bool, bool]:
    """Order the values of a file: its name, single values, then mappings and lists of them."""
    return (one.key not in ("name", "title"), not one.single)


def _fields(schema: Any) -> Iterator[Field]:
    required = schema.get("required", ())
    for key, node in schema.get("properties", {}).items():
        if (
            key not in _LATER
            and node is not BEFORE
            and not isinstance(node.get("additionalProperties"), dict)
        ):
            yield field_of(key, node, key in required)


# Written by the program or when something changes later, not in a new file.
_LATER = frozenset({"format", "changes", "ended", "carries", "joins"})


def field_of(key: str, node: Any, required: bool) -> Field:
    """Return the field that a schema describes."""
    shape = _shape(node)
    holder = node.get("items", {}) if shape in ("texts", "entries") else node
    about = node.get("description", "")
    return Field(
        key, shape, node.get("title") or about or key, about, required,
        words=_words(holder), inner=tuple(_fields(holder)) if shape in ("mapping", "entries") else (),
        first=node.get("x-first", ""), dated=bool(node.get("x-date")), refers=holder.get("x-ref", ""),
    )  # fmt: skip


def _shape(node: Any) -> Shape:
    if "properties" in node:
        return "mapping"
    if "enum" in node or isinstance(node.get("const"), str):
        return "choice"
    kind = "boolean" if node.get("const") is True else node.get("type")
    if kind == "array":
        return "entries" if "properties" in node["items"] else "texts"
    shapes: Mapping[Any, Shape] = {"boolean": "yes_or_no", "integer": "number", "number": "number"}
    return shapes.get(kind, "text")


def _words(node: Any) -> Mapping[str, str]:
    codes = [str(node["const"])] if isinstance(node.get("const"), str) else node.get("enum", ())
    words = node.get("x-words", {})
    return {code: words.get(code, code) for code in codes}
