"""The flags of `qingdan new` and what people give by them: an outline's single values, read and put together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.authoring.outline import Field, Outline
from generator.dates import parse
from generator.reading.document import Json

Given = Mapping[str, Sequence[str]]  # what was said, by flag name


@dataclass(frozen=True)
class Flag:
    """One flag: its name without dashes, the keys down to its value, and the fields on the way."""

    name: str
    path: tuple[str, ...]
    fields: tuple[Field, ...]

    @property
    def field(self) -> Field:
        """Return the field that the flag gives."""
        return self.fields[-1]

    @property
    def needed(self) -> bool:
        """Tell whether a file without it is not valid, whatever else it says."""
        return all(field.required for field in self.fields)


def flags_of(outline: Outline) -> tuple[Flag, ...]:
    """Return the flags of a kind: its single values, those of its mappings and of the first entry it must have."""
    return flags_from(outline.fields)


def flags_from(fields: tuple[Field, ...]) -> tuple[Flag, ...]:
    """Return the flags of fields."""
    found: dict[str, Flag] = {}
    for path in _paths(fields, ()):
        keys = tuple(field.key for field in path)
        short = "_".join(keys[1:] if path[0].shape == "entries" else keys)
        name = (short if short not in found else "_".join(keys)).replace("_", "-")
        found[name] = Flag(name, keys, path)
    return tuple(found.values())


def _paths(fields: tuple[Field, ...], above: tuple[Field, ...]) -> Iterator[tuple[Field, ...]]:
    """Yield the way to each single value, those of the file itself before those inside others."""
    for one in fields:
        if one.single and not (one.key == "id" and above):
            yield (*above, one)
    for one in fields:
        if one.shape == "mapping" or (one.shape == "entries" and one.required):
            yield from _paths(one.inner, (*above, one))


def said(flags: Iterable[Flag], given: Given) -> dict[str, Json]:
    """Return the values of the flags that were given; ValueError names the flag and says what is wrong."""
    found: dict[str, Json] = {}
    for flag in flags:
        if flag.name in given:
            value = read(flag.field, given[flag.name])
            if isinstance(value, ValueError):
                raise ValueError(f"--{flag.name}（{flag.field.label}）{value}")
            found[flag.name] = value
    return found


def missing(outline: Outline, given: Given) -> tuple[Flag, ...]:
    """Return the flags that must still be given: the needed ones, and the rest of what was begun."""
    flags = flags_of(outline)
    begun = {flag.path[:depth] for flag in flags if flag.name in given for depth in range(1, len(flag.path))}
    wanted = [flag for flag in flags if flag.needed or (flag.field.required and flag.path[:-1] in begun)]
    if outline.one_of and not any(path[0] in outline.one_of for path in begun):
        wanted += [f for f in flags if f.path[0] == outline.one_of[-1] and f.field.required]
    return tuple(flag for flag in wanted if flag.name not in given)


def read(field: Field, texts: Sequence[str]) -> Json | ValueError:
    """Return the value that texts mean for a field; a ValueError says in Chinese what is wrong with them."""
    values = [_one(field, text.strip()) for text in texts]
    wrong = next((value for value in values if isinstance(value, ValueError)), None)
    if wrong is not None:
        return wrong
    if field.shape == "texts":
        return [value for value in values if not isinstance(value, ValueError)]
    return values[-1]


_YES = {"true": True, "yes": True, "是": True, "false": False, "no": False, "否": False}


def _one(field: Field, text: str) -> Json | ValueError:
    if field.words:
        codes = {**{word: code for code, word in field.words.items()}, **{code: code for code in field.words}}
        return codes.get(text) or ValueError(f"“{text}”不是其中一个：{choices(field)}")
    if field.shape == "yes_or_no":
        return _YES.get(text.lower(), ValueError(f"“{text}”：请写“是”或“否”"))
    if field.shape == "number":
        return _number(text)
    if field.dated and text != "unstated" and parse(text) is None:
        return ValueError(f"“{text}”不是日期：请写成 2020、2020-12 或 2020-12-11 这样")
    return text or ValueError("不能是空的")


def _number(text: str) -> Json | ValueError:
    try:
        return int(text) if text.lstrip("-").isdecimal() else float(text)
    except ValueError:
        return ValueError(f"“{text}”不是数字")


def choices(field: Field) -> str:
    """Say which codes a field may have, each with its words."""
    return "、".join(code if code == word else f"{code}（{word}）" for code, word in field.words.items())


def together(outline: Outline, given: Mapping[str, Json]) -> dict[str, Json]:
    """Return the values of a file from those of its flags; the first entry of a list gets its id."""
    values: dict[str, Json] = {}
    for flag in flags_of(outline):
        if flag.name not in given:
            continue
        holder: dict[str, Json] = values
        for field in flag.fields[:-1]:
            holder = _inside(holder, field, given[flag.name])
        holder[flag.field.key] = given[flag.name]
    return values


def _inside(holder: dict[str, Json], field: Field, value: Json) -> dict[str, Json]:
    """Return the mapping that holds a field's values, made where it is not there yet."""
    if field.shape == "entries":
        entry: dict[str, Json] = {"id": field.first or str(value)}
        held = holder.setdefault(field.key, [entry])
        found = held[0] if isinstance(held, list) else None
    else:
        found = holder.setdefault(field.key, {})
    assert isinstance(found, dict)
    return found
