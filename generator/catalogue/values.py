"""Values of a document as the types that code asks for; what does not fit is absent."""

from collections.abc import Iterator

from generator.dates import PartialDate, parse
from generator.reading.document import Json


def text_of(value: Json) -> str | None:
    """Return a string value, None for anything else."""
    return value if isinstance(value, str) else None


def date_of(value: Json) -> PartialDate | None:
    """Return a date value, None where it is absent or impossible."""
    return parse(value) if isinstance(value, str) else None


def mappings(value: Json) -> Iterator[dict[str, Json]]:
    """Yield the mappings of a list value."""
    for entry in value if isinstance(value, list) else []:
        if isinstance(entry, dict):
            yield entry


def strings(value: Json) -> tuple[str, ...]:
    """Return the texts of a list value."""
    return tuple(str(entry) for entry in value) if isinstance(value, list) else ()
