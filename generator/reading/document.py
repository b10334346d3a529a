"""A document: the value of one YAML file, and the place of each value and key in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.findings import Position
from generator.reading.scalars import Scalar

Json = Scalar | list["Json"] | dict[str, "Json"]
Path = tuple[str | int, ...]
Mark = tuple[
    int, int, int, int
]  # line and column where it begins and where it ends, from 1, the end exclusive


@dataclass(frozen=True)
class Document:
    """One file's value with positions: `values` and `keys` map a path to its mark, in the file's order."""

    file: str
    value: Json
    values: Mapping[Path, Mark]
    keys: Mapping[Path, Mark]

    def at(self, path: Path = ()) -> Position:
        """Return where the value at `path` stands; for a missing value, its nearest parent that has a key."""
        while path and path not in self.values:
            path = path[:-1]
        return Position(self.file, *self.values.get(path, (1, 1, 1, 1)))

    def within(self, path: Path, index: int) -> Position:
        """Return where a character of the text at `path` stands; where the text begins if escapes or folds hide it."""
        line, column, last, end = self.values[path]
        text = self.get(path)
        quotes = (end - column - len(text)) if isinstance(text, str) and line == last else -1
        if quotes not in (0, 2):
            return Position(self.file, line, column)
        begin = column + quotes // 2 + index
        return Position(self.file, line, begin, line, begin + 1)

    def key_at(self, path: Path) -> Position:
        """Return where the key of `path` stands; list entries and missing keys fall back to the value."""
        mark = self.keys.get(path)
        return Position(self.file, *mark) if mark else self.at(path)

    def walk(self) -> Iterator[tuple[Path, Json]]:
        """Yield (path, value) of every value, a collection before what is in it, in the file's order."""
        return zip(self.values, _each(self.value), strict=True)

    def get(self, path: Path) -> Json:
        """Return the value at `path`, None where there is none."""
        value: Json = self.value
        for step in path:
            if isinstance(value, dict) and isinstance(step, str):
                value = value.get(step)
            elif isinstance(value, list) and isinstance(step, int) and step < len(value):
                value = value[step]
            else:
                return None
        return value


def _each(value: Json) -> Iterator[Json]:
    left = [value]
    while left:
        yield (one := left.pop())
        if isinstance(one, dict):
            left += reversed(one.values())
        elif isinstance(one, list):
            left += reversed(one)
