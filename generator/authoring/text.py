"""The text of a new file: what is known as values, what the schema has besides as comments, never as a guess."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO
from typing import Any

from ruamel.yaml.comments import CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from generator.authoring.flags import choices
from generator.authoring.outline import Field, Outline, file_rank
from generator.dates import parse
from generator.reading.document import Json
from generator.reading.round_trip import round_trip
from generator.reading.scalars import resolve_plain
from generator.reading.text import printable

_UNKNOWN = "以下各项，文件写了才填：去掉行首的“# ”，填上值；没有写的不填，不要猜。"


def file_text(
    outline: Outline,
    values: Mapping[str, Json],
    heading: Iterable[str] = (),
    asides: Mapping[str, Sequence[Sequence[str]]] | None = None,
) -> str:
    """Return the text of a file of `values` (by key), under comment lines of `heading`.

    `asides` are comment lines below each entry of a list, by the list's key.
    """
    lines = [f"# {printable(line)}".rstrip() for line in heading]
    for field in sorted(outline.fields, key=file_rank):
        if field.key in (asides or {}):
            lines += _entries(field.key, values[field.key], (asides or {})[field.key])
        elif field.key in values:
            lines += dump({field.key: values[field.key]}).splitlines()
            lines += _rest(field, values[field.key])
    lines += [f"# {_UNKNOWN}"]
    for field in outline.fields:
        if field.key not in values:
            lines += _comment(field, "# ")
    return "\n".join(lines) + "\n"


def _entries(key: str, entries: Json, asides: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the entries of a list one by one, each with its comment lines."""
    yield f"{key}:"
    for entry, lines in zip(entries if isinstance(entries, list) else (), asides, strict=True):
        yield from dump([entry]).splitlines()
        yield from (f"    # {printable(line)}" for line in lines)


def _rest(field: Field, value: Json) -> Iterator[str]:
    """Yield as comments what a mapping, or the only entry of a list, does not say."""
    entry = value[0] if field.shape == "entries" and isinstance(value, list) and len(value) == 1 else value
    if field.single or not isinstance(entry, dict):
        return
    indent = "    " if field.shape == "entries" else "  "
    for inner in field.inner:
        if inner.key not in entry:
            yield from _comment(inner, f"{indent}# ")


def _comment(field: Field, prefix: str) -> Iterator[str]:
    """Yield a field as commented lines: uncommented and filled in, they are a value of the field."""
    words = f"；可写 {choices(field)}" if field.words else ""
    shown = {"texts": " []", "yes_or_no": ""}.get(field.shape, "")
    yield f"{prefix}{field.key}:{shown}  # {field.said}{words}"
    for number, inner in enumerate(field.inner):
        dash = "" if field.shape == "mapping" else "  " if number else "- "
        yield from _comment(inner, f"{prefix}  {dash}")


def dump(value: Json) -> str:
    """Return a value as YAML in the catalogue's style: dates and digits quoted, lists of words on one line."""
    text = StringIO()
    round_trip().dump(styled(value), text)
    return text.getvalue()


def styled(value: Json) -> Any:
    """Return a value that ruamel writes in the catalogue's style."""
    if isinstance(value, dict):
        return {key: styled(inner) for key, inner in value.items()}
    if isinstance(value, list):
        if any(isinstance(entry, dict) for entry in value):
            return [styled(entry) for entry in value]
        line = CommentedSeq(styled(entry) for entry in value)
        line.fa.set_flow_style()
        return line
    if isinstance(value, str) and (
        not isinstance(resolve_plain(value), str) or value.isdigit() or parse(value)
    ):
        return DoubleQuotedScalarString(value)
    return value
